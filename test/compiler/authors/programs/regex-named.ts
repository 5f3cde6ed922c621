// @run {"input":"Booking #A-102 on 2026-03-14 at 9:30 for Ann"}
// @run {"input":"nothing"}
const LINE = /#(?<code>[A-Z]-\d+) on (?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2}) at (?<time>\d{1,2}:\d{2})/;

export function main(text: string): { code: string; date: string; time: string } | null {
  const match = text.match(LINE);
  if (!match?.groups) {
    return null;
  }
  const { code, y, m, d, time } = match.groups;
  return { code, date: `${d}.${m}.${y}`, time: time.padStart(5, "0") };
}
