/** Whose of the appointments that are kept together are meant, where several people call from one line. */
import type { Appointment } from "../domain/appointment.ts";
import { isSameName } from "./same-name.ts";

/** The entries of one person, or what to ask the caller: `question`, "" when there are entries. */
export interface OwnOfName {
  readonly question: string;
  readonly entries: readonly Appointment[];
}

/**
 * The entries in a name that was said in full. Of the others nothing is said, not even that there are any.
 *
 * @param fullName what the caller said, "" when nothing
 * @param again what the agent says to have the operation tried again, as in "you are cancelling the appointment now"
 */
export function ownOfName(entries: readonly Appointment[], fullName: string, again: string): OwnOfName {
  const own = entries.filter((entry) => isSameName(fullName, entry.full_name));
  const question =
    own.length > 0
      ? ""
      : fullName === ""
        ? `Ask the caller for the full name the appointment is under, then say that ${again}. Do not say anything about appointments before that.`
        : `No upcoming appointment was found under this name among those made here. Tell the caller, and ask for the name it is under, or offer to pass the request to the team. Do not name anybody and do not say anything about other appointments.`;
  return { question, entries: own };
}
