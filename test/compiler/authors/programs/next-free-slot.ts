// @run {"input": {"after": "2025-06-02T10:10:00Z", "duration": 30, "busy": [{"from": "2025-06-02T10:00:00Z", "to": "2025-06-02T11:00:00Z"}, {"from": "2025-06-02T11:15:00Z", "to": "2025-06-02T12:00:00Z"}]}}
// @run {"input": {"after": "2025-06-02T17:45:00Z", "duration": 30, "busy": []}}
// @run {"input": {"after": "2025-06-02T08:00:00Z", "duration": 60, "busy": []}}
interface Interval {
  from: string;
  to: string;
}

interface Input {
  after: string;
  duration: number;
  busy: Interval[];
}

const STEP_MINUTES = 15;
const OPEN_HOUR = 9;
const CLOSE_HOUR = 18;
const MINUTE = 60 * 1000;

const overlaps = (start: Date, end: Date, busy: Interval) =>
  start < new Date(busy.to) && end > new Date(busy.from);

function roundUp(date: Date, stepMinutes: number): Date {
  const step = stepMinutes * MINUTE;
  return new Date(Math.ceil(date.getTime() / step) * step);
}

function fitsOpeningHours(start: Date, end: Date): boolean {
  const startMinutes = start.getUTCHours() * 60 + start.getUTCMinutes();
  const endMinutes = startMinutes + (end.getTime() - start.getTime()) / MINUTE;
  return startMinutes >= OPEN_HOUR * 60 && endMinutes <= CLOSE_HOUR * 60;
}

export function main(input: Input): string | null {
  let candidate = roundUp(new Date(input.after), STEP_MINUTES);

  // look at most two days ahead
  for (let i = 0; i < (2 * 24 * 60) / STEP_MINUTES; i++) {
    const end = new Date(candidate.getTime() + input.duration * MINUTE);
    const free = !input.busy.some((b) => overlaps(candidate, end, b));
    if (free && fitsOpeningHours(candidate, end)) {
      return candidate.toISOString();
    }
    candidate = new Date(candidate.getTime() + STEP_MINUTES * MINUTE);
  }
  return null;
}
