// @run {"input":[{"name":"Ann","visits":3},{"name":"Bob \"B\"","visits":1}]}
export function main(rows: { name: string; visits: number }[]): string {
  const header = "name,visits";
  const lines = rows.map((r) => '"' + r.name.replace(/"/g, '""') + '",' + r.visits);
  return [header, ...lines].join("\n");
}
