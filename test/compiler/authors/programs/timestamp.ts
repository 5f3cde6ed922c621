// @run {"input":null}
export function main(): number {
  return Date.now();
}
