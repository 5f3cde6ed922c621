/**
 * Parameters of an address
 *
 * `URLSearchParams` is there where its uses are those of a list of names and values: made of nothing, a record or a list
 * of pairs, changed by `append`, `set` and `delete` where it was made, asked by `get`, `getAll`, `has` (of a value, too) and
 * `size`, gone over, written as text, handed to functions and given by them (which say so: `: URLSearchParams`).
 *
 * @run {"input": {"service": "cut & dry", "staff": ["7", "12"]}}
 * @run {"input": {"service": "\u00c9pilation", "staff": []}}
 */
export function main(input: { service: string; staff: string[] }): string {
  const query = new URLSearchParams({ service: input.service });
  for (const id of input.staff) {
    query.append("staff_id", id);
  }
  if (!query.has("staff_id")) {
    query.set("any", "1");
  }
  return `/slots?${query.toString()}`;
}
