/**
 * Comparing
 *
 * `===` of equal types; `<` of two numbers or two texts; `&&`, `||`, `!`.
 *
 * @run {"input": {"from": "09:00", "to": "18:00", "closed": false}}
 * @run {"input": {"from": "18:00", "to": "09:00", "closed": false}}
 * @run {"input": {"from": "", "to": "09:00", "closed": true}}
 */
export function main(input: { from: string; to: string; closed: boolean }): boolean[] {
  const { from, to, closed } = input;
  return [from === "09:00", from < to, !closed && from !== "", closed || from > to];
}
