/**
 * Every kind of thing the agent is told, by the sentence that says it, with what must then be true. The table is
 * closed: a sentence that is in none of its lines is no answer anybody has thought about.
 */
import { months } from "../../skills/text/speak-date.ts";

/** An entry of the caller's stored list, as far as it can be spoken of. */
export interface StoredEntry {
  readonly record_id: string;
  /** Local time of the location: `YYYY-MM-DDTHH:MM` and whatever follows. */
  readonly datetime: string;
  readonly status: string;
}

/** How things are when something is said. */
export interface Scene {
  /** Starts of the live appointments the conversation is about, `YYYY-MM-DD HH:MM` on the location's clock. */
  readonly standing: readonly string[];
  readonly stored: readonly StoredEntry[];
}

/**
 * What a sentence does: `claim` that something was done, `denial` that it was, `unknown`: nobody can say, `report` of
 * what was looked up, `question` to the caller, `instruction` that says nothing about the calendar.
 */
type Sort = "claim" | "denial" | "unknown" | "report" | "question" | "instruction";

/** One line of the table. */
export interface AnswerKind {
  readonly kind: string;
  readonly sort: Sort;
  readonly says: RegExp;
  /** What must be true of the moments the sentence names, in its order; of the scene where it names none. */
  readonly truth: (scene: Scene, moments: readonly string[]) => boolean;
}

const spokenMoment = new RegExp(
  `day, (${months.join("|")}) ([0-9]{1,2})(?:, [0-9]{4})? at ([0-9]{2}:[0-9]{2})`,
  "gu",
);

/** The moments a sentence names, `MM-DD HH:MM`: the year is not said. */
export function momentsIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(spokenMoment)].map(([, month = "", day = "", time = ""]) => {
    const number = months.findIndex((name) => name === month) + 1;
    return `${String(number).padStart(2, "0")}-${day.padStart(2, "0")} ${time}`;
  });
}

const standingAt = ({ standing }: Scene, moment: string): number =>
  standing.filter((start) => start.slice(5, 16) === moment).length;

const statusesAt = ({ stored }: Scene, moment: string): readonly string[] =>
  stored
    .filter((entry) => entry.datetime.slice(5, 16).replace("T", " ") === moment)
    .map((entry) => entry.status);

const isUnsettled = (status: string): boolean => ["submitting", "unconfirmed"].includes(status);

type Truth = AnswerKind["truth"];

const always: Truth = () => true;

/** It stands once, and is kept as booked. */
const stands: Truth = (scene, moments) =>
  moments.length > 0 &&
  moments.every((moment) => standingAt(scene, moment) === 1 && statusesAt(scene, moment).includes("booked"));

/** The last moment named is the appointment's own; those before it are where it was to go. */
const lastStands: Truth = (scene, moments) => stands(scene, moments.slice(-1));

const firstStands: Truth = (scene, moments) => stands(scene, moments.slice(0, 1));

/** It stands at the first moment and no longer at the second. */
const wentThere: Truth = (scene, [to = "", from = ""]) =>
  stands(scene, [to]) && (from === to || standingAt(scene, from) === 0);

/** It does not stand, and nothing is kept that says so. */
const isGone: Truth = (scene, moments) =>
  moments.length > 0 &&
  moments.every(
    (moment) =>
      standingAt(scene, moment) === 0 && statusesAt(scene, moment).every((status) => status === "cancelled"),
  );

/** It is kept as not known, and was made once at most. */
const isOpen: Truth = (scene, moments) => {
  const moment = moments.at(-1) ?? "";
  return standingAt(scene, moment) <= 1 && statusesAt(scene, moment).some(isUnsettled);
};

const isOpenUnseen: Truth = (scene, moments) =>
  isOpen(scene, moments) && standingAt(scene, moments.at(-1) ?? "") === 0;

/** It is kept as booked, and stands once at most at all the moments named. */
const isKept: Truth = (scene, moments) =>
  [...new Set(moments)].reduce((sum, moment) => sum + standingAt(scene, moment), 0) <= 1 &&
  statusesAt(scene, moments.at(-1) ?? "").includes("booked");

/** Nothing stands that is not kept as booked. */
const nothingBeyond: Truth = (scene) =>
  scene.standing.every((start) => statusesAt(scene, start.slice(5, 16)).includes("booked"));

/** All that is kept as booked stands. */
const nothingLost: Truth = (scene) =>
  scene.stored.every(
    ({ status, datetime }) =>
      status !== "booked" || standingAt(scene, datetime.slice(5, 16).replace("T", " ")) === 1,
  );

const nothingMade: Truth = (scene) =>
  scene.standing.length === 0 && scene.stored.every(({ status }) => status !== "booked");

const line = (kind: string, sort: Sort, says: RegExp, truth: Truth = always): AnswerKind => ({
  kind,
  sort,
  says,
  truth,
});

/** The table. A sentence is what the first line that fits says it is. */
export const answerKinds: readonly AnswerKind[] = [
  // Booking.
  line("booked", "claim", /^The appointment is booked: /u, stands),
  line(
    "booked before",
    "claim",
    /^This appointment is already booked(?: under that phone number)?: /u,
    stands,
  ),
  line(
    "booked otherwise",
    "claim",
    /^The appointment is booked, but not as it was asked for: it is /u,
    stands,
  ),
  line("cancelled since", "claim", /^This appointment was made and is cancelled again: /u, isGone),
  line(
    "moved by the team",
    "claim",
    /^This appointment was booked and the team has moved it since: it is now /u,
    stands,
  ),
  line(
    "another is open",
    "unknown",
    /^It is still not confirmed whether the one submitted before was made(?: too)?: /u,
    isOpen,
  ),
  line(
    "booking unknown",
    "unknown",
    /^It could not be confirmed whether the appointment was made: /u,
    isOpen,
  ),
  line(
    "booking not seen",
    "unknown",
    /^The booking system gave no answer, and it shows no such appointment so far: /u,
    isOpenUnseen,
  ),
  line(
    "submitted before",
    "unknown",
    /^This appointment was submitted before and its result is not confirmed: /u,
    isOpen,
  ),
  line(
    "other at that time",
    "claim",
    / already has an appointment at that time: | already has an appointment that overlaps with /u,
    lastStands,
  ),
  line(
    "another of the kind",
    "question",
    / already has .*: ask whether the new one is to be instead of that\.$/u,
    stands,
  ),
  line(
    "perhaps the same",
    "question",
    /^There is an appointment at that time in the name of /u,
    (scene, moments) => lastStands(scene, moments) || isOpen(scene, moments),
  ),
  line(
    "open at that time",
    "unknown",
    / already has an appointment at that time whose result is not confirmed: | has asked for an appointment that overlaps with .*, and its result is not confirmed: /u,
    isOpen,
  ),
  line(
    "not booked",
    "denial",
    /^(?:Nothing|Nothing else) is booked\.$|^It is not booked yet\.$/u,
    nothingBeyond,
  ),
  line(
    "not again",
    "instruction",
    /^It was not (?:booked|submitted) again(?:, to avoid booking it twice)?\.$/u,
  ),
  // Cancelling.
  line("cancelled", "claim", /^The appointment is cancelled: /u, isGone),
  line("cancelled before", "claim", /^This appointment is already cancelled: /u, isGone),
  line(
    "not cancelled",
    "denial",
    /^This appointment could not be cancelled and still stands: |^The booking system did not carry out the cancellation, and the appointment still stands: /u,
    stands,
  ),
  line(
    "not cancelled",
    "denial",
    /^Nothing is cancelled(?: yet)?\.$|^It is not cancelled yet\.$/u,
    nothingLost,
  ),
  line(
    "cancellation unknown",
    "unknown",
    /^It could not be confirmed whether the appointment was cancelled: /u,
    isKept,
  ),
  line(
    "still being submitted",
    "unknown",
    /^This appointment is being submitted right now and its result has not come yet: /u,
    isOpen,
  ),
  line("never confirmed", "unknown", /^It was never confirmed that this appointment was made: /u, isOpen),
  line(
    "booked anew",
    "claim",
    /^The earlier appointment is cancelled, and the one that was booked anew for the same time stands: /u,
    stands,
  ),
  // Moving.
  line("moved", "claim", /^The appointment is moved: it is now /u, wentThere),
  line("changed meanwhile", "claim", /^This appointment has changed meanwhile: it is now /u, stands),
  line("moved before", "claim", /^The appointment is at that time already: /u, stands),
  line(
    "not moved",
    "denial",
    /^The appointment stays as it is: |, and the appointment stays as it is: |^It was: /u,
    stands,
  ),
  line("not moved", "denial", /^Nothing is moved\.$|^It is not moved yet\.$/u, nothingLost),
  line("no answer", "unknown", /^The appointment cannot be moved because the booking system /u, nothingLost),
  line("no access", "denial", /^The appointment cannot be moved because the connection /u, nothingLost),
  line(
    "cannot be moved",
    "denial",
    /^This appointment cannot be moved here: /u,
    (scene, moments) => lastStands(scene, moments) || isOpen(scene, moments),
  ),
  line(
    "move unknown",
    "unknown",
    /^It could not be confirmed whether the appointment was moved to /u,
    isKept,
  ),
  line("gone", "claim", /^This appointment no longer stands: /u, isGone),
  line("gone", "instruction", /^It was cancelled\.$/u),
  // Answers that came late.
  line(
    "stands after all",
    "claim",
    /^The result of an earlier request has come: this appointment is booked and stands: /u,
    stands,
  ),
  line(
    "gone after all",
    "claim",
    /^The result of an earlier request has come: this appointment is cancelled and no longer stands: /u,
    isGone,
  ),
  line(
    "never made",
    "denial",
    /^The result of an earlier request has come: this appointment was not made: /u,
    isGone,
  ),
  line("still unknown", "unknown", /^It could not be confirmed whether this appointment stands: /u, isOpen),
  line("interrupted", "unknown", /^The request that was just under way was interrupted /u),
  // Reading back, before anything is done.
  line("move read back", "question", /^Read this back .* is to be moved to /u, firstStands),
  line("cancellation read back", "question", /^Read this back .* is to be cancelled: /u, stands),
  line(
    "cancellation read back",
    "question",
    /^Read these back .* all of them are to be cancelled: /u,
    stands,
  ),
  line("booking read back", "question", /^Read this back to the caller /u),
  // Which appointment.
  line("none made here", "denial", /^No upcoming appointment that was made here is known /u, nothingMade),
  line("which appointment", "question", /^Several appointments fit: |^Made here: /u),
  line("no such appointment", "denial", /^No appointment that was made here fits that\.$/u),
  // Free times.
  line("not free", "denial", / is not free(?: for [^.]*)?\.$| is in the night, and nothing is free then\.$/u),
  line("fully booked", "denial", / there is no free time for .*: everything is booked\.$/u),
  line("booked or off", "denial", / there is no free time for .*: whoever does it is booked or off\.$/u),
  line("nothing free", "denial", / there is no free time for |^There is nothing free until /u),
  line("nothing free", "denial", /^(?:On .* n|N)othing is free for |^No other free time was found\.$/u),
  line("not open", "denial", / the location is closed, or nobody who does /u),
  line("too far ahead", "denial", / is too far ahead: online booking /u),
  line("member off", "denial", / does not work (?:on|from) |^None of .* works (?:on|from) /u),
  line("nobody offers", "denial", / takes? online bookings for .* at the moment\.$| does not take online /u),
  line("no service", "denial", /^No service can be booked online /u),
  line("past", "denial", / (?:is|are) in the past\.$|^The part of the day asked for is over today\.$/u),
  line("which day", "question", / is no (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\.$/u),
  line("no such date", "denial", /^There is no such date in the calendar\.$/u),
  line("offer", "report", /^Free times for | is free for .*\.$| is free\.$|^That time is free\.$/u),
  line(
    "offer",
    "report",
    /^The nearest free times |^Other free times near it |^Somebody else is free then: /u,
  ),
  line("offer", "report", /^With another staff member /u),
  line(
    "own place",
    "report",
    / overlaps with the appointment that is to be moved, | is when the appointment is /u,
  ),
  line("too long", "report", /^It is over at /u),
  // What exists already.
  line(
    "appointments",
    "report",
    /^The caller has one upcoming appointment: |^The caller's upcoming appointments: /u,
  ),
  line("appointments", "report", /^As of .*, upcoming appointments of this caller: /u),
  line("nothing planned", "denial", /^As of .*, this caller has no upcoming appointment\.$/u),
  line("not made here", "instruction", /^(?:It was|They were|Those that were) not made here/u),
  line("nothing planned", "denial", /^No upcoming appointment was found under the caller's phone number/u),
  line("nothing under the name", "denial", /^No upcoming appointment was found under this name /u),
  line(
    "not identified",
    "denial",
    /^No upcoming appointment can be found for this name and phone number\.$/u,
  ),
  line("several people", "question", /^Several people are known under this phone number\.$/u),
  // Why not.
  line("no access", "unknown", / cannot be (?:checked|looked up) because the connection /u),
  line(
    "no answer",
    "unknown",
    / cannot be (?:checked|looked up) .*because the booking system does not answer/u,
  ),
  line("not looked up", "unknown", / cannot be (?:checked|looked up) (?:right now|because|here)/u),
  line("off", "denial", / is switched off here\.$/u),
  line("not connected", "denial", /^The booking system is not connected yet/u),
  line("no access", "denial", /^Booking is not possible because the connection /u),
  line("no answer", "denial", /^The booking system does not answer right now\.$/u),
  line("busy", "denial", /^The booking system is busy\.$/u),
  line("details refused", "denial", /^The booking system did not accept the details\.$/u),
  line("name refused", "question", /^The name was not accepted\.$/u),
  line("number refused", "question", /^The phone number is not complete or not clear, or /u),
  line("address refused", "question", /^The e-mail address is not complete or not clear\.$/u),
  line("code asked for", "question", /^The location confirms bookings by SMS[:,] |^A code was sent to /u),
  line("code refused", "question", /^The code from the SMS was not right\.$/u),
  line(
    "not online",
    "denial",
    /^This booking cannot be made online\.$|^This service cannot be booked online like this, /u,
  ),
  line("overlaps", "denial", /^This visit overlaps with another one\.$/u),
  line("service gone", "denial", /^This service can no longer be booked online\.$/u),
  line(
    "not bookable",
    "denial",
    /^This service cannot be booked online like this, or not with this person\.$/u,
  ),
  line("not bookable", "denial", /^Tell the caller that this service cannot be booked online like this/u),
  line("service gone", "denial", /^Tell the caller that this service can no longer be booked online/u),
  line("no moves here", "denial", /^Appointments cannot be moved directly here\.$/u),
  // Which service, which member.
  line(
    "which member",
    "question",
    /^(?:Of .*, only|Neither) .* does | does (?:not do|[^:]*, but not) [^:]*\.$/u,
  ),
  line("which entry", "question", /^Several entries(?: fit ".*")?: /u),
  line(
    "no such entry",
    "denial",
    /^There is no .* called ".*" that can be booked\.$|^That .* cannot be booked\.$/u,
  ),
  line("no such entry", "instruction", /^The nearest is: /u),
  line("which member", "question", /^Ask the caller whether it has to be /u),
  line("which member", "question", / can be done by: |^No single staff member does /u),
  line("twice", "question", / was asked for more than once/u),
  // To the agent.
  line("name asked for", "question", /^Ask the caller for the full name the appointment is under/u),
  line("number asked for", "question", /^Ask the caller for the phone number the appointment is under/u),
  line(
    "question",
    "question",
    /^Ask (?:the caller|which|whether)|^Before .* can be booked, ask the caller /u,
  ),
  line(
    "to the agent",
    "instruction",
    /^(?:Tell|Apologise|Offer|Say|Check|Do not|Name no other time as free)/u,
  ),
  line(
    "to the agent",
    "instruction",
    /^(?:Once|Only if the caller asks|Mention this only|If|There are more|Another name or)/u,
  ),
  line("to the agent", "instruction", /^It is with (?:whoever is free|[^.:]*, the only one who does it)\.$/u),
  line("to the agent", "instruction", /^These are (?:local times of the location|with [^.]*)\.$/u),
  line("to the agent", "instruction", /^Nothing else (?:was|is) changed\.$|^The staff member is [^.:]*\.$/u),
  line("to the agent", "instruction", /^This service is marked as paid in advance/u),
  line("to the agent", "instruction", /^It is one visit and can only be cancelled as a whole/u),
  line("to the agent", "instruction", /^The business does not accept its cancellation here/u),
  line("to the agent", "instruction", /^Only appointments made here can be /u),
  line("to the agent", "instruction", /^No new appointment can be booked here: /u),
];
