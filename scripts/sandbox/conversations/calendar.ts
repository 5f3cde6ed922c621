/** The calendar of a simulated salon, in the words conversations are written in. */
import { naive, type AltegioServer, type LocationData } from "../../simulator/api/index.ts";
import type { WrittenAppointment } from "./script.ts";

/** One line an appointment: `2026-10-20 10:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432`. */
export function calendarLines(altegio: AltegioServer, location: LocationData): string[] {
  return altegio.state.records
    .filter((record) => record.locationId === location.id && !record.deleted)
    .map((record) => {
      const client = altegio.state.clients.find((one) => one.id === record.clientId);
      const services = record.services.map(
        ({ id }) => location.services.find((one) => one.id === id)?.title ?? String(id),
      );
      const staff = location.staff.find((one) => one.id === record.staffId)?.name ?? "";
      const who = `${client?.name ?? ""} ${client?.surname ?? ""}`.trim();
      const start = naive(location.zone, record.start).slice(0, 16);
      return `${start} ${services.join(" + ")}, ${staff}, ${who} ${client?.phone ?? ""}`;
    })
    .sort();
}

/** The line a written appointment has to have. */
export function calendarLine(written: WrittenAppointment): string {
  const services = [written.service].flat().join(" + ");
  return `${written.date} ${written.time} ${services}, ${written.staff}, ${written.client} ${written.phone}`;
}
