/**
 * Building lists
 *
 * `push` on a list the function has made, spread, `slice`, `join`, `includes` and `reduce`.
 *
 * @run {"input": ["10:00", "10:30", "11:00", "11:30"]}
 * @run {"input": []}
 */
export function main(times: string[]): string {
  const offered = [...times.slice(0, 2), "18:00"];
  if (!times.includes("12:00")) {
    offered.push("noon is taken");
  }
  const letters = offered.reduce((sum, time) => sum + time.length, 0);
  return `${offered.join(", ")} (${letters})`;
}
