// @run {"input":{"times":["09:07","09:08","23:58","10:00"],"step":15}}
// @run {"input":{"times":["09:07"],"step":0}}
type Mode = "up" | "down" | "nearest";

const rounders: Record<Mode, (value: number) => number> = {
  up: Math.ceil,
  down: Math.floor,
  nearest: Math.round,
};

function roundTime(time: string, step: number, mode: Mode = "nearest"): string {
  const match = time.match(/^(?<hours>\d{1,2}):(?<minutes>\d{2})$/);
  if (!match?.groups) {
    throw new Error(`Not a time: ${time}`);
  }
  const { hours, minutes } = match.groups;
  const total = Number(hours) * 60 + Number(minutes);
  const rounded = step > 0 ? rounders[mode](total / step) * step : total;
  const wrapped = rounded % (24 * 60);
  const h = Math.trunc(wrapped / 60);
  const m = wrapped % 60;
  return [h, m].map((n) => `${n}`.padStart(2, "0")).join(":");
}

export function main({ times, step }: { times: string[]; step: number }) {
  const modes: Mode[] = ["up", "down", "nearest"];
  return times.map((time) => {
    const row: Record<string, string> = { time };
    for (const mode of modes) {
      row[mode] = roundTime(time, step, mode);
    }
    return row;
  });
}
