// @run {"input":["a","b","a"]}
class Counter {
  private counts: Record<string, number> = {};
  add(key: string): void {
    this.counts[key] = (this.counts[key] ?? 0) + 1;
  }
  get(key: string): number {
    return this.counts[key] ?? 0;
  }
}

export function main(keys: string[]): number {
  const counter = new Counter();
  keys.forEach((key) => counter.add(key));
  return counter.get("a");
}
