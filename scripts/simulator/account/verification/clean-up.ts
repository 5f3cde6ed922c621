/** Takes back what was booked, and says what could not be. */
import { asList, asText, property } from "../../../sdk/index.ts";
import type { MadeEntry } from "../../../sandbox/conversations/index.ts";
import { readHeldAppointment } from "../../../../skills/altegio/read-records.ts";
import {
  cancelOwnRequest,
  dayRecordsRequest,
  deleteRecordRequest,
  ownRecordRequest,
  recordRequest,
} from "../../../../skills/altegio/record-requests.ts";
import type { Catalog } from "../../../../skills/domain/catalog.ts";
import type { HeldAppointment } from "../../../../skills/domain/held-appointment.ts";
import type { asker } from "../ask.ts";
import type { LedgerEntry } from "./ledger.ts";

/** Whose appointments they are, and how they are found again. */
export interface CleanUpAccount {
  readonly ask: ReturnType<typeof asker>;
  readonly location: string;
  readonly hasUserToken: boolean;
  /** Stands in the comment of whatever is booked. */
  readonly mark: string;
}

/** How often a cancellation is tried. */
const tries = 3;

/** Between them, in milliseconds. */
const pause = 1500;

/** The appointment as Altegio has it now; null when it is gone; `unknown` when Altegio does not say. */
export async function standingRecord(
  { ask, location, hasUserToken }: Omit<CleanUpAccount, "mark">,
  { id, hash }: Pick<LedgerEntry, "id" | "hash">,
): Promise<HeldAppointment | null | "unknown"> {
  const answer = await ask(hasUserToken ? recordRequest(location, id) : ownRecordRequest(location, id, hash));
  const held = readHeldAppointment(answer.data);
  if (answer.ok) {
    return held === null ? "unknown" : held.deleted ? null : held;
  }
  return answer.status === 404 ? null : "unknown";
}

/**
 * Cancels one that still stands; a booking without an answer is looked for first, and counts as not made only when it
 * has not come up by the last look. The entry says what came of it.
 */
export async function takeBack(account: CleanUpAccount, entry: LedgerEntry): Promise<void> {
  for (let tried = 1; tried <= tries && isOpen(entry); tried += 1) {
    if (tried > 1) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (entry.state === "asked" && (await lookFor(account, entry)) === "nothing" && tried === tries) {
      entry.state = "refused";
    }
    if (entry.state === "standing") {
      await cancel(account, entry);
    }
  }
}

function isOpen({ state }: LedgerEntry): boolean {
  return state === "asked" || state === "standing";
}

async function cancel(account: CleanUpAccount, entry: LedgerEntry): Promise<void> {
  const { ask, location, hasUserToken } = account;
  if (entry.hash !== "") {
    await ask(cancelOwnRequest(entry.id, entry.hash));
  }
  if ((await standingRecord(account, entry)) !== null && hasUserToken) {
    await ask(deleteRecordRequest(location, entry.id));
  }
  entry.state = (await standingRecord(account, entry)) === null ? "cancelled" : "standing";
}

/** Only the business may look: without a user token nobody knows. */
async function lookFor(
  account: CleanUpAccount,
  entry: LedgerEntry,
): Promise<"found" | "nothing" | "unknown"> {
  const { ask, location, hasUserToken, mark } = account;
  const answer = hasUserToken
    ? await ask(dayRecordsRequest(location, entry.start.slice(0, 10), entry.staff))
    : null;
  if (answer?.ok !== true) {
    return "unknown";
  }
  const own = asList(answer.data).find((row) => asText(property(row, "comment")).includes(mark));
  const held = readHeldAppointment(own ?? null);
  if (held === null || held.deleted) {
    return "nothing";
  }
  Object.assign(entry, { id: held.id, state: "standing" });
  return "found";
}

/**
 * What became of an entry, for people.
 *
 * @param catalog has the names
 */
export function madeEntry(
  { state, start, services, staff }: LedgerEntry,
  mark: string,
  catalog: Pick<Catalog, "services" | "staff"> | null,
): MadeEntry {
  const member = catalog?.staff.find(({ id }) => id === staff)?.name ?? "a member of the staff";
  const what = services.map((id) => catalog?.services.find((one) => one.id === id)?.name ?? "a service");
  const entry = `${what.join(" + ")} with ${member} on ${start.replace(" ", " at ")}`;
  const find = `Open ${start.slice(0, 10)} in Altegio's calendar, in the column of ${member}`;
  switch (state) {
    case "cancelled":
      return { entry, state: "cancelled", advice: "" };
    case "refused":
      return { entry, state: "not made", advice: "" };
    case "standing":
      return {
        entry,
        state: "standing",
        advice: `${find}, and delete the appointment at ${start.slice(11)} with the comment "${mark}".`,
      };
    case "asked":
      return {
        entry,
        state: "doubtful",
        advice: `${find}. If there is an appointment at ${start.slice(11)} with the comment "${mark}", delete it.`,
      };
  }
}
