/**
 * Functions that have a name
 *
 * A function may be given to a method of a list by its name, and takes of what JavaScript hands it what it has parameters
 * for: the item, then the index. An arrow function in a `const` is written into the place of each call; it may read what
 * stands around it, and change it where nobody asks it for a value.
 *
 * @run {"input": [{"title": "Cut", "minutes": 45}, {"title": "Colour", "minutes": 120}]}
 */
interface Service {
  readonly title: string;
  readonly minutes: number;
}

function isLong(service: Service): boolean {
  return service.minutes > 60;
}

const byTitle = (a: Service, b: Service): number => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);

export function main(services: Service[]): string[] {
  const count = services.length;
  const line = (service: Service, index: number): string => `${index + 1} of ${count}: ${service.title}`;
  const long = services.find(isLong)?.title ?? "none";
  return [...services.toSorted(byTitle).map(line), long];
}
