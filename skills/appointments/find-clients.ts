/** Finds the clients a phone number belongs to. */
import type { SkillContext } from "#sdk";
import { readClients } from "../altegio/read-records.ts";
import { clientSearchRequest, clientsPageSize } from "../altegio/record-requests.ts";
import type { Desk } from "../domain/desk.ts";
import type { FoundClient } from "../domain/held-appointment.ts";
import { isKeptBack, isSamePhone } from "../domain/phone.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { look } from "../lookups/ask.ts";

/** The clients of this number that a search has shown; none with a problem when it could not be made. */
export interface ClientsFound {
  readonly problem: ProblemKind;
  readonly clients: readonly FoundClient[];
  /** Numbers were kept back from a user without the right to see them (docs/altegio-api.md, "Rights"). */
  readonly isHidden: boolean;
  /** There may be more than the search has shown. */
  readonly isCut: boolean;
}

/**
 * Searches once. The search is fuzzy: only rows with this very number count
 * (docs/altegio-api.md, "Clients by phone").
 *
 * @param phone digits with the country code
 * @param digits what is searched for: the number or its end
 */
export async function findClients(
  ctx: SkillContext,
  desk: Desk,
  phone: string,
  digits: string,
): Promise<ClientsFound> {
  const answer = await look(ctx, clientSearchRequest(desk.locationId, digits), "looking a client up");
  if (!answer.ok || !Array.isArray(answer.data)) {
    return { problem: answer.ok ? "transport" : answer.problem, clients: [], isHidden: false, isCut: false };
  }
  const rows = readClients(answer.data);
  return {
    problem: "none",
    clients: rows.filter((row) => isSamePhone(row.phone, phone, desk.phone)),
    isHidden: rows.some((row) => isKeptBack(row.phone)),
    isCut: rows.length < answer.data.length || answer.data.length >= clientsPageSize,
  };
}
