import { describe, expect, it } from "vitest";
import type { JsonObject } from "#sdk";
import { moveBody } from "../../../skills/altegio/move-body.ts";
import { kindOfMessage, kindOfStatus } from "../../../skills/altegio/problem-kind.ts";
import {
  readClients,
  readHeldAppointment,
  readHeldAppointments,
  readMadeAppointment,
} from "../../../skills/altegio/read-records.ts";
import { readSoonest } from "../../../skills/altegio/read-slots.ts";
import { record } from "../own-appointments.ts";

const held = {
  id: "2820023",
  clientId: "572",
  clientPhone: "+1 315 555 0175",
  clientName: "James Smith",
  deleted: false,
  attendance: 2,
  date: "2026-09-21",
  time: "12:00",
  staffId: "16",
  staffName: "James",
  serviceIds: ["331"],
  serviceNames: ["Haircut"],
  seconds: 3600,
};

describe("an appointment that exists", () => {
  it("is read as the business sees it", () => {
    expect(readHeldAppointment(record)).toEqual(held);
    expect(readHeldAppointment([record, { ...record, id: 1 }])).toEqual(held);
  });

  it.each<[string, object, object]>([
    [
      "the public form",
      { client: undefined, staff_id: undefined },
      { clientId: "", clientPhone: "", clientName: "" },
    ],
    ["a member of the list only", { staff_id: null }, {}],
    ["a member without a name", { staff: [] }, { staffName: "" }],
    ["flags and numbers as text", { deleted: "1", attendance: "-1" }, { deleted: true, attendance: -1 }],
    ["a length by itself", { length: 0, seance_length: "1800" }, { seconds: 1800 }],
    ["two lengths", { length: 5400, seance_length: 1800 }, { seconds: 5400 }],
    ["no length", { length: null, seance_length: null }, { seconds: 0 }],
    ["a moment in one", { date: "2026-09-21T12:00:00.000-05:00" }, {}],
    ["no services", { services: null }, { serviceIds: [], serviceNames: [] }],
    [
      "a client of one name",
      { client: { id: 5, name: "James" } },
      { clientId: "5", clientPhone: "", clientName: "James" },
    ],
  ])("is read with %s", (_, change, read) => {
    const row = JSON.parse(JSON.stringify({ ...record, ...change })) as never;
    expect(readHeldAppointments([row])).toEqual([{ ...held, ...read }]);
  });

  it("is none without an id or a moment", () => {
    const odd = [{ id: "x1" }, { date: "2026-09-31 12:00:00" }, { date: "2026-09-21" }, { date: null }];
    const rows = odd.map((change) => ({ ...record, ...change }));
    expect(readHeldAppointments(rows as never)).toEqual([]);
    expect([null, [], "x", {}].map((data) => readHeldAppointment(data))).toEqual([null, null, null, null]);
  });
});

it("clients have an id, and a name and a number that may be empty", () => {
  const rows = [
    { id: 572, name: " James ", phone: " +13155550175 " },
    { id: "573" },
    { name: "Nobody" },
    { id: "../x" },
  ];
  expect(readClients(rows as never)).toEqual([
    { id: "572", name: "James", phone: "+13155550175" },
    { id: "573", name: "", phone: "" },
  ]);
});

it("the soonest free times have a date that exists", () => {
  const seances = [{ time: "9:30", datetime: "2026-09-21T09:30:00-05:00", seance_length: 3600 }];
  const slots = [{ time: "09:30", datetime: "2026-09-21T09:30:00-05:00", seconds: 3600 }];
  expect(readSoonest({ seance_date: "2026-09-21", seances })).toEqual({ date: "2026-09-21", slots });
  expect(readSoonest({ seance_date: "2026-09-21T00:00:00", seances })).toEqual({ date: "2026-09-21", slots });
  for (const data of [{ seances }, { seance_date: "2026-09-31", seances }, null]) {
    expect(readSoonest(data)).toEqual({ date: "", slots: [] });
  }
});

it.each([
  [401, "auth"],
  [402, "license"],
  [403, "rights"],
  [404, "not_found"],
  [408, "transport"],
  [409, "slot_taken"],
  [400, "validation"],
  [422, "validation"],
  [429, "rate"],
  [0, "transport"],
  [499, "unknown"],
  [500, "transport"],
  [503, "transport"],
  [200, "unknown"],
] as const)("the status %i alone means %s", (status, kind) => {
  expect(kindOfStatus(status)).toBe(kind);
});

it.each([
  ["please renew the license in the branch", "license"],
  ["the service is not available at the selected time.", "slot_taken"],
  ["already taken", "slot_taken"],
  ["no team members available", "no_staff"],
  ["no staff members", "no_staff"],
  ["invalid email", "bad_email"],
  ["invalid e-mail", "bad_email"],
  ["no members", "none"],
  ["invalid phone", "none"],
  ["", "none"],
] as const)("%j means %s", (text, kind) => {
  expect(kindOfMessage(text)).toBe(kind);
});

describe("the body of a move", () => {
  const target = { date: "2026-09-23", time: "14:00", staff: { id: "16", name: "James" }, seconds: 0 };
  const body = (change: object, seconds = 0): Readonly<Record<string, unknown>> | null => {
    const text = moveBody({ ...record, ...change } as never, { ...target, seconds });
    return text === "" ? null : (JSON.parse(text) as Record<string, unknown>);
  };

  it("has numbers as numbers, whatever form they came in", () => {
    const services = [{ id: "331", first_cost: "45.50", discount: "-10", cost: "40.5", amount: 1 }];
    expect(body({ services, seance_length: "3600", attendance: "2", custom_color: "7" })).toMatchObject({
      services: [{ id: 331, first_cost: 45.5, discount: -10, cost: 40.5 }],
      seance_length: 3600,
      attendance: 2,
      custom_color: "7",
    });
  });

  it("keeps what it does not know out of the way of what is there", () => {
    expect(body({ comment: null, api_id: undefined })).not.toHaveProperty("comment");
    expect(body({}, 5400)).toMatchObject({ seance_length: 5400 });
    expect(body({ seance_length: null }, 5400)).toMatchObject({ seance_length: 5400 });
    const client = (phone: string) => body({ client: { id: 5, name: "J", phone } })?.["client"];
    expect(client("123456789")).toEqual({ id: 5, name: "J", phone: "123456789" });
    expect(client("12345678")).toEqual({ id: 5, name: "J" });
    expect(client("123*56789")).toEqual({ id: 5, name: "J" });
  });

  it("is none where something is missing that it must have", () => {
    for (const change of [
      { services: [] },
      { seance_length: null },
      { client: null },
      { client: { name: "J" } },
    ]) {
      expect(body(change)).toBeNull();
    }
    const nobody = { ...target, staff: { id: "x", name: "" } };
    expect(moveBody(record as never, nobody)).toBe("");
  });

  it("says everything that Altegio would else forget, and nothing else", () => {
    const known = {
      ...{ comment: "left", attendance: "1", api_id: "7", sms_remain_hours: "6", email_remain_hours: 2 },
      ...{
        custom_color: "f00",
        record_labels: [5],
        custom_fields: { a: "1" },
        technical_break_duration: "600",
      },
    };
    const client = { id: 5, name: "J", surname: "S", patronymic: "P", email: "e", phone: "123456789" };
    const services = [
      { id: "331", first_cost: "45", discount: "0", cost: "45", title: "x" },
      { id: "333", cost: "x5" },
    ];
    expect(body({ ...known, client: { ...client, more: "x" }, services, more: "x" })).toEqual({
      ...known,
      ...{ attendance: 1, sms_remain_hours: 6, technical_break_duration: 600 },
      client,
      services: [
        { id: 331, first_cost: 45, discount: 0, cost: 45 },
        { id: 333, cost: "x5" },
      ],
      ...{ staff_id: 16, datetime: "2026-09-23 14:00:00", seance_length: 3600, save_if_busy: false },
    });
    const text = JSON.stringify(body({ comment: "5", custom_fields: "6", client: { ...client, name: "7" } }));
    expect(text).toContain('"comment":"5"');
    expect(text).toContain('"custom_fields":"6"');
    expect(text).toContain('"name":"7"');
    expect(body({ attendance: "1x", seance_length: "1.5.2" })).toMatchObject({
      attendance: "1x",
      seance_length: "1.5.2",
    });
  });

  it("is none for a member whose id is no number", () => {
    for (const id of ["", "x16", "16x"]) {
      expect(moveBody(record as never, { ...target, staff: { id, name: "" } })).toBe("");
    }
  });
});

describe("an appointment that was made", () => {
  it.each<[JsonObject, object]>([
    [{ date: "2026-09-21 12:00:00" }, { moment: "2026-09-21T12:00", deleted: false }],
    [
      { date: "2026-09-21T12:00:00-05:00", deleted: "1" },
      { moment: "2026-09-21T12:00", deleted: true },
    ],
    [{ date: "2026-09-31 12:00:00" }, { moment: "" }],
    [{ date: "2026-09-21" }, { moment: "" }],
    [{ date: "12:00" }, { moment: "" }],
  ])("%j", (written, made) => {
    expect(readMadeAppointment([{ record_id: 1, record: written }])).toMatchObject(made);
  });
});
