/**
 * Objects
 *
 * Object literals, spread, shorthand and properties that may be missing.
 *
 * @run {"input": {"name": "Ann", "phone": "+491"}}
 * @run {"input": {"name": "Bo"}}
 */
interface Client {
  readonly name: string;
  readonly phone?: string;
}

export function main(client: Client): Record<string, string> {
  const phone = client.phone ?? "";
  const known = { phone, language: "en" };
  return { ...known, name: client.name };
}
