/** Whether an appointment of the agent is that of a certain person, by the names that were given. */
import { isNearWord } from "./near-word.ts";
import { simpleName } from "./simple-name.ts";
import { soundsLike } from "./sounds-like.ts";

/** True when every word of the shorter name is in the longer one, heard or spelled alike. */
export function isSamePerson(known: string, given: string): boolean {
  const one = soundsLike(simpleName(known)).split(" ");
  const other = soundsLike(simpleName(given)).split(" ");
  const fewer = one.length <= other.length ? one : other;
  const more = one.length <= other.length ? other : one;
  return known === "" || fewer.every((word) => more.some((name) => isNearWord(name, word)));
}
