/** Tells the agent, without having it speak, which appointments the caller has, and which of them only the team can change. */
import { userDataEvent } from "#sdk";
import type { SkillContext } from "#sdk";
import { isUnsettled } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { clockAt, minutesInUtc } from "../domain/clock.ts";
import type { Clock } from "../domain/clock.ts";
import { connectedLocation, readLocationFacts } from "../domain/location-facts.ts";
import type { Ending } from "../domain/outcome.ts";
import { readAppointments, upcomingOf } from "../domain/own-appointments.ts";
import { callerLine } from "../hearing/caller-number.ts";
import { speakMoment } from "../text/speak-date.ts";
import { appointmentAmong } from "../wording/appointment-text.ts";
import { keepTold, readShown, readTold } from "./known-appointments.ts";
import type { KnownAppointment, ShownAppointments } from "./known-appointments.ts";

/** What the part of the caller's profile that holds the appointments is called. */
const appointmentsSection = "altegio_appointments";

/** More would not be remembered. */
const mostTold = 5;

/** Beside an appointment of which nobody knows yet. */
const notConfirmed = " (not confirmed)";

/** An operation is over after so many minutes, whatever becomes of its requests. */
const mostMinutes = 3;

/**
 * Tells what is known after an operation, where it is not what the agent was told last. No request is sent: what a look
 * at the start of the session has shown still counts for whatever nothing was written of since.
 *
 * @param known what the operation knows already of where and what
 */
export function tellAppointments(ctx: SkillContext, known: Pick<Ending, "place" | "entries"> = {}): void {
  // Most operations change nothing: they are over here, after one look at the list.
  const told = readTold(ctx);
  const entries = known.entries ?? readAppointments(ctx);
  const written = entries.map((entry) => entry.written_at).filter((moment) => moment !== "");
  const isOpen = told.includes(notConfirmed);
  if (!isOpen && written.length === 0) {
    return;
  }
  const place = known.place ?? readLocationFacts(ctx, connectedLocation(ctx));
  const moment = ctx.getDateTime(place.zone);
  if (place.id === "" || (!isOpen && !isJustNow(moment, written))) {
    return;
  }
  const desk = { locationId: place.id, phone: place.phone, clock: clockAt(moment) };
  // Of a line that several people share nothing is told: the section would outlive whoever is calling.
  const line = callerLine(ctx, desk.phone);
  if (line.isShared) {
    return;
  }
  const own = upcomingOf(entries, desk);
  const shown = line.isVerified ? readShown(ctx, desk.clock) : null;
  const now = `${desk.clock.today} ${desk.clock.now}`;
  const rows = knownRows(shown, own).filter((row) => row.start > now);
  tellKnown(ctx, desk.clock, { rows, isAll: shown !== null, told });
}

/** True when an operation has written an entry just now: what was kept long ago is nothing new. */
function isJustNow(moment: string, written: readonly string[]): boolean {
  const now = minutesInUtc(moment);
  return written.some((at) => now - minutesInUtc(at) < mostMinutes);
}

/** The newer of what was shown and what is kept of the agent's own. */
function knownRows(
  shown: ShownAppointments | null,
  own: readonly Appointment[],
): readonly KnownAppointment[] {
  const newer = own.filter((entry) => shown === null || entry.written_at >= shown.at);
  const older = shown === null ? [] : shown.rows;
  return [
    ...older.filter((row) => !newer.some((entry) => entry.record_id === row.id)),
    ...newer
      .filter((entry) => entry.status !== "cancelled")
      .map((entry) => ({
        id: entry.record_id,
        start: entry.datetime.slice(0, 16).replace("T", " "),
        text: `${appointmentAmong(own, entry)}${isUnsettled(entry) ? notConfirmed : ""}`,
        own: true,
      })),
  ];
}

/**
 * The appointments in their order: `Haircut on ...; Colouring on ... (only the team can change it)`; "" when there are
 * none.
 */
function listText(rows: readonly KnownAppointment[]): string {
  const ordered = rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const told = ordered
    .slice(0, mostTold)
    .map((row) => `${row.text}${row.own ? "" : " (only the team can change it)"}`);
  const rest = rows.length > mostTold ? `; and ${rows.length - mostTold} more later` : "";
  return `${told.join("; ")}${rest}`;
}

/** What is to be told. */
export interface Telling {
  readonly rows: readonly KnownAppointment[];
  /** They are all that the caller has, and not only those that were made here. */
  readonly isAll: boolean;
  /** What was told last, "" for whatever is to be told anew. */
  readonly told: string;
}

/** Tells it, with the moment, because the agent may read it much later; not when it was told last. */
export function tellKnown(ctx: SkillContext, clock: Clock, { rows, isAll, told }: Telling): void {
  const list = listText(rows);
  const known = `${isAll ? "all" : "own"}: ${list}`;
  if (known === told) {
    return;
  }
  keepTold(ctx, known);
  const moment = speakMoment(clock.today, clock.now);
  const others = isAll
    ? ""
    : " If the caller has others, they were not made here, and only the team can change them.";
  const text =
    list !== ""
      ? `As of ${moment}, upcoming appointments of this caller: ${list}.${others}`
      : isAll
        ? `As of ${moment}, this caller has no upcoming appointment.`
        : `No upcoming appointment that was made here is known of this caller as of ${moment}.`;
  ctx.sendSystemEvent(userDataEvent, {
    sectionName: appointmentsSection,
    sectionValue: `${text} Mention this only when it helps the caller.`,
  });
}
