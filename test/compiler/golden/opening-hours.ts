/**
 * Opening hours
 *
 * A table at the top, a loop that is left, a variable that outlives its turns.
 *
 * @run {"input": "sunday"}
 * @run {"input": "tuesday"}
 * @run {"input": "someday"}
 */
const hours = [
  { day: "monday", from: "", to: "" },
  { day: "tuesday", from: "09:00", to: "18:00" },
  { day: "sunday", from: "", to: "" },
] as const;

export function main(day: string): string {
  let answer = "unknown";
  for (const entry of hours) {
    if (entry.day === day) {
      answer = entry.from === "" ? "closed" : `${entry.from}-${entry.to}`;
      break;
    }
  }
  return answer;
}
