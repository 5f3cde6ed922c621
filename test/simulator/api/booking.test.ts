import { describe, expect, test } from "vitest";
import {
  ANNA,
  at,
  booking,
  GEL_MANICURE,
  JONAS,
  KIDS_CUT,
  LENA,
  LOC,
  MENS_CUT,
  PAUL,
  rows,
  salonWithRules,
  shape,
  SOFIA,
  start,
  TUESDAY_TEN,
  WITHDRAWN,
  WOMENS_CUT,
} from "./harness.ts";

const TUESDAY_NOON = "2026-10-20T12:00:00+02:00";

function visit(changes: { readonly [key: string]: unknown } = {}) {
  return { id: 1, services: [WOMENS_CUT], staff_id: ANNA, datetime: TUESDAY_TEN, ...changes };
}

function codes(json: unknown): readonly unknown[] {
  return rows(json, "meta", "errors").map((error) => at(error, "code"));
}

describe("book_check", () => {
  test("answers 201 and reserves nothing", async () => {
    const { server, post } = await start();
    const reply = await post(`/book_check/${LOC}`, { appointments: [visit()] });
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({ success: true, data: null, meta: { message: "Created" } });
    expect(server.state.records).toEqual([]);
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
  });

  test("has an empty body without the v2 media type", async () => {
    const { post } = await start();
    const reply = await post(`/book_check/${LOC}`, { appointments: [visit()] }, { accept: null });
    expect([reply.status, reply.text]).toEqual([201, ""]);
  });

  test.each([
    ["email", 1],
    ["comment", ["short"]],
    ["notify_by_sms", "1"],
  ])("refuses a %s of %j in the record that follows", async (field, value) => {
    const { server, post } = await start();
    const reply = await post(`/book_record/${LOC}`, booking({ [field]: value }));
    expect(reply.status).toBe(422);
    expect(at(reply.json, "meta", "errors", field)).toHaveLength(1);
    expect(server.state.records).toEqual([]);
  });

  test("names the element and the time of a slot that is taken", async () => {
    const { post } = await start();
    await post(`/book_record/${LOC}`, booking());
    const reply = await post(`/book_check/${LOC}`, { appointments: [visit({ id: 7 })] });
    expect(reply.status).toBe(422);
    const message =
      "Team Member Anna Becker (7101) cannot be booked on October 20, 2026 at 10:00. " +
      "The selected time is already taken or is not working.";
    expect(reply.json).toEqual({
      success: false,
      data: null,
      meta: { message: "An error has occurred", errors: [{ id: 7, code: 433, message }] },
    });
  });

  test.each([
    ["no services", visit({ services: [] }), 422],
    ["a break", visit({ datetime: "2026-10-20T14:00:00+02:00" }), 433],
    ["a day off", visit({ datetime: "2026-10-25T10:00:00+01:00" }), 433],
    ["a time between two slots", visit({ datetime: "2026-10-20T10:05:00+02:00" }), 433],
    ["the past", visit({ datetime: "2026-10-17T10:00:00+02:00" }), 433],
    ["a time beyond the horizon", visit({ datetime: "2027-01-05T10:00:00+01:00" }), 433],
    ["somebody who cannot be booked", visit({ staff_id: PAUL, services: [KIDS_CUT] }), 433],
    ["an unknown person", visit({ staff_id: 5 }), 433],
    ["any staff when nobody is there", visit({ staff_id: 0, datetime: "2026-10-20T08:00:00+02:00" }), 436],
    ["a withdrawn service", visit({ services: [WITHDRAWN] }), 438],
    ["an unknown service", visit({ services: [1] }), 438],
    ["a service the person does not do", visit({ services: [GEL_MANICURE] }), 438],
    ["services nobody does together", visit({ staff_id: 0, services: [WOMENS_CUT, GEL_MANICURE] }), 438],
  ])("refuses %s", async (_, wanted, code) => {
    const { post } = await start();
    const reply = await post(`/book_check/${LOC}`, { appointments: [wanted] });
    expect(reply.status).toBe(422);
    expect(codes(reply.json)).toEqual([code]);
  });

  test("refuses elements that overlap, even with different people", async () => {
    const { post } = await start();
    const first = visit();
    const second = visit({
      id: 2,
      staff_id: SOFIA,
      services: [GEL_MANICURE],
      datetime: "2026-10-20T10:30:00",
    });
    const reply = await post(`/book_check/${LOC}`, { appointments: [first, second] });
    expect(reply.status).toBe(422);
    expect(at(reply.json, "meta", "errors", 0)).toMatchObject({ id: 2, code: 437 });
    const after = { ...second, datetime: "2026-10-20T11:00:00" };
    expect((await post(`/book_check/${LOC}`, { appointments: [first, after] })).status).toBe(201);
  });

  test.each([
    ["appointments", {}],
    ["appointments", { appointments: [] }],
    ["appointments.0", { appointments: [1] }],
    ["appointments.0.id", { appointments: [visit({ id: "1" })] }],
    ["appointments.0.staff_id", { appointments: [visit({ staff_id: "7101" })] }],
    ["appointments.0.services", { appointments: [visit({ services: ["61001"] })] }],
    ["appointments.0.datetime", { appointments: [visit({ datetime: "tomorrow" })] }],
    ["appointments.0.datetime", { appointments: [visit({ datetime: "2026-10-20T08:00:00Z" })] }],
  ])("reports a bad %s as a field: %j", async (field, body) => {
    const { post } = await start();
    const reply = await post(`/book_check/${LOC}`, body);
    expect(reply.status).toBe(422);
    expect(Object.keys(at(reply.json, "meta", "errors") as object)).toEqual([field]);
  });
});

describe("book_record", () => {
  test("answers 201 with ids, a hash and the whole record", async () => {
    const { server, post } = await start();
    const reply = await post(`/book_record/${LOC}`, booking({ api_id: 777, comment: "first visit" }));
    expect(reply.status).toBe(201);
    expect(shape(reply.json)).toEqual({
      success: "boolean",
      data: [
        {
          id: "number",
          record_id: "number",
          record_hash: "string",
          record: {
            id: "number",
            services: [
              {
                id: "number",
                title: "string",
                cost: "number",
                price_min: "number",
                price_max: "number",
                discount: "number",
                amount: "number",
              },
            ],
            company: {
              id: "number",
              title: "string",
              allow_delete_record: "boolean",
              allow_change_record: "boolean",
              allow_change_record_delay_step: "number",
              allow_delete_record_delay_step: "number",
            },
            staff: { id: "number", name: "string" },
            clients_count: "number",
            date: "string",
            datetime: "string",
            create_date: "string",
            length: "number",
            attendance: "number",
            paid_amount: "number",
            allow_delete_record: "boolean",
            allow_change_record: "boolean",
            is_confirmation_needed: "boolean",
          },
        },
      ],
      meta: [],
    });
    expect(at(reply.json, "data", 0)).toMatchObject({ id: 1, record_id: 2820023 });
    expect(at(reply.json, "data", 0, "record_hash")).toMatch(/^[0-9a-f]{32}$/);
    expect(at(reply.json, "data", 0, "record")).toMatchObject({
      date: "2026-10-20 10:00:00",
      datetime: "2026-10-20T10:00:00+0200",
      create_date: "2026-10-19T10:00:00+0200",
      length: 3600,
      staff: { id: ANNA, name: "Anna Becker" },
      services: [{ id: WOMENS_CUT, cost: 65, price_min: 55, price_max: 65 }],
    });
    expect(server.state.records).toHaveLength(1);
    expect(server.state.records[0]).toMatchObject({ apiId: "777", comment: "first visit", online: true });
  });

  test("is a bare list without the v2 media type", async () => {
    const { post } = await start();
    const reply = await post(`/book_record/${LOC}`, booking(), { accept: "application/json" });
    expect(reply.status).toBe(201);
    expect(at(reply.json, 0, "record_id")).toBe(2820023);
  });

  test("takes a local time without offset and a phone with a plus", async () => {
    const { server, post } = await start();
    const naive = visit({ datetime: "2026-10-20 10:00:00" });
    const body = booking({ phone: "+4915511223344", appointments: [naive] });
    expect((await post(`/book_record/${LOC}`, body)).status).toBe(201);
    expect(server.state.records[0]?.start).toBe(Date.parse(TUESDAY_TEN));
  });

  test("knows a client by the digits of the phone", async () => {
    const { server, post } = await start();
    const before = server.state.clients.length;
    await post(`/book_record/${LOC}`, booking());
    const later = booking({ phone: "+4915511223344", appointments: [visit({ datetime: TUESDAY_NOON })] });
    expect((await post(`/book_record/${LOC}`, later)).status).toBe(201);
    expect(server.state.clients).toHaveLength(before + 1);
    const [first, second] = server.state.records;
    expect(first?.clientId).toBe(second?.clientId);
  });

  test("several services are one record, several elements several records of one visit", async () => {
    const { server, post } = await start();
    const both = visit({ id: 5, services: [WOMENS_CUT, KIDS_CUT] });
    const nails = visit({
      id: 9,
      staff_id: SOFIA,
      services: [GEL_MANICURE],
      datetime: "2026-10-20T15:00:00+02:00",
    });
    const reply = await post(`/book_record/${LOC}`, booking({ appointments: [both, nails] }));
    expect(rows(reply.json, "data").map((row) => at(row, "id"))).toEqual([5, 9]);
    const [first, second] = server.state.records;
    expect(first?.seconds).toBe(5400);
    expect(first?.visitId).toBe(second?.visitId);
    expect(first?.hash).not.toBe(second?.hash);
  });

  test("books all elements or none", async () => {
    const { server, post } = await start();
    const bad = visit({ id: 2, staff_id: LENA, services: [61032], datetime: TUESDAY_NOON });
    const reply = await post(`/book_record/${LOC}`, booking({ appointments: [visit(), bad] }));
    expect(reply.status).toBe(422);
    expect(at(reply.json, "meta", "errors")).toEqual([expect.objectContaining({ id: 2, code: 433 })]);
    expect(server.state.records).toEqual([]);
  });

  test("refuses a double booking with 433 and one that overlaps it", async () => {
    const { server, post } = await start();
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
    const again = await post(`/book_record/${LOC}`, booking());
    expect([again.status, codes(again.json)]).toEqual([422, [433]]);
    const overlapping = booking({ appointments: [visit({ datetime: "2026-10-20T10:45:00+02:00" })] });
    expect(codes((await post(`/book_record/${LOC}`, overlapping)).json)).toEqual([433]);
    const adjacent = booking({ appointments: [visit({ datetime: "2026-10-20T11:00:00+02:00" })] });
    expect((await post(`/book_record/${LOC}`, adjacent)).status).toBe(201);
    expect(server.state.records).toHaveLength(2);
  });

  test("staff 0 is given to whoever is free, then 436", async () => {
    const { server, post } = await start();
    const any = visit({ staff_id: 0, services: [MENS_CUT] });
    const book = () => post(`/book_record/${LOC}`, booking({ appointments: [any] }));
    expect(at((await book()).json, "data", 0, "record", "staff", "id")).toBe(ANNA);
    expect(at((await book()).json, "data", 0, "record", "staff", "id")).toBe(JONAS);
    const third = await book();
    expect([third.status, codes(third.json)]).toEqual([422, [436]]);
    expect(server.state.records.map((record) => record.masterRequested)).toEqual([false, false]);
  });

  test.each([
    ["431 a phone with letters", { phone: "call me" }, 422, 431],
    ["431 a phone with spaces", { phone: "+49 155 11223344" }, 422, 431],
    ["431 a phone that is too short", { phone: "12345678" }, 422, 431],
    ["431 a phone that is a number", { phone: 4915511223344 }, 422, 431],
    ["434 a blacklisted phone", { phone: "+4917000000666" }, 403, 434],
    ["435 no name", { fullname: " " }, 422, 435],
    ["400 an e-mail that is none", { email: "nina" }, 400, 400],
  ])("refuses with %s", async (_, changes, status, code) => {
    const { server, post } = await start();
    const reply = await post(`/book_record/${LOC}`, booking(changes));
    expect([reply.status, codes(reply.json)]).toEqual([status, [code]]);
    expect(server.state.records).toEqual([]);
  });

  test("asks for an e-mail and a comment where the location requires them", async () => {
    const salon = salonWithRules({ emailRequired: true, commentRequired: true });
    const { post } = await start({ salon });
    expect(codes((await post(`/book_record/${LOC}`, booking())).json)).toEqual([400]);
    const email = "nina@example.com";
    const silent = await post(`/book_record/${LOC}`, booking({ email }));
    expect([silent.status, at(silent.json, "meta", "errors")]).toEqual([
      422,
      { comment: ["This field is required"] },
    ]);
    expect((await post(`/book_record/${LOC}`, booking({ email, comment: "hello" }))).status).toBe(201);
  });

  test("a taken slot can arrive as text only", async () => {
    const { post } = await start({ quirks: { slotErrors: "generic-text" } });
    await post(`/book_record/${LOC}`, booking());
    const message = "The service is not available at the selected time. Please choose a different time.";
    const v2 = await post(`/book_record/${LOC}`, booking());
    expect(v2.status).toBe(422);
    expect(v2.json).toEqual({
      success: false,
      data: null,
      errors: { code: 422, message },
      meta: { message, errors: [{}] },
    });
    const legacy = await post(`/book_record/${LOC}`, booking(), { accept: null });
    expect(legacy.json).toEqual({ errors: { code: 422, message }, meta: { message } });
    const any = visit({ staff_id: 0, datetime: "2026-10-20T08:00:00" });
    const nobody = await post(`/book_record/${LOC}`, booking({ appointments: [any] }), { accept: null });
    expect(at(nobody.json, "errors", "message")).toBe(
      "Currently, there are no staff members available for booking",
    );
  });
});

describe("SMS codes", () => {
  const salon = salonWithRules({ phoneConfirmation: true });
  const person = { phone: "+4915511223344", fulname: "Nina Roth" };

  test("a code is sent, checked and used once", async () => {
    const { server, post } = await start({ salon });
    expect(codes((await post(`/book_record/${LOC}`, booking())).json)).toEqual([432]);
    const sent = await post(`/book_code/${LOC}`, person);
    expect([sent.status, sent.json]).toEqual([201, { success: true, meta: { message: "Created" } }]);
    const code = server.state.smsCode(LOC, "4915511223344");
    expect(code).toMatch(/^\d{4}$/);
    expect(codes((await post(`/book_record/${LOC}`, booking({ code: "0000" }))).json)).toEqual([432]);
    const good = await post(`/book_record/${LOC}`, booking({ code: Number(code) }));
    expect(good.status).toBe(201);
    const next = booking({ code, appointments: [visit({ datetime: TUESDAY_NOON })] });
    expect(codes((await post(`/book_record/${LOC}`, next)).json)).toEqual([432]);
  });

  test("the code of one phone does not serve another", async () => {
    const { server, post } = await start({ salon });
    await post(`/book_code/${LOC}`, person);
    const code = server.state.smsCode(LOC, person.phone);
    const other = booking({ phone: "4915599887766", code });
    expect(codes((await post(`/book_record/${LOC}`, other)).json)).toEqual([432]);
  });

  test.each([
    ["a bad phone", { phone: "x", fullname: "Nina" }, 431],
    ["no name", { phone: "4915511223344" }, 435],
  ])("%s is refused", async (_, body, code) => {
    const { post } = await start();
    const reply = await post(`/book_code/${LOC}`, body);
    expect([reply.status, codes(reply.json)]).toEqual([422, [code]]);
  });
});
