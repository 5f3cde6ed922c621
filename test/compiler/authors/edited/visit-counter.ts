// @run {"input":["a","b","a"]}
// @advice functions
// Plain functions.
function countOf(keys: string[], wanted: string): number {
  const counts: Record<string, number> = {};
  keys.forEach((key) => {
    counts[key] = (counts[key] ?? 0) + 1;
  });
  return counts[wanted] ?? 0;
}

export function main(keys: string[]): number {
  return countOf(keys, "a");
}
