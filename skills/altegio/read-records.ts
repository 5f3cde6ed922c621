/** Readers for appointments that exist and for clients. */
import { asList, asText, property, isDate, plainTime } from "#sdk";
import type { JsonValue } from "#sdk";
import type { FoundClient, HeldAppointment } from "../domain/held-appointment.ts";
import { wireFlag, wireInteger, wireName } from "./wire-values.ts";

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
    const id = asText(property(row, "id"));
    const written = asText(property(row, "date"));
    const date = written.slice(0, 10);
    const time = plainTime(written.slice(11, 16));
    if (id !== "" && isDate(date) && time !== "") {
      const services = asList(property(row, "services"));
      const staff = property(row, "staff");
      const client = property(row, "client");
      const staffId = asText(property(row, "staff_id"));
      const length = wireInteger(property(row, "length"));
      found.push({
        id,
        clientId: asText(property(client, "id")),
        clientPhone: asText(property(client, "phone")),
        deleted: wireFlag(property(row, "deleted")),
        attendance: wireInteger(property(row, "attendance")),
        date,
        time,
        staffId: staffId !== "" ? staffId : asText(property(staff, "id")),
        staffName: wireName(property(staff, "name")),
        serviceIds: services.map((service) => asText(property(service, "id"))),
        serviceNames: services.map((service) => wireName(property(service, "title"))),
        seconds: length > 0 ? length : wireInteger(property(row, "seance_length")),
      });
    }
  }
  return found;
}

/** The clients of a search. */
export function readClients(data: JsonValue): readonly FoundClient[] {
  return asList(data)
    .filter((row) => asText(property(row, "id")) !== "")
    .map((row) => ({
      id: asText(property(row, "id")),
      name: asText(property(row, "name")).trim(),
      phone: asText(property(row, "phone")).trim(),
    }));
}
