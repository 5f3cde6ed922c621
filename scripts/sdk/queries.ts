/**
 * What a `URLSearchParams` of a program is read as: its names and values in their order. Written in the handlers' subset;
 * in Node nothing calls it.
 */
import { encodeQuery } from "./intrinsics.ts";

/** A name and its value. */
type Pair = [string, string];

/** `new URLSearchParams(pairs)`. */
export function queryOf(pairs: readonly (readonly string[])[]): Pair[] {
  return pairs.map((pair) => {
    const [name, value] = pair;
    if (name === undefined || value === undefined || pair.length > 2) {
      throw new Error("new URLSearchParams() of what is no pair of a name and a value");
    }
    return [name, value];
  });
}

/** `params.append(name, value)`. */
export function withMore(pairs: readonly Pair[], name: string, value: string): Pair[] {
  return [...pairs, [name, value]];
}

/** `params.set(name, value)`: the first value of the name is this one, and the others are gone. */
export function withQuery(pairs: readonly Pair[], name: string, value: string): Pair[] {
  const first = pairs.findIndex((pair) => pair[0] === name);
  if (first < 0) {
    return [...pairs, [name, value]];
  }
  const before = pairs.slice(0, first);
  const behind = pairs.slice(first + 1).filter((pair) => pair[0] !== name);
  return [...before, [name, value], ...behind];
}

/** `params.delete(name)`. */
export function withoutQuery(pairs: readonly Pair[], name: string): Pair[] {
  return pairs.filter((pair) => pair[0] !== name);
}

/** `params.get(name)`. */
export function queryValue(pairs: readonly Pair[], name: string): string | null {
  const found = pairs.find((pair) => pair[0] === name);
  return found === undefined ? null : found[1];
}

/** `params.getAll(name)`. */
export function queryValues(pairs: readonly Pair[], name: string): string[] {
  return pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
}

/** `params.has(name)`. */
export function hasQuery(pairs: readonly Pair[], name: string): boolean {
  return pairs.some((pair) => pair[0] === name);
}

/** `params.has(name, value)`. */
export function hasQueryValue(pairs: readonly Pair[], name: string, value: string | undefined): boolean {
  return pairs.some((pair) => pair[0] === name && (value === undefined || pair[1] === value));
}

/** `params.toString()`. */
export function queryText(pairs: readonly Pair[]): string {
  return pairs.map((pair) => `${formText(pair[0])}=${formText(pair[1])}`).join("&");
}

/** A text as a form sends it: a space is `+`, and only letters, digits and `*-._` stay what they are. */
function formText(text: string): string {
  return encodeQuery(text).replaceAll("%20", "+").replaceAll("%2A", "*").replaceAll("~", "%7E");
}
