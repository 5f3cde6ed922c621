/**
 * Go over days and collect free times.
 *
 * @run {"input": []}
 * @run {"input": [{"date": "2026-01-15", "slots": [{"time": "08:00", "free": true}, {"time": "09:00", "free": true}, {"time": "10:00", "free": false}]}, {"date": "2026-01-16", "slots": [{"time": "09:30", "free": true}, {"time": "11:00", "free": true}, {"time": "12:00", "free": true}, {"time": "13:00", "free": true}, {"time": "14:00", "free": true}]}]}
 */
interface Day {
  readonly date: string;
  readonly slots: readonly { readonly time: string; readonly free: boolean }[];
}

export function main(days: readonly Day[]): string[] {
  const found: string[] = [];
  for (const day of days) {
    for (const slot of day.slots) {
      if (slot.free && slot.time >= "09:00" && found.length < 5) {
        found.push(`${day.date} ${slot.time}`);
      }
    }
  }
  return found;
}
