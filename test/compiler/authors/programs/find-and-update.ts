// @run {"input":[{"id":1,"state":"new"},{"id":2,"state":"new"}]}
export function main(rows: { id: number; state: string }[]): string {
  const copy = rows.map((row) => ({ ...row }));
  const found = copy.find((row) => row.id === 2);
  if (found) {
    found.state = "done";
  }
  return copy.map((row) => row.id + "=" + row.state).join(" ");
}
