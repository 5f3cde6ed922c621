// @run {"input":[{"start":"2026-05-01T09:00"},{"start":"2026-05-02T10:00"},{"start":"2026-05-01T11:30"}]}
interface Slot { start: string }

export function main(slots: Slot[]): Record<string, string[]> {
  const byDay: Record<string, string[]> = {};
  for (const slot of slots) {
    const [day, time] = slot.start.split("T");
    if (!byDay[day]) {
      byDay[day] = [];
    }
    byDay[day].push(time);
  }
  return byDay;
}
