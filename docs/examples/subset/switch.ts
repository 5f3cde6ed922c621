/**
 * `switch`
 *
 * `switch` on a text or a number; every case ends with `break`, `continue` or `return`.
 *
 * @run {"input": 200}
 * @run {"input": 401}
 * @run {"input": 403}
 * @run {"input": 500}
 */
export function main(status: number): string {
  let text = "try again";
  switch (status) {
    case 200:
      return "fine";
    case 401:
    case 403:
      text = "not allowed";
      break;
    default:
      text = `${text} later`;
  }
  return `${text} (${status})`;
}
