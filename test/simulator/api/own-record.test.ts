import { describe, expect, test } from "vitest";
import type { AltegioOptions } from "../../../scripts/simulator/api/index.ts";
import { ANNA, at, booking, LOC, PARTNER, rows, salonWithRules, shape, start, USER } from "./harness.ts";

const DETAILS = {
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
      seance_length: "number",
    },
  ],
  company: {
    id: "number",
    title: "string",
    country_id: "number",
    country: "string",
    city_id: "number",
    city: "string",
    phone: "string",
    phones: [],
    timezone: "string",
    address: "string",
    coordinate_lat: "number",
    coordinate_lon: "number",
    allow_delete_record: "boolean",
    allow_change_record: "boolean",
    site: "string",
    currency_short_title: "string",
    allow_change_record_delay_step: "number",
    allow_delete_record_delay_step: "number",
  },
  staff: {
    id: "number",
    name: "string",
    specialization: "string",
    position: { id: "number", title: "string" },
    show_rating: "number",
    rating: "number",
    votes_count: "number",
    avatar: "string",
    comments_count: "number",
  },
  clients_count: "number",
  date: "string",
  datetime: "string",
  create_date: "string",
  comment: "string",
  deleted: "boolean",
  attendance: "number",
  length: "number",
  notify_by_sms: "number",
  notify_by_email: "number",
  master_requested: "boolean",
  online: "boolean",
  api_id: "string",
  last_change_date: "string",
  prepaid: "boolean",
  prepaid_confirmed: "boolean",
  activity_id: "number",
};

// A simulator in which Nina is booked with Anna on Tuesday at ten.
async function booked(options: Partial<AltegioOptions> = {}) {
  const salon = await start(options);
  const reply = await salon.post(`/book_record/${LOC}`, booking({ notify_by_sms: 6 }));
  const id = Number(at(reply.json, "data", 0, "record_id"));
  const hash = String(at(reply.json, "data", 0, "record_hash"));
  return {
    ...salon,
    id,
    own: `/user/records/${id}/${hash}`,
    details: `/book_record/${LOC}/${id}/${hash}`,
    hash,
  };
}

describe("reading by hash", () => {
  test("the details of a booking", async () => {
    const { get, details } = await booked();
    const reply = await get(details);
    expect(reply.status).toBe(200);
    expect(shape(at(reply.json, "data"))).toEqual(DETAILS);
    expect(at(reply.json, "data")).toMatchObject({
      date: "2026-10-20T10:00:00.000+02:00",
      datetime: "2026-10-20T10:00:00+0200",
      notify_by_sms: 6,
      master_requested: true,
      deleted: false,
    });
  });

  test("the details unwrapped, as the documentation shows them", async () => {
    const { get, details, id } = await booked({ quirks: { unwrappedDetails: true } });
    expect(at((await get(details)).json, "id")).toBe(id);
  });

  test("user/records answers 201 with a list of one", async () => {
    const { get, own } = await booked();
    const reply = await get(own);
    expect(reply.status).toBe(201);
    expect(shape(at(reply.json, "data"))).toEqual([DETAILS]);
  });

  test("a wrong hash and a wrong location are 404", async () => {
    const { get, call, id, hash, server } = await booked();
    expect((await get(`/book_record/${LOC}/${id}/wrong`)).status).toBe(404);
    expect((await get(`/book_record/720442/${id}/${hash}`)).status).toBe(404);
    expect((await get(`/user/records/${id}/wrong`)).status).toBe(404);
    expect((await call("DELETE", `/user/records/${id}/wrong`)).status).toBe(404);
    expect(server.state.records[0]?.deleted).toBe(false);
  });
});

describe("cancelling by hash", () => {
  test("deletes the record and frees its slot; a second time it is 404", async () => {
    const { get, post, call, own, details } = await booked();
    const reply = await call("DELETE", own);
    expect([reply.status, reply.json]).toEqual([200, { success: true, data: null, meta: [] }]);
    expect(at((await get(details)).json, "data", "deleted")).toBe(true);
    expect((await call("DELETE", own)).status).toBe(404);
    expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
  });

  test("is refused where the location does not allow it", async () => {
    const { server, call, own } = await booked({ salon: salonWithRules({ allowDelete: false }) });
    expect((await call("DELETE", own)).status).toBe(403);
    expect(server.state.records[0]?.deleted).toBe(false);
  });

  test("is refused when the visit is too near", async () => {
    let now = new Date("2026-10-19T08:00:00Z");
    const { server, call, own } = await booked({ now: () => now });
    // Three hours before ten o'clock in Berlin: exactly the delay step, so too late.
    now = new Date("2026-10-20T05:00:00Z");
    expect((await call("DELETE", own)).status).toBe(403);
    expect(server.state.records[0]?.deleted).toBe(false);
    now = new Date("2026-10-20T04:59:59Z");
    expect((await call("DELETE", own)).status).toBe(200);
  });
});

describe("moving", () => {
  const later = { datetime: "2026-10-20T10:30:00+02:00", comment: "moved by client" };

  test("changes the time only and keeps id and hash; the own slot does not block", async () => {
    const { asUser, server, id, hash } = await booked();
    const reply = await asUser("PUT", `/book_record/${LOC}/${id}`, later);
    expect(reply.status).toBe(200);
    expect(shape(at(reply.json, "data"))).toEqual({
      id: "number",
      services: [{ id: "number", title: "string", cost: "number", discount: "number" }],
      company: { id: "number", title: "string", city: "string", timezone: "string" },
      staff: { id: "number", name: "string", spec: "string" },
      date: "string",
      create_date: "string",
      comment: "string",
      deleted: "boolean",
      length: "number",
      notify_by_sms: "number",
      notify_by_email: "number",
      master_requested: "boolean",
      online: "boolean",
      api_id: "number",
    });
    expect(at(reply.json, "data", "date")).toBe("2026-10-20T10:30:00.000+02:00");
    expect(server.state.records).toHaveLength(1);
    expect(server.state.records[0]).toMatchObject({ id, hash, staffId: ANNA, comment: "moved by client" });
  });

  test("to a taken time is 433 and changes nothing", async () => {
    const { asUser, post, server, id } = await booked();
    const noon = "2026-10-20T12:00:00+02:00";
    const other = { id: 1, services: [61001], staff_id: ANNA, datetime: noon };
    await post(`/book_record/${LOC}`, booking({ phone: "4915599887766", appointments: [other] }));
    const reply = await asUser("PUT", `/book_record/${LOC}/${id}`, { datetime: noon });
    expect(reply.status).toBe(422);
    expect(rows(reply.json, "meta", "errors").map((error) => at(error, "code"))).toEqual([433]);
    expect(server.state.records[0]?.start).toBe(Date.parse("2026-10-20T10:00:00+02:00"));
  });

  test("is 403 where the location forbids it or the visit is near, 422 without a time, 404 unknown", async () => {
    const forbidden = await booked({ salon: salonWithRules({ allowChange: false }) });
    const path = `/book_record/${LOC}/${forbidden.id}`;
    const refused = await forbidden.asUser("PUT", path, later);
    expect(refused.status).toBe(403);
    expect(at(refused.json, "meta", "message")).toBe(`You cannot manage the record with id ${forbidden.id}`);

    let now = new Date("2026-10-19T08:00:00Z");
    const near = await booked({ now: () => now });
    now = new Date("2026-10-20T02:00:00Z");
    expect((await near.asUser("PUT", path, later)).status).toBe(403);
    now = new Date("2026-10-20T01:59:00Z");
    expect((await near.asUser("PUT", path, { comment: "no time" })).status).toBe(422);
    expect((await near.asUser("PUT", `/book_record/${LOC}/1`, later)).status).toBe(404);
    expect((await near.call("PUT", path, { auth: PARTNER, body: later })).status).toBe(401);
    expect((await near.call("PUT", path, { auth: USER, body: later })).status).toBe(200);
  });
});
