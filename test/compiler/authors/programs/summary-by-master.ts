// @run {"input":[{"master":"Ann","minutes":30},{"master":"Bob","minutes":45},{"master":"Ann","minutes":60}]}
export function main(visits: { master: string; minutes: number }[]): string[] {
  const totals = new Map<string, number>();
  visits.forEach((v) => {
    totals.set(v.master, (totals.get(v.master) ?? 0) + v.minutes);
  });
  return [...totals.entries()].sort((a, b) => b[1] - a[1]).map(([name, minutes]) => `${name}: ${minutes} min`);
}
