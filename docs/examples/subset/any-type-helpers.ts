/**
 * Helpers of any type
 *
 * A helper may be given functions, of which some may be left out, and work on any type its callers tell. It is written where
 * it is called. What no caller gives `null` is compared with `undefined` as in JavaScript.
 *
 * @run {"input": [{"title": "Cut", "master": "Eve", "minutes": 45}, {"title": "Colour", "master": "Ann", "minutes": 120}, {"title": "Wash", "master": "Eve", "minutes": 15}]}
 * @run {"input": []}
 */
interface Service {
  readonly title: string;
  readonly master: string;
  readonly minutes: number;
}

const sumBy = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    groups.set(keyOf(item), group === undefined ? [item] : [...group, item]);
  }
  return groups;
};

function best<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  isWanted?: (item: T) => boolean,
): T | undefined {
  const wanted = isWanted === undefined ? [...items] : items.filter(isWanted);
  return wanted.sort(compare)[0];
}

export function main(services: Service[]): string[] {
  const byMinutes = (a: Service, b: Service): number => a.minutes - b.minutes;
  const lines = [...groupBy(services, (service) => service.master)].map(
    ([master, own]) => `${master}: ${sumBy(own, ({ minutes }) => minutes)} minutes`,
  );
  const shortest = best(services, byMinutes)?.title ?? "none";
  return [...lines, shortest, best(services, byMinutes, ({ master }) => master === "Ann")?.title ?? "none"];
}
