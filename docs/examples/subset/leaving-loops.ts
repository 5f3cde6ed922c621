/**
 * Leaving a loop
 *
 * `break`, `continue` and `return` inside a loop. Jinja2 has neither of the first two: what is left of the
 * turn, or of the loop, is skipped.
 *
 * @run {"input": ["", "10:00", "12:30", "end", "13:00"]}
 * @run {"input": ["09:00", "closed"]}
 */
export function main(times: string[]): string {
  let last = "";
  for (const time of times) {
    if (time === "") {
      continue;
    }
    if (time === "end") {
      break;
    }
    if (time === "closed") {
      return "closed";
    }
    last = time;
  }
  return last;
}
