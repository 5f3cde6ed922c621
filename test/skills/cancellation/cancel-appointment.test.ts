import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "#sdk";
import { cancelAppointment } from "../../../skills/cancellation/cancel-appointment.ts";
import { altegioServer, api, denial, guardPage, ok } from "../altegio-shapes.ts";
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

async function cancelled(host: MemoryHost): Promise<string> {
  await cancelAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return answer;
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
    expect(await cancelled(host)).toBe(
      "The appointment is cancelled: Haircut with James on Monday, September 21 at 12:00. Tell the caller, and ask whether there is anything else.",
    );
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
    expect(await cancelled(host)).toContain("The appointment is cancelled");
    expect(statuses(host)).toEqual(["cancelled"]);
  });

  it.each([
    ["it stands", () => ok(record), "did not carry out the cancellation", ["booked"]],
    ["it is gone", () => ok([{ ...record, deleted: true }]), "The appointment is cancelled", ["cancelled"]],
    ["nobody knows", () => HttpResponse.error(), "could not be confirmed", ["booked"]],
    ["it is not shown", missing, "could not be confirmed", ["booked"]],
  ])("looks before it speaks when no answer came: %s", async (_, look, said, left) => {
    byHash(() => HttpResponse.error());
    shown(look);
    const host = hostWith([haircut], agreed);
    expect(await cancelled(host)).toContain(said);
    expect(statuses(host)).toEqual(left);
  });

  it("does it as the business where visitors may not", async () => {
    byHash(() => denial(403, "Access denied."));
    shown(() => ok(record));
    byBusiness(noContent);
    shownToBusiness(() => ok({ ...record, deleted: true }));
    const host = hostWith([haircut], agreed, withToken());
    expect(await cancelled(host)).toContain("The appointment is cancelled");
    expect(sent(host).slice(3)).toEqual(["DELETE /record/4564/2820023", "GET /record/4564/2820023"]);
    expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
    const without = hostWith([haircut], agreed);
    expect(await cancelled(without)).toContain("could not be cancelled and still stands");
    expect(statuses(without)).toEqual(["booked"]);
  });

  it.each([
    [
      "refuses",
      () => denial(403, "Not enough rights"),
      () => ok(record),
      "could not be cancelled and still stands",
    ],
    ["does not answer", () => HttpResponse.error(), () => ok(record), "did not carry out the cancellation"],
    ["does not answer at all", () => HttpResponse.error(), () => guardPage(), "could not be confirmed"],
    ["says yes and shows nothing", noContent, () => denial(500, "x"), "The appointment is cancelled"],
    ["has done it before", missing, missing, "already cancelled"],
  ])("tells the truth when the business's call %s", async (_, answer, look, said) => {
    byHash(() => denial(403, "Access denied."));
    shown(() => ok(record));
    byBusiness(answer);
    shownToBusiness(look);
    expect(await cancelled(hostWith([haircut], agreed, withToken()))).toContain(said);
  });

  it("uses the business's call alone for an appointment without a hash", async () => {
    byBusiness(noContent);
    shownToBusiness(missing);
    const host = hostWith([{ ...haircut, record_hash: "" }], agreed, withToken());
    expect(await cancelled(host)).toContain("The appointment is cancelled");
    expect(sent(host)).toEqual([
      "GET /record/4564/2820023",
      "DELETE /record/4564/2820023",
      "GET /record/4564/2820023",
    ]);
    expect(await cancelled(hostWith([{ ...haircut, record_hash: "" }], agreed))).toContain("still stands");
  });

  it("asks which one, reads back, and leaves others alone", async () => {
    expect(await cancelled(hostWith([haircut, coloring], agreed))).toBe(
      "Several appointments fit: Haircut with James on Monday, September 21 at 12:00 or Coloring with Anna on Wednesday, September 23 at 11:00. Ask the caller which one they mean; if it is more than one, with which to begin. Nothing is cancelled.",
    );
    const host = hostWith([haircut, coloring], {
      services: ["colouring"],
      date: "2026-09-23",
      confirmed: false,
    });
    expect(await cancelled(host)).toBe(
      "Read this back to the caller and ask whether it is to be cancelled: Coloring with Anna on Wednesday, September 23 at 11:00. Once the caller agrees, say that you are cancelling it now. It is not cancelled yet.",
    );
    expect(host.calls("Gen")[0]?.["prompt"]).toContain(
      "1. Haircut with James on Monday, September 21 at 12:00\n2. Coloring with Anna",
    );
    expect(await cancelled(hostWith([], agreed))).toContain(
      "Only appointments made here can be cancelled here.",
    );
    const past = { ...haircut, datetime: "2026-09-18T15:00:00-05:00" };
    expect(await cancelled(hostWith([past, { ...haircut, location_id: "9" }], agreed))).toContain(
      "No upcoming appointment that was made here",
    );
    expect(await cancelled(hostWith([haircut], { date: "2026-09-22", confirmed: true }))).toContain(
      "No appointment that was made here fits that.",
    );
  });

  it("does not take the next one for one that is cancelled", async () => {
    const gone = { ...haircut, status: "cancelled" };
    expect(await cancelled(hostWith([gone, coloring], { ...agreed, appointment: "1" }))).toContain(
      "already cancelled: Haircut",
    );
    // What was agreed to may have been the one that is gone by now.
    expect(await cancelled(hostWith([gone, coloring], agreed))).toMatch(
      /^Read this back .*Coloring with Anna.* It is not cancelled yet\.$/u,
    );
  });

  it("says so when it was never confirmed that there is one", async () => {
    const never = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
    expect(await cancelled(hostWith([never], agreed))).toContain("It was never confirmed");
    server.use(http.get(`${api}/records/:loc`, () => ok([record])));
    byBusiness(noContent);
    shownToBusiness(() => ok({ ...record, deleted: true }));
    const host = hostWith([never], agreed, withToken());
    expect(await cancelled(host)).toContain("The appointment is cancelled");
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
      expect(host.events()).toMatchObject([
        { eventIdn: "result_success", targetAction: "cancel_booking", code: "200", bookingId: "2820024" },
      ]);
      expect(statuses(host)).toEqual(["booked", "cancelled"]);
    }
  });
});
