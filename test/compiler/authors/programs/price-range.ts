// @run {"input":[1500,800,2300]}
// @run {"input":[]}
export function main(prices: number[]): string {
  if (prices.length === 0) return "no prices";
  const min = Math.min(...prices);
  const max = Math.max(...prices);
  return min === max ? `${min}` : `${min}-${max}`;
}
