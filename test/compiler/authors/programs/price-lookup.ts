// @run {"input":{"service":"cut","qty":2}}
// @run {"input":{"service":"nothing","qty":2}}
const PRICES: Record<string, number> = { cut: 2000, wash: 800 };

export function main(order: { service: string; qty: number }): number {
  if (!(order.service in PRICES)) {
    return 0;
  }
  return PRICES[order.service] * order.qty;
}
