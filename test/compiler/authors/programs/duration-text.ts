// @run {"input":[0,1,45,60,61,135,1440,1500,-30]}
const units: [name: string, minutes: number][] = [
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
];

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

function humanise(total: number): string {
  if (total === 0) return "no time";
  if (total < 0) return `${humanise(-total)} ago`;
  let rest = total;
  const parts: string[] = [];
  for (const [name, minutes] of units) {
    const count = Math.floor(rest / minutes);
    if (count > 0) {
      parts.push(plural(count, name));
      rest -= count * minutes;
    }
  }
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}` : parts[0]!;
}

export function main(values: number[]): Record<number, string> {
  const out: Record<number, string> = {};
  for (const value of values) {
    out[value] = humanise(value);
  }
  return out;
}
