import { http, HttpResponse } from "msw";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "#sdk";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import { altegioServer, api, company, denial, guardPage, ok, refusal, slots } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";
import { record as crmRecord } from "../own-appointments.ts";
import { published } from "../published.ts";

const server = altegioServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const system = { integrationIdn: "system", connectorIdn: "system" };
const toolEvent = { idn: "altegio_book_appointment_tool", ...system, arguments: {} };
const wish = {
  services: ["Haircut"],
  staff: "James",
  date: "2026-09-21",
  time: "12:00",
  full_name: "James  Smith",
  phone: "(315) 555-0175",
  email: "",
  comment: "",
  sms_code: "",
  confirmed: true,
};

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await published();
});

const hostWith = (generated: JsonObject | null, options: HostOptions = {}): MemoryHost =>
  new MemoryHost({ customer, generated, ...options });

async function booked(host: MemoryHost): Promise<string> {
  await bookAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toContain("partner-secret");
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|331|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return answer;
}
const sent = (host: MemoryHost, path: string): readonly JsonValue[] =>
  host
    .calls("SendCommand")
    .filter((command) => String(command["url"]).startsWith(`${api}/${path}/`))
    .map((command) => JSON.parse(String(command["body"])) as JsonValue);
const stored = (host: MemoryHost): JsonValue =>
  JSON.parse(host.persona.get("altegio_appointments") ?? "[]") as JsonValue;
const record = (answer: () => unknown): void =>
  server.use(http.post(`${api}/book_record/:id`, answer as never));

/** The appointment as its visitor sees it. */
const held = {
  id: 2820023,
  services: [{ id: 331, title: "Haircut" }],
  staff: { id: 16, name: "James" },
  date: "2026-09-21T12:00:00.000-05:00",
  deleted: false,
};

describe("bookAppointment", () => {
  it("books the slot as Altegio wrote it and keeps the appointment", async () => {
    const host = hostWith(wish);
    expect(await booked(host)).toBe(
      "The appointment is booked: Haircut with James on Monday, September 21 at 12:00, in the name of James Smith. Tell the caller.",
    );
    const appointments = [{ id: 1, services: [331], staff_id: 16, datetime: "2026-09-21T12:00:00-05:00" }];
    expect(sent(host, "book_check")).toEqual([{ appointments }]);
    expect(sent(host, "book_record")).toEqual([
      { phone: "13155550175", fullname: "James Smith", appointments },
    ]);
    expect(stored(host)).toEqual([
      {
        record_id: "2820023",
        record_hash: "567df655",
        location_id: "4564",
        services: [{ id: "331", name: "Haircut" }],
        staff: { id: "16", name: "James" },
        datetime: "2026-09-21T12:00:00-05:00",
        phone: "13155550175",
        full_name: "James Smith",
        status: "booked",
      },
    ]);
    const order = host.log.map((entry) => entry.action);
    expect(order.lastIndexOf("SetPersonaAttribute")).toBeLessThan(order.indexOf("SendSystemEvent"));
  });

  it("sends what was said besides, and names the member Altegio chose", async () => {
    record(() =>
      ok([{ id: 1, record_id: 5, record_hash: "h", record: { staff: { id: 48, name: "Anna" } } }], 201),
    );
    const host = hostWith({
      ...wish,
      staff: "anyone",
      services: ["Coloring"],
      email: "j@example.com",
      comment: "hi",
    });
    const answer = await booked(host);
    expect(answer).toContain("Coloring on Monday, September 21 at 12:00");
    expect(answer).toContain("The staff member is Anna.");
    expect(answer).toContain("paid in advance");
    expect(sent(host, "book_record")).toMatchObject([
      { email: "j@example.com", comment: "hi", appointments: [{ staff_id: 0, services: [99055] }] },
    ]);
    expect(stored(host)).toMatchObject([{ staff: { id: "48", name: "Anna" }, status: "booked" }]);
  });

  it.each([
    ["voice", { actors: { newo_voice: ["+13155550175"] } }],
    ["an older voice channel", { actors: { vapi: ["+1 315 555 0175"] } }],
    ["SMS", { actors: { twilio_messenger: ["+13155550175"] } }],
    ["the platform's user", { user: { phone: "3155550175" } }],
  ])("takes the number from %s when none was said", async (_, options) => {
    const host = hostWith({ ...wish, phone: "" }, options);
    await booked(host);
    expect(sent(host, "book_record")).toMatchObject([{ phone: "13155550175" }]);
  });

  it.each([
    [{ date: "", time: "" }, "the date and the time"],
    [{ full_name: " " }, "the full name"],
    [{ phone: "" }, "the phone number"],
    [{ date: "next week", time: "noon", full_name: "" }, "the date, the time and the full name"],
  ])("asks for what is missing: %j", async (gap, asked) => {
    const host = hostWith({ ...wish, ...gap }, { actors: { newo_chat: ["1234567890123"] } });
    expect(await booked(host)).toBe(
      `Before Haircut with James can be booked, ask the caller for ${asked}. Nothing is booked.`,
    );
    expect(host.calls("SendCommand")).toHaveLength(0);
  });

  it("asks again, reads back, and refuses the past", async () => {
    expect(await booked(hostWith({ ...wish, phone: "555" }))).toContain("repeat it with the country code");
    expect(await booked(hostWith({ ...wish, confirmed: false }))).toBe(
      "That time is free. Read this back to the caller and ask whether it is right: Haircut with James on Monday, September 21 at 12:00, in the name of James Smith. Once the caller agrees, say that you are booking it now. It is not booked yet.",
    );
    expect(await booked(hostWith({ ...wish, date: "2026-09-18", time: "15:00" }))).toContain(
      "is in the past",
    );
    expect(await booked(hostWith({ ...wish, services: ["hair"] }))).toContain("Several entries fit");
    expect(await booked(hostWith({ ...wish, services: ["Coloring"] }))).toContain(
      "James does not do Coloring.",
    );
    expect(await booked(hostWith(null))).toContain("which service they would like. Nothing is booked.");
  });

  it("tells that a service is paid in advance before it is booked", async () => {
    const host = hostWith({ ...wish, services: ["Coloring"], staff: "", confirmed: false });
    const answer = await booked(host);
    expect(answer).toContain("Read this back to the caller");
    expect(answer).toContain("paid in advance");
    expect(sent(host, "book_record")).toEqual([]);
  });

  it("offers others at once when the time is not free", async () => {
    const host = hostWith({ ...wish, time: "12:30" });
    expect(await booked(host)).toContain(
      "Monday, September 21 at 12:30 is not free for Haircut with James. Nothing is booked. The nearest free times that day: 10:15, 12:00 and 13:30.",
    );
    expect(await booked(hostWith({ ...wish, date: "2026-09-22" }))).toContain(
      "The nearest free times are on Wednesday, September 23: 11:00 and 14:00.",
    );
    expect(sent(host, "book_record")).toEqual([]);
  });

  it("names the other half of the day where just that is free", async () => {
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, () => ok(slots("2026-09-21", ["10:00", "20:00"]))),
    );
    expect(await booked(hostWith({ ...wish, time: "08:00" }))).toContain(
      "The nearest free times that day: 10:00 and 20:00. If the caller meant 20:00: that is free.",
    );
  });

  it.each([
    [433, "is not free for Haircut with James"],
    [436, "is not free for Haircut with James"],
  ])("offers fresh times after code %i", async (code, said) => {
    let lookUps = 0;
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, () => {
        lookUps += 1;
        return ok(slots("2026-09-21", lookUps === 1 ? ["12:00"] : ["12:00", "12:45", "16:00"]));
      }),
    );
    record(() => refusal(code));
    const host = hostWith(wish);
    const answer = await booked(host);
    expect(answer).toContain(said);
    expect(answer).toContain("The nearest free times that day: 12:45 and 16:00.");
    expect(stored(host)).toEqual([]);
  });

  it.each([
    [431, 422, "repeat it with the country code"],
    [434, 403, "cannot be made online"],
    [435, 422, "full name"],
    [437, 422, "overlaps"],
    [438, 422, "no longer be booked"],
  ])("gives a truthful answer to code %i", async (code, httpStatus, said) => {
    record(() => refusal(code, httpStatus));
    const host = hostWith(wish);
    const answer = await booked(host);
    expect(answer).toContain(said);
    expect(answer).toContain("Nothing is booked.");
    expect(stored(host)).toEqual([]);
    expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
  });

  it.each([
    [404, "The service cannot be booked with this team member"],
    [400, "Composite services are booked by their parts"],
  ])("takes a %i with a text for one about the visit, not the connection", async (status, message) => {
    for (const path of ["book_check/:id", "book_record/:id"]) {
      server.use(http.post(`${api}/${path}`, () => denial(status, message)));
      const host = hostWith(wish);
      const answer = await booked(host);
      expect(answer).toContain("another service or staff member");
      expect(answer).not.toContain("connection");
      expect(stored(host)).toEqual([]);
      expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
      server.resetHandlers();
    }
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, () => denial(status, message)));
    expect(await booked(hostWith(wish))).toContain("another service or staff member");
  });

  it("believes the check before the booking", async () => {
    server.use(http.post(`${api}/book_check/:id`, () => refusal(433)));
    const host = hostWith(wish);
    expect(await booked(host)).toContain("is not free");
    expect(sent(host, "book_record")).toEqual([]);
  });

  it.each([
    ["a refused token", () => denial(401, "Authentication needed."), "needs the team's attention"],
    ["missing rights", () => denial(403, "Access denied."), "needs the team's attention"],
    [
      "an expired licence",
      () => denial(403, "renew the license in the branch"),
      "needs the team's attention",
    ],
    ["the guard's page", () => guardPage(), "does not answer right now"],
    ["too many requests", () => new HttpResponse("", { status: 429 }), "is busy"],
    ["success false", () => denial(201, "An error has occurred"), "needs the team's attention"],
    ["a rejected field", () => denial(422, "An error has occurred"), "did not accept the details"],
  ])("does not book on %s", async (_, answer, said) => {
    record(answer);
    const host = hostWith(wish);
    const text = await booked(host);
    expect(text).toContain(said);
    expect(text).toContain("Nothing is booked.");
    expect(stored(host)).toEqual([]);
  });

  it.each([
    ["a time-out", () => HttpResponse.error()],
    ["a 502", () => guardPage(502)],
    ["a 500", () => denial(500, "x")],
    ["a truncated body", () => new HttpResponse('{"success":true,"data":[{"rec', { status: 201 })],
    ["no record id", () => ok([{ id: 1 }], 201)],
    ["no body", () => new HttpResponse("", { status: 201 })],
  ])("cannot confirm after %s, and does not repeat", async (_, answer) => {
    let posts = 0;
    record(() => {
      posts += 1;
      return answer();
    });
    const host = hostWith(wish);
    expect(await booked(host)).toContain("could not be confirmed");
    expect(stored(host)).toMatchObject([{ record_id: "", status: "unconfirmed" }]);
    const again = hostWith(wish, { persona: Object.fromEntries(host.persona) });
    expect(await booked(again)).toContain("was submitted before and its result is not confirmed");
    expect(posts).toBe(1);
  });

  it.each([
    ["shows it", (row: object) => [row], "The appointment is booked", "booked"],
    [
      "shows somebody else's",
      (row: object) => [{ ...row, client: { phone: "+13155550199" } }],
      "no such appointment so far",
      "unconfirmed",
    ],
    [
      "shows it cancelled",
      (row: object) => [{ ...row, deleted: true }],
      "no such appointment so far",
      "unconfirmed",
    ],
    [
      "shows another time",
      (row: object) => [{ ...row, date: "2026-09-21 13:00:00" }],
      "no such appointment so far",
      "unconfirmed",
    ],
    [
      "keeps the number back",
      (row: object) => [{ ...row, client: { phone: "" } }],
      "could not be confirmed",
      "unconfirmed",
    ],
    [
      "is longer than a page",
      () => Array.from({ length: 200 }, () => ({})),
      "could not be confirmed",
      "unconfirmed",
    ],
    ["is no list", () => ({}), "could not be confirmed", "unconfirmed"],
  ])("looks the booking up after no answer, and the day %s", async (_, rows, said, status) => {
    customer = await published({ altegio_user_token: "user-secret" });
    record(() => HttpResponse.error());
    server.use(http.get(`${api}/records/4564`, () => ok(rows({ ...crmRecord, attendance: 0 }))));
    const host = hostWith(wish);
    expect(await booked(host)).toContain(said);
    expect(stored(host)).toMatchObject([{ status, record_hash: "" }]);
    expect(host.searchable()).not.toContain("user-secret");
  });

  it("does not book the same wish twice, also when asked twice at once", async () => {
    let posts = 0;
    let deleted = false;
    record(() => {
      posts += 1;
      return ok([{ id: 1, record_id: 2820023, record_hash: "567df655" }], 201);
    });
    server.use(http.get(`${api}/book_record/4564/2820023/567df655`, () => ok({ ...held, deleted })));
    const host = hostWith(wish);
    await Promise.all([
      bookAppointment(host.context(), toolEvent),
      bookAppointment(host.context(), toolEvent),
    ]);
    expect(host.events("urgent_message")).toHaveLength(2);
    const again = hostWith({ ...wish, staff: "" }, { persona: Object.fromEntries(host.persona) });
    expect(await booked(again)).toContain("is already booked");
    expect(posts).toBe(1);
    const other = hostWith({ ...wish, time: "15:00" }, { persona: Object.fromEntries(host.persona) });
    expect(await booked(other)).toContain("The appointment is booked");
    expect(posts).toBe(2);
    // The team has cancelled it meanwhile: the same wish is a new one.
    deleted = true;
    const anew = hostWith(wish, { persona: Object.fromEntries(host.persona) });
    expect(await booked(anew)).toContain("The appointment is booked");
    expect(posts).toBe(3);
    expect(stored(anew)).toMatchObject([{ status: "cancelled" }, { status: "booked" }]);
  });

  it("survives a damaged list of appointments", async () => {
    const host = hostWith(wish, { persona: { altegio_appointments: '{"x":' } });
    expect(await booked(host)).toContain("The appointment is booked");
    expect(stored(host)).toHaveLength(1);
  });

  it("asks for the code where the location confirms by SMS", async () => {
    server.use(
      http.get(`${api}/company/:id`, () =>
        ok({ ...company, phone_confirmation: "1", booking_email_required: 1 }),
      ),
      http.post(`${api}/book_code/:id`, () =>
        HttpResponse.json({ success: true, meta: { message: "Created" } }, { status: 201 }),
      ),
    );
    customer = await published();
    expect(await booked(hostWith(wish))).toContain("the e-mail address");
    const host = hostWith({ ...wish, email: "j@example.com" });
    expect(await booked(host)).toContain("a code was just sent");
    expect(sent(host, "book_code")).toMatchObject([{ phone: "13155550175", fullname: "James Smith" }]);
    const sentTo = { persona: Object.fromEntries(host.persona) };
    const coded = hostWith({ ...wish, email: "j@example.com", sms_code: "38 829" }, sentTo);
    expect(await booked(coded)).toContain("The appointment is booked");
    expect(sent(coded, "book_record")).toMatchObject([{ code: "38829" }]);
    record(() => refusal(432));
    expect(await booked(hostWith({ ...wish, email: "j@example.com", sms_code: "1" }, sentTo))).toContain(
      "was not right",
    );
  });

  it.each([
    ["a filler", { sms_code: "NA" }],
    ["letters", { sms_code: "yes" }],
    ["the code of another number", { sms_code: "38829", phone: "(315) 555-0199" }],
  ])("sends no %s as a code", async (_, said) => {
    server.use(
      http.get(`${api}/company/:id`, () => ok({ ...company, phone_confirmation: "1" })),
      http.post(`${api}/book_code/:id`, () => ok(null, 201)),
    );
    customer = await published();
    const host = hostWith(wish);
    await booked(host);
    const persona = Object.fromEntries(host.persona);
    const heard = hostWith({ ...wish, ...said }, { persona, now: "2026-09-18T15:14:05-05:00" });
    expect(await booked(heard)).toContain("a code was just sent");
    expect(sent(heard, "book_record")).toEqual([]);
  });

  it.each([
    [{ full_name: "null" }, "the full name"],
    [{ full_name: "Haircut" }, "the full name"],
    [{ full_name: "the caller" }, "the full name"],
  ])("takes no filler and no service for a name: %j", async (said, asked) => {
    const host = hostWith({ ...wish, ...said });
    expect(await booked(host)).toContain(`ask the caller for ${asked}.`);
    expect(host.calls("SendCommand")).toHaveLength(0);
  });

  it("sends nothing for fields that only hold fillers", async () => {
    record(() =>
      ok([{ id: 1, record_id: 5, record_hash: "h", record: { staff: { id: 16, name: "James" } } }], 201),
    );
    const host = hostWith({ ...wish, email: "none", comment: "N/A", sms_code: "-", staff: "not specified" });
    expect(await booked(host)).toContain("The appointment is booked: Haircut on Monday");
    expect(sent(host, "book_record")).toMatchObject([{ appointments: [{ staff_id: 0 }] }]);
    expect(Object.keys(sent(host, "book_record")[0] as object)).toEqual([
      "phone",
      "fullname",
      "appointments",
    ]);
  });

  it("has a code sent when Altegio asks for one unexpectedly", async () => {
    record(() => refusal(432));
    server.use(http.post(`${api}/book_code/:id`, () => denial(201, "x")));
    expect(await booked(hostWith(wish))).toContain("Nothing is booked");
    server.use(http.post(`${api}/book_code/:id`, () => ok(null, 201)));
    expect(await booked(hostWith(wish))).toContain("a code was just sent");
  });

  it("answers core in core's own form", async () => {
    const payload: JsonObject = { ...wish, confirmed: null };
    const host = hostWith(null);
    await bookAppointment(host.context(), {
      idn: "book_slot",
      ...system,
      arguments: { payload: JSON.stringify(payload) },
    });
    expect(host.events()).toMatchObject([
      { eventIdn: "result_success", targetAction: "book_slot", code: "201", bookingId: "2820023" },
    ]);
    const denied = hostWith(null);
    await bookAppointment(denied.context(), {
      idn: "book_slot",
      ...system,
      arguments: { payload: { ...wish, confirmed: "false" } },
    });
    expect(denied.events()).toMatchObject([{ eventIdn: "result_success", code: "422", bookingId: "" }]);
  });

  it("says so when it is switched off, not connected, or without a catalogue", async () => {
    const without = async (more: Record<string, string>): Promise<string> =>
      booked(new MemoryHost({ customer: { ...customer, ...more }, generated: wish }));
    expect(await without({ altegio_booking_enabled: "0" })).toContain("switched off");
    expect(await without({ altegio_location_id: "Salon" })).toContain("not connected");
    server.use(http.get(`${api}/company/:id`, () => HttpResponse.error()));
    expect(await without({ altegio_catalog: "" })).toContain("does not answer right now");
  });
});
