import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "#sdk";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import { altegioServer, api, company, denial, guardPage, ok, refusal, slots } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";
import { haircut, kept, record as crmRecord } from "../own-appointments.ts";
import { published } from "../published.ts";

const server = altegioServer();

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

/** The kinds of the answer. */
async function booked(host: MemoryHost): Promise<readonly string[]> {
  await bookAppointment(host.context(), toolEvent);
  expect(host.searchable()).not.toContain("partner-secret");
  const answer = host.answer();
  expect(answer).not.toMatch(/4564|331|2820023|567df655|3155550175|https?:|<html|details nobody/u);
  return kindsOf(answer);
}
/** The words of the answer. */
async function told(host: MemoryHost): Promise<string> {
  await booked(host);
  return host.answer();
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
    expect(await booked(host)).toEqual(["booked"]);
    expect(momentsIn(host.answer())).toEqual(["09-21 12:00"]);
    const appointments = [{ id: 1, services: [331], staff_id: 16, datetime: "2026-09-21T12:00:00-05:00" }];
    expect(sent(host, "book_check")).toEqual([{ appointments }]);
    expect(sent(host, "book_record")).toEqual([
      { phone: "13155550175", fullname: "James Smith", appointments },
    ]);
    expect(stored(host)).toEqual([
      {
        number: 1,
        record_id: "2820023",
        record_hash: "567df655",
        location_id: "4564",
        services: [{ id: "331", name: "Haircut" }],
        staff: { id: "16", name: "James" },
        datetime: "2026-09-21T12:00:00-05:00",
        phone: "13155550175",
        full_name: "James Smith",
        status: "booked",
        seconds: 3600,
        written_at: "2026-09-18T15:04:05-05:00",
      },
    ]);
    const order = host.log.map((entry) => entry.action);
    expect(order.lastIndexOf("SetPersonaAttribute")).toBeLessThan(order.lastIndexOf("SendSystemEvent"));
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
    expect(await booked(host)).toEqual(["booked"]);
    expect(host.answer()).toContain("The staff member is Anna.");
    expect(host.answer()).toContain("paid in advance");
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
    [{ date: "", time: "" }, ["date", "time"]],
    [{ full_name: " " }, ["full name"]],
    [{ phone: "" }, ["phone number"]],
    [{ date: "next week", time: "noon", full_name: "" }, ["date", "time", "full name"]],
  ])("asks for what is missing: %j", async (gap, asked) => {
    const host = hostWith({ ...wish, ...gap }, { actors: { newo_chat: ["1234567890123"] } });
    expect(await booked(host)).toEqual(["question", "not booked"]);
    expect(host.answer().match(/date|time|full name|phone number|e-mail|note/gu)).toEqual(asked);
    expect(host.calls("SendCommand")).toHaveLength(0);
  });

  it.each<[string, JsonObject | null, readonly string[]]>([
    ["a number that is none", { ...wish, phone: "555" }, ["number refused", "question", "not booked"]],
    ["no consent", { ...wish, confirmed: false }, ["offer", "booking read back", "not booked"]],
    ["nothing about consent", { ...wish, confirmed: null }, ["offer", "booking read back", "not booked"]],
    [
      "a moment that has gone by",
      { ...wish, date: "2026-09-18", time: "15:00" },
      ["past", "not booked", "question"],
    ],
    ["this very moment", { ...wish, date: "2026-09-18", time: "15:04" }, ["past", "not booked", "question"]],
    ["a date of no calendar", { ...wish, date: "2026-09-31" }, ["no such date", "not booked"]],
    ["several services that fit", { ...wish, services: ["hair"] }, ["which entry", "question", "not booked"]],
    ["a member who does not do it", { ...wish, services: ["Coloring"] }, ["which member", "not booked"]],
    ["nothing at all", null, ["question", "not booked"]],
  ])("books nothing on %s", async (_, said, kinds) => {
    const host = hostWith(said);
    expect(await booked(host)).toEqual(kinds);
    expect(sent(host, "book_record")).toEqual([]);
    expect(stored(host)).toEqual([]);
  });

  it("takes a minute from now", async () => {
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, () => ok(slots("2026-09-18", ["15:05"]))));
    expect(await booked(hostWith({ ...wish, date: "2026-09-18", time: "15:05" }))).toEqual(["booked"]);
  });

  it("reads a number back that was said, in groups, and not that of the call", async () => {
    const asked = { ...wish, confirmed: false };
    const call = { actors: { newo_voice: ["+13155550175"] } };
    expect(await told(hostWith(asked, call))).not.toMatch(/[0-9] ?[0-9]{4}/u);
    expect(await told(hostWith({ ...asked, phone: "+49 151 12345678" }, call))).toContain(
      "+491 511 234 5678",
    );
    expect(
      await told(hostWith({ ...asked, phone: "" }, { ...call, actors: { ...call.actors, x: ["y"] } })),
    ).toContain("315 555 0175");
  });

  it.each(["212 555 017", "212 555 01755", "555-555-5555", "my wife's", "2562533"])(
    "books nothing under %j, and asks for the number again",
    async (phone) => {
      const host = hostWith({ ...wish, phone }, { actors: { newo_voice: ["+13155550175"] } });
      expect(await told(host)).toContain("repeat it with the country code");
      expect(host.calls("SendCommand")).toHaveLength(0);
    },
  );

  it("asks for a number where that of the call is nobody's", async () => {
    customer = { ...customer, project_attributes_setting_common_phone_numbers: "+13155550175" };
    for (const line of ["+13155550175", "+266696687"]) {
      const options = { actors: { newo_voice: [line] } };
      const host = hostWith({ ...wish, phone: "", full_name: "" }, options);
      expect(await told(host)).toContain("the full name and the phone number");
      const said = hostWith({ ...wish, phone: line }, options);
      expect(await told(said)).toContain("or for another one");
      expect([...host.calls("SendCommand"), ...said.calls("SendCommand")]).toEqual([]);
      const other = hostWith({ ...wish, phone: "315 555 0176 ext 12" }, options);
      await booked(other);
      expect(sent(other, "book_record")).toMatchObject([{ phone: "13155550176" }]);
    }
  });

  it("tells that a service is paid in advance before it is booked", async () => {
    const host = hostWith({ ...wish, services: ["Coloring"], staff: "", confirmed: false });
    const answer = await told(host);
    expect(answer).toContain("Read this back to the caller");
    expect(answer).toContain("paid in advance");
    expect(sent(host, "book_record")).toEqual([]);
  });

  it("offers others at once when the time is not free", async () => {
    const host = hostWith({ ...wish, time: "12:30" });
    expect(await booked(host)).toEqual(["not free", "not booked", "offer"]);
    expect(offeredIn(host.answer())).toEqual(["10:15", "12:00", "13:30"]);
    const another = hostWith({ ...wish, date: "2026-09-22" });
    expect(await booked(another)).toEqual(["not free", "not booked", "offer"]);
    expect(offeredIn(another.answer())).toEqual(["September 23 11:00", "September 23 14:00"]);
    expect(sent(host, "book_record")).toEqual([]);
  });

  it("names the other half of the day where just that is free", async () => {
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, () => ok(slots("2026-09-21", ["10:00", "20:00"]))),
    );
    expect(await told(hostWith({ ...wish, time: "08:00" }))).toContain(
      "The nearest free times that day: 10:00 and 20:00. If the caller meant 20:00: that is free.",
    );
  });

  it.each([
    ["a taken time", () => refusal(433)],
    ["nobody free", () => refusal(436)],
    ["a taken time in words", () => denial(422, "The service is not available at the selected time.")],
    ["nobody free in words", () => denial(422, "There are no team members available")],
    ["a conflict", () => denial(409, "x")],
  ])("offers fresh times after %s", async (_, answer) => {
    let lookUps = 0;
    server.use(
      http.get(`${api}/book_times/:id/:staff/:date`, () => {
        lookUps += 1;
        return ok(slots("2026-09-21", lookUps === 1 ? ["12:00"] : ["12:00", "12:45", "16:00"]));
      }),
    );
    record(answer);
    const host = hostWith(wish);
    expect(await booked(host)).toEqual(["not free", "not booked", "offer"]);
    expect(offeredIn(host.answer())).toEqual(["12:45", "16:00"]);
    expect(stored(host)).toEqual([]);
  });

  it.each([
    [431, 422, "number refused"],
    [434, 403, "not online"],
    [435, 422, "name refused"],
    [437, 422, "overlaps"],
    [438, 422, "service gone"],
  ])("gives a truthful answer to code %i", async (code, httpStatus, kind) => {
    record(() => refusal(code, httpStatus));
    const host = hostWith(wish);
    expect(await booked(host)).toEqual(expect.arrayContaining([kind, "not booked"]));
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
      const answer = await told(host);
      expect(answer).toContain("another service or staff member");
      expect(answer).not.toContain("connection");
      expect(stored(host)).toEqual([]);
      expect(host.customer.get("altegio_setup_status")).not.toContain("Last problem");
      server.resetHandlers();
    }
    server.use(http.get(`${api}/book_times/:id/:staff/:date`, () => denial(status, message)));
    expect(await told(hostWith(wish))).toContain("another service or staff member");
  });

  it("believes the check before the booking", async () => {
    server.use(http.post(`${api}/book_check/:id`, () => refusal(433)));
    const host = hostWith(wish);
    expect(await booked(host)).toEqual(["not free", "not booked", "offer"]);
    expect(sent(host, "book_record")).toEqual([]);
  });

  it.each([
    ["a refused token", () => denial(401, "Authentication needed."), "no access"],
    ["missing rights", () => denial(403, "Access denied."), "no access"],
    ["an expired licence", () => denial(403, "renew the license in the branch"), "no access"],
    ["the guard's page", () => guardPage(), "no answer"],
    ["too many requests", () => new HttpResponse("", { status: 429 }), "busy"],
    ["success false", () => denial(201, "An error has occurred"), "no access"],
    ["a rejected field", () => denial(422, "An error has occurred"), "details refused"],
  ])("does not book on %s", async (_, answer, kind) => {
    record(answer);
    const host = hostWith(wish);
    expect(await booked(host)).toEqual([kind, "not booked"]);
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
    expect(await booked(host)).toEqual(["booking unknown"]);
    expect(stored(host)).toMatchObject([{ record_id: "", status: "unconfirmed" }]);
    const again = hostWith(wish, { persona: Object.fromEntries(host.persona) });
    expect(await booked(again)).toEqual(["submitted before"]);
    expect(posts).toBe(1);
  });

  it.each([
    ["shows it", (row: object) => [row], "booked", "booked"],
    [
      "shows somebody else's",
      (row: object) => [{ ...row, client: { phone: "+13155550199" } }],
      "booking not seen",
      "unconfirmed",
    ],
    ["shows it cancelled", (row: object) => [{ ...row, deleted: true }], "booking not seen", "unconfirmed"],
    [
      "shows another time",
      (row: object) => [{ ...row, date: "2026-09-21 13:00:00" }],
      "booking not seen",
      "unconfirmed",
    ],
    [
      "keeps the number back",
      (row: object) => [{ ...row, client: { phone: "" } }],
      "booking unknown",
      "unconfirmed",
    ],
    [
      "is longer than a page",
      () => Array.from({ length: 200 }, () => ({})),
      "booking unknown",
      "unconfirmed",
    ],
    ["is no list", () => ({}), "booking unknown", "unconfirmed"],
  ])("looks the booking up after no answer, and the day %s", async (_, rows, kind, status) => {
    customer = await published({ altegio_user_token: "user-secret" });
    record(() => HttpResponse.error());
    server.use(http.get(`${api}/records/4564`, () => ok(rows({ ...crmRecord, attendance: 0 }))));
    const host = hostWith(wish);
    expect(await booked(host)).toEqual([kind]);
    expect(stored(host)).toMatchObject([{ status, record_hash: "" }]);
    expect(host.searchable()).not.toContain("user-secret");
  });

  it("does not book the same wish twice, also when asked twice at once", async () => {
    let posts = 0;
    let deleted = false;
    record(() => {
      posts += 1;
      return ok([{ id: 1, record_id: 2820022 + posts, record_hash: "567df655" }], 201);
    });
    server.use(http.get(`${api}/book_record/4564/2820023/567df655`, () => ok({ ...held, deleted })));
    const host = hostWith(wish);
    await Promise.all([
      bookAppointment(host.context(), toolEvent),
      bookAppointment(host.context(), toolEvent),
    ]);
    expect(host.events("urgent_message")).toHaveLength(2);
    const again = hostWith({ ...wish, staff: "" }, { persona: Object.fromEntries(host.persona) });
    expect(await booked(again)).toEqual(["booked before"]);
    expect(posts).toBe(1);
    const other = hostWith(
      { ...wish, time: "15:00", despite_other: true },
      { persona: Object.fromEntries(host.persona) },
    );
    expect(await booked(other)).toEqual(["booked"]);
    expect(posts).toBe(2);
    // The team has cancelled it meanwhile: the same wish is a new one.
    deleted = true;
    const anew = hostWith(wish, { persona: Object.fromEntries(host.persona) });
    expect(await booked(anew)).toEqual(["booked"]);
    expect(posts).toBe(3);
    expect(stored(anew)).toMatchObject([
      { record_id: "2820023", status: "cancelled" },
      { record_id: "2820025", status: "booked" },
    ]);
  });

  it.each([
    ["is being submitted", "submitting", haircut.staff],
    ["was never confirmed", "unconfirmed", haircut.staff],
    ["is being submitted with anybody", "submitting", { id: "0", name: "" }],
    ["was never confirmed with anybody", "unconfirmed", { id: "0", name: "" }],
  ])("does not submit again what %s", async (_, status, staff) => {
    const open = { ...haircut, record_id: "", record_hash: "", status, staff };
    for (const member of ["James", "", "anyone"]) {
      const host = hostWith({ ...wish, staff: member }, { persona: kept(open) });
      expect(await booked(host)).toEqual(["submitted before"]);
      expect(host.calls("SendCommand")).toEqual([]);
      expect(stored(host)).toEqual([open]);
    }
  });

  it("does not submit again while the look-up gets no answer either", async () => {
    customer = await published({ altegio_user_token: "user-secret" });
    record(() => HttpResponse.error());
    server.use(http.get(`${api}/records/4564`, () => HttpResponse.error()));
    const host = hostWith(wish);
    expect(await booked(host)).toEqual(["booking unknown"]);
    const again = hostWith(wish, { persona: Object.fromEntries(host.persona) });
    expect(await booked(again)).toEqual(["submitted before"]);
    expect(sent(again, "book_record")).toEqual([]);
    expect(stored(again)).toMatchObject([{ record_id: "", status: "unconfirmed" }]);
  });

  it("believes the list where what was booked cannot be looked up", async () => {
    server.use(http.get(`${api}/book_record/4564/2820023/567df655`, () => HttpResponse.error()));
    const host = hostWith(wish, { persona: kept(haircut) });
    expect(await booked(host)).toEqual(["booked before"]);
    expect(host.calls("SendCommand").every((call) => call["method"] === "GET")).toBe(true);
  });

  it("survives a damaged list of appointments", async () => {
    const host = hostWith(wish, { persona: { altegio_appointments: '{"x":' } });
    expect(await booked(host)).toEqual(["booked"]);
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
    expect(await booked(hostWith(wish))).toEqual(["question", "not booked"]);
    const host = hostWith({ ...wish, email: "j@example.com" });
    expect(await booked(host)).toEqual(["code asked for", "question", "not booked"]);
    expect(sent(host, "book_code")).toMatchObject([{ phone: "13155550175", fullname: "James Smith" }]);
    const after = { persona: Object.fromEntries(host.persona) };
    const coded = hostWith({ ...wish, email: "j@example.com", sms_code: "38 829" }, after);
    expect(await booked(coded)).toEqual(["booked"]);
    expect(sent(coded, "book_record")).toMatchObject([{ code: "38829" }]);
    record(() => refusal(432));
    const refused = hostWith({ ...wish, email: "j@example.com", sms_code: "1" }, after);
    expect(await booked(refused)).toEqual(["code refused", "question", "not booked"]);
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
    expect(await told(heard)).toContain("a code was just sent");
    expect(sent(heard, "book_record")).toEqual([]);
  });

  it.each([
    [{ full_name: "null" }, "the full name"],
    [{ full_name: "Haircut" }, "the full name"],
    [{ full_name: "the caller" }, "the full name"],
  ])("takes no filler and no service for a name: %j", async (said, asked) => {
    const host = hostWith({ ...wish, ...said });
    expect(await told(host)).toContain(`ask the caller for ${asked}.`);
    expect(host.calls("SendCommand")).toHaveLength(0);
  });

  it("sends nothing for fields that only hold fillers", async () => {
    record(() =>
      ok([{ id: 1, record_id: 5, record_hash: "h", record: { staff: { id: 16, name: "James" } } }], 201),
    );
    const host = hostWith({ ...wish, email: "none", comment: "N/A", sms_code: "-", staff: "not specified" });
    expect(await told(host)).toContain("The appointment is booked: Haircut on Monday");
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
    expect(await booked(hostWith(wish))).toEqual(["no access", "not booked"]);
    server.use(http.post(`${api}/book_code/:id`, () => ok(null, 201)));
    expect(await booked(hostWith(wish))).toEqual(["code asked for", "question", "not booked"]);
  });

  it("answers core in core's own form", async () => {
    const payload: JsonObject = { ...wish, confirmed: null };
    const host = hostWith(null);
    await bookAppointment(host.context(), {
      idn: "book_slot",
      ...system,
      arguments: { payload: JSON.stringify(payload) },
    });
    expect(host.answers()).toMatchObject([
      { eventIdn: "result_success", targetAction: "book_slot", code: "201", bookingId: "2820023" },
    ]);
    const denied = hostWith(null);
    await bookAppointment(denied.context(), {
      idn: "book_slot",
      ...system,
      arguments: { payload: { ...wish, confirmed: "false" } },
    });
    expect(denied.answers()).toMatchObject([{ eventIdn: "result_success", code: "422", bookingId: "" }]);
  });

  it("says so when it is switched off, not connected, or without a catalogue", async () => {
    const without = async (more: Record<string, string>): Promise<readonly string[]> =>
      booked(new MemoryHost({ customer: { ...customer, ...more }, generated: wish }));
    expect(await without({ altegio_booking_enabled: "0" })).toEqual(["off", "not booked"]);
    expect(await without({ altegio_location_id: "Salon" })).toEqual(["not connected"]);
    server.use(http.get(`${api}/company/:id`, () => HttpResponse.error()));
    expect(await without({ altegio_catalog: "" })).toEqual(["no answer", "not booked"]);
  });
});
