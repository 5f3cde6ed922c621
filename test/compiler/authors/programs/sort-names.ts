// @run {"input":["bob","Ann","carl"]}
export function main(names: string[]): string[] {
  return [...names].sort((a, b) => a.localeCompare(b));
}
