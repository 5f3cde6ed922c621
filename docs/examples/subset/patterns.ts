/**
 * Patterns
 *
 * A default stands in for what is undefined; `...` takes the rest. Variables may change places.
 *
 * @run {"input": {"title": "Cut", "options": {"minutes": 30}, "masters": ["Ann", "Eve", "Zoe"]}}
 * @run {"input": {"title": "Colour", "options": {}, "masters": []}}
 */
interface Service {
  readonly title: string;
  readonly options: { readonly minutes?: number };
  readonly masters: readonly string[];
}

export function main(service: Service): string {
  const {
    options: { minutes = 60 },
    masters: [first = "anyone", ...others],
    ...rest
  } = service;
  let [master, reserve] = [first, others[0] ?? "nobody"];
  if (minutes < 45) {
    [master, reserve] = [reserve, master];
  }
  return `${rest.title}: ${minutes} minutes with ${master} or ${reserve}`;
}
