/**
 * Prices and shares
 *
 * Decimals are computed as they are, and rounded where JavaScript rounds them.
 *
 * @run {"input": {"prices": [24.9, 7.35], "count": 3}}
 * @run {"input": {"prices": [], "count": 0}}
 */
const VAT = 0.19;

export function main({ prices, count }: { prices: number[]; count: number }): string {
  const net = prices.reduce((sum, price) => sum + price, 0);
  const total = Math.round(net * (1 + VAT) * 100) / 100;
  const share = count > 0 ? prices.length / count : 0;
  return `${net.toFixed(2)} and VAT: ${total}, ${Math.round(share * 100)} %`;
}
