/** The order in which JavaScript lists the names of an object, for the runtime that keeps insertion order. */
import { toInteger } from "./parse.ts";

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
    const parsed = toInteger(name);
    const isIndex = /^(?:0|[1-9][0-9]{0,9})$/u.test(name) && parsed.value < 4294967295;
    if (isIndex) {
      indexes.push({ name, index: parsed.value });
    } else {
      others.push(name);
    }
  }
  return [...indexes.toSorted((a, b) => a.index - b.index).map((entry) => entry.name), ...others];
}
