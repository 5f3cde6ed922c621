/** Recognises the ways to say that any member of the staff will do. */
import { simpleName } from "./simple-name.ts";

// Words as `simpleName` leaves them, a blank before and after each: one search in a text costs next to nothing.

/** Words that leave the choice open, in the languages callers are most likely to speak. */
const openWords =
  " 0 any anyone anyones anybody everyone who whoever whoevers whichever whatever someone somebody preference matter matters care mind particular available none nobody nil null egal beliebig beliebige beliebiger wer irgendwer irgendjemand irgendeine irgendeiner jemand jeder jede praferenz wunsch rolle wichtig lyuboi lyubaya lyubogo lyubomu lyubuyu lyubym ugodno nibud ravno raznicy vazhno nevazhno bezrazlichno znacheniya svoboden svobodna svobodnyi importe nimporte importa igual cualquiera chiunque ktokolwiek ";

/** Words that may stand beside them. Whoever is named, or anything else that is said, is not among them. */
const smallWords =
  " a all and are as at be body can do does doesnt dont fine first for free frei good have i in is its it me my next no not ok okay of one ones or person please possible really staff stylist barber employee member specialist team that the there to us we whos will with works would am auch da das der dem die den ein eine einer es gerade habe hat ich immer irgend ist keine keinen kein mir mitarbeiter mitarbeiterin nicht spielt uns von zeit bitte bez dlya eto imeet k kem kogo komu kto kotoryi master mastera masteru masterom menya mne ne u vse da peu qui quien ";

/**
 * True when the choice of the staff member is left open: `whoever is free`, `no matter who`, `egal`, `кто угодно`,
 * or nothing at all. Every word must be known, so that `anyone but Anna` and `Anna or anyone` are not taken for it.
 *
 * @param staff what the caller said
 */
export function meansAnybody(staff: string): boolean {
  const words = simpleName(staff)
    .split(" ")
    .filter((word) => word !== "");
  const isOpen = words.length === 0 || words.some((word) => openWords.includes(` ${word} `));
  return isOpen && words.every((word) => `${openWords}${smallWords}`.includes(` ${word} `));
}
