/** What was booked, moved and cancelled, as the requests tell it that were sent. */
import { asList, asText, parseJson, property } from "../../../sdk/index.ts";
import type { ReceivedAnswer, SentRequest } from "../../../sandbox/conversations/index.ts";
import { mayHaveArrived, readAnswer } from "../../../../skills/altegio/read-answer.ts";
import { readMadeAppointment } from "../../../../skills/altegio/read-records.ts";

/** One appointment that was asked for. */
export interface LedgerEntry {
  /** "" while no answer has named it. */
  id: string;
  /** The visitor's key to it; "" while no answer has named it. */
  hash: string;
  /** Local start, `YYYY-MM-DD HH:MM`. */
  start: string;
  /** Ids of the services. */
  readonly services: readonly string[];
  readonly staff: string;
  /** `asked`: sent, and no answer to rely on. */
  state: "asked" | "refused" | "standing" | "cancelled";
}

/** Keeps one entry for each booking that was sent. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  /** Notes a request before it is sent. @returns what its answer is given to */
  watch({ method, url, body }: SentRequest): (answer: ReceivedAnswer) => void {
    const path = URL.canParse(url) ? new URL(url).pathname : "";
    if (method === "POST" && /\/book_record\/\d+$/u.test(path)) {
      const entry = entryOf(body);
      this.entries.push(entry);
      return (answer) => {
        booked(entry, answer);
      };
    }
    const id = /\/(?:user\/records|record\/\d+)\/(\d+)/u.exec(path)?.[1];
    const entry = id === undefined ? undefined : this.entries.find((one) => one.id === id);
    return (answer) => {
      if (entry !== undefined && readAnswer(answer).ok) {
        changed(entry, method, body);
      }
    };
  }
}

function entryOf(body: string): LedgerEntry {
  const visit = asList(property(parseJson(body).value, "appointments"))[0] ?? null;
  return {
    id: "",
    hash: "",
    start: startOf(asText(property(visit, "datetime"))),
    services: asList(property(visit, "services")).map((id) => asText(id)),
    staff: asText(property(visit, "staff_id")),
    state: "asked",
  };
}

function booked(entry: LedgerEntry, received: ReceivedAnswer): void {
  const answer = readAnswer(received);
  const made = readMadeAppointment(answer.data);
  if (answer.ok && made.id !== "") {
    Object.assign(entry, { id: made.id, hash: made.hash, state: "standing" });
  } else if (!mayHaveArrived(answer)) {
    entry.state = "refused";
  }
}

function changed(entry: LedgerEntry, method: string, body: string): void {
  if (method === "DELETE") {
    entry.state = "cancelled";
  } else if (method === "PUT") {
    const start = startOf(asText(property(parseJson(body).value, "datetime")));
    entry.start = start === "" ? entry.start : start;
  }
}

/** `2026-12-03T10:00:00+01:00` -> `2026-12-03 10:00`; Altegio's moments are local. */
function startOf(datetime: string): string {
  return datetime.slice(0, 16).replace("T", " ");
}
