/** Recognises that a caller speaks of all their appointments. */
import { simpleName } from "./simple-name.ts";

/** Words for it as `simpleName` leaves them, in the languages callers are most likely to speak. */
const allWords =
  " all both everything alle beide beiden beides alles vse oba obe todas todos ambas ambos tous toutes ";

/** True for `both of them`, `alle beide`, `обе`. */
export function meansAll(said: string): boolean {
  return simpleName(said)
    .split(" ")
    .some((word) => word !== "" && allWords.includes(` ${word} `));
}
