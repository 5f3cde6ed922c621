// @run {"input":{"from":"2026-05-01","q":"cut & wash"}}
// @advice encodeQuery(
import { encodeQuery } from "#sdk";
export function main(input: { from: string; q: string }): string {
  return `https://api.example/slots?from=${encodeQuery(input.from)}&q=${encodeQuery(input.q)}`;
}
