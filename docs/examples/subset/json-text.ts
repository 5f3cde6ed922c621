/**
 * Writing JSON and addresses
 *
 * `JSON.stringify(value)` writes the same bytes in both runtimes; `encodeQuery` makes a text safe in a web
 * address; `toInteger` reads a number out of a text.
 *
 * @run {"input": {"name": "Ann & Bo", "count": " 12 "}}
 * @run {"input": {"name": "\u00c9va", "count": "12a"}}
 */
import { encodeQuery, toInteger } from "#sdk";

export function main(input: { name: string; count: string }): string {
  const count = toInteger(input.count);
  const body = JSON.stringify({ name: input.name, count: count.ok ? count.value : null });
  return `/clients?name=${encodeQuery(input.name)} ${body}`;
}
