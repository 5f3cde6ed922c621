/**
 * Lists and callbacks
 *
 * `map`, `filter`, `some`, `every` and `find` with an arrow function written in place.
 *
 * @run {"input": [{"title": "Cut", "price": 40}, {"title": "Colour", "price": 95}]}
 * @run {"input": []}
 */
interface Service {
  readonly title: string;
  readonly price: number;
}

export function main(services: Service[]): string[] {
  const cheap = services.filter((service) => service.price < 50);
  const titles = cheap.map((service) => service.title);
  const colour = services.find((service) => service.title === "Colour");
  const priced = services.every((service) => service.price > 0);
  return [...titles, colour?.title ?? "no colour", priced ? "priced" : "free"];
}
