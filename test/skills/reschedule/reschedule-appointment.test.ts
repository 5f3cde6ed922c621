import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { rescheduleAppointment } from "../../../skills/reschedule/reschedule-appointment.ts";
import { altegioServer, api, denial, ok } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, haircut, kept, record } from "../own-appointments.ts";
import { published, tokens } from "../published.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";

const server = altegioServer();

const system = { integrationIdn: "system", connectorIdn: "system" };
const toolEvent = { idn: "altegio_reschedule_appointment_tool", ...system, arguments: {} };
const toWednesday = { date: "2026-09-23", time: "14:00", confirmed: true };

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published({ altegio_user_token: tokens.altegio_user_token });
});
const hostWith = (entries: readonly Appointment[], generated: JsonObject, account = customer): MemoryHost =>
  new MemoryHost({ customer: account, generated, persona: kept(...entries) });

async function moved(host: MemoryHost): Promise<string> {
  await rescheduleAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return answer;
}
const stored = (host: MemoryHost): readonly Appointment[] =>
  JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[];
const held = (answer: () => unknown): void => server.use(http.get(`${api}/record/:loc/:id`, answer as never));
const update = (answer: (body: unknown) => unknown): void =>
  server.use(
    http.put(`${api}/record/:loc/:id`, async ({ request }) => answer(await request.json()) as never),
  );
const at = (date: string): object => ({ ...record, date });

describe("rescheduleAppointment", () => {
  it("sends the whole record back with another time, and keeps it", async () => {
    let body: unknown;
    held(() => ok(record));
    update((sent) => {
      body = sent;
      return ok(at("2026-09-23 14:00:00"), 201);
    });
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toBe(
      "The appointment is moved: it is now Haircut with James on Wednesday, September 23 at 14:00, instead of Haircut with James on Monday, September 21 at 12:00. Tell the caller.",
    );
    expect(body).toEqual({
      staff_id: 16,
      services: [{ id: 331, first_cost: 45, discount: 10, cost: 40.5 }],
      client: { id: 572, name: "James", surname: "Smith", email: "j@example.com", phone: "+1 315 555 0175" },
      datetime: "2026-09-23 14:00:00",
      seance_length: 3600,
      save_if_busy: false,
      comment: "left side",
      attendance: 2,
      api_id: "777",
      sms_remain_hours: 6,
      email_remain_hours: 0,
      record_labels: [],
      custom_fields: [],
    });
    expect(stored(host)).toEqual([{ ...haircut, datetime: "2026-09-23T14:00:00" }]);
    expect(host.calls("SendCommand").map((call) => call["method"])).toEqual(["GET", "GET", "PUT"]);
  });

  it("moves it to another member who does the services, at its own time when no other was said", async () => {
    let body: unknown;
    held(() => ok(record));
    update((sent) => {
      body = sent;
      return ok({ ...record, staff_id: 48, staff: { id: 48, name: "Anna" } }, 201);
    });
    const host = hostWith([haircut], { staff: "Anna", confirmed: true });
    expect(await moved(host)).toContain(
      "it is now Haircut with Anna on Monday, September 21 at 12:00, instead of Haircut with James on Monday",
    );
    expect(body).toMatchObject({ staff_id: 48, datetime: "2026-09-21 12:00:00", save_if_busy: false });
    expect(stored(host)).toEqual([
      { ...haircut, datetime: "2026-09-21T12:00:00", staff: { id: "48", name: "Anna" } },
    ]);
    // An answer that still shows the member it was with is no move.
    update(() => ok(record, 201));
    expect(await moved(hostWith([haircut], { staff: "Anna", confirmed: true }))).toContain(
      "did not carry out the move",
    );
  });

  it("does not write a number back that was kept from it", async () => {
    let body: unknown;
    held(() => ok({ ...record, client: { ...record.client, phone: "+1 315 *** ** 75" } }));
    update((sent) => {
      body = sent;
      return ok(at("2026-09-23 14:00:00"), 201);
    });
    await moved(hostWith([haircut], toWednesday));
    expect(body).toHaveProperty("client.id", 572);
    expect(body).not.toHaveProperty("client.phone");
  });

  it.each([
    ["a record without a client", { ...record, client: null }],
    ["a record without a length", { ...record, seance_length: null }],
    ["a record without services", { ...record, services: [] }],
  ])("does not touch %s", async (_, data) => {
    held(() => ok(data));
    update(() => {
      throw new Error("must not be sent");
    });
    const answer = await moved(hostWith([haircut], toWednesday));
    expect(answer).toContain("does not accept this move, and the appointment stays as it is");
  });

  it.each([
    ["409", () => denial(409, "The selected time is not available")],
    ["422 in words", () => denial(422, "The service is not available at the selected time.")],
  ])("offers others when Altegio says the time is taken: %s", async (_, answer) => {
    held(() => ok(record));
    update(answer);
    const host = hostWith([haircut], toWednesday);
    const text = await moved(host);
    expect(text).toContain("Wednesday, September 23 at 14:00 is not free. The appointment stays as it is");
    expect(text).toContain("The nearest free times that day: 11:00.");
    expect(stored(host)).toEqual([haircut]);
  });

  it.each([
    ["was carried out", "2026-09-23 14:00:00", "The appointment is moved", "2026-09-23T14:00:00"],
    ["was not carried out", "2026-09-21 12:00:00", "did not carry out the move", haircut.datetime],
  ])("looks before it speaks when no answer came and the move %s", async (_, date, said, datetime) => {
    let looks = 0;
    held(() => {
      looks += 1;
      return ok(looks === 1 ? record : at(date));
    });
    update(() => HttpResponse.error());
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toContain(said);
    expect(stored(host)).toMatchObject([{ datetime }]);
  });

  it("does not claim what nobody can tell, and does not believe a success that shows another time", async () => {
    let looks = 0;
    held(() => {
      looks += 1;
      return looks === 1 ? ok(record) : denial(500, "x");
    });
    update(() => HttpResponse.error());
    expect(await moved(hostWith([haircut], toWednesday))).toContain("could not be confirmed");
    held(() => ok(record));
    update(() => ok(record, 201));
    expect(await moved(hostWith([haircut], toWednesday))).toContain("did not carry out the move");
  });

  it.each([
    ["rights", () => denial(403, "Not enough rights")],
    ["a field", () => denial(422, "An error has occurred")],
    ["a paid record", () => denial(400, "The record is paid")],
  ])("tells the truth about a refusal for %s", async (_, answer) => {
    held(() => ok(record));
    update(answer);
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toContain("does not accept this move");
    expect(stored(host)).toEqual([haircut]);
  });

  it.each([
    ["it is gone", () => ok({ ...record, deleted: true }), "no longer stands"],
    ["it is unknown", () => denial(404, ""), "no longer stands"],
    ["the visitor has come", () => ok({ ...record, attendance: 1 }), "cannot be moved here"],
    ["it is there already", () => ok(at("2026-09-23 14:00:00")), "at that time already"],
    ["there is no access", () => denial(403, "x"), "needs the team's attention"],
    ["nothing answers", () => HttpResponse.error(), "does not answer right now"],
  ])("does not even try when %s", async (_, answer, said) => {
    held(answer);
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toContain(said);
    expect(host.calls("SendCommand").every((call) => call["method"] === "GET")).toBe(true);
  });

  it("lets Altegio decide where the appointment itself is in the way", async () => {
    held(() => ok(record));
    update(() => ok(at("2026-09-21 12:30:00"), 201));
    const near = { date: "2026-09-21", time: "12:30" };
    expect(await moved(hostWith([haircut], { ...near, confirmed: false }))).toMatch(
      /^Read this back to the caller/u,
    );
    const host = hostWith([haircut], { ...near, confirmed: true });
    expect(await moved(host)).toContain("it is now Haircut with James on Monday, September 21 at 12:30");
    expect(host.calls("SendCommand")).toHaveLength(2);
    // An hour later it is out of its own way, and 13:00 is not among the free times.
    expect(await moved(hostWith([haircut], { ...near, time: "13:00", confirmed: true }))).toContain(
      "is not free",
    );
  });

  it("asks for what is missing and reads back", async () => {
    // What fits no appointment may fit one that the team has changed: they are looked up.
    server.use(
      http.get(`${api}/book_record/:loc/:id/:hash`, ({ params }) =>
        ok({ ...record, id: Number(params["id"]) }),
      ),
    );
    const asked = async (facts: JsonObject, entries = [haircut]): Promise<string> => {
      held(() => ok(record));
      return moved(hostWith(entries, facts));
    };
    expect(await asked({ confirmed: true })).toContain("Ask the caller for the new date and time");
    expect(await asked({ time: "14:00" })).toContain("Ask the caller for the new date to move");
    expect(await asked({ ...toWednesday, date: "2026-09-18", time: "15:04" })).toContain("is in the past");
    expect(await asked({ ...toWednesday, staff: "Anna", confirmed: false })).toContain(
      "Haircut with James on Monday, September 21 at 12:00 is to be moved to Wednesday, September 23 at 14:00 with Anna.",
    );
    expect(await asked({ ...toWednesday, staff: "Boris" })).toMatch(/Nothing is moved\.$/u);
    expect(await asked({ ...toWednesday, staff: "JAMES", confirmed: false })).toContain(
      "Wednesday, September 23 at 14:00 is free. Read this back",
    );
    expect(await asked(toWednesday, [haircut, coloring])).toContain("Several appointments fit");
    expect(await asked({ ...toWednesday, appointment: "the massage" })).toContain("fits that");
    expect(await asked(toWednesday, [])).toContain("Only appointments made here can be moved here");
    expect(await asked(toWednesday, [{ ...haircut, status: "cancelled" }])).toContain("no longer stands");
  });

  it("says what is possible instead without a user token", async () => {
    const host = hostWith([haircut], toWednesday, { ...customer, altegio_user_token: "" });
    expect(await moved(host)).toContain("book a new time first and, once that is booked, to cancel the old");
    expect(host.calls("SendCommand")).toHaveLength(0);
  });

  it("serves core's event with a payload in either form", async () => {
    held(() => ok(record));
    update(() => ok(at("2026-09-23 14:00:00"), 201));
    for (const payload of [{ ...toWednesday, booking_id: "2820023" }, JSON.stringify(toWednesday)]) {
      const host = hostWith([haircut], {});
      await rescheduleAppointment(host.context(), {
        idn: "reschedule_booking_tool",
        ...system,
        arguments: { payload },
      });
      expect(host.answer()).toContain("The appointment is moved");
      expect(host.calls("Gen")).toHaveLength(0);
    }
  });
});
