// @run {"input":{"open":540,"close":720,"busy":[{"from":600,"to":630}],"length":30}}
interface Day { open: number; close: number; busy: { from: number; to: number }[]; length: number }

export function main(day: Day): string[] {
  const free: string[] = [];
  for (let at = day.open; at + day.length <= day.close; at += day.length) {
    const taken = day.busy.some((b) => at < b.to && at + day.length > b.from);
    if (!taken) {
      const h = Math.floor(at / 60);
      const m = at % 60;
      free.push(`${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
    }
  }
  return free;
}
