/**
 * What the agent has been told of a caller's appointments, kept with the caller's persona: what the look at the start of
 * the session has shown, and the last text. Altegio is not asked again for what an operation has changed itself.
 */
import { asBoolean, asList, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Clock } from "../domain/clock.ts";

const shownField = "altegio_shown_appointments";
const toldField = "altegio_told_appointments";

/** An upcoming appointment as the agent is told of it. */
export interface KnownAppointment {
  /** Altegio's id. */
  readonly id: string;
  /** `YYYY-MM-DD HH:MM` on the location's clock. */
  readonly start: string;
  /** As it is said, with its moment. */
  readonly text: string;
  /** It was made here, so that it can be cancelled and moved here. */
  readonly own: boolean;
}

/** What a look has shown. */
export interface ShownAppointments {
  /** When: ISO 8601, UTC. */
  readonly at: string;
  readonly rows: readonly KnownAppointment[];
}

/** Keeps what a look has shown. */
export function keepShown(ctx: SkillContext, clock: Clock, rows: readonly KnownAppointment[]): void {
  const shown = { day: clock.today, at: ctx.getDateTime("UTC"), rows };
  ctx.setPersonaAttribute(shownField, JSON.stringify(shown));
}

/** What was shown today; null when nothing was: an older look says nothing of what the team has done since. */
export function readShown(ctx: SkillContext, clock: Clock): ShownAppointments | null {
  const stored = parseJson(ctx.getPersonaAttribute(shownField)).value;
  return asText(property(stored, "day")) !== clock.today
    ? null
    : {
        at: asText(property(stored, "at")),
        rows: asList(property(stored, "rows")).map((row) => ({
          id: asText(property(row, "id")),
          start: asText(property(row, "start")),
          text: asText(property(row, "text")),
          own: asBoolean(property(row, "own")),
        })),
      };
}

/** What was told last, without its moment; "" when nothing was. */
export function readTold(ctx: SkillContext): string {
  return ctx.getPersonaAttribute(toldField);
}

/** Keeps what is told. */
export function keepTold(ctx: SkillContext, text: string): void {
  ctx.setPersonaAttribute(toldField, text);
}
