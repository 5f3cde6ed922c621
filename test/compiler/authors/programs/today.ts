// @run {"input":null}
export function main(): string {
  const now = new Date();
  return now.toISOString().slice(0, 10);
}
