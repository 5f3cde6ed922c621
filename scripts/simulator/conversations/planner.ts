/** The calendar of a simulated salon by members of staff, and what its team can do with an entry. */
import type { PlannedEntry, Planner } from "../../sandbox/conversations/index.ts";
import { naive, type AltegioServer, type LocationData } from "../api/index.ts";
import { calendarLine } from "./calendar.ts";
import type { TeamAction, WrittenAppointment } from "./written.ts";

const attendanceNames = new Map<number, NonNullable<WrittenAppointment["attendance"]>>([
  [2, "confirmed"],
  [1, "came"],
  [-1, "absent"],
]);

/** What the calendar shows now. */
export function salonPlanner(altegio: AltegioServer, location: LocationData): Planner {
  const records = altegio.state.records.filter(
    (record) => record.locationId === location.id && !record.deleted,
  );
  return {
    zone: location.zone,
    columns: location.staff.map(({ name }) => name),
    entries: records
      .map((record) => planned(altegio, location, record))
      .sort((left, right) => (left.line < right.line ? -1 : 1)),
  };
}

function planned(
  { state }: AltegioServer,
  location: LocationData,
  record: AltegioServer["state"]["records"][number],
): PlannedEntry {
  const client = state.clients.find(({ id }) => id === record.clientId);
  const titles = record.services.map(
    ({ id }) => location.services.find((service) => service.id === id)?.title ?? String(id),
  );
  const [date = "", time = ""] = naive(location.zone, record.start).slice(0, 16).split(" ");
  const attendance = attendanceNames.get(record.attendance);
  const written: WrittenAppointment = {
    service: titles.length === 1 ? (titles[0] ?? "") : titles,
    staff: location.staff.find(({ id }) => id === record.staffId)?.name ?? "",
    ...{ date, time },
    client: `${client?.name ?? ""} ${client?.surname ?? ""}`.trim(),
    phone: client?.phone ?? "",
    ...(attendance === undefined ? {} : { attendance }),
  };
  const from = `${date} ${time}`;
  const { staff } = written;
  return {
    line: calendarLine(written),
    day: date,
    start: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    column: staff,
    minutes: record.seconds / 60,
    title: titles.join(" + "),
    who: written.client,
    written,
    cancels: { cancels: { at: from, staff } } satisfies TeamAction,
    moves: ({ day, start, column }) =>
      ({ moves: { from, staff, to: `${day} ${clock(start)}`, to_staff: column } }) satisfies TeamAction,
  };
}

function clock(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
