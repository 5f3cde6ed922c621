/**
 * Counting
 *
 * A counter with a bound that stays put.
 *
 * @run {"input": 3}
 * @run {"input": 0}
 */
export function main(count: number): string[] {
  const days: string[] = [];
  for (let day = 1; day <= count; day += 1) {
    days.push(`day ${day}`);
  }
  return days;
}
