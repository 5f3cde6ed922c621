/** Entries of a map that hold for a while. */

/** Sets entries while `work` runs; behind it each is what it was before. */
export function whileSet<Key, Value, Result>(
  map: Map<Key, Value>,
  entries: readonly (readonly [Key, Value])[],
  work: () => Result,
): Result {
  const before = entries.map(([key]) => [key, map.has(key), map.get(key)] as const);
  entries.forEach(([key, value]) => map.set(key, value));
  try {
    return work();
  } finally {
    for (const [key, isSet, value] of before) {
      if (isSet) {
        map.set(key, value as Value);
      } else {
        map.delete(key);
      }
    }
  }
}
