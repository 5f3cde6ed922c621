import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "#sdk";
import { cancelAppointment } from "../../../skills/cancellation/cancel-appointment.ts";
import { altegioServer, api, denial, guardPage, ok } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept, record } from "../own-appointments.ts";
import { published } from "../published.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";

const server = altegioServer();

const system = { integrationIdn: "system", connectorIdn: "system" };
const toolEvent = { idn: "altegio_cancel_appointment_tool", ...system, arguments: {} };
const agreed = { appointment: "", confirmed: true };

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published();
});
const withToken = (): Record<string, string> => ({ ...customer, altegio_user_token: "user-secret" });

const hostWith = (entries: readonly Appointment[], generated: JsonObject, account = customer): MemoryHost =>
  new MemoryHost({ customer: account, generated, persona: kept(...entries) });

/** The kinds of the answer. */
async function cancelled(host: MemoryHost): Promise<readonly string[]> {
  await cancelAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return kindsOf(answer);
}
const statuses = (host: MemoryHost): readonly JsonValue[] =>
  (JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[]).map(
    (entry) => entry.status,
  );
const sent = (host: MemoryHost): readonly string[] =>
  host
    .calls("SendCommand")
    .map((call) => `${String(call["method"])} ${String(call["url"]).slice(api.length)}`);

/** Until its cancellation is asked for, the appointment stands; after that it is shown as a test says. */
let asked = false;
beforeEach(() => {
  asked = false;
  server.use(http.get(`${api}/book_record/:loc/:id/:hash`, missing));
});
const deletes = (path: string, answer: () => unknown): void => {
  const handler = (): unknown => {
    asked = true;
    return answer();
  };
  server.use(http.delete(`${api}${path}`, handler as never));
};
const shows = (path: string, answer: () => unknown): void =>
  server.use(http.get(`${api}${path}`, (() => (asked ? answer() : ok(record))) as never));
const byHash = (answer: () => unknown): void => {
  deletes("/user/records/:id/:hash", answer);
};
const shown = (answer: () => unknown): void => {
  shows("/book_record/:loc/:id/:hash", answer);
};
const byBusiness = (answer: () => unknown): void => {
  deletes("/record/:loc/:id", answer);
};
const shownToBusiness = (answer: () => unknown): void => {
  shows("/record/:loc/:id", answer);
};
const missing = (): Response => Response.json({ success: false, data: null, meta: [] }, { status: 404 });
const noContent = (): Response => new HttpResponse(null, { status: 204 });

describe("cancelAppointment", () => {
  it("cancels with the hash and looks whether it is gone", async () => {
    byHash(() => ok(null));
    shown(() => ok({ ...record, deleted: true }));
    const host = hostWith([haircut], agreed);
    expect(await cancelled(host)).toEqual(["cancelled"]);
    expect(momentsIn(host.answer())).toEqual(["09-21 12:00"]);
    expect(sent(host)).toEqual([
      "GET /book_record/4564/2820023/567df655",
      "DELETE /user/records/2820023/567df655",
      "GET /book_record/4564/2820023/567df655",
    ]);
    expect(statuses(host)).toEqual(["cancelled"]);
    expect(host.calls("SendCommand")[0]?.["headers"]).toMatchObject({
      Authorization: "Bearer partner-secret",
    });
  });

  it.each([
    ["without a body", noContent, () => ok({ ...record, deleted: 1 })],
    ["and it is not shown any more", () => ok(null), missing],
    ["and nobody can say more", () => ok(null), () => denial(500, "x")],
  ])("believes a success %s", async (_, answer, look) => {
    byHash(answer);
    shown(look);
    const host = hostWith([haircut], agreed);
    expect(await cancelled(host)).toEqual(["cancelled"]);
    expect(statuses(host)).toEqual(["cancelled"]);
  });

  it.each([
    ["it stands", () => ok(record), "not cancelled", ["booked"]],
    ["it is gone", () => ok([{ ...record, deleted: true }]), "cancelled", ["cancelled"]],
    ["nobody knows", () => HttpResponse.error(), "cancellation unknown", ["booked"]],
    ["it is not shown", missing, "cancellation unknown", ["booked"]],
  ])("looks before it speaks when no answer came: %s", async (_, look, kind, left) => {
    byHash(() => HttpResponse.error());
    shown(look);
    const host = hostWith([haircut], agreed);
    expect(await cancelled(host)).toEqual([kind]);
    expect(statuses(host)).toEqual(left);
  });

  it("does it as the business where visitors may not", async () => {
    byHash(() => denial(403, "Access denied."));
    shown(() => ok(record));
    byBusiness(noContent);
    shownToBusiness(() => ok({ ...record, deleted: true }));
    const host = hostWith([haircut], agreed, withToken());
    expect(await cancelled(host)).toEqual(["cancelled"]);
    expect(sent(host).slice(3)).toEqual(["DELETE /record/4564/2820023", "GET /record/4564/2820023"]);
    expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
    const without = hostWith([haircut], agreed);
    expect(await cancelled(without)).toEqual(["not cancelled"]);
    expect(statuses(without)).toEqual(["booked"]);
  });

  it.each([
    ["refuses", () => denial(403, "Not enough rights"), () => ok(record), "not cancelled"],
    ["does not answer", () => HttpResponse.error(), () => ok(record), "not cancelled"],
    ["does not answer at all", () => HttpResponse.error(), () => guardPage(), "cancellation unknown"],
    ["says yes and shows nothing", noContent, () => denial(500, "x"), "cancelled"],
    ["has done it before", missing, missing, "cancelled before"],
  ])("tells the truth when the business's call %s", async (_, answer, look, kind) => {
    byHash(() => denial(403, "Access denied."));
    shown(() => ok(record));
    byBusiness(answer);
    shownToBusiness(look);
    expect(await cancelled(hostWith([haircut], agreed, withToken()))).toEqual([kind]);
  });

  it("uses the business's call alone for an appointment without a hash", async () => {
    byBusiness(noContent);
    shownToBusiness(missing);
    const host = hostWith([{ ...haircut, record_hash: "" }], agreed, withToken());
    expect(await cancelled(host)).toEqual(["cancelled"]);
    expect(sent(host)).toEqual([
      "GET /record/4564/2820023",
      "DELETE /record/4564/2820023",
      "GET /record/4564/2820023",
    ]);
    expect(await cancelled(hostWith([{ ...haircut, record_hash: "" }], agreed))).toEqual(["not cancelled"]);
  });

  it("asks which one, reads back, and leaves others alone", async () => {
    const several = hostWith([haircut, coloring], agreed);
    expect(await cancelled(several)).toEqual(["which appointment", "question", "not cancelled"]);
    expect(momentsIn(several.answer())).toEqual(["09-21 12:00", "09-23 11:00"]);
    const host = hostWith([haircut, coloring], {
      services: ["colouring"],
      date: "2026-09-23",
      confirmed: false,
    });
    expect(await cancelled(host)).toEqual(["cancellation read back", "not cancelled"]);
    expect(momentsIn(host.answer())).toEqual(["09-23 11:00"]);
    expect(host.calls("Gen")[0]?.["prompt"]).toContain(
      "1. Haircut with James on Monday, September 21 at 12:00\n2. Coloring with Anna",
    );
    expect(await cancelled(hostWith([], agreed))).toEqual(["none made here"]);
    for (const datetime of ["2026-09-18T15:00:00-05:00", "2026-09-18T15:04:00-05:00"]) {
      const over = hostWith(
        [
          { ...haircut, datetime },
          { ...haircut, location_id: "9" },
        ],
        agreed,
      );
      expect(await cancelled(over)).toEqual(["none made here"]);
    }
    const other = hostWith([haircut], { date: "2026-09-22", confirmed: true });
    expect(await cancelled(other)).toEqual([
      "no such appointment",
      "which appointment",
      "question",
      "not cancelled",
    ]);
    for (const one of [several, host, other]) {
      expect(statuses(one)).not.toContain("cancelled");
      expect(sent(one).filter((request) => request.startsWith("DELETE"))).toEqual([]);
    }
  });

  it.each([
    ["refused", { ...agreed, confirmed: false }],
    ["left out", { appointment: "" }],
    ["empty", { ...agreed, confirmed: null }],
  ])("cancels nothing when consent is %s", async (_, wish) => {
    const host = hostWith([haircut], wish);
    expect(await cancelled(host)).toEqual(["cancellation read back", "not cancelled"]);
    expect(statuses(host)).toEqual(["booked"]);
  });

  it("looks the last of many up, and picks among all", async () => {
    const looked: string[] = [];
    server.use(
      http.get(`${api}/book_record/:loc/:id/:hash`, ({ params }) => {
        looked.push(String(params["id"]));
        const index = Number(params["id"]);
        return ok({ ...record, id: index, date: `2026-09-2${String(index)} 12:00:00` });
      }),
    );
    const five = [1, 2, 3, 4, 5].map((index) => ({
      ...haircut,
      record_id: String(index),
      datetime: `2026-09-2${String(index)}T12:00:00-05:00`,
    }));
    const host = hostWith(five, { ...agreed, date: "2026-09-21", confirmed: false });
    expect(await cancelled(host)).toEqual(["cancellation read back", "not cancelled"]);
    expect(momentsIn(host.answer())).toEqual(["09-21 12:00"]);
    expect(looked).toEqual(["3", "4", "5"]);
    expect(statuses(host)).toEqual(["booked", "booked", "booked", "booked", "booked"]);
    const several = hostWith(five, agreed);
    expect(await cancelled(several)).toEqual(["which appointment", "question", "not cancelled"]);
    expect(momentsIn(several.answer())).toHaveLength(5);
  });

  it("looks for one that was moved ahead where the others are over, one of them this minute", async () => {
    const shown = (id: string, date: string) =>
      http.get(`${api}/book_record/4564/${id}/:hash`, () => ok({ ...record, id: Number(id), date }));
    server.use(shown("2820023", "2026-09-23 12:00:00"), shown("2820024", "2026-09-18 15:04:00"));
    const over = { ...haircut, datetime: "2026-09-17T12:00:00-05:00" };
    const begins = { ...coloring, datetime: "2026-09-18T15:04:00-05:00" };
    const host = hostWith([over, begins], { ...agreed, confirmed: false });
    expect(await cancelled(host)).toEqual(["cancellation read back", "not cancelled"]);
    expect(momentsIn(host.answer())).toEqual(["09-23 12:00"]);
  });

  it("does not take the next one for one that is cancelled", async () => {
    const gone = { ...haircut, status: "cancelled" };
    const named = hostWith([gone, coloring], { ...agreed, appointment: "1" });
    expect(await cancelled(named)).toEqual(["cancelled before"]);
    expect(momentsIn(named.answer())).toEqual(["09-21 12:00"]);
    // What was agreed to may have been the one that is gone by now.
    const unnamed = hostWith([gone, coloring], agreed);
    expect(await cancelled(unnamed)).toEqual(["cancellation read back", "not cancelled"]);
    expect(momentsIn(unnamed.answer())).toEqual(["09-23 11:00"]);
  });

  it("says so when it was never confirmed that there is one", async () => {
    const never = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
    expect(await cancelled(hostWith([never], agreed))).toEqual(["never confirmed", "not cancelled"]);
    server.use(http.get(`${api}/records/:loc`, () => ok([record])));
    byBusiness(noContent);
    shownToBusiness(() => ok({ ...record, deleted: true }));
    const host = hostWith([never], agreed, withToken());
    expect(await cancelled(host)).toEqual(["cancelled"]);
    expect(statuses(host)).toEqual(["cancelled"]);
  });

  it("answers core in core's own form, by the id core was given", async () => {
    byHash(() => ok(null));
    shown(missing);
    for (const payload of [{ bookingId: "2820024" }, JSON.stringify({ id: "2820024" })]) {
      const host = hostWith([haircut, coloring], {});
      await cancelAppointment(host.context(), {
        idn: "convo_agent_cancel_booking",
        ...system,
        arguments: { payload },
      });
      expect(host.answers()).toMatchObject([
        { eventIdn: "result_success", targetAction: "cancel_booking", code: "200", bookingId: "2820024" },
      ]);
      expect(statuses(host)).toEqual(["booked", "cancelled"]);
    }
  });
});
