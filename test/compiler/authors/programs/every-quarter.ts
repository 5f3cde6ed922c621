// @run {"input":{"from":"09:00","to":"10:00"}}
const STEP = 15;

function toMinutes(time: string): number {
  const parts = time.split(":");
  return Number(parts[0]) * 60 + Number(parts[1]);
}

function toText(minutes: number): string {
  const rest = minutes % 60;
  return Math.floor(minutes / 60) + ":" + (rest < 10 ? "0" + rest : rest);
}

export function main(range: { from: string; to: string }): string[] {
  const from = toMinutes(range.from);
  const start = from % STEP === 0 ? from : from + STEP - (from % STEP);
  const times: string[] = [];
  for (let t = start; t < toMinutes(range.to); t += STEP) {
    times.push(toText(t));
  }
  return times;
}
