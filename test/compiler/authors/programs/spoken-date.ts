// @run {"input": {"iso": "2025-12-01T09:00:00Z", "today": "2025-11-30"}}
// @run {"input": {"iso": "2025-11-22T15:30:00Z", "today": "2025-11-30"}}
// @run {"input": {"iso": "not a date", "today": "2025-11-30"}}
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function ordinal(n: number): string {
  const rest = n % 100;
  if (rest >= 11 && rest <= 13) return `${n}th`;
  switch (n % 10) {
    case 1:
      return `${n}st`;
    case 2:
      return `${n}nd`;
    case 3:
      return `${n}rd`;
    default:
      return `${n}th`;
  }
}

function spokenTime(date: Date): string {
  const hours = date.getUTCHours();
  const minutes = date.getUTCMinutes();
  const suffix = hours >= 12 ? "PM" : "AM";
  const h = hours % 12 || 12;
  return minutes === 0 ? `${h} ${suffix}` : `${h}:${String(minutes).padStart(2, "0")} ${suffix}`;
}

export function main(input: { iso: string; today: string }): string {
  const date = new Date(input.iso);
  if (Number.isNaN(date.getTime())) {
    return "an unknown date";
  }

  const today = new Date(`${input.today}T00:00:00Z`);
  const day = new Date(date);
  day.setUTCHours(0, 0, 0, 0);
  const diff = Math.round((day.getTime() - today.getTime()) / 86_400_000);

  if (diff === 0) return `today at ${spokenTime(date)}`;
  if (diff === 1) return `tomorrow at ${spokenTime(date)}`;

  const weekday = WEEKDAYS[date.getUTCDay()];
  const month = MONTHS[date.getUTCMonth()];
  return `${weekday}, ${month} ${ordinal(date.getUTCDate())} at ${spokenTime(date)}`;
}
