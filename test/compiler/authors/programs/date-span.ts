// @run {"input":{"from":"2026-05-01","to":"2026-05-04"}}
export function main(range: { from: string; to: string }): number {
  const start = new Date(range.from);
  const end = new Date(range.to);
  return Math.round((end.getTime() - start.getTime()) / 86400000);
}
