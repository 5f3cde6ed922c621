/** Readers for appointments that exist and for clients. */
import { asList, asText, property, isDate, plainTime } from "#sdk";
import type { JsonValue } from "#sdk";
import type { FoundClient, HeldAppointment } from "../domain/held-appointment.ts";
import { wireFlag, wireId, wireInteger, wireName } from "./wire-values.ts";

/**
 * One appointment, null when the data is none. The local time is taken from `date`: the offset in `datetime`
 * was seen wrong (docs/altegio-api.md, "Dates and times"). A list of one is accepted
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function readHeldAppointment(data: JsonValue): HeldAppointment | null {
  const row = Array.isArray(data) ? (asList(data)[0] ?? null) : data;
  return readHeldAppointments([row])[0] ?? null;
}

/** The appointments of a list; rows without an id or a moment are left out. */
export function readHeldAppointments(data: JsonValue): readonly HeldAppointment[] {
  const found: HeldAppointment[] = [];
  for (const row of asList(data)) {
    const id = wireId(property(row, "id"));
    const written = asText(property(row, "date"));
    const date = written.slice(0, 10);
    const time = plainTime(written.slice(11, 16));
    if (id !== "" && isDate(date) && time !== "") {
      const services = asList(property(row, "services"));
      const staff = property(row, "staff");
      const client = property(row, "client");
      const staffId = wireId(property(row, "staff_id"));
      const length = wireInteger(property(row, "length"));
      found.push({
        id,
        clientId: wireId(property(client, "id")),
        clientPhone: asText(property(client, "phone")),
        clientName: `${wireName(property(client, "name"))} ${wireName(property(client, "surname"))}`.trim(),
        deleted: wireFlag(property(row, "deleted")),
        attendance: wireInteger(property(row, "attendance")),
        date,
        time,
        staffId: staffId !== "" ? staffId : wireId(property(staff, "id")),
        staffName: wireName(property(staff, "name")),
        serviceIds: services.map((service) => wireId(property(service, "id"))),
        serviceNames: services.map((service) => wireName(property(service, "title"))),
        seconds: length > 0 ? length : wireInteger(property(row, "seance_length")),
      });
    }
  }
  return found;
}

/** An appointment that Altegio made. `id` is "" when the answer names none. */
export interface MadeAppointment {
  readonly id: string;
  /** The secret that allows its cancellation; never spoken. */
  readonly hash: string;
  /** Who it was given to, "" when the answer does not say. */
  readonly staffId: string;
  readonly staffName: string;
  /** The local start as `YYYY-MM-DDTHH:MM`, "" when the answer does not say. */
  readonly moment: string;
  readonly deleted: boolean;
}

/**
 * The first appointment of a `book_record` answer, given as a list or an object. Its own `id` only repeats
 * what was sent; `record_id` is the appointment's (docs/altegio-api.md, "The answer to a booking").
 */
export function readMadeAppointment(data: JsonValue): MadeAppointment {
  const entry = Array.isArray(data) ? (asList(data)[0] ?? null) : data;
  const record = property(entry, "record");
  const staff = property(record, "staff");
  const written = asText(property(record, "date"));
  const time = plainTime(written.slice(11, 16));
  return {
    id: wireId(property(entry, "record_id")),
    hash: asText(property(entry, "record_hash")),
    staffId: wireId(property(staff, "id")),
    staffName: wireName(property(staff, "name")),
    moment: isDate(written.slice(0, 10)) && time !== "" ? `${written.slice(0, 10)}T${time}` : "",
    deleted: wireFlag(property(record, "deleted")),
  };
}

/** The clients of a search. */
export function readClients(data: JsonValue): readonly FoundClient[] {
  return asList(data)
    .filter((row) => wireId(property(row, "id")) !== "")
    .map((row) => ({
      id: wireId(property(row, "id")),
      name: asText(property(row, "name")).trim(),
      phone: asText(property(row, "phone")).trim(),
    }));
}
