// @run {"input":[{"t":"c","n":3},{"t":"a","n":1}]}
export function main(rows: { t: string; n: number }[]): string {
  const list = rows.map((r) => ({ title: r.t, rank: r.n }));
  list.sort((a, b) => a.rank - b.rank);
  const last = list.sort((a, b) => b.rank - a.rank)[0];
  return last.title;
}
