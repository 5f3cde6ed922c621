// @run {"input":[{"name":"Ann","at":"2026-05-01T10:00","services":["cut","wash"]},{"name":"","at":"2026-05-02T09:30","services":[]}]}
interface Visit { name: string; at: string; services: string[] }

function timeOf(at: string): string {
  const time = at.split("T")[1];
  return time.startsWith("0") ? time.slice(1) : time;
}

export function main(visits: Visit[]): string[] {
  const texts: string[] = [];
  let index = 0;
  while (index < visits.length) {
    const { name, at, services } = visits[index];
    index++;
    if (!name) continue;
    const what = services.length ? services[0] + (services.length > 1 ? ` and ${services.length - 1} more` : "") : "your visit";
    texts.push("Dear " + name + ", " + what + " at " + timeOf(at));
  }
  return texts;
}
