/**
 * Dividing by a count
 *
 * NSL cannot divide by zero: where nothing says that the divisor is positive, the skill stops unless it is.
 *
 * @run {"input": [10, 25, 31]}
 * @run {"input": []}
 */
export function main(prices: number[]): number[] {
  const total = prices.reduce((sum, price) => sum + price, 0);
  const average = prices.length > 0 ? Math.floor(total / prices.length) : 0;
  return [average, Math.max(0, ...prices)];
}
