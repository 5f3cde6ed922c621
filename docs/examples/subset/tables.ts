/**
 * Tables
 *
 * A module-level `const` of literals is a table: it stands at the top of every skill that reads it.
 *
 * @run {"input": 7}
 * @run {"input": 2}
 */
const greetings = ["Good morning", "Good day", "Good evening"] as const;
const closingHour = 20;

export function main(hour: number): string {
  const greeting = greetings[hour < 10 ? 0 : hour < 17 ? 1 : 2];
  return `${greeting}. We close at ${closingHour}.`;
}
