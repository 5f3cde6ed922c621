/**
 * What counts as true
 *
 * Texts, numbers and booleans may be conditions as they are. Of a list or an object, write what is meant.
 *
 * @run {"input": {"name": "Ann", "tags": ["new"], "master": null}}
 * @run {"input": {"name": "", "tags": [], "master": {"name": "Kim"}}}
 */
export function main(input: { name: string; tags: string[]; master: { name: string } | null }): string[] {
  const facts: string[] = [];
  if (input.name) {
    facts.push("has a name");
  }
  if (input.tags.length > 0) {
    facts.push("has tags");
  }
  if (input.master !== null) {
    facts.push(`wants ${input.master.name}`);
  }
  return facts;
}
