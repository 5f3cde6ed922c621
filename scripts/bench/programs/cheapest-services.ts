/**
 * Filter and sort a list of objects by a property and join the names.
 *
 * @run {"input": []}
 * @run {"input": [{"title": "Cut", "price": 40, "active": true}, {"title": "Beard", "price": 20, "active": true}, {"title": "Gift", "price": 0, "active": true}, {"title": "Perm", "price": 90, "active": false}, {"title": "Wash", "price": 20, "active": true}]}
 */
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
