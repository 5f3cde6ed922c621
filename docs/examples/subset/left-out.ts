/**
 * Properties that are undefined
 *
 * They are there for the program, and left out of JSON, as in JavaScript.
 *
 * @run {"input": {"name": "Ann", "phones": ["+491"], "note": "by the window"}}
 * @run {"input": {"name": "Ann", "phones": []}}
 */
interface Payload {
  name: string;
  phone?: string | undefined;
  note?: string | undefined;
}

export function main(input: { name: string; phones: string[]; note?: string }): string[] {
  const payload: Payload = { name: input.name, phone: input.phones[0], note: input.note };
  return [Object.keys(payload).join(), JSON.stringify(payload)];
}
