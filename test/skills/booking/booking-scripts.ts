/** A haircut with James on Monday at noon, as the tests of what stands in its way have it booked. */
import { expect } from "vitest";
import type { JsonObject } from "#sdk";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { slots } from "../altegio-shapes.ts";
import { kindsOf } from "../judge.ts";
import type { HostOptions, MemoryHost } from "../memory-host.ts";
import { kept } from "../own-appointments.ts";
import { scripted, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

export const system = { integrationIdn: "system", connectorIdn: "system" };

/** The wish, as it is heard. */
export const wish = {
  services: ["Haircut"],
  staff: "James",
  date: "2026-09-21",
  time: "12:00",
  full_name: "James Smith",
  phone: "(315) 555-0175",
  confirmed: true,
};

export const times = "GET /book_times/4564/16/2026-09-21";
export const anybodys = "GET /book_times/4564/0/2026-09-21";
export const check = "POST /book_check/4564";
export const book = "POST /book_record/4564";
export const code = "POST /book_code/4564";
export const day = "GET /records/4564";
const made = yes([{ id: 1, record_id: 2820023, record_hash: "567df655" }], 201);
export const free = yes(slots("2026-09-21", ["10:00", "12:00", "15:00"]));

/** It is free, and taken. */
const goes: Record<string, Step | readonly Step[]> = {
  [times]: free,
  [anybodys]: free,
  [check]: yes(null, 201),
  [book]: made,
};

/** Has a wish booked by a caller with appointments. */
export function booking(
  customer: Record<string, string>,
  said: JsonObject = {},
  entries: readonly Appointment[] = [],
  script: Readonly<Record<string, Step | readonly Step[]>> = {},
  options: HostOptions = {},
): Scripted {
  return scripted(
    { ...goes, ...script },
    { customer, generated: { ...wish, ...said }, persona: kept(...entries), ...options },
  );
}

/** The kinds of the answer. */
export async function booked({ host, ctx }: Scripted): Promise<readonly string[]> {
  await bookAppointment(ctx, { idn: "altegio_book_appointment_tool", ...system, arguments: {} });
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  return kindsOf(host.answer());
}

/** The caller's list. */
export function stored(host: MemoryHost): readonly Appointment[] {
  return JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[];
}

/** True when it was submitted. */
export function isSubmitted({ paths }: Scripted): boolean {
  return paths().includes(book);
}
