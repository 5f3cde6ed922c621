import { describe, expect, test } from "vitest";
import { demoSalon } from "../../../scripts/simulator/api/index.ts";
import {
  ANNA,
  at,
  booking,
  crmBooking,
  GEL_MANICURE,
  JONAS,
  LOC,
  MENS_CUT,
  rows,
  shape,
  SOFIA,
  start,
  WOMENS_CUT,
} from "./harness.ts";

const RECORD = {
  id: "number",
  company_id: "number",
  staff_id: "number",
  services: [
    {
      id: "number",
      title: "string",
      cost: "number",
      cost_to_pay: "number",
      manual_cost: "number",
      cost_per_unit: "number",
      discount: "number",
      first_cost: "number",
      amount: "number",
    },
  ],
  goods_transactions: [],
  staff: {
    id: "number",
    name: "string",
    specialization: "string",
    position: { id: "number", title: "string" },
    avatar: "string",
    avatar_big: "string",
    rating: "number",
    votes_count: "number",
  },
  client: {
    id: "number",
    name: "string",
    surname: "string",
    patronymic: "string",
    display_name: "string",
    comment: "string",
    phone: "string",
    card: "string",
    email: "string",
    success_visits_count: "number",
    fail_visits_count: "number",
    discount: "number",
    is_new: "boolean",
    custom_fields: [],
    sex: "number",
    birthday: "string",
    client_tags: [],
  },
  comer: null,
  clients_count: "number",
  date: "string",
  datetime: "string",
  create_date: "string",
  comment: "string",
  online: "boolean",
  visit_attendance: "number",
  attendance: "number",
  confirmed: "number",
  seance_length: "number",
  length: "number",
  sms_before: "number",
  sms_now: "number",
  sms_now_text: "string",
  email_now: "number",
  notified: "number",
  master_request: "number",
  api_id: "string",
  from_url: "string",
  review_requested: "number",
  visit_id: "number",
  created_user_id: "number",
  deleted: "boolean",
  paid_full: "number",
  payment_status: "number",
  prepaid: "boolean",
  prepaid_confirmed: "boolean",
  is_update_blocked: "boolean",
  last_change_date: "string",
  custom_color: "string",
  custom_font_color: "string",
  record_labels: [],
  activity_id: "number",
  custom_fields: [],
  documents: [],
  sms_remain_hours: "number",
  email_remain_hours: "number",
  bookform_id: "number",
  record_from: "string",
  is_mobile: "number",
  short_link: "string",
  technical_break_duration: null,
};

describe("creating", () => {
  test("answers 201 with the whole record", async () => {
    const { asUser } = await start();
    const reply = await asUser("POST", `/records/${LOC}`, crmBooking());
    expect(reply.status).toBe(201);
    expect(shape(reply.json)).toEqual({ success: "boolean", data: RECORD, meta: [] });
    expect(at(reply.json, "data")).toMatchObject({
      date: "2026-10-20 10:00:00",
      datetime: "2026-10-20T10:00:00+02:00",
      online: false,
      client: { name: "Nina Roth", phone: "+4915511223344" },
    });
  });

  test("of a busy or unscheduled time is 409 unless it is saved over", async () => {
    const { server, post, asUser } = await start();
    await post(`/book_record/${LOC}`, booking());
    const busy = await asUser("POST", `/records/${LOC}`, crmBooking({ save_if_busy: false }));
    expect(busy.status).toBe(409);
    expect(at(busy.json, "meta", "message")).toBe("The selected time is not available");
    const sunday = crmBooking({ datetime: "2026-10-25 10:00:00" });
    expect((await asUser("POST", `/records/${LOC}`, sunday)).status).toBe(409);
    const intoTheBreak = crmBooking({ datetime: "2026-10-20 13:30:00" });
    expect((await asUser("POST", `/records/${LOC}`, intoTheBreak)).status).toBe(409);
    expect(server.state.records).toHaveLength(1);
    expect((await asUser("POST", `/records/${LOC}`, crmBooking({ save_if_busy: true }))).status).toBe(201);
  });

  test.each([
    ["save_if_busy", "false"],
    ["comment", 5],
    ["sms_remain_hours", "6"],
    ["technical_break_duration", 100],
    ["client", { name: "Nina Roth", phone: "4915511223344", email: 1 }],
    ["services", [{ id: WOMENS_CUT, cost: "65" }]],
  ])("with a %s of %j is 422, not taken for something else", async (field, value) => {
    const { server, asUser } = await start();
    const reply = await asUser("POST", `/records/${LOC}`, crmBooking({ [field]: value }));
    expect(reply.status).toBe(422);
    expect(server.state.records).toEqual([]);
  });

  test.each(["staff_id", "services", "datetime", "seance_length"])("without %s is 422", async (field) => {
    const { asUser } = await start();
    const body = Object.fromEntries(Object.entries(crmBooking()).filter(([key]) => key !== field));
    const reply = await asUser("POST", `/records/${LOC}`, body);
    expect(reply.status).toBe(422);
    expect(at(reply.json, "meta", "errors")).toEqual({ [field]: ["This field is required"] });
  });

  test.each([
    ["a service the person does not do", { services: [{ id: GEL_MANICURE }] }, 400],
    ["an unknown person", { staff_id: 5 }, 422],
    ["services as bare ids", { services: [WOMENS_CUT] }, 422],
    ["no length", { seance_length: 0 }, 422],
    ["a client without a phone", { client: { name: "Nina" } }, 422],
    ["an unknown client id", { client: { id: 1 } }, 422],
    ["an attendance that does not exist", { attendance: 3 }, 422],
  ])("with %s is refused", async (_, changes, status) => {
    const { server, asUser } = await start();
    expect((await asUser("POST", `/records/${LOC}`, crmBooking(changes))).status).toBe(status);
    expect(server.state.records).toEqual([]);
  });

  test("blocks the slot online; a record without a client has client null", async () => {
    const { asUser, get } = await start();
    const reply = await asUser("POST", `/records/${LOC}`, crmBooking({ client: null }));
    expect(at(reply.json, "data", "client")).toBeNull();
    const slots = await get(`/book_times/${LOC}/${ANNA}/2026-10-20?service_ids[]=${WOMENS_CUT}`);
    expect(at(slots.json, "data", 0, "time")).toBe("11:00");
  });
});

describe("the list", () => {
  // Three records: Anna on Tuesday and Saturday, Sofia on Tuesday, booked out of order.
  async function filled() {
    const salon = await start();
    const post = (changes: { readonly [key: string]: unknown }) =>
      salon.asUser("POST", `/records/${LOC}`, crmBooking(changes));
    await post({ datetime: "2026-10-24 12:00:00" });
    await post({
      staff_id: SOFIA,
      services: [{ id: GEL_MANICURE }],
      seance_length: 4500,
      datetime: "2026-10-20 09:00:00",
      client: { name: "Ida Blum", phone: "4915577665544" },
    });
    await post({});
    const list = async (query: string) => {
      const reply = await salon.asUser("GET", `/records/${LOC}?${query}`);
      const dates = rows(reply.json, "data").map((record) => at(record, "date"));
      return { reply, dates };
    };
    return { ...salon, list };
  }

  const ALL = ["2026-10-20 09:00:00", "2026-10-20 10:00:00", "2026-10-24 12:00:00"];

  test("is sorted by visit date, with page and total in meta", async () => {
    const { list } = await filled();
    const { reply, dates } = await list("start_date=2026-10-20&end_date=2026-10-31");
    expect(reply.status).toBe(200);
    expect(shape(rows(reply.json, "data"))).toEqual([RECORD]);
    expect(dates).toEqual(ALL);
    expect(at(reply.json, "meta")).toEqual({ page: 1, total_count: 3 });
    const second = await list("start_date=2026-10-20&end_date=2026-10-31&count=2&page=2");
    expect(second.dates).toEqual(ALL.slice(2));
    expect(at(second.reply.json, "meta")).toEqual({ page: 2, total_count: 3 });
  });

  test("can be narrowed by date, team member and client", async () => {
    const { list } = await filled();
    expect((await list("start_date=2026-10-20&end_date=2026-10-20")).dates).toEqual(ALL.slice(0, 2));
    expect((await list("start_date=2026-10-21")).dates).toEqual(ALL.slice(2));
    expect((await list(`staff_id=${ANNA}`)).dates).toEqual(ALL.slice(1));
    expect((await list(`team_member_id=${SOFIA}`)).dates).toEqual(ALL.slice(0, 1));
    expect((await list("client_id=57200")).dates).toEqual(ALL.slice(1));
    expect((await list("created_user_id=0")).dates).toEqual([]);
    expect((await list("c_start_date=2026-10-20")).dates).toEqual([]);
    expect((await list("c_end_date=2026-10-19")).dates).toEqual(ALL);
    expect((await list("changed_after=2026-10-19T10:00:01")).dates).toEqual([]);
    expect((await list("changed_before=2026-10-19T10:00:00")).dates).toEqual(ALL);
  });

  test("leaves out the last minute of the end date", async () => {
    const { asUser } = await start();
    for (const time of ["23:59:00", "23:59:30"]) {
      await asUser(
        "POST",
        `/records/${LOC}`,
        crmBooking({ datetime: `2026-10-20 ${time}`, save_if_busy: true }),
      );
    }
    const reply = await asUser("GET", `/records/${LOC}?start_date=2026-10-20&end_date=2026-10-20`);
    expect(rows(reply.json, "data").map((record) => at(record, "date"))).toEqual(["2026-10-20 23:59:00"]);
  });

  test("knows no filter by phone: everybody's records come back", async () => {
    const { list } = await filled();
    expect((await list("client_phone=4915577665544")).dates).toEqual(ALL);
  });

  test("holds deleted records only when asked", async () => {
    const { list, asUser, server } = await filled();
    const id = server.state.records[0]?.id;
    expect((await asUser("DELETE", `/record/${LOC}/${id}`)).status).toBe(204);
    expect((await list("")).dates).toEqual(ALL.slice(0, 2));
    const { reply, dates } = await list("with_deleted=1");
    expect(dates).toEqual(ALL);
    expect(at(reply.json, "data", 2, "deleted")).toBe(true);
  });

  test.each(["start_date=20.10.2026", "changed_after=2026-10-20", "count=many", "client_id=Nina"])(
    "with %s is 422",
    async (query) => {
      const { asUser } = await start();
      expect((await asUser("GET", `/records/${LOC}?${query}`)).status).toBe(422);
    },
  );

  test("shows no phone without the right, and one person's records with a bound one", async () => {
    const salon = demoSalon();
    const users = salon.users.map((user) => ({
      ...user,
      rights: user.rights.map(({ locationId, permissions }) => ({
        locationId,
        permissions: {
          ...permissions,
          timetable: { timetable_access: true, timetable_phones_access: false, master_id: ANNA },
        },
      })),
    }));
    const { asUser } = await start({ salon: { ...salon, users } });
    await asUser("POST", `/records/${LOC}`, crmBooking());
    const jonas = { staff_id: JONAS, services: [{ id: MENS_CUT }], seance_length: 1800 };
    await asUser("POST", `/records/${LOC}`, crmBooking(jonas));
    const list = rows((await asUser("GET", `/records/${LOC}`)).json, "data");
    expect(list.map((record) => at(record, "staff_id"))).toEqual([ANNA]);
    expect(at(list[0], "client", "phone")).toBe("");
  });

  test("can carry a wrong offset and numeric phones; the wall clock stays right", async () => {
    const { asUser } = await start({ quirks: { recordOffsetErrorMinutes: -60, numericPhones: true } });
    await asUser("POST", `/records/${LOC}`, crmBooking());
    const record = rows((await asUser("GET", `/records/${LOC}`)).json, "data")[0];
    expect(record).toMatchObject({
      date: "2026-10-20 10:00:00",
      datetime: "2026-10-20T10:00:00+01:00",
      client: { phone: 4915511223344 },
    });
  });
});

describe("one record", () => {
  async function created() {
    const salon = await start();
    const reply = await salon.asUser("POST", `/records/${LOC}`, crmBooking());
    const path = `/record/${LOC}/${String(at(reply.json, "data", "id"))}`;
    return { ...salon, path };
  }

  test("is read, also after it was deleted", async () => {
    const { asUser, path } = await created();
    const reply = await asUser("GET", path);
    expect(reply.status).toBe(200);
    expect(shape(at(reply.json, "data"))).toEqual(RECORD);
    const gone = await asUser("DELETE", path);
    expect([gone.status, gone.text]).toEqual([204, ""]);
    expect(at((await asUser("GET", path)).json, "data", "deleted")).toBe(true);
    expect((await asUser("DELETE", path)).status).toBe(404);
    expect((await asUser("PUT", path, crmBooking())).status).toBe(404);
  });

  test("is not found in another location", async () => {
    const { asUser, path, server } = await created();
    const elsewhere = path.replace(String(LOC), "720442");
    expect((await asUser("GET", elsewhere)).status).toBe(404);
    expect((await asUser("DELETE", elsewhere)).status).toBe(404);
    expect(server.state.records[0]?.deleted).toBe(false);
  });

  test("is moved with a full body: 201, same id, own slot no obstacle, other fields reset", async () => {
    const { asUser, path, server } = await created();
    await asUser("PUT", path, crmBooking({ comment: "likes tea" }));
    const reply = await asUser("PUT", path, crmBooking({ datetime: "2026-10-20 10:30:00" }));
    expect(reply.status).toBe(201);
    expect(shape(reply.json)).toEqual({ success: "boolean", data: RECORD, meta: [] });
    expect(at(reply.json, "data")).toMatchObject({ id: 2820023, date: "2026-10-20 10:30:00", comment: "" });
    expect(server.state.records).toHaveLength(1);
  });

  test("can change hands and services", async () => {
    const { asUser, path } = await created();
    const services = [{ id: MENS_CUT, first_cost: 35, discount: 10, cost: 31.5 }];
    const body = crmBooking({ staff_id: JONAS, services, seance_length: 1800 });
    const reply = await asUser("PUT", path, body);
    expect(at(reply.json, "data")).toMatchObject({
      staff_id: JONAS,
      services: [{ id: MENS_CUT, first_cost: 35, discount: 10, cost: 31.5 }],
      length: 1800,
    });
  });

  test.each(["staff_id", "services", "client", "datetime", "seance_length"])(
    "a PUT without %s is 422 and changes nothing",
    async (field) => {
      const { asUser, path, server } = await created();
      const before = server.state.records[0];
      const body = Object.fromEntries(Object.entries(crmBooking()).filter(([key]) => key !== field));
      const reply = await asUser("PUT", path, body);
      expect(reply.status).toBe(422);
      expect(at(reply.json, "meta", "errors")).toEqual({ [field]: ["This field is required"] });
      expect(server.state.records[0]).toEqual(before);
    },
  );

  test("a PUT onto a busy time is 409 unless it is saved over", async () => {
    const { asUser, path } = await created();
    await asUser("POST", `/records/${LOC}`, crmBooking({ datetime: "2026-10-20 12:00:00" }));
    const body = crmBooking({ datetime: "2026-10-20 12:30:00" });
    expect((await asUser("PUT", path, body)).status).toBe(409);
    expect((await asUser("PUT", path, { ...body, save_if_busy: false })).status).toBe(409);
    expect((await asUser("PUT", path, { ...body, save_if_busy: true })).status).toBe(201);
  });

  test("a visit that took place is not changed any more", async () => {
    const { asUser, path } = await created();
    expect((await asUser("PUT", path, crmBooking({ attendance: 1 }))).status).toBe(201);
    expect((await asUser("PUT", path, crmBooking())).status).toBe(403);
  });
});
