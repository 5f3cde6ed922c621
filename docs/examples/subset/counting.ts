/**
 * Names from outside
 *
 * `emptyRecord()` of the SDK inherits nothing: in a `const`, it may be read and written under any name, and lists that it
 * holds may grow.
 *
 * @run {"input": [{"day": "monday", "time": "10:00"}, {"day": "constructor", "time": "11:00"}, {"day": "monday", "time": "12:00"}]}
 */
import { emptyRecord } from "#sdk";

interface Slot {
  readonly day: string;
  readonly time: string;
}

export function main(slots: Slot[]): string[] {
  const counts = emptyRecord<number>();
  const times = emptyRecord<string[]>();
  for (const { day, time } of slots) {
    counts[day] = (counts[day] ?? 0) + 1;
    (times[day] ??= []).push(time);
  }
  const days = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return days.map(([day, count]) => `${day} (${count}): ${(times[day] ?? []).join(", ")}`);
}
