// @run {"input":1250}
// @run {"input":5}
// @run {"input":-199}
export function main(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`;
}
