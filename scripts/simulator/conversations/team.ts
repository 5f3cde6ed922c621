/** What the team of the salon does in Altegio itself, through the business's own calls. */
import {
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  naive,
  type AltegioServer,
  type LocationData,
} from "../api/index.ts";
import type { TeamAction, WrittenAppointment } from "./written.ts";

const attendances = { waiting: 0, confirmed: 2, came: 1, absent: -1 } as const;

/** Does one thing. @throws Error when Altegio refuses it: the conversation is then written wrongly */
export async function actAsTeam(
  altegio: AltegioServer,
  location: LocationData,
  action: TeamAction,
): Promise<void> {
  if (action.books !== undefined) {
    await call(altegio, "POST", `records/${String(location.id)}`, bodyOf(altegio, location, action.books));
  }
  if (action.cancels !== undefined) {
    const { cancels } = action;
    const { at, staff } = typeof cancels === "string" ? { at: cancels, staff: undefined } : cancels;
    const { id } = recordAt(altegio, location, at, staff);
    await call(altegio, "DELETE", `record/${String(location.id)}/${String(id)}`);
  }
  if (action.moves !== undefined) {
    const { from, to, staff, to_staff: newStaff } = action.moves;
    const record = recordAt(altegio, location, from, staff);
    const body = {
      staff_id: newStaff === undefined ? record.staffId : staffCalled(location, newStaff).id,
      services: record.services.map(({ id, cost, firstCost, discount }) => ({
        id,
        cost,
        discount,
        first_cost: firstCost,
      })),
      client: { id: record.clientId },
      datetime: `${to}:00`,
      seance_length: record.seconds,
      save_if_busy: false,
    };
    await call(altegio, "PUT", `record/${String(location.id)}/${String(record.id)}`, body);
  }
}

function bodyOf(altegio: AltegioServer, location: LocationData, written: WrittenAppointment): object {
  const staff = location.staff.find(({ name }) => name === written.staff);
  const services = [written.service]
    .flat()
    .map((title) => location.services.find((one) => one.title === title));
  const links = services.map((service) => staff?.links.find((link) => link.serviceId === service?.id));
  if (staff === undefined || links.includes(undefined)) {
    throw new Error(`${written.staff} does not do ${[written.service].flat().join(" and ")}`);
  }
  const [name = "", ...surname] = written.client.split(" ");
  // Several clients may share a number: the name decides.
  const known = altegio.state.clients.find(
    (one) =>
      one.locationId === location.id &&
      one.phone === written.phone &&
      `${one.name} ${one.surname}`.trim() === written.client,
  );
  return {
    staff_id: staff.id,
    services: links.map((link) => ({ id: link?.serviceId })),
    client:
      known === undefined ? { name, surname: surname.join(" "), phone: written.phone } : { id: known.id },
    datetime: `${written.date} ${written.time}:00`,
    seance_length: links.reduce((sum, link) => sum + (link?.seconds ?? 0), 0),
    save_if_busy: false,
    attendance: attendances[written.attendance ?? "waiting"],
  };
}

function staffCalled({ staff }: LocationData, name: string): LocationData["staff"][number] {
  const found = staff.find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`nobody is called ${name}`);
  }
  return found;
}

function recordAt(altegio: AltegioServer, location: LocationData, moment: string, staff?: string) {
  const found = altegio.state.records.find(
    (record) =>
      record.locationId === location.id &&
      !record.deleted &&
      (staff === undefined || record.staffId === staffCalled(location, staff).id) &&
      naive(location.zone, record.start).startsWith(moment),
  );
  if (found === undefined) {
    throw new Error(`there is no appointment on ${moment}`);
  }
  return found;
}

async function call(altegio: AltegioServer, method: string, path: string, body?: object): Promise<void> {
  const response = await fetch(`${altegio.url}/api/v1/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${DEMO_PARTNER_TOKEN}, User ${DEMO_USER_TOKEN}`,
      Accept: "application/vnd.api.v2+json",
      "Content-Type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
  }
}
