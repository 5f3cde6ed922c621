// @run {"input":[{"title":"Cut","price":1500},{"title":"Wash","price":800}]}
// @run {"input":[]}
interface Service { title: string; price: number }

export function main(services: Service[]): string {
  if (services.length === 0) {
    return "none";
  }
  let best = services[0];
  for (const service of services) {
    if (service.price < best.price) {
      best = service;
    }
  }
  return `${best.title} for ${best.price}`;
}
