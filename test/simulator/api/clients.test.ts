import { expect, test } from "vitest";
import { demoSalon } from "../../../scripts/simulator/api/index.ts";
import { at, crmBooking, LOC, rows, start } from "./harness.ts";

const SEARCH = `/company/${LOC}/clients/search`;
const FIELDS = ["id", "name", "phone", "email", "visits_count", "last_visit_date"];
const quick = (value: unknown) => [{ type: "quick_search", state: { value } }];

test("a client is found by phone digits, with the fields that were asked for", async () => {
  const { asUser } = await start();
  const reply = await asUser("POST", SEARCH, {
    fields: [...FIELDS, "spent"],
    filters: quick("4916098765432"),
  });
  expect(reply.status).toBe(200);
  expect(reply.json).toEqual({
    success: true,
    data: [
      {
        id: 5203,
        name: "Erika Sommer",
        phone: "+4916098765432",
        email: "erika@example.com",
        visits_count: 0,
        last_visit_date: "",
      },
    ],
    meta: { total_count: 1 },
  });
});

test("without `fields` only ids come back", async () => {
  const { asUser } = await start();
  const reply = await asUser("POST", SEARCH, { filters: quick("4916098765432") });
  expect(at(reply.json, "data")).toEqual([{ id: 5203 }]);
});

test("the search is fuzzy: part of a number finds several clients", async () => {
  const { asUser } = await start();
  const reply = await asUser("POST", SEARCH, { fields: ["name"], filters: quick("15112345678") });
  expect(at(reply.json, "data")).toEqual([{ name: "Ben Vogel" }, { name: "Clara Weiss" }]);
  const byName = await asUser("POST", SEARCH, { fields: ["name"], filters: quick("clara") });
  expect(at(byName.json, "data")).toEqual([{ name: "Clara Weiss" }]);
});

test("nobody found is an empty list", async () => {
  const { asUser } = await start();
  const reply = await asUser("POST", SEARCH, { fields: FIELDS, filters: quick("4900000000000") });
  expect(reply.json).toEqual({ success: true, data: [], meta: { total_count: 0 } });
});

test("filters combine with AND and OR; rows are ordered and paged", async () => {
  const { asUser } = await start();
  const filters = [...quick("15112345678"), { type: "id", state: { value: [5203, 5201] } }];
  const ids = async (body: object) => {
    const reply = await asUser("POST", SEARCH, { fields: ["id"], filters, ...body });
    return rows(reply.json, "data").map((row) => at(row, "id"));
  };
  expect(await ids({ operation: "AND" })).toEqual([5201]);
  expect(await ids({ operation: "OR", order_by: "id", order_by_direction: "ASC" })).toEqual([
    5201, 5202, 5203,
  ]);
  expect(await ids({ operation: "OR", order_by: "name", order_by_direction: "DESC" })).toEqual([
    5203, 5201, 5202,
  ]);
  expect(await ids({ operation: "OR", page: 2, page_size: 2 })).toEqual([5201]);
});

test("a past visit counts, a future one does not", async () => {
  let now = new Date("2026-10-19T08:00:00Z");
  const { asUser } = await start({ now: () => now });
  await asUser("POST", `/records/${LOC}`, crmBooking());
  const row = async () =>
    at((await asUser("POST", SEARCH, { fields: FIELDS, filters: quick("4915511223344") })).json, "data", 0);
  expect(await row()).toMatchObject({ visits_count: 0, last_visit_date: "" });
  now = new Date("2026-10-21T08:00:00Z");
  expect(await row()).toMatchObject({ visits_count: 1, last_visit_date: "2026-10-20 10:00:00" });
});

test.each([
  ["filters", { filters: "Nina" }],
  ["filters", { filters: quick(4916098765432) }],
  ["filters", { filters: [{ type: "phone", state: { value: "1" } }] }],
  ["filters", { filters: [{ type: "quick_search", value: "1" }] }],
  ["page_size", { page_size: 201 }],
  ["page", { page: 0 }],
])("a bad %s is 400 with a field map: %j", async (field, body) => {
  const { asUser } = await start();
  const reply = await asUser("POST", SEARCH, body);
  expect(reply.status).toBe(400);
  expect(reply.json).toEqual({
    success: false,
    data: null,
    meta: { message: "An error has occurred", errors: { [field]: [expect.any(String)] } },
  });
});

test("clients of another location are not found", async () => {
  const { asUser } = await start();
  const reply = await asUser("POST", "/company/720442/clients/search", { filters: quick("4916098765432") });
  expect(at(reply.json, "meta", "total_count")).toBe(0);
});

test("without the phone rights the phone is empty", async () => {
  const salon = demoSalon();
  const users = salon.users.map((user) => ({
    ...user,
    rights: [{ locationId: LOC, permissions: { clients: { clients_access: true } } }],
  }));
  const { asUser } = await start({ salon: { ...salon, users } });
  const reply = await asUser("POST", SEARCH, { fields: ["id", "phone"], filters: quick("4916098765432") });
  expect(at(reply.json, "data")).toEqual([{ id: 5203, phone: "" }]);
});

test("the caller's own rights", async () => {
  const { asUser } = await start();
  const reply = await asUser("GET", `/user/permissions/${LOC}`);
  expect(reply.status).toBe(200);
  expect(at(reply.json, "data")).toMatchObject({
    timetable: { timetable_access: true, master_id: 0, timetable_phones_access: true },
    record_form: { create_records_access: true, records_edit_last_days_count: -1 },
    clients: { clients_access: true },
    settings: { webhook_read_access: true },
  });
});
