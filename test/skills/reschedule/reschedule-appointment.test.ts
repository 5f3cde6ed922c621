import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { rescheduleAppointment } from "../../../skills/reschedule/reschedule-appointment.ts";
import { altegioServer, api, denial, ok, refusal, staff } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import { coloring, coloringRecord, haircut, kept, record } from "../own-appointments.ts";
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

/** The kinds of the answer. */
async function moved(host: MemoryHost): Promise<readonly string[]> {
  await rescheduleAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toMatch(/partner-secret|user-secret/u);
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return kindsOf(answer);
}
const stored = (host: MemoryHost): readonly Appointment[] =>
  (JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as Appointment[]).map((entry) => ({
    ...entry,
    written_at: haircut.written_at,
  }));
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
    expect(await moved(host)).toEqual(["moved"]);
    expect(momentsIn(host.answer())).toEqual(["09-23 14:00", "09-21 12:00"]);
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
    expect(await moved(host)).toEqual(["moved"]);
    expect(body).toMatchObject({ staff_id: 48, datetime: "2026-09-21 12:00:00", save_if_busy: false });
    expect(stored(host)).toEqual([{ ...haircut, staff: { id: "48", name: "Anna" } }]);
    // An answer that still shows the member it was with is no move.
    update(() => ok(record, 201));
    expect(await moved(hostWith([haircut], { staff: "Anna", confirmed: true }))).toEqual(["not moved"]);
  });

  it.each([
    ["slower", "Anna", 5400, 5400],
    ["just as fast", "Anna", 3600, 3600],
    ["unknown to be slower", "Anna", 0, 3600],
    ["the same, who has another length by now", "James", 5400, 3600],
  ])("keeps the length of the visit unless another member is %s", async (_, staff, seconds, length) => {
    let body: unknown;
    held(() => ok(record));
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, () =>
        ok([{ time: "14:00", seance_length: seconds, datetime: "2026-09-23T14:00:00-05:00" }]),
      ),
    );
    update((sent) => {
      body = sent;
      return ok({ ...at("2026-09-23 14:00:00"), staff_id: staff === "Anna" ? 48 : 16 }, 201);
    });
    expect(await moved(hostWith([haircut], { ...toWednesday, staff }))).toEqual(["moved"]);
    expect(body).toMatchObject({ seance_length: length });
  });

  it.each([
    ["refused", { ...toWednesday, confirmed: false }],
    ["left out", { date: "2026-09-23", time: "14:00" }],
    ["empty", { ...toWednesday, confirmed: null }],
  ])("moves nothing when consent is %s", async (_, wish) => {
    held(() => ok(record));
    const host = hostWith([haircut], wish);
    expect(await moved(host)).toEqual(["offer", "move read back", "not moved"]);
    expect(stored(host)).toEqual([haircut]);
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
    expect(await moved(hostWith([haircut], toWednesday))).toEqual(["not moved"]);
  });

  it.each([
    ["409", () => denial(409, "The selected time is not available")],
    ["436", () => refusal(436)],
    ["422 in words", () => denial(422, "The service is not available at the selected time.")],
  ])("offers others when Altegio says the time is taken: %s", async (_, answer) => {
    held(() => ok(record));
    update(answer);
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toEqual(["not free", "not moved", "offer"]);
    expect(offeredIn(host.answer())).toEqual(["11:00"]);
    expect(stored(host)).toEqual([haircut]);
  });

  it.each([
    ["was carried out", "2026-09-23 14:00:00", "moved", "2026-09-23T14:00:00"],
    ["was not carried out", "2026-09-21 12:00:00", "not moved", haircut.datetime],
  ])("looks before it speaks when no answer came and the move %s", async (_, date, kind, datetime) => {
    let looks = 0;
    held(() => {
      looks += 1;
      return ok(looks === 1 ? record : at(date));
    });
    update(() => HttpResponse.error());
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toEqual([kind]);
    expect(stored(host)).toMatchObject([{ datetime }]);
  });

  it("does not claim what nobody can tell, and does not believe a success that shows another time", async () => {
    let looks = 0;
    held(() => {
      looks += 1;
      return looks === 1 ? ok(record) : denial(500, "x");
    });
    update(() => HttpResponse.error());
    expect(await moved(hostWith([haircut], toWednesday))).toEqual(["move unknown"]);
    held(() => ok(record));
    update(() => ok(record, 201));
    expect(await moved(hostWith([haircut], toWednesday))).toEqual(["not moved"]);
  });

  it.each([
    ["rights", () => denial(403, "Not enough rights")],
    ["a field", () => denial(422, "An error has occurred")],
    ["a paid record", () => denial(400, "The record is paid")],
  ])("tells the truth about a refusal for %s", async (_, answer) => {
    held(() => ok(record));
    update(answer);
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toEqual(["not moved"]);
    expect(stored(host)).toEqual([haircut]);
  });

  it.each([
    ["it is gone", () => ok({ ...record, deleted: true }), ["gone", "not moved"]],
    ["it is unknown", () => denial(404, ""), ["gone", "not moved"]],
    ["the visitor has come", () => ok({ ...record, attendance: 1 }), ["cannot be moved", "not moved"]],
    ["it is there already", () => ok(at("2026-09-23 14:00:00")), ["moved before"]],
    ["there is no access", () => denial(403, "x"), ["no access", "not moved"]],
    ["nothing answers", () => HttpResponse.error(), ["no answer", "not moved"]],
  ])("does not even try when %s", async (_, answer, kinds) => {
    held(answer);
    const host = hostWith([haircut], toWednesday);
    expect(await moved(host)).toEqual(kinds);
    expect(host.calls("SendCommand").every((call) => call["method"] === "GET")).toBe(true);
  });

  it("lets Altegio decide where the appointment itself is in the way", async () => {
    held(() => ok(record));
    update(() => ok(at("2026-09-21 12:30:00"), 201));
    const near = { date: "2026-09-21", time: "12:30" };
    expect(await moved(hostWith([haircut], { ...near, confirmed: false }))).toEqual([
      "move read back",
      "not moved",
    ]);
    const host = hostWith([haircut], { ...near, confirmed: true });
    expect(await moved(host)).toEqual(["moved"]);
    expect(momentsIn(host.answer())).toEqual(["09-21 12:30", "09-21 12:00"]);
    expect(host.calls("SendCommand")).toHaveLength(2);
    // An hour later it is out of its own way, and 13:00 is not among the free times.
    expect(await moved(hostWith([haircut], { ...near, time: "13:00", confirmed: true }))).toEqual([
      "not free",
      "not moved",
      "offer",
    ]);
  });

  it("asks for what is missing and reads back", async () => {
    // What fits no appointment may fit one that the team has changed: they are looked up.
    server.use(
      http.get(`${api}/book_record/4564/2820023/567df655`, () => ok(record)),
      http.get(`${api}/book_record/4564/2820024/aa11bb22`, () => ok(coloringRecord)),
    );
    const asked = async (facts: JsonObject, entries = [haircut]): Promise<readonly string[]> => {
      held(() => ok(record));
      const host = hostWith(entries, facts);
      const kinds = await moved(host);
      expect(stored(host)).toEqual(entries);
      return kinds;
    };
    expect(await asked({ confirmed: true })).toEqual(["question", "not moved"]);
    expect(await asked({ time: "14:00" })).toEqual(["question", "not moved"]);
    expect(await asked({ ...toWednesday, date: "2026-09-31" })).toEqual(["no such date", "not moved"]);
    for (const time of ["15:03", "15:04"]) {
      expect(await asked({ ...toWednesday, date: "2026-09-18", time })).toEqual([
        "past",
        "not moved",
        "question",
      ]);
    }
    const readBack = ["offer", "move read back", "not moved"];
    expect(await asked({ ...toWednesday, staff: "Anna", confirmed: false })).toEqual(readBack);
    expect(await asked({ ...toWednesday, staff: "JAMES", confirmed: false })).toEqual(readBack);
    expect(await asked({ ...toWednesday, staff: "Boris" })).toEqual([
      "no such entry",
      "which member",
      "not moved",
    ]);
    const which = ["which appointment", "question", "not moved"];
    expect(await asked(toWednesday, [haircut, coloring])).toEqual(which);
    const massage = { ...toWednesday, appointment: "the massage" };
    expect(await asked(massage)).toEqual(["no such appointment", ...which]);
    expect(await asked(toWednesday, [])).toEqual(["none made here"]);
    const over = { ...haircut, datetime: "2026-09-18T15:04:00-05:00" };
    server.use(http.get(`${api}/book_record/:loc/:id/:hash`, () => HttpResponse.error()));
    held(() => HttpResponse.error());
    expect(await moved(hostWith([over], toWednesday))).toEqual(["none made here"]);
    expect(await asked(toWednesday, [{ ...haircut, status: "cancelled" }])).toEqual(["gone", "not moved"]);
  });

  it.each([
    [[48, 16], ["Anna"]],
    [[16], []],
  ])("names who else is free, among %j, when anybody will do", async (free, names) => {
    held(() => ok(record));
    server.use(
      http.get(`${api}/book_staff/:id`, ({ request }) => {
        expect(new URL(request.url).searchParams.get("datetime")).toBe("2026-09-23T15:00:00");
        return ok(staff.filter(({ id }) => free.includes(id)));
      }),
    );
    const host = hostWith([haircut], { ...toWednesday, time: "15:00", staff: "anyone" });
    expect(await moved(host)).toEqual([
      "not free",
      "not moved",
      "offer",
      ...(names.length > 0 ? ["question"] : []),
    ]);
    expect(host.answer().match(/Anna/gu) ?? []).toEqual(names);
  });

  it("says what is possible instead without a user token", async () => {
    const host = hostWith([haircut], toWednesday, { ...customer, altegio_user_token: "" });
    expect(await moved(host)).toEqual(["no moves here", "not moved"]);
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
      expect(kindsOf(host.answer())).toEqual(["moved"]);
      expect(host.calls("Gen")).toHaveLength(0);
    }
  });
});
