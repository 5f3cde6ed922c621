// @run {"input":["cut","wash","dry"]}
// @run {"input":["cut"]}
// @run {"input":[]}
export function main(items: string[]): string {
  if (items.length <= 1) {
    return items[0] ?? "nothing";
  }
  const last = items[items.length - 1];
  return items.slice(0, -1).join(", ") + " and " + last;
}
