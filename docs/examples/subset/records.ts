/**
 * Records
 *
 * A record that the function made may be given texts, numbers and booleans under computed names. JavaScript also finds
 * what every object inherits, so such a name is read where `Object.hasOwn` has been asked, or in a loop over the names.
 *
 * @run {"input": ["cut", "colour", "cut", "10", "9"]}
 * @run {"input": []}
 */
export function main(services: string[]): string {
  const counts: Record<string, number> = {};
  const totals = { all: 0, first: "" };
  for (const service of services) {
    const before = Object.hasOwn(counts, service) ? (counts[service] ?? 0) : 0;
    counts[service] = before + 1;
    totals.all += 1;
    totals.first ||= service;
  }
  const lines: string[] = [];
  for (const service of Object.keys(counts)) {
    lines.push(`${service}: ${counts[service] ?? 0} of ${totals.all}`);
  }
  return [totals.first, ...lines].join(", ");
}
