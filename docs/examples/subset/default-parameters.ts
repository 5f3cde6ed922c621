/**
 * Default parameters
 *
 * A parameter may have a default.
 *
 * @run {"input": ["10:00", "10:30", "11:00", "11:30"]}
 */
function firstFew(times: readonly string[], count = 3): string {
  const few = times.slice(0, count);
  return few.join(", ");
}

export function main(times: string[]): string {
  const short = firstFew(times, 1);
  return `${short} or ${firstFew(times)}`;
}
