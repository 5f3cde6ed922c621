/** How deep YAML may be nested. */
import { Parser, type CST } from "yaml";

/** Deeper than anything the platform writes, which has five levels; far from what a reader cannot take. */
const deepest = 100;

/** What a text has that is nested so deep: as many brackets, as long an indent, or as many dashes in a line. */
function mayBeDeep(text: string): boolean {
  return (
    (text.match(/[[{]/gu)?.length ?? 0) > deepest || /^ {100}/mu.test(text) || /(?:[-?:] +){50}/u.test(text)
  );
}

/**
 * Looks at the tokens before the text is read: a reader that runs out of stack can take the whole process with it.
 *
 * @throws Error when lists and maps stand in one another more than a hundred deep
 */
export function refuseDeepYaml(text: string): void {
  if (!mayBeDeep(text)) {
    return;
  }
  let level: readonly (CST.Token | null | undefined)[] = [...new Parser().parse(text)];
  for (let depth = 0; level.length > 0; depth += 1) {
    // A document is the first level.
    if (depth > deepest + 1) {
      throw new Error("Its lists and maps are nested too deep.");
    }
    level = level.flatMap(inside);
  }
}

function inside(token: CST.Token | null | undefined): readonly (CST.Token | null | undefined)[] {
  switch (token?.type) {
    case "document":
      return [token.value];
    case "block-map":
    case "block-seq":
    case "flow-collection":
      return token.items.flatMap(({ key, value }) => [key, value]);
    default:
      return [];
  }
}
