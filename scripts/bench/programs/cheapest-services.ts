/** Filter and sort a list of objects by a property and join the names. */
interface Service {
  readonly title: string;
  readonly price: number;
  readonly active: boolean;
}

export function main(services: readonly Service[]): string {
  const offered = services.filter((service) => service.active && service.price > 0);
  const sorted = offered.toSorted((a, b) => a.price - b.price);
  const names = sorted.map((service) => service.title);
  return names.length === 0 ? "Nothing is offered." : `We offer ${names.join(", ")}.`;
}
