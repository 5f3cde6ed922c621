// @run {"input":["bob","Ann","carl"]}
// @advice (a < b ? -1 : a > b ? 1 : 0)
export function main(names: string[]): string[] {
  return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
