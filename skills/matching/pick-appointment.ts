/** Finds out which of the agent's own appointments the caller means. */
import { toInteger } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import { speakList } from "../text/speak-date.ts";
import { appointmentAmong, appointmentUnderName } from "../wording/appointment-text.ts";
import { fitsWord, wordsOf } from "./fits-words.ts";
import { isPartOfName } from "./same-name.ts";
import { isSamePerson } from "./same-person.ts";

/** What was said of the appointment; "" and an empty list for what was not. */
export interface Clues {
  /** Its number in the list, the booking system's id, or the caller's words. */
  readonly said: string;
  readonly services: readonly string[];
  readonly staff: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** `YYYY-MM-DD` on the location's clock, for words such as tomorrow. */
  readonly today: string;
  /** Whose it is; one that is clearly another person's is not meant. */
  readonly fullName: string;
  /** All that fit are meant, one after the other. */
  readonly all?: boolean;
}

/** The appointment meant, or what to ask the caller (`question`, "" when nothing). */
export interface Pick {
  readonly question: string;
  readonly entry: Appointment | null;
  /** Nothing was said to tell it from others: it is the only one that still stands. */
  readonly assumed: boolean;
}

/**
 * Picks by number in the list, by the booking system's id, or by what was said of it: day, time, services,
 * staff member, whose it is. Whatever was said must fit: the caller may speak of an appointment that was not made here. When
 * several fit, or none does, the caller is asked: a wrong guess would change somebody's plans. Where all are meant it is
 * the nearest that still stands.
 *
 * @param entries at least one, in the order they were numbered for the language model
 */
export function pickAppointment(entries: readonly Appointment[], clues: Clues): Pick {
  const wanted = clues.said.trim();
  const number = toInteger(wanted);
  const sameId = entries.find((entry) => entry.record_id !== "" && entry.record_id === wanted);
  if (sameId !== undefined) {
    return chosen(sameId);
  }
  const numbered = number.ok && number.value > 0 ? entries[number.value - 1] : undefined;
  if (
    numbered !== undefined &&
    numbered.datetime.startsWith(clues.date) &&
    ownOf([numbered], clues).length > 0
  ) {
    return chosen(numbered);
  }
  // A number that goes with another date or person was not that of the list.
  const words = wordsOf(`${numbered === undefined ? wanted : ""} ${clues.services.join(" ")} ${clues.staff}`);
  const then = entries.filter(
    (entry) =>
      entry.datetime.startsWith(clues.date) &&
      (clues.time === "" || entry.datetime.slice(11, 16) === clues.time),
  );
  const plainly = then.filter((entry) => words.every((word) => fitsWord(entry, word, clues.today, "")));
  // A name that a member of the staff has is that member's.
  const said =
    plainly.length > 0
      ? plainly
      : then.filter((entry) => words.every((word) => fitsWord(entry, word, clues.today, entry.full_name)));
  const own = ownOf(said, clues);
  const named =
    clues.fullName === "" ? [] : own.filter((entry) => isPartOfName(clues.fullName, entry.full_name));
  const fitting = named.length > 0 ? named : own;
  const standing = fitting.filter((entry) => entry.status !== "cancelled");
  const last = standing.length > 0 ? standing.at(-1) : fitting.at(-1);
  if (last === undefined) {
    return { question: noneText(entries, said.length > 0), entry: null, assumed: false };
  }
  // An appointment that was cancelled and made anew reads like the old one.
  const alike = fitting.every(
    (entry) => appointmentAmong(fitting, entry) === appointmentAmong(fitting, last),
  );
  if (standing.length === 1 || (standing.length === 0 && alike)) {
    const unsaid =
      words.length === 0 && clues.date === "" && clues.time === "" && fitting.length === said.length;
    return { question: "", entry: last, assumed: unsaid && !alike && clues.all !== true };
  }
  return clues.all === true
    ? chosen(nearestOf(standing) ?? last)
    : { question: whichText(fitting), entry: null, assumed: false };
}

/** The nearest first. */
export function inOrder(entries: readonly Appointment[]): readonly Appointment[] {
  return entries.toSorted((a, b) => (a.datetime < b.datetime ? -1 : a.datetime > b.datetime ? 1 : 0));
}

/** The one that starts first; null when there is none. */
export function nearestOf(entries: readonly Appointment[]): Appointment | null {
  return inOrder(entries)[0] ?? null;
}

/** Those that are not clearly another person's; all of them where several people were named, or all are meant. */
function ownOf(entries: readonly Appointment[], { fullName, all }: Clues): readonly Appointment[] {
  return fullName === "" || all === true || /[/;&+|]| (?:and|und|et|y|и|і|та) /iu.test(fullName)
    ? entries
    : entries.filter((entry) => isSamePerson(entry.full_name, fullName));
}

function chosen(entry: Appointment): Pick {
  return { question: "", entry, assumed: false };
}

function whichText(entries: readonly Appointment[]): string {
  return `Several appointments fit: ${listText(entries, false)}. Ask the caller which one they mean; if it is more than one, with which to begin.`;
}

/** @param isNamed a name was given that none is under: theirs are told */
function noneText(entries: readonly Appointment[], isNamed: boolean): string {
  return `No appointment that was made here fits that. Made here: ${listText(entries, isNamed)}. Ask the caller whether they mean ${entries.length === 1 ? "this one" : "one of these"}; others can be changed only by the team, so offer to pass the request on.`;
}

function listText(entries: readonly Appointment[], isNamed: boolean): string {
  return speakList(
    entries.slice(0, 5).map((entry) => {
      const text = isNamed ? appointmentUnderName(entry) : appointmentAmong(entries, entry);
      return `${text}${entry.status === "cancelled" ? " (already cancelled)" : ""}`;
    }),
    "or",
  );
}
