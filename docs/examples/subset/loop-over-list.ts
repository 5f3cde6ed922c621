/**
 * Loops over lists
 *
 * `for ... of` a list. A variable that outlives the turn is kept in a box, because `set` in a loop of
 * Jinja2 ends with the turn.
 *
 * @run {"input": [30, 45, 60]}
 * @run {"input": []}
 */
export function main(durations: number[]): string {
  let total = 0;
  for (const minutes of durations) {
    const withPause = minutes + 5;
    total += withPause;
  }
  return `${total} minutes`;
}
