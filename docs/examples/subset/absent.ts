/**
 * What may be absent
 *
 * `?.`, `??` and `? :` for what may be absent.
 *
 * @run {"input": {"client": {"name": "Ann", "phones": ["+491"]}}}
 * @run {"input": {"client": {"name": null, "phones": []}}}
 * @run {"input": {"client": null}}
 */
interface Client {
  readonly name: string | null;
  readonly phones: readonly string[];
}

export function main(input: { client: Client | null }): string {
  const name = input.client?.name ?? "somebody";
  const phone = input.client?.phones[0] ?? "";
  const reachable = phone === "" ? "cannot be called" : `answers ${phone}`;
  return `${name} ${reachable}`;
}
