/**
 * Conditions
 *
 * `if`, `else if`, `else` and early returns.
 *
 * @run {"input": {"status": 200, "count": 0}}
 * @run {"input": {"status": 200, "count": 3}}
 * @run {"input": {"status": 404, "count": 0}}
 * @run {"input": {"status": 422, "count": 0}}
 * @run {"input": {"status": 500, "count": 0}}
 */
export function main(input: { status: number; count: number }): string {
  if (input.status === 404) {
    return "unknown";
  }
  let text = input.count > 0 ? "some" : "none";
  if (input.status >= 500) {
    text = "later";
  } else if (input.status !== 200) {
    text = "refused";
  } else {
    text = `${text} today`;
  }
  return text;
}
