/** The upcoming appointments of clients. */
import { asList, addDays, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { readHeldAppointments } from "../altegio/read-records.ts";
import { clientRecordsRequest, recordsPageSize } from "../altegio/record-requests.ts";
import type { Desk } from "../domain/desk.ts";
import type { FoundClient, HeldAppointment } from "../domain/held-appointment.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { readSearchDays } from "../domain/settings.ts";
import { look } from "../lookups/ask.ts";

/** Appointments in order; empty with a problem when they could not be looked up. */
export interface AppointmentsFound {
  readonly problem: ProblemKind;
  readonly appointments: readonly HeldAppointment[];
  /** There may be more than was shown. */
  readonly isCut: boolean;
}

/**
 * The appointments that are still to come: not deleted, and waiting or confirmed
 * (docs/altegio-api.md, "An appointment of the business"). A row of another client is left out, whatever the
 * filter let through, and so is one of nobody. Each client costs a request.
 */
export async function clientAppointments(
  ctx: SkillContext,
  desk: Desk,
  clients: readonly FoundClient[],
): Promise<AppointmentsFound> {
  const { locationId, clock } = desk;
  const last = addDays(clock.today, readSearchDays(ctx));
  const now = `${clock.today} ${clock.now}`;
  let appointments: readonly HeldAppointment[] = [];
  let isCut = false;
  for (const client of clients) {
    const request = clientRecordsRequest(locationId, client.id, clock.today, last);
    const answer = await look(ctx, request, "looking appointments up");
    const rows = asList(answer.data);
    const read = readHeldAppointments(answer.data);
    if (!answer.ok || !Array.isArray(answer.data) || read.length < rows.length) {
      return { problem: answer.ok ? "transport" : answer.problem, appointments: [], isCut: false };
    }
    const upcoming = read.filter(
      (item) =>
        !item.deleted &&
        [0, 2].includes(item.attendance) &&
        item.clientId === client.id &&
        `${item.date} ${item.time}` > now &&
        item.date <= last,
    );
    appointments = [...appointments, ...upcoming];
    // Whose it is may be unreadable (docs/altegio-api.md, "Values on the wire"); null is nobody.
    const isOdd = rows.some((row, index) => property(row, "client") !== null && read[index]?.clientId === "");
    isCut = isCut || isOdd || rows.length >= recordsPageSize;
  }
  return {
    problem: "none",
    appointments: appointments
      .map((item) => ({ item, start: `${item.date} ${item.time}` }))
      .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
      .map((entry) => entry.item),
    isCut,
  };
}
