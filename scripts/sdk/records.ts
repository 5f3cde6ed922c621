/** The order in which JavaScript lists the names of an object, for the runtime that keeps insertion order. */
import { asInteger } from "./parse.ts";

/** A name and its value as an array index. */
interface IndexName {
  readonly name: string;
  readonly index: number;
}

/** Names that are array indexes first, in ascending order, then the others as they were given. */
export function orderedKeys(keys: readonly string[]): readonly string[] {
  const indexes: IndexName[] = [];
  const others: string[] = [];
  for (const name of keys) {
    // Without a call each, because the names may be ids, hundreds of them.
    const index = asInteger(name);
    if (/^(?:0|[1-9][0-9]{0,9})$/u.test(name) && index < 4294967295) {
      indexes.push({ name, index });
    } else {
      others.push(name);
    }
  }
  return [...indexes.toSorted((a, b) => a.index - b.index).map((entry) => entry.name), ...others];
}
