/** Asks which entry of the catalogue a caller means. */
import { speakList } from "../text/speak-date.ts";
import type { NamedKind, NameMatch } from "./match-name.ts";

/** Most names that are read out. */
const mostNamed = 6;

/**
 * What the agent is told when a name fits several entries, or none.
 *
 * @param match anything but one
 * @param wanted what the caller said, or an id, which is not spoken
 * @param instead a sentence about what there is, where none fits
 */
export function askWhichText(match: NameMatch, wanted: string, what: NamedKind, instead = ""): string {
  const isId = /^[0-9]+$/u.test(wanted.trim());
  if (match.kind === "several") {
    const fit = isId ? "" : ` fit "${wanted}"`;
    return `Several entries${fit}: ${speakList(match.labels.slice(0, mostNamed), "or")}. Ask the caller which ${what} they mean.`;
  }
  const nearest = match.labels.length > 0 ? ` The nearest is: ${speakList(match.labels, "or")}.` : "";
  const missing = isId
    ? `That ${what} cannot be booked.`
    : `There is no ${what} called "${wanted}" that can be booked.`;
  return `${missing}${nearest}${instead} Tell the caller and ask which ${what} they would like.`;
}
