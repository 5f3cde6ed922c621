/** James's haircut, which is to go from Monday noon to Wednesday, as the tests of a move have it moved. */
import type { HttpResult, JsonObject, SkillEvent } from "#sdk";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { rescheduleAppointment } from "../../../skills/reschedule/reschedule-appointment.ts";
import { slots } from "../altegio-shapes.ts";
import { kindsOf } from "../judge.ts";
import type { HostOptions, MemoryHost } from "../memory-host.ts";
import { kept, record } from "../own-appointments.ts";
import { account, scripted, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const system = { integrationIdn: "system", connectorIdn: "system" };

/** Core's own event. */
export function fromCore(payload: JsonObject): SkillEvent {
  return { idn: "reschedule_booking_tool", ...system, arguments: { payload } };
}

export const held = "GET /record/4564/2820023";
export const put = "PUT /record/4564/2820023";
export const own = "GET /book_record/4564/2820023/567df655";
export const wednesday = "GET /book_times/4564/16/2026-09-23";

/** The appointment as the business sees it at another moment. */
export function at(date: string, more: object = {}): HttpResult {
  return yes({ ...record, date, ...more });
}

export const free = yes(slots("2026-09-23", ["11:00", "14:00"]));

/** It stands, the new time is free, and it is moved there. */
export const goes: Record<string, Step | readonly Step[]> = {
  [held]: yes(record),
  [wednesday]: free,
  [put]: at("2026-09-23 14:00:00"),
};

export const toWednesday = { date: "2026-09-23", time: "14:00", confirmed: true };

/** Has an appointment of a caller moved. */
export function moving(
  entries: readonly Appointment[],
  generated: JsonObject,
  script: Readonly<Record<string, Step | readonly Step[]>> = goes,
  options: HostOptions = {},
): Scripted {
  return scripted(script, { generated, persona: kept(...entries), customer: account(true), ...options });
}

/** The kinds of the answer. */
export async function moved({ host, ctx }: Scripted): Promise<readonly string[]> {
  await rescheduleAppointment(ctx, { idn: "altegio_reschedule_appointment_tool", ...system, arguments: {} });
  return kindsOf(host.answer());
}

/** The caller's list. */
export function stored(host: MemoryHost): readonly Appointment[] {
  return JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[];
}

/** The moves that were asked for. */
export function puts({ paths }: Scripted): readonly string[] {
  return paths().filter((path) => path.startsWith("PUT"));
}
