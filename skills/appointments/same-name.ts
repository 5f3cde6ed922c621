/** Compares the name a caller gives with the one a client is known by. */
import { simpleName } from "../shared/simple-name.ts";

/**
 * True when every word of the given name belongs to the client's name, in any order, whatever the case, the
 * accents and the alphabet. A first name alone does not tell two people apart, so it is not enough where the
 * client is known by more.
 *
 * @param given what the caller said
 * @param known the client's name
 */
export function isSameName(given: string, known: string): boolean {
  const said = simpleName(given)
    .split(" ")
    .filter((word) => word !== "");
  const words = simpleName(known)
    .split(" ")
    .filter((word) => word !== "");
  const enough = said.length > 0 && said.length >= Math.min(2, words.length);
  return enough && said.every((word) => words.includes(word));
}
