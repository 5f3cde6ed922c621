// @run {"input":1234}
// @advice (amount / 100).toFixed(2)
export function main(amount: number): string {
  return "$" + (amount / 100).toFixed(2);
}
