import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import { readBookingWish } from "../../../skills/booking/booking-wish.ts";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { company, refusal } from "../altegio-shapes.ts";
import { momentsIn } from "../answer-kinds.ts";
import type { HttpResult } from "#sdk";
import { coloring, haircut, kept, record } from "../own-appointments.ts";
import { catalogue, meanwhile, no, salon, silence, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import {
  anybodys,
  book,
  booked,
  booking,
  check,
  code,
  day,
  free,
  isSubmitted,
  stored,
  system,
  times,
  wish,
} from "./booking-scripts.ts";

let customer: Record<string, string> = {};
let mayLookUp: Record<string, string> = {};
beforeEach(async () => {
  customer = await salon();
  mayLookUp = await salon(true);
});

const own = "GET /book_record/4564/2820023/567df655";
const withCode = async (response: Response): Promise<HttpResult> => ({
  status: response.status,
  body: await response.text(),
});
const cancelled: Appointment = { ...haircut, status: "cancelled" };

/** The appointment for a user who may not see numbers. */
const keptBack = (name: string): object => ({
  ...record,
  client: { ...record.client, name, surname: "", phone: "131*****75" },
});

describe("a wish", () => {
  it("is read by the names of the schema", () => {
    expect(
      readBookingWish(
        {
          ...wish,
          weekday: "Monday",
          full_name: "James  Smith",
          email: " j @example.com., ",
          comment: "left side",
          sms_code: "38 8-29",
          despite_other: true,
        },
        false,
      ),
    ).toEqual({
      services: ["Haircut"],
      staff: "James",
      date: "2026-09-21",
      weekday: "Monday",
      time: "12:00",
      fullName: "James Smith",
      phone: "(315) 555-0175",
      email: "j@example.com",
      comment: "left side",
      noDate: false,
      smsCode: "38829",
      despiteOther: true,
      confirmed: true,
    });
    expect(readBookingWish({}, false)).toMatchObject({
      weekday: "",
      despiteOther: false,
      confirmed: false,
      fullName: "",
    });
    expect(readBookingWish({ full_name: "+1 (315) 555-0175" }, false).fullName).toBe("");
    for (const none of [
      "🙂",
      "👍🏽",
      "?!",
      "2026-10-20",
      "10:00 AM",
      "20 October",
      "10/20",
      "true",
      "anyone",
      "egal",
      "неважно",
      "Tuesday",
      "tomorrow",
      "the day after tomorrow",
      "noon",
      "ten",
      "at ten o'clock",
      "October 20",
      "Oct. 20th, 2026",
      "Tuesday, October 20 at 10:00",
      "next Friday",
      "tomorrow morning",
      "this afternoon",
      "Dienstag",
      "morgen um zehn",
      "am 20. Oktober",
      "heute Abend",
      "mardi",
      "demain à midi",
      "mañana",
      "el 20 de octubre",
      "domani",
      "amanhã",
      "jutro",
      "во вторник",
      "завтра в десять",
      "вівторок",
    ]) {
      expect(readBookingWish({ full_name: none }, false).fullName, none).toBe("");
    }
    for (const name of [
      "👩🏽‍🦰 Kim",
      "李小龍",
      "𠮷野",
      "محمد",
      "O'Brien-Ñandú",
      "Ян",
      "Will Frei",
      "Clara II",
      "Trueman",
      "John Doe",
      "April",
      "May June",
      "August Tenner",
      "Otto",
      "Le La",
      "Sunday Okafor",
      "Tuesday Weld",
      "Morgen Stern",
      "Placido Domingo",
      "Noonan",
      "Fridays",
    ]) {
      expect(readBookingWish({ full_name: name }, false).fullName).toBe(name);
    }
    expect(readBookingWish({ email: "a  b@x.de" }, false).email).toBe("ab@x.de");
  });
});

describe("what is asked for first", () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ["a weekday that is another", { weekday: "Friday" }, ["which day", "question", "not booked"]],
    ["a day gone by", { date: "2026-09-17", time: "23:00" }, ["past", "not booked", "question"]],
    [
      "an hour gone by, as it is meant",
      { date: "2026-09-18", time: "03:00" },
      ["past", "not booked", "question"],
    ],
    ["an address without a dot", { email: "j@example" }, ["address refused", "question", "not booked"]],
    ["an address without an at", { email: "example.com" }, ["address refused", "question", "not booked"]],
    ["an address in words", { email: "my mail is j@example.com" }, ["booked"]],
    ["an address with two ats", { email: "a@b@example.com" }, ["address refused", "question", "not booked"]],
    [
      "an address that ends too soon",
      { email: "j@example.com/x@y" },
      ["address refused", "question", "not booked"],
    ],
    ["a weekday that fits", { weekday: "Monday" }, ["booked"]],
    ["an address", { email: "james@example.com" }, ["booked"]],
  ])("%s", async (_, said, kinds) => {
    const played = booking(customer, said);
    const answer = await booked(played);
    expect(answer.map((kind) => (kind === "email refused" ? "address refused" : kind))).toEqual(kinds);
    expect(isSubmitted(played)).toBe(kinds[0] === "booked");
  });

  it.each([
    ["Haircut", true],
    ["haircut", true],
    ["Beard trim", true],
    ["HAIR WASH", true],
    ["Harry Cut", false],
  ])("a name, for %j is a service's: %s", async (full_name, asks) => {
    const played = booking(customer, { full_name });
    const kinds = await booked(played);
    expect(kinds.includes("booked")).toBe(!asks);
    expect(played.host.answer().includes("the full name")).toBe(asks);
  });

  it("a note, where the location wants one", async () => {
    customer = await salon(
      false,
      {},
      { "GET /company/4564": yes({ ...company, booking_comment_required: true }) },
    );
    const asked = booking(customer);
    expect(await booked(asked)).toEqual(["question", "not booked"]);
    expect(asked.host.answer()).toMatch(/a short note/u);
    expect(await booked(booking(customer, { comment: "left side" }))).toEqual(["booked"]);
  });

  it("what the catalogue lacks and may have by now", async () => {
    const now = "2026-09-18T15:30:00-05:00";
    const perm = {
      id: 500,
      title: "Perm",
      category_id: 83167,
      price_min: 1,
      price_max: 1,
      active: 0,
      prepaid: "forbidden",
      seance_length: 3600,
    };
    const renewed = {
      ...catalogue,
      "GET /book_services/4564": yes({ services: [perm], category: [], events: [] }),
    };
    const said = { services: ["Perm"], staff: "" };
    const played = booking(customer, said, [], { ...renewed, [own]: yes(record) }, { now });
    expect(await booked(played)).toEqual(["booked"]);
    expect(played.host.calls("Gen")).toHaveLength(2);
    const failed = booking(customer, said, [], { ...renewed, "GET /book_services/4564": silence }, { now });
    expect(await booked(failed)).toContain("no such entry");
    expect(failed.host.calls("Gen")).toHaveLength(1);
  });

  it("what is to be read back, with the number where it was said and the pay where it is due", async () => {
    const said = booking(customer, { confirmed: false });
    await booked(said);
    expect(said.host.answer()).toMatch(/under the phone number/u);
    const call = booking(
      customer,
      { confirmed: false, phone: "" },
      [],
      {},
      { actors: { newo_voice: ["+13155550175"] } },
    );
    await booked(call);
    expect(call.host.answer()).not.toMatch(/under the phone number/u);
  });
});

describe("core's words", () => {
  const fromCore = (payload: JsonObject) => ({ idn: "book_slot", ...system, arguments: { payload } });
  const full: JsonObject = { ...wish, confirmed: null };
  const ahead = { ...coloring, number: 5 };

  it.each<[string, JsonObject, readonly Appointment[], number]>([
    ["all is said", full, [], 0],
    ["no service", { ...full, services: [] }, [], 1],
    ["no date", { ...full, date: "" }, [], 1],
    ["no time", { ...full, time: "" }, [], 1],
    ["no name", { ...full, full_name: "" }, [], 1],
    ["another appointment is ahead", full, [ahead], 1],
    ["one of several is ahead", full, [{ ...ahead, datetime: "2026-09-17T12:00:00" }, ahead], 1],
    ["it is said that another one does not matter", { ...full, despite_other: true }, [ahead], 0],
    ["another one is over", full, [{ ...ahead, datetime: "2026-09-18T15:04:00-05:00" }], 0],
    ["another one is cancelled", full, [{ ...ahead, status: "cancelled" }], 0],
  ])("are enough unless something is missing: %s", async (_, payload, entries, hears) => {
    const played = booking(customer, {}, entries);
    await bookAppointment(played.ctx, fromCore(payload));
    expect(played.host.calls("Gen")).toHaveLength(hears);
    expect(played.host.answers()).toMatchObject([
      { eventIdn: "result_success", code: "201", bookingId: "2820023" },
    ]);
  });
});

describe("the end of a booking", () => {
  it("names the appointment in the request, for an answer that comes late", async () => {
    const played = booking(customer, {}, [{ ...coloring, number: 6 }]);
    expect(await booked(played)).toEqual(["booked"]);
    expect(played.sent.map(({ mark }) => mark ?? "")).toEqual(["", "", "book:7"]);
    expect(stored(played.host)[1]).toMatchObject({
      number: 7,
      services: [{ id: "331", name: "Haircut" }],
      staff: { id: "16", name: "James" },
      full_name: "James Smith",
      phone: "13155550175",
      status: "booked",
    });
  });

  const otherwise = (more: object): HttpResult =>
    yes({ record_id: 2820023, record_hash: "567df655", record: { ...record, ...more } }, 201);
  it.each<[string, Step, Step, readonly string[], string]>([
    [
      "at another time",
      otherwise({ date: "2026-09-21 15:00:00" }),
      yes({ ...record, date: "2026-09-21 15:00:00" }),
      ["booked otherwise"],
      "booked",
    ],
    [
      "on another date",
      otherwise({ date: "2026-09-22 12:00:00" }),
      yes({ ...record, date: "2026-09-22 12:00:00" }),
      ["booked otherwise"],
      "booked",
    ],
    [
      "with another member",
      otherwise({ staff: { id: 48, name: "Anna" } }),
      yes({ ...record, staff_id: 48, staff: { id: 48, name: "Anna" } }),
      ["booked otherwise"],
      "booked",
    ],
    ["as it shows only then", otherwise({ date: "2026-09-21 15:00:00" }), yes(record), ["booked"], "booked"],
    ["and nobody knows", otherwise({ date: "2026-09-21 15:00:00" }), silence, ["booking unknown"], "booked"],
    [
      "and it is cancelled",
      otherwise({ deleted: true }),
      yes({ ...record, deleted: true }),
      ["cancelled since"],
      "cancelled",
    ],
  ])("is what Altegio has made: %s", async (_, answer, look, kinds, status) => {
    const played = booking(customer, {}, [], { [book]: answer, [own]: look });
    expect((await booked(played)).filter((kind) => kind !== "not booked")).toEqual(kinds);
    expect(stored(played.host).map((entry) => entry.status)).toEqual([status]);
  });

  it("says who does it where anybody would do", async () => {
    const said = async (look: Step, account = customer): Promise<string> => {
      const played = booking(account, { staff: "" }, [], { [own]: look, [anybodys]: free });
      expect(await booked(played)).toEqual(["booked"]);
      return /The staff member is ([A-Z][a-z]+)\./u.exec(played.host.answer())?.[1] ?? "";
    };
    expect(await said(yes(record))).toBe("James");
    expect(await said(yes({ ...record, staff: null }))).toBe("");
    expect(await said(silence)).toBe("");
    const played = booking(customer, { staff: "" }, [], { [own]: yes(record) });
    await booked(played);
    expect(stored(played.host)).toMatchObject([{ staff: { id: "16", name: "James" } }]);
    const named = booking(customer);
    await booked(named);
    expect(named.host.answer()).not.toMatch(/The staff member is/u);
    expect(named.paths()).not.toContain(own);
    const hashless = booking(customer, { staff: "" }, [], { [book]: yes([{ record_id: 2820023 }], 201) });
    expect(await booked(hashless)).toEqual(["booked"]);
    expect(hashless.paths()).not.toContain(own);
  });

  it.each<[string, Step, Step, readonly string[], readonly string[]]>([
    ["lost, and it is there", silence, yes([record]), ["booked"], ["booked"]],
    [
      "lost, and it is there with another",
      silence,
      yes([{ ...record, staff_id: 48, staff: { id: 48, name: "Anna" } }]),
      ["booked otherwise"],
      ["booked"],
    ],
    ["lost, and it is nowhere", silence, yes([]), ["booking not seen"], ["unconfirmed"]],
    ["lost, and nobody knows", silence, silence, ["booking unknown"], ["unconfirmed"]],
    ["refused, and it is there", no(409), yes([record]), ["booked"], ["booked"]],
    ["refused, and it is nowhere", no(403), yes([]), ["no access", "not booked"], []],
    [
      "refused, and one of that name has its number kept back",
      no(409),
      yes([keptBack(record.client.name)]),
      ["booking unknown"],
      ["unconfirmed"],
    ],
    [
      "refused, and one of another name has its number kept back",
      no(403),
      yes([keptBack("Zoe")]),
      ["no access", "not booked"],
      [],
    ],
    [
      "lost, and it was cancelled since",
      silence,
      meanwhile(yes([]), cancelled),
      ["cancelled since"],
      ["cancelled"],
    ],
  ])("is looked up where its answer is %s", async (_, answer, look, kinds, left) => {
    const played = booking(mayLookUp, {}, [], { [book]: answer, [day]: look });
    expect(await booked(played)).toEqual(kinds);
    expect(stored(played.host).map(({ status }) => status)).toEqual(left);
  });

  it.each([431, 434, 435, 438])("is not looked up where what was sent was refused: %i", async (refused) => {
    const played = booking(mayLookUp, {}, [], { [book]: await withCode(refusal(refused)) });
    await booked(played);
    expect(played.paths()).not.toContain(day);
    expect(stored(played.host)).toEqual([]);
  });

  it("speaks of one that was submitted before and is still open", async () => {
    const open = {
      ...haircut,
      number: 1,
      record_id: "",
      record_hash: "",
      status: "unconfirmed",
      datetime: "2026-09-25T12:00:00-05:00",
    };
    const played = booking(customer, {}, [open]);
    expect(await booked(played)).toEqual(["booked", "another is open"]);
    expect(momentsIn(played.host.answer())).toEqual(["09-21 12:00", "09-25 12:00"]);
    expect(await booked(booking(customer))).toEqual(["booked"]);
  });
});

describe("a code", () => {
  beforeEach(async () => {
    customer = await salon(false, {}, { "GET /company/4564": yes({ ...company, phone_confirmation: "1" }) });
  });
  const sent = (state: object): Record<string, string> => ({
    ...kept(),
    altegio_sms_code: JSON.stringify(state),
  });
  const mine = { phone: "13155550175", sentAt: "2026-09-18T15:03", used: "" };
  const asked = async (state: object, said: JsonObject = {}, script: Record<string, Step> = {}) => {
    const played = booking(
      customer,
      said,
      [],
      { [code]: yes(null, 201), ...script },
      { persona: sent(state) },
    );
    return {
      kinds: await booked(played),
      played,
      state: JSON.parse(played.host.persona.get("altegio_sms_code") ?? "{}") as object,
    };
  };

  it.each<[string, object, boolean]>([
    ["none was", {}, true],
    ["one is on its way", mine, false],
    ["one came this minute", { ...mine, sentAt: "2026-09-18T15:04" }, false],
    ["one is two minutes old", { ...mine, sentAt: "2026-09-18T15:02" }, false],
    ["one is three minutes old", { ...mine, sentAt: "2026-09-18T15:01" }, true],
    ["one was sent in the future", { ...mine, sentAt: "2026-09-18T15:05" }, true],
    ["one went to another number", { ...mine, phone: "13155550199" }, true],
    ["one has served", { ...mine, sentAt: "" }, true],
  ])("is sent where %s", async (_, state, sends) => {
    const { played, kinds, state: after } = await asked(state);
    expect(played.paths().includes(code)).toBe(sends);
    expect(kinds).toContain("code asked for");
    expect(after).toMatchObject(sends ? { phone: "13155550175", sentAt: "2026-09-18T15:04" } : state);
    expect(isSubmitted(played)).toBe(false);
  });

  it("that may not have been sent is waited for, and one that was refused is not", async () => {
    const lost = await asked({}, {}, { [code]: silence });
    expect(lost.state).toMatchObject({ sentAt: "2026-09-18T15:04" });
    expect(lost.played.host.answer()).toMatch(/not certain/u);
    const refused = await asked({}, {}, { [code]: no(403) });
    expect(refused.kinds).toContain("no access");
    expect(refused.state).toEqual({});
  });

  it("serves once", async () => {
    const served = await asked(mine, { sms_code: "1234" });
    expect(served.kinds).toEqual(["booked"]);
    expect(served.state).toEqual({ phone: "13155550175", sentAt: "", used: "1234" });
    expect(JSON.parse(served.played.sent.at(-1)?.body ?? "{}")).toMatchObject({ code: "1234" });
    const again = await asked({ ...mine, sentAt: "", used: "1234" }, { sms_code: "1234" });
    expect(again.played.paths()).toContain(code);
    expect(again.state).toEqual({ phone: "13155550175", sentAt: "2026-09-18T15:04", used: "1234" });
    const unsure = await asked(mine, { sms_code: "1234" }, { [book]: silence });
    expect(unsure.state).toEqual(mine);
    const wrong = await asked(mine, { sms_code: "1234" }, { [book]: await withCode(refusal(432)) });
    expect(wrong.kinds).toContain("code refused");
    expect(wrong.state).toEqual({ phone: "13155550175", sentAt: "", used: "1234" });
    const taken = await asked(mine, { sms_code: "1234" }, { [check]: await withCode(refusal(431)) });
    expect(taken.state).toEqual(mine);
  });

  it("is not noted where none is needed", async () => {
    const played = booking(await salon());
    expect(await booked(played)).toEqual(["booked"]);
    expect(played.host.persona.get("altegio_sms_code")).toBeUndefined();
    expect(played.paths()).toEqual([times, check, book]);
  });
});
