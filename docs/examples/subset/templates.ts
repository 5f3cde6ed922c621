/**
 * Joining texts
 *
 * Template literals and `+` join texts; numbers and booleans print as in JavaScript.
 *
 * @run {"input": {"name": "Ann", "visits": 3, "regular": true}}
 * @run {"input": {"name": "\u00c9va \ud83d\ude00", "visits": 0, "regular": false}}
 */
export function main(input: { name: string; visits: number; regular: boolean }): string {
  const count = `${input.name}: ${input.visits} visits`;
  return count + `, regular: ${input.regular}`;
}
