import { beforeEach, describe, expect, it } from "vitest";
import { rescheduleEnabled } from "../../../attributes/index.ts";
import type { JsonObject } from "#sdk";
import type { Appointment } from "../../../skills/domain/appointment.ts";
import { slots } from "../altegio-shapes.ts";
import { bookAppointment } from "../../../skills/booking/book-appointment.ts";
import { momentsIn } from "../answer-kinds.ts";
import { offeredIn } from "../judge.ts";
import { coloring, coloringRecord, haircut, record } from "../own-appointments.ts";
import { meanwhile, no, salon, silence, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import {
  anybodys,
  booked,
  booking,
  check,
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
const ownColoring = "GET /book_record/4564/2820024/aa11bb22";
const open = { ...haircut, record_id: "", record_hash: "", status: "unconfirmed" };
const at = (time: string, entry: Appointment = coloring): Appointment => ({
  ...entry,
  datetime: `2026-09-21T${time}:00-05:00`,
});
const coloringAt = (time: string, more: object = {}): Step =>
  yes({ ...coloringRecord, date: `2026-09-21 ${time}:00`, ...more });

describe("an appointment at that very time", () => {
  it.each<[string, Appointment, JsonObject, Step, readonly string[], boolean]>([
    ["is the same", haircut, {}, yes(record), ["booked before"], false],
    ["was cancelled by the team", haircut, {}, yes({ ...record, deleted: true }), ["booked"], true],
    [
      "was moved by the team",
      haircut,
      {},
      yes({ ...record, date: "2026-09-22 12:00:00" }),
      ["moved by the team"],
      false,
    ],
    [
      "was moved by the team, and another visit is wanted",
      haircut,
      { services: ["Beard trim"] },
      yes({ ...record, date: "2026-09-22 12:00:00" }),
      ["booked"],
      true,
    ],
    [
      "is for something else",
      haircut,
      { services: ["Beard trim"] },
      yes(record),
      ["other at that time", "not booked", "question"],
      false,
    ],
    [
      "is in a name that is alike",
      { ...haircut, full_name: "J Smith" },
      {},
      yes(record),
      ["perhaps the same", "not booked", "question"],
      false,
    ],
    [
      "is in a name that is alike, and it was asked",
      { ...haircut, full_name: "J Smith" },
      { despite_other: true },
      yes(record),
      ["booked"],
      true,
    ],
    ["is in another's name", { ...haircut, full_name: "Anna Jones" }, {}, yes(record), ["booked"], true],
  ])("%s", async (_, entry, said, shown, kinds, submits) => {
    const played = booking(customer, said, [entry], { [own]: shown });
    expect(await booked(played)).toEqual(kinds);
    expect(isSubmitted(played)).toBe(submits);
    if (kinds[0] === "moved by the team") {
      expect(momentsIn(played.host.answer())).toEqual(["09-22 12:00"]);
    }
  });

  it("is named with its name where that is known", async () => {
    const script = { [own]: yes(record) };
    const named = booking(customer, {}, [haircut], script);
    await booked(named);
    expect(named.host.answer()).toMatch(/in the name of James Smith/u);
    const nameless = booking(customer, {}, [{ ...haircut, full_name: "" }], script);
    await booked(nameless);
    expect(nameless.host.answer()).not.toMatch(/in the name of/u);
  });

  it("of which nobody knows is not booked again, and said to be open", async () => {
    const other = booking(customer, { services: ["Beard trim"] }, [open]);
    expect(await booked(other)).toEqual(["open at that time", "not booked"]);
    expect(other.host.answer()).not.toMatch(/Ask whether to keep it/u);
    const alike = booking(customer, {}, [{ ...open, full_name: "J Smith" }]);
    expect(await booked(alike)).toEqual(["perhaps the same", "not booked", "question"]);
    expect(alike.host.answer()).toMatch(/its result is not confirmed/u);
    const known = booking(customer, {}, [{ ...haircut, full_name: "J Smith" }], { [own]: yes(record) });
    await booked(known);
    expect(known.host.answer()).not.toMatch(/its result is not confirmed/u);
    expect([other, alike].some(isSubmitted)).toBe(false);
  });
});

describe("an appointment that overlaps", () => {
  const asked = async (
    entry: Appointment,
    script: Record<string, Step>,
    said: JsonObject = {},
    account = customer,
  ) => {
    const played = booking(account, said, [entry], script);
    return { kinds: await booked(played), played };
  };

  it.each<[string, string, object, readonly string[]]>([
    ["begins before and lasts into it", "11:30", {}, ["other at that time", "not booked", "question"]],
    ["begins during it", "12:30", {}, ["other at that time", "not booked", "question"]],
    ["begins when it is over", "13:00", {}, ["booked"]],
    ["is over when it begins", "11:00", {}, ["booked"]],
    ["is gone by now", "12:30", { deleted: true }, ["booked"]],
  ])("%s", async (_, time, more, kinds) => {
    const { kinds: said } = await asked(at(time), { [ownColoring]: coloringAt(time, more) });
    expect(said).toEqual(kinds);
  });

  it("is seen before the free times are asked for", async () => {
    const { played } = await asked(at("12:30"), { [ownColoring]: coloringAt("12:30") });
    expect(played.paths()).toEqual([ownColoring]);
  });

  it("is looked up where its length is not known, and is in the way only with the length it has", async () => {
    const unknown = { ...at("10:00"), seconds: 0 };
    expect((await asked(unknown, { [ownColoring]: coloringAt("10:00", { length: 3600 }) })).kinds).toEqual([
      "booked",
    ]);
    expect((await asked(unknown, { [ownColoring]: coloringAt("10:00", { length: 9000 }) })).kinds).toContain(
      "other at that time",
    );
    expect((await asked(unknown, { [ownColoring]: silence })).kinds).toEqual(["booked"]);
  });

  it.each([
    ["booked", "422"],
    ["unconfirmed", "504"],
  ])("is told to core by its code where it is %s", async (status, code) => {
    const entry = {
      ...at("12:30"),
      status,
      ...(status === "booked" ? {} : { record_id: "", record_hash: "" }),
    };
    const played = booking(customer, {}, [entry], { [ownColoring]: coloringAt("12:30") });
    const payload = { ...wish, despite_other: true };
    await bookAppointment(played.ctx, { idn: "book_slot", ...system, arguments: { payload } });
    expect(played.host.answers()).toMatchObject([{ code, bookingId: "" }]);
  });

  it("was moved away by the team", async () => {
    const { kinds } = await asked(at("12:30"), { [ownColoring]: coloringAt("15:00") });
    expect(kinds).toEqual(["booked"]);
  });

  it("is open where its result is not known", async () => {
    const { kinds, played } = await asked(
      { ...at("12:30"), record_id: "", record_hash: "", status: "unconfirmed" },
      {},
    );
    expect(kinds).toEqual(["open at that time", "not booked"]);
    expect(isSubmitted(played)).toBe(false);
  });

  it("is asked about where its name is alike", async () => {
    const { kinds } = await asked(
      { ...at("12:30"), full_name: "J Smith" },
      { [ownColoring]: coloringAt("12:30") },
    );
    expect(kinds).toEqual(["perhaps the same", "not booked", "question"]);
  });

  it("shows only with the length that the time has", async () => {
    const longer = yes([{ time: "12:00", seance_length: 5400, datetime: "2026-09-21T12:00:00-05:00" }]);
    const script = { [times]: longer, [ownColoring]: coloringAt("13:15") };
    const met = await asked(at("13:15"), script);
    expect(met.kinds).toEqual(["other at that time", "not booked", "question"]);
    expect(met.played.paths()).toEqual([times, ownColoring]);
    const short = await asked(at("13:15"), { ...script, [times]: free });
    expect(short.kinds).toEqual(["booked"]);
    const unknown = yes([{ time: "12:00", seance_length: 0, datetime: "2026-09-21T12:00:00-05:00" }]);
    const played = booking(customer, {}, [], { [times]: unknown });
    await booked(played);
    expect(stored(played.host)).toMatchObject([{ seconds: 3600 }]);
    const long = booking(customer, {}, [], { [times]: longer });
    await booked(long);
    expect(stored(long.host)).toMatchObject([{ seconds: 5400 }]);
    const both = booking(customer, { services: ["Haircut", "Beard trim"] }, [], { [times]: unknown });
    await booked(both);
    expect(stored(both.host)).toMatchObject([{ seconds: 7200 }]);
  });

  it.each<[string, Appointment, JsonObject, readonly string[]]>([
    ["the same was booked", haircut, {}, ["booked before"]],
    ["the same was submitted", { ...open, status: "submitting" }, {}, ["submitted before"]],
    ["something was booked that overlaps", at("12:30"), {}, ["other at that time", "not booked", "question"]],
    [
      "something was submitted that overlaps",
      { ...at("12:30"), status: "unconfirmed" },
      {},
      ["open at that time", "not booked"],
    ],
    [
      "something was booked for somebody alike",
      { ...at("12:30"), full_name: "J Smith" },
      {},
      ["perhaps the same", "not booked", "question"],
    ],
    ["nothing was booked", at("16:00"), {}, ["booked"]],
  ])("is seen where another event was faster: %s", async (_, entry, said, kinds) => {
    const played = booking(customer, said, [], { [check]: meanwhile(yes(null, 201), entry) });
    expect(await booked(played)).toEqual(kinds);
    expect(isSubmitted(played)).toBe(kinds[0] === "booked");
  });
});

describe("one of which nobody knows whether it was made", () => {
  const taken = { [times]: yes(slots("2026-09-21", ["15:00"])) };

  it.each<[string, JsonObject]>([
    ["another time that is taken", { time: "10:00" }],
    ["what lacks the name", { time: "10:00", full_name: "" }],
    ["what is in the past", { date: "2026-09-17" }],
    ["a service that is not known", { services: ["Massage"] }],
  ])("is not denied beside %s", async (_, said) => {
    const played = booking(customer, said, [open], taken);
    expect(await booked(played)).toContain("not booked");
    expect(played.host.answer()).not.toContain("Nothing is booked.");
    expect(played.host.answer()).toMatch(
      /Nothing else is booked. It is still not confirmed whether the one submitted before was made: Haircut with James on Monday, September 21 at 12:00[.]/u,
    );
    expect(momentsIn(played.host.answer())).toContain("09-21 12:00");
  });

  it.each<[string, Appointment]>([
    ["it is over", { ...open, datetime: "2026-09-17T12:00:00-05:00" }],
    ["it was given up", { ...open, status: "given_up" }],
    ["it is at another location", { ...open, location_id: "1" }],
  ])("is not spoken of where %s", async (_, entry) => {
    const played = booking(customer, { time: "10:00" }, [entry], taken);
    await booked(played);
    expect(played.host.answer()).toContain("Nothing is booked.");
  });
});

describe("another one for the same service", () => {
  const later = { ...haircut, datetime: "2026-09-25T12:00:00-05:00" };
  const shown = yes({ ...record, date: "2026-09-25 12:00:00" });

  it("is asked about, also after a yes", async () => {
    const played = booking(customer, {}, [later], { [own]: shown });
    expect(await booked(played)).toEqual(["offer", "booking read back", "another of the kind", "not booked"]);
    expect(isSubmitted(played)).toBe(false);
  });

  it.each<[string, JsonObject, Step]>([
    ["it was asked before", { despite_other: true }, shown],
    ["it is gone", {}, yes({ ...record, deleted: true })],
  ])("does not matter where %s", async (_, said, look) => {
    const played = booking(customer, said, [later], { [own]: look });
    expect(await booked(played)).toEqual(["booked"]);
  });

  it("does not matter where it is over", async () => {
    const over = { ...haircut, datetime: "2026-09-17T12:00:00-05:00" };
    expect(await booked(booking(customer, {}, [over]))).toEqual(["booked"]);
  });

  it.each<[string, boolean, Record<string, string>, boolean]>([
    ["it may be moved", true, {}, true],
    ["moving is off", true, { [rescheduleEnabled.idn]: "off" }, false],
    ["moving needs a right that is not there", false, {}, false],
  ])("can be moved where %s", async (_, may, more, moves) => {
    const played = booking({ ...(may ? mayLookUp : customer), ...more }, {}, [later], { [own]: shown });
    await booked(played);
    expect(/moving that appointment to the new time/u.test(played.host.answer())).toBe(moves);
    const none = booking({ ...(may ? mayLookUp : customer), ...more }, { confirmed: false });
    await booked(none);
    expect(none.host.answer()).not.toMatch(/moving that appointment|cancel the other one/u);
  });
});

describe("the same from another conversation", () => {
  const elsewhere = [{ ...record, date: "2026-09-21 12:00:00" }];
  const taken = yes(slots("2026-09-21", ["10:00"]));

  it("stands where the time is taken", async () => {
    const played = booking(mayLookUp, {}, [], { [times]: taken, [day]: yes(elsewhere) });
    expect(await booked(played)).toEqual(["booked before"]);
    expect(played.host.answer()).toMatch(/under that phone number/u);
    expect(played.host.answer()).toMatch(/with James on/u);
    expect(isSubmitted(played)).toBe(false);
  });

  it.each<[string, Step]>([
    ["another's", yes([{ ...record, client: { ...record.client, name: "Anna", surname: "Jones" } }])],
    ["at another time", yes([{ ...record, date: "2026-09-21 15:00:00" }])],
    ["not known", silence],
    ["nowhere", yes([])],
  ])("does not where it is %s", async (_, look) => {
    const played = booking(mayLookUp, {}, [], { [times]: taken, [day]: look });
    expect(await booked(played)).toEqual(["not free", "not booked", "offer"]);
  });

  it("is not looked for without the right to, nor in the night", async () => {
    const without = booking(customer, {}, [], { [times]: taken });
    expect(await booked(without)).toContain("not free");
    const evening = yes(slots("2026-09-21", ["10:00", "15:00"]));
    const night = booking(mayLookUp, { time: "02:00" }, [], { [times]: evening });
    await booked(night);
    expect(night.paths()).not.toContain(day);
    expect(night.host.answer()).toMatch(/in the night/u);
    const early = booking(mayLookUp, { time: "09:00" }, [], { [times]: evening, [day]: yes([]) });
    await booked(early);
    expect(early.paths()).toContain(day);
    expect(early.host.answer()).not.toMatch(/in the night/u);
    expect(offeredIn(early.host.answer())).toEqual(["10:00", "15:00"]);
  });

  it("is looked for before whoever is free gets it, and in place of the check", async () => {
    const anybody = { staff: "" };
    const there = booking(mayLookUp, anybody, [], { [day]: yes(elsewhere) });
    expect(await booked(there)).toEqual(["booked before"]);
    expect(there.host.answer()).toMatch(/ with James\./u);
    const nameless = booking(mayLookUp, anybody, [], { [day]: yes([{ ...elsewhere[0], staff: null }]) });
    await booked(nameless);
    expect(nameless.host.answer()).not.toMatch(/ with /u);
    const none = booking(mayLookUp, anybody, [], {
      [day]: yes([]),
      "GET /book_record/4564/2820023/567df655": yes(record),
    });
    expect(await booked(none)).toEqual(["booked"]);
    expect(none.paths()).not.toContain(check);
    const named = booking(mayLookUp);
    expect(await booked(named)).toEqual(["booked"]);
    expect(named.paths()).toEqual([times, check, "POST /book_record/4564"]);
    const without = booking(customer, anybody, [], { [own]: yes(record) });
    expect(await booked(without)).toEqual(["booked"]);
    expect(without.paths().slice(0, 2)).toEqual([anybodys, check]);
  });

  it("stays to be asked for where the check is refused", async () => {
    const played = booking(customer, {}, [], { [check]: no(409) });
    expect(await booked(played)).toEqual(["not free", "not booked", "offer"]);
    expect(isSubmitted(played)).toBe(false);
  });
});
