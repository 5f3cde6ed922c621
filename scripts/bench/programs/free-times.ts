/** Go over days and collect free times. */
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
