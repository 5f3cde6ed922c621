/**
 * Free times
 *
 * Lists take the name of the variable they are for, loops the name the author gave.
 *
 * @run {"input": [{"time": "10:00", "free": true}, {"time": "09:00", "free": true}, {"time": "08:00", "free": false}]}
 * @run {"input": []}
 */
interface Slot {
  readonly time: string;
  readonly free: boolean;
}

export function main(slots: Slot[]): string {
  const free = slots.filter((slot) => slot.free);
  const sorted = free.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const times = sorted.map((slot) => slot.time);
  const early = times.some((time) => time < "09:30");
  return `${times.slice(0, 3).join(", ")}${early ? " (early)" : ""}`;
}
