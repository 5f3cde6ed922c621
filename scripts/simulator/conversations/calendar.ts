/** The calendar of a simulated salon, in the words conversations are written in. */
import type { CalendarEntry } from "../../sandbox/conversations/index.ts";
import { naive, type AltegioServer, type LocationData } from "../api/index.ts";
import type { WrittenAppointment } from "./written.ts";

/**
 * One entry an appointment; its line is `2026-10-20 10:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432`.
 */
export function salonCalendar({ state }: AltegioServer, location: LocationData): CalendarEntry[] {
  return state.records
    .filter((record) => record.locationId === location.id && !record.deleted)
    .map((record) => {
      const client = state.clients.find((one) => one.id === record.clientId);
      const service = record.services
        .map(({ id }) => location.services.find((one) => one.id === id)?.title ?? String(id))
        .join(" + ");
      const staff = location.staff.find((one) => one.id === record.staffId)?.name ?? "";
      const who = `${client?.name ?? ""} ${client?.surname ?? ""}`.trim();
      const start = naive(location.zone, record.start).slice(0, 16);
      const end = naive(location.zone, record.start + record.seconds * 1000).slice(11, 16);
      return {
        line: `${start} ${service}, ${staff}, ${who} ${client?.phone ?? ""}`,
        columns: [`${start}-${end}`, staff, service, who],
      };
    })
    .sort((left, right) => (left.line < right.line ? -1 : 1));
}

/** The line a written appointment has to have. */
export function calendarLine(written: WrittenAppointment): string {
  const services = [written.service].flat().join(" + ");
  return `${written.date} ${written.time} ${services}, ${written.staff}, ${written.client} ${written.phone}`;
}
