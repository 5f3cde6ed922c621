/** Finds the clients a phone number belongs to. */
import type { SkillContext } from "#sdk";
import { readClients } from "../altegio/read-records.ts";
import { clientSearchRequest } from "../altegio/record-requests.ts";
import type { Desk } from "../domain/desk.ts";
import type { FoundClient } from "../domain/held-appointment.ts";
import { isKeptBack, isSamePhone } from "../domain/phone.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { look } from "../lookups/ask.ts";

/** The clients with exactly this number; empty with a problem when that could not be found out. */
export interface ClientsFound {
  readonly problem: ProblemKind;
  readonly clients: readonly FoundClient[];
}

/** Digits at the end of a number that are the same however its beginning is written. */
const endDigits = 9;

/**
 * Searches by the whole number, then by its end, because how the search treats a leading `+` or a local
 * spelling is not documented. The search is fuzzy: only rows with exactly this number count
 * (docs/altegio-api.md, "Clients by phone").
 *
 * @param phone digits with the country code
 */
export async function findClients(ctx: SkillContext, desk: Desk, phone: string): Promise<ClientsFound> {
  let hidden = false;
  for (const digits of [phone, phone.slice(-endDigits)]) {
    const answer = await look(ctx, clientSearchRequest(desk.locationId, digits), "looking a client up");
    if (!answer.ok || !Array.isArray(answer.data)) {
      return { problem: answer.ok ? "transport" : answer.problem, clients: [] };
    }
    const rows = readClients(answer.data);
    const clients = rows.filter((row) => isSamePhone(row.phone, phone, desk.phone));
    if (clients.length > 0) {
      return { problem: "none", clients };
    }
    hidden = hidden || rows.some((row) => isKeptBack(row.phone));
  }
  // Numbers are kept back from a user without the right to see them (docs/altegio-api.md, "Rights").
  return { problem: hidden ? "rights" : "none", clients: [] };
}
