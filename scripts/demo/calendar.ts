/** The calendar of the demo salon: what stands in it, and appointments made by somebody else. */
import { apiUrl } from "../../skills/altegio/hosts.ts";
import {
  DEMO_LOCATION_ID,
  DEMO_PARTNER_TOKEN,
  demoSalon,
  naive,
  type AltegioServer,
  type LocationData,
  type RecordData,
} from "../simulator/api/index.ts";
import type { ScriptAppointment } from "./read-script.ts";

/** An appointment as the calendar shows it. Times are `HH:MM` of the salon. */
export interface CalendarEntry extends ScriptAppointment {
  readonly until: string;
}

/** The name of the salon. */
export function salonTitle(): string {
  return salon().title;
}

/** The appointments of a day, in the order of their times. Reads the simulator's state, not its answers. */
export function readCalendar({ state }: AltegioServer, date: string): CalendarEntry[] {
  const { id, zone } = salon();
  return state.records
    .filter((record) => record.locationId === id && !record.deleted)
    .filter((record) => naive(zone, record.start).startsWith(date))
    .toSorted((left, right) => left.start - right.start)
    .map((record) =>
      entryOf(
        record,
        state.clients.find((client) => client.id === record.clientId),
      ),
    );
}

/** Whether two appointments are the same one, by everything a person would compare. */
export function isSameAppointment(left: ScriptAppointment, right: ScriptAppointment): boolean {
  const names = ["service", "staff", "time", "client", "phone"] as const;
  return names.every((name) => left[name] === right[name]);
}

/**
 * Books as another visitor of the salon's own booking page would.
 *
 * @param date `YYYY-MM-DD`, a day on which the salon is open
 * @throws Error when the salon does not take the appointment
 */
export async function bookElsewhere(
  { url }: AltegioServer,
  date: string,
  { service, staff, time, client, phone }: ScriptAppointment,
): Promise<void> {
  const { id, services, staff: team } = salon();
  const response = await fetch(`${url}${new URL(apiUrl).pathname}/book_record/${String(id)}`, {
    method: "POST",
    headers: {
      Accept: "application/vnd.api.v2+json",
      "Content-Type": "application/json",
      Authorization: `Bearer ${DEMO_PARTNER_TOKEN}`,
    },
    body: JSON.stringify({
      phone,
      fullname: client,
      email: "",
      appointments: [
        {
          id: 1,
          services: services.filter(({ title }) => title === service).map((found) => found.id),
          staff_id: team.find(({ name }) => name === staff)?.id,
          datetime: `${date} ${time}:00`,
        },
      ],
    }),
  });
  if (response.status !== 201) {
    const answer = await response.text();
    throw new Error(`The salon does not take ${client} on ${date} at ${time}: ${answer}`);
  }
}

function entryOf(
  { start, seconds, staffId, services }: RecordData,
  client: { readonly name: string; readonly surname: string; readonly phone: string } | undefined,
): CalendarEntry {
  const { zone, services: catalogue, staff } = salon();
  const titles = services.map(({ id }) => catalogue.find((known) => known.id === id)?.title ?? String(id));
  return {
    time: naive(zone, start).slice(11, 16),
    until: naive(zone, start + seconds * 1000).slice(11, 16),
    service: titles.join(" + "),
    staff: staff.find(({ id }) => id === staffId)?.name ?? "",
    client: `${client?.name ?? ""} ${client?.surname ?? ""}`.trim(),
    phone: client?.phone ?? "",
  };
}

function salon(): LocationData {
  const found = demoSalon().locations.find(({ id }) => id === DEMO_LOCATION_ID);
  if (found === undefined) {
    throw new Error("The demo salon is not among the demo locations.");
  }
  return found;
}
