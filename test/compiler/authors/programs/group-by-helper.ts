// @run {"input":[{"master":"Ann","time":"10:00"},{"master":"Bob","time":"11:00"},{"master":"Ann","time":"12:00"}]}
interface Visit { master: string; time: string }

function groupBy(items: Visit[], keyOf: (item: Visit) => string): Record<string, Visit[]> {
  const groups: Record<string, Visit[]> = {};
  for (const item of items) {
    const key = keyOf(item);
    (groups[key] ??= []).push(item);
  }
  return groups;
}

export function main(visits: Visit[]): string[] {
  const groups = groupBy(visits, (v) => v.master);
  return Object.keys(groups).map((name) => `${name}: ${groups[name].length}`);
}
