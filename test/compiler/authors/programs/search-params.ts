// @run {"input":{"from":"2026-05-01","q":"cut & wash"}}
export function main(input: { from: string; q: string }): string {
  const params = new URLSearchParams({ from: input.from, q: input.q });
  return `https://api.example/slots?${params.toString()}`;
}
