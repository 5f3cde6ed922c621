/**
 * Sorting
 *
 * `toSorted` by one key, or by several joined with `||` or asked one after the other. `localeCompare` is exact for ASCII,
 * Latin letters with accents and the letters of Russian and Ukrainian; at any other character the skill stops. Any other
 * comparator is asked about two elements at a time, which takes longer.
 *
 * @run {"input": [{"name": "Kim", "free": 2}, {"name": "Ann", "free": 2}, {"name": "Bo", "free": 5}]}
 * @run {"input": []}
 */
interface Master {
  readonly name: string;
  readonly free: number;
}

export function main(masters: Master[]): string[] {
  const byName = masters.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const byFree = byName.toSorted((a, b) => b.free - a.free);
  return byFree.map((master) => master.name);
}
