// @run {"input":["a","b","a"]}
// @advice interface Counter
// @advice function add(counter: Counter, key: string)
// Functions that take what the class held, and give it anew where it changes.
interface Counter {
  counts: Record<string, number>;
}

function add(counter: Counter, key: string): Counter {
  return { ...counter, counts: { ...counter.counts, [key]: (counter.counts[key] ?? 0) + 1 } };
}

function get(counter: Counter, key: string): number {
  return counter.counts[key] ?? 0;
}

export function main(keys: string[]): number {
  let counter: Counter = { counts: {} };
  for (const key of keys) {
    counter = add(counter, key);
  }
  return get(counter, "a");
}
