// @run {"input":[{"d":"b","t":"1"},{"d":"a","t":"2"},{"d":"b","t":"3"}]}
// @run {"input":[]}
interface G { n: number; items: string[]; last?: string }
export function main(l: { d: string; t: string }[]): string {
  const m: Record<string, G> = {};
  for (const x of l) { if (!m[x.d]) m[x.d] = { n: 0, items: [] }; m[x.d].n++; m[x.d].items.push(x.t); }
  for (const x of l) { m[x.d].items.push("!"); m[x.d].last = x.t; }
  const rows = l.map((x) => ({ x: x.d, ys: [] as string[], zs: ["z"] }));
  for (const r of rows) { r.ys.push(r.x); for (const q of r.ys) r.zs.push(q); }
  rows.forEach((r, i) => { r.ys.push(String(i)); });
  const list: G[] = [];
  for (const x of l) {
    const found = list.find((g) => g.last === x.d);
    if (found) { found.items.push(x.t); found.n += 1; } else { list.push({ n: 1, items: [x.t], last: x.d }); }
  }
  const first = rows[0];
  if (first) first.ys.push("first");
  const by = new Map<string, G>();
  for (const x of l) { const g = by.get(x.d); if (g) { g.items.push(x.t); g.n++; } else { by.set(x.d, { n: 1, items: [x.t] }); } }
  return JSON.stringify([m, rows, list, Object.fromEntries(by)]);
}
