// @run {"input":{"tables":[{"id":1,"seats":2},{"id":2,"seats":4},{"id":3,"seats":6}],"bookings":[{"table":2,"at":"19:00","duration":90},{"table":3,"at":"18:30","duration":120}],"guests":3,"open":"18:00","close":"22:00"}}
// @run {"input":{"tables":[],"bookings":[],"guests":1,"open":"18:00","close":"19:00"}}
interface Table { id: number; seats: number }
interface Booking { table: number; at: string; duration: number }
interface Request { tables: Table[]; bookings: Booking[]; guests: number; open: string; close: string }

const STEP = 30;
const STAY = 90;

const toMin = (t: string): number => {
  const [h, m] = t.split(":").map(Number);
  return h * 60 + m;
};

const pad = (n: number): string => n.toString().padStart(2, "0");
const fromMin = (n: number): string => `${pad(Math.floor(n / 60))}:${pad(n % 60)}`;

function overlaps(aStart: number, aEnd: number, bStart: number, bEnd: number): boolean {
  return aStart < bEnd && bStart < aEnd;
}

export function main(req: Request): { time: string; table: number }[] {
  const fitting = req.tables.filter((t) => t.seats >= req.guests).sort((a, b) => a.seats - b.seats);
  const result: { time: string; table: number }[] = [];
  for (let t = toMin(req.open); t + STAY <= toMin(req.close); t += STEP) {
    const free = fitting.find(
      (table) =>
        !req.bookings.some((b) => {
          const start = toMin(b.at);
          return b.table === table.id && overlaps(t, t + STAY, start, start + b.duration);
        }),
    );
    if (free) result.push({ time: fromMin(t), table: free.id });
  }
  return result;
}
