/**
 * Price list
 *
 * Objects, sums and JSON text.
 *
 * @run {"input": [{"title": "Cut", "cents": 4050}, {"title": "Colour \u00e9", "cents": 9500}]}
 * @run {"input": []}
 */
interface Service {
  readonly title: string;
  readonly cents: number;
}

export function main(services: Service[]): string {
  const total = services.reduce((sum, service) => sum + service.cents, 0);
  const euros = Math.floor(total / 100);
  const titles = services.map(({ title }) => title);
  const list = { titles, currency: "EUR" };
  return JSON.stringify({ ...list, total: `${euros}.${String(total % 100).padStart(2, "0")}` });
}
