import { expect, test } from "vitest";
import { at, LOC, rows, shape, start } from "./harness.ts";

const SALONS = "/marketplace/application/1193/salons";

test("a company has the documented shape", async () => {
  const { get } = await start();
  const reply = await get(`/company/${LOC}?forBooking=1&showBookforms=1`);
  expect(reply.status).toBe(200);
  expect(shape(reply.json)).toEqual({
    success: "boolean",
    data: {
      id: "number",
      title: "string",
      public_title: "string",
      short_descr: "string",
      logo: "string",
      country_id: "number",
      country: "string",
      city_id: "number",
      city: "string",
      phone: "string",
      phones: ["string"],
      timezone: "number",
      timezone_name: "string",
      schedule: "string",
      address: "string",
      zip: "string",
      coordinate_lat: "number",
      coordinate_lon: "number",
      site: "string",
      social: {},
      currency_short_title: "string",
      phone_confirmation: "boolean",
      active_staff_count: "number",
      next_slot: "string",
      group_priority: "number",
      push_notification_phone_confirm: "boolean",
      main_group_id: "number",
      main_group: [],
      groups: [],
      bookforms: [{ id: "number", title: "string", is_default: "number", url: "string" }],
      online_sales_form_url: "string",
      payment_policy: { type: "string" },
      access: {},
      sms_enabled: "boolean",
      booking_email_required: "boolean",
      booking_comment_required: "boolean",
      is_surname_field_enabled: "boolean",
      record_type_id: "number",
    },
    meta: [],
  });
  expect(at(reply.json, "data")).toMatchObject({
    timezone_name: "Europe/Berlin",
    timezone: 1,
    country_id: 49,
    active_staff_count: 5,
    // 10:00 plus the delay of an hour.
    next_slot: "2026-10-19T11:00:00+0200",
  });
});

test("next_slot and the booking forms come only when asked for", async () => {
  const { get } = await start();
  const reply = await get(`/company/${LOC}`);
  expect(at(reply.json, "data", "next_slot")).toBe("");
  expect(at(reply.json, "data", "bookforms")).toBeUndefined();
});

test("a country's phone code is text and is found by the company's country_id", async () => {
  const { get } = await start();
  const list = rows((await get("/countries")).json, "data");
  expect(shape(list)).toEqual([
    {
      id: "number",
      title: "string",
      full_title: "string",
      iso_code: "string",
      phone_code: "string",
      phone_template: "string",
      phone_example: "string",
      currency: "string",
      exchange: "number",
      lang_id: "number",
      group_type: "number",
      is_eu: "boolean",
    },
  ]);
  expect(list.find((country) => at(country, "id") === 49)).toMatchObject({
    iso_code: "DE",
    phone_code: "49",
  });
  expect(list.length).toBeGreaterThan(3);
});

test("the locations of an application come in pages without a total", async () => {
  const { get } = await start();
  const pages = await Promise.all(["1", "2", "3"].map((page) => get(`${SALONS}?page=${page}&count=2`)));
  const ids = pages.map((page) => rows(page.json, "data").map((one) => at(one, "id")));
  expect(ids).toEqual([[720441, 720442], [720443], []]);
  expect(pages.map((page) => at(page.json, "meta"))).toEqual([[], [], []]);
  expect(Object.keys(at(pages[0]?.json, "data", 0) as object).sort()).toEqual(
    [
      "active",
      "active_staff_count",
      "address",
      "app_android",
      "app_ios",
      "bookform_group_priority",
      "booking_widget_promo",
      "city",
      "city_id",
      "company_photos",
      "coordinate_lat",
      "coordinate_lon",
      "country",
      "country_id",
      "currency_short_title",
      "description",
      "email",
      "group_priority",
      "id",
      "logo",
      "phone",
      "phone_confirmation",
      "phones",
      "photos",
      "public_title",
      "reminds_sms_default",
      "reminds_sms_disabled",
      "schedule",
      "short_descr",
      "timezone",
      "timezone_name",
      "title",
    ].sort(),
  );
});

test.each([
  ["", 422],
  ["?page=1", 422],
  ["?count=10", 422],
  ["?page=0&count=10", 422],
  ["?page=1&count=1001", 422],
  ["?page=one&count=10", 422],
])("the list of locations with query '%s' is refused", async (query, status) => {
  const { get } = await start();
  expect((await get(`${SALONS}${query}`)).status).toBe(status);
});

test("an application of somebody else is 403, no partner token 401", async () => {
  const { get } = await start();
  expect((await get("/marketplace/application/7/salons?page=1&count=10")).status).toBe(403);
  expect((await get(`${SALONS}?page=1&count=10`, { auth: null })).status).toBe(401);
});

test("the state of an installation", async () => {
  const { get } = await start();
  const reply = await get("/marketplace/salon/720443/application/1193");
  expect(at(reply.json, "data", "connection_status")).toEqual({
    status: "pending",
    created_at: "2026-08-30 11:20:05",
  });
  expect((await get("/marketplace/salon/1/application/1193")).status).toBe(404);
});

test("with string types every number is text", async () => {
  const { get } = await start({ quirks: { stringTypes: true } });
  const reply = await get(`${SALONS}?page=1&count=1`);
  expect(at(reply.json, "data", 0)).toMatchObject({
    id: "720441",
    active: "1",
    country_id: "49",
    coordinate_lat: "52.4988",
  });
  expect(at(reply.json, "success")).toBe(true);
});
