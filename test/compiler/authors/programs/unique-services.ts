// @run {"input":["cut","wash","cut"]}
export function main(services: string[]): string[] {
  const seen = new Set<string>();
  const result: string[] = [];
  for (const s of services) {
    if (!seen.has(s)) {
      seen.add(s);
      result.push(s);
    }
  }
  return result;
}
