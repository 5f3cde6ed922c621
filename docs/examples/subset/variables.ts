/**
 * Variables
 *
 * `const`, `let`, assignment and destructuring of plain names.
 *
 * @run {"input": {"title": "Haircut", "price": 40}}
 * @run {"input": {"title": "Colour", "price": 95}}
 */
export function main(input: { title: string; price: number }): string {
  const { title, price } = input;
  const [first, second] = [title.toLowerCase(), title.toUpperCase()];
  let total = price;
  total += 5;
  return `${first} ${second}: ${total}`;
}
