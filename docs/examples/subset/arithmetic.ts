/**
 * Arithmetic
 *
 * `+ - *`; `/` inside `Math.floor`, `Math.ceil`, `Math.round` or `Math.trunc` gives an integer; `%` by a positive literal.
 *
 * @run {"input": 135}
 * @run {"input": -7}
 */
export function main(minutes: number): number[] {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  return [hours, rest, Math.ceil(minutes / 15), Math.trunc(minutes / 60), minutes % 60, Math.max(rest, 10)];
}
