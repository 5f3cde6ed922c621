// @run {"input":{"date":"2026-12-01","time":"10:30"}}
// @run {"input":{"date":"2026-12-06","time":"10:30"}}
// @run {"input":{"date":"2026-12-24","time":"15:00"}}
// @run {"input":{"date":"2026-12-05","time":"13:30"}}
interface Hours {
  open: string;
  close: string;
}

const week: (Hours | null)[] = [
  null, // Sunday
  { open: "09:00", close: "18:00" },
  { open: "09:00", close: "18:00" },
  { open: "09:00", close: "20:00" },
  { open: "09:00", close: "20:00" },
  { open: "09:00", close: "18:00" },
  { open: "10:00", close: "14:00" },
];

const holidays = new Map<string, Hours | null>([
  ["2026-12-24", { open: "09:00", close: "13:00" }],
  ["2026-12-25", null],
]);

function hoursOn(date: string): Hours | null {
  const special = holidays.get(date);
  if (special !== undefined) return special;
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return week[day] ?? null;
}

function toMinutes(time: string): number {
  const [h, m] = time.split(":").map(Number);
  return (h ?? 0) * 60 + (m ?? 0);
}

export function main({ date, time }: { date: string; time: string }) {
  const hours = hoursOn(date);
  if (!hours) {
    return { open: false, message: "We are closed that day." };
  }
  const now = toMinutes(time);
  const opens = toMinutes(hours.open);
  const closes = toMinutes(hours.close);
  const open = now >= opens && now < closes;
  const left = closes - now;
  return {
    open,
    message: open
      ? `Open until ${hours.close}, ${Math.floor(left / 60)}h ${left % 60}m left.`
      : `We are open from ${hours.open} to ${hours.close}.`,
  };
}
