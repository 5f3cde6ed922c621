/**
 * Greeting
 *
 * Branches and texts: an early return needs no `else`, a chain of `else if` stays one chain.
 *
 * @run {"input": {"name": "Ann", "hour": 9}}
 * @run {"input": {"name": " ", "hour": 15}}
 * @run {"input": {"name": "Bo", "hour": 23}}
 */
export function main(input: { name: string; hour: number }): string {
  const name = input.name.trim();
  if (name === "") {
    return "Good day";
  }
  let greeting = "Good evening";
  if (input.hour < 11) {
    greeting = "Good morning";
  } else if (input.hour < 18) {
    greeting = "Good day";
  }
  return `${greeting}, ${name}`;
}
