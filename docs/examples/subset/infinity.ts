/**
 * A bound that nothing reaches
 *
 * What is looked for begins with an infinite number; a table ends with one.
 *
 * @run {"input": [{"title": "Cut", "price": 24.5}, {"title": "Wash", "price": 12}]}
 * @run {"input": []}
 */
interface Service {
  readonly title: string;
  readonly price: number;
}

const BANDS = [
  { upTo: 20, name: "cheap" },
  { upTo: Infinity, name: "dear" },
];

export function main(services: Service[]): string {
  let least = Infinity;
  for (const { price } of services) {
    least = Math.min(least, price);
  }
  if (least === Infinity) {
    return "nothing";
  }
  return `from ${least}, ${BANDS.find(({ upTo }) => least <= upTo)?.name ?? "free"}`;
}
