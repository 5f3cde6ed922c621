// @run {"input":{"mon":["09:00","18:00"],"sun":null}}
type Hours = Record<string, [string, string] | null>;

export function main(hours: Hours): string[] {
  const lines: string[] = [];
  for (const day of Object.keys(hours)) {
    const span = hours[day];
    lines.push(span ? `${day}: ${span[0]}-${span[1]}` : `${day}: closed`);
  }
  return lines;
}
