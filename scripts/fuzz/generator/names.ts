/** Names of generated variables: every third is one that Jinja2, Python or the compiler uses for something of its own. */
const taken =
  `loop none self value vars up persona json items keys range dict caller namespace parts known awaited key
  found index update get pop copy count position text lines varargs kwargs not_ is_ or_ set_ act frame state request at
  result merged mapped chosen units texts list_ item cycler joiner re uuid datetime zoneinfo`.split(/\s+/);

/** The name of the variable with a number: one number, one name. */
export function variableName(kind: string, count: number): string {
  const hard = count % 3 === 0 ? taken[count / 3 - 1] : undefined;
  return hard ?? `${kind}${String(count)}`;
}
