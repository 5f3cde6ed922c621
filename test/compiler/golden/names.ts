/**
 * Names
 *
 * The author's names are kept: what the compiler adds steps aside, and a name is free again after its loop.
 *
 * @run {"input": {"known": ["a", "b"], "found": [["c"], [], ["a"]]}}
 * @run {"input": {"known": [], "found": []}}
 */
function count(list: readonly string[]): number {
  let total = 0;
  for (const item of list) {
    total += item.length;
  }
  return total;
}

export function main(input: { known: string[]; found: string[][] }): number[] {
  const sizes = input.found.map((item) => count(item.filter((text) => input.known.includes(text))));
  const item = input.found.find((list) => list.length === 0)?.length ?? -1;
  const longest = input.known.filter((text) => text !== "a").length;
  const first = input.found[0]?.[0] ?? "nothing";
  const result = sizes.filter((size) => size > 0);
  return [...result, item, longest, count([first, ...input.known])];
}
