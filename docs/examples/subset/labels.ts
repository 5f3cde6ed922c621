/**
 * Leaving a loop further out
 *
 * `continue` and `break` with the label of a loop further out, or of a block. What stands between is left step by
 * step, and a variable says behind each step that there is another.
 *
 * @run {"input": [["10:00", "full"], ["busy", "11:00"], ["12:00"]]}
 * @run {"input": [["10:00"], ["end", "11:00"]]}
 */
export function main(all: readonly string[][]): string[] {
  const free: string[] = [];
  days: for (const times of all) {
    for (const time of times) {
      if (time === "full" || time === "busy") {
        continue days;
      }
      if (time === "end") {
        break days;
      }
      free.push(time);
    }
    free.push("all free");
  }
  return free;
}
