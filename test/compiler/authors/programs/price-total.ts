// @run {"input":[{"title":"Cut","price":1500,"count":2},{"title":"Wash","price":800,"count":1}]}
// @run {"input":[]}
interface Line { title: string; price: number; count: number }

export function main(lines: Line[]): string {
  let total = 0;
  for (let i = 0; i < lines.length; i++) {
    total += lines[i].price * lines[i].count;
  }
  return "Total: " + total;
}
