/** What the agent is told about appointments that exist. */
import type { HeldAppointment } from "../domain/held-appointment.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { heldText } from "../wording/held-text.ts";

/** More would not be remembered by a listener. */
const mostSpoken = 5;

const again = ", then say that you are looking up the appointments now.";
const handOver = "offer to pass the request to the team";

/** Said when the switch is off. */
export const lookupOffText = `Looking up existing appointments is switched off here. Tell the caller and ${handOver}.`;

/** Said when the module is not connected, or has no user token. */
export const lookupNotConnectedText = `Existing appointments cannot be looked up here. Tell the caller and ${handOver}. Do not say whether there is an appointment.`;

/** Asks for what tells one person from another. */
export const askNameText = `Ask the caller for the full name the appointment is under${again} Do not say anything about appointments before that.`;

/** The same where several people use the number. */
export const askNameOfManyText = `Ask the caller for the full name the appointment is under, and for the phone number if it is another than this one${again} Do not say anything about appointments before that.`;

/** Asks for a number. */
export const askPhoneText = `Ask the caller for the phone number the appointment is under, with the country code, and for the full name${again}`;

/** The same for an unknown number and for a name that does not fit it: the difference is nobody's business. */
export const notIdentifiedText = `No upcoming appointment can be found for this name and phone number. Tell the caller, offer to try another phone number or spelling, or ${handOver}. Do not say whether the number is known.`;

/** Nothing was found, but not everything could be looked at. */
export const notAllSearchedText = `Existing appointments cannot be looked up because too much is kept that is like this phone number: none was among what could be seen, and there may be one all the same. Tell the caller that the search is not complete, and ${handOver}. Do not say that there is no appointment.`;

/** Beside what was found. */
export const moreMayBeText = "If the caller misses one, say that there may be more than could be seen.";

/** Several people share the number. */
export const severalPeopleText = `Several people are known under this phone number. Ask the caller for the full name the appointment is under${again} Do not name anybody and do not say anything about appointments before that.`;

/** The caller asks for somebody else than the one person known under their number. */
export const otherNameText = `No upcoming appointment was found under this name and the caller's phone number. Tell the caller, and ask for the name or the phone number it is under, or ${handOver}. Do not name anybody and do not say anything about other appointments.`;

/**
 * The number is the caller's own, and nothing is planned.
 *
 * @param canBook booking is switched on
 */
export function nothingPlannedText(days: number, canBook: boolean): string {
  const offer = canBook ? "to book one, " : "";
  return `No upcoming appointment was found under the caller's phone number for the next ${days} days. Tell the caller, and offer ${offer}to try another phone number, or to pass the request to the team.`;
}

/** `Haircut with James on Tuesday, December 1 at 10:30; ...`. */
function heldAppointmentsText(appointments: readonly HeldAppointment[], today: string): string {
  const spoken = appointments.slice(0, mostSpoken).map((item) => heldText(item, today));
  const rest = appointments.length - spoken.length;
  return `${spoken.join("; ")}${rest > 0 ? `; and ${rest} more later` : ""}`;
}

/**
 * The answer to a caller who asked.
 *
 * @param others how many of them were not made by the agent
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function appointmentsFoundText(
  appointments: readonly HeldAppointment[],
  others: number,
  today: string,
): string {
  const rule =
    others === 0
      ? ""
      : appointments.length === 1
        ? " It was not made here, so only the team can move or cancel it."
        : others === appointments.length
          ? " They were not made here, so only the team can move or cancel them."
          : " Those that were not made here can be moved or cancelled only by the team.";
  const head =
    appointments.length === 1
      ? "The caller has one upcoming appointment"
      : "The caller's upcoming appointments";
  return `${head}: ${heldAppointmentsText(appointments, today)}. Tell the caller.${rule}`;
}

/** Why it could not be found out. */
export function lookupFailedText(problem: ProblemKind): string {
  const reason = ["rate", "transport"].includes(problem)
    ? "the booking system does not answer right now"
    : "the connection to the booking system needs the team's attention";
  return `Existing appointments cannot be looked up because ${reason}. Apologise, and ${handOver}. Do not say that there is no appointment.`;
}
