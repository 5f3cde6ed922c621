// @run {"input":3}
// @run {"input":9}
const NAMES: Record<number, string> = { 1: "Monday", 2: "Tuesday", 3: "Wednesday" };

export function main(day: number): string {
  return NAMES[day] ?? "unknown";
}
