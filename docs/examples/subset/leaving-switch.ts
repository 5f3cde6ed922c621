/**
 * Leaving a switch
 *
 * `break` may stand in a nested statement of a case.
 *
 * @run {"input": {"status": "busy", "tries": 5}}
 * @run {"input": {"status": "busy", "tries": 1}}
 * @run {"input": {"status": 200, "tries": 1}}
 */
export function main(input: { status: string | number; tries: number }): string {
  let text = "unknown";
  switch (input.status) {
    case 200:
      text = "done";
      break;
    case "busy":
      if (input.tries > 3) {
        break;
      }
      text = "later";
      break;
    default:
      text = "failed";
  }
  return text;
}
