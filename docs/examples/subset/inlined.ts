/**
 * Functions of one expression
 *
 * A function that is one `return` is written into the place of its call.
 *
 * @run {"input": {"price": 40, "count": 3}}
 */
function total(price: number, count: number): number {
  return price * count + fee(price);
}

function fee(price: number): number {
  return price > 30 ? 2 : 1;
}

export function main(input: { price: number; count: number }): string {
  const due = total(input.price, input.count);
  return `${due} euros`;
}
