/**
 * Matches and their groups
 *
 * `matchAll` stands in the head of a loop or as `[...text.matchAll(pattern)]`. A named group is read from a
 * match that has a `const`, its `index` right where the match was made. In `replace` a function may say what is
 * put in; its parameters have types, a group that may be left out is `string | undefined`.
 *
 * @run {"input": "9:15 Anna, 10:30, 14:00 Olga"}
 * @run {"input": ""}
 */
const visit = /(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?: (?<name>[A-Z][a-z]+))?/gu;

export function main(text: string): string[] {
  const lines: string[] = [];
  for (const match of text.matchAll(visit)) {
    lines.push(`${match.index}: ${match.groups?.name ?? "anybody"} at ${match[1] ?? ""}`);
  }
  const minutes = [...text.matchAll(visit)].map((match) => match.groups?.minute ?? "");
  const padded = text.replace(
    /\b([0-9])(:[0-9]{2})/gu,
    (_whole, hour: string, rest: string) => `0${hour}${rest}`,
  );
  return [...lines, minutes.join(" "), padded];
}
