import { expect, test } from "vitest";
import {
  ANNA,
  at,
  booking,
  GEL_MANICURE,
  JONAS,
  KIDS_CUT,
  LOC,
  MENS_CUT,
  PAUL,
  rows,
  salonWith,
  shape,
  start,
  TUESDAY_TEN,
  WITHDRAWN,
  WOMENS_CUT,
} from "./harness.ts";

const when = encodeURIComponent(TUESDAY_TEN);
const ids = (list: readonly unknown[]) => list.map((row) => at(row, "id"));

const SERVICE = {
  id: "number",
  title: "string",
  category_id: "number",
  price_min: "number",
  price_max: "number",
  discount: "number",
  comment: "string",
  weight: "number",
  active: "number",
  gender: "number",
  image: "string",
  prepaid: "string",
  seance_length: null,
  abonement_restriction: "number",
  prepaid_settings: {
    status: "string",
    prepaid_full: { amount: "number", percent: "number" },
    prepaid_min: { amount: "number", percent: "number" },
  },
  is_composite: "boolean",
  is_chain: "boolean",
  images: null,
  composite_details: null,
};

test("services have the documented shape, the key `category`, and no duration without a team member", async () => {
  const { get } = await start();
  const reply = await get(`/book_services/${LOC}`);
  expect(reply.status).toBe(200);
  expect(shape(reply.json)).toEqual({
    success: "boolean",
    data: {
      events: [],
      services: [SERVICE],
      category: [{ id: "number", title: "string", gender: "number", api_id: "string", weight: "number" }],
    },
    meta: [],
  });
  const services = rows(reply.json, "data", "services");
  expect(services).toHaveLength(12);
  expect(services.every((service) => at(service, "seance_length") === null)).toBe(true);
  expect(ids(services)).not.toContain(WITHDRAWN);
  // The api_id of a category changes its type from row to row.
  expect(at(reply.json, "data", "category", 1, "api_id")).toBe(0);
});

test("with a team member come that person's services, prices and durations in seconds", async () => {
  const { get } = await start();
  const reply = await get(`/book_services/${LOC}?staff_id=${JONAS}`);
  const services = rows(reply.json, "data", "services");
  expect(ids(services)).toEqual([MENS_CUT, KIDS_CUT]);
  expect(services[0]).toMatchObject({ price_min: 35, price_max: 35, seance_length: 1800 });
  expect(rows(reply.json, "data", "category")).toHaveLength(1);
  const nobody = await get(`/book_services/${LOC}?staff_id=${PAUL}`);
  expect(at(nobody.json, "data", "services")).toEqual([]);
});

test("with chosen services come those that can be added to them", async () => {
  const { get } = await start();
  const plain = await get(`/book_services/${LOC}?service_ids[]=${GEL_MANICURE}`);
  expect(ids(rows(plain.json, "data", "services"))).toEqual([61021, 61023, 61031]);
  const encoded = await get(
    `/book_services/${LOC}?service_ids%5B%5D=${GEL_MANICURE}&service_ids%5B%5D=61021`,
  );
  expect(ids(rows(encoded.json, "data", "services"))).toEqual([61023, 61031]);
});

test("with a moment come the services somebody can begin then", async () => {
  const { get } = await start();
  const reply = await get(`/book_services/${LOC}?datetime=${when}`);
  const found = ids(rows(reply.json, "data", "services"));
  expect(found).toContain(WOMENS_CUT);
  // Lena, the only one for facials, does not work on Tuesdays.
  expect(found).not.toContain(61032);
});

test("staff have the documented shape; who cannot be booked is listed in the short form", async () => {
  const { get } = await start();
  const reply = await get(`/book_staff/${LOC}`);
  const list = rows(reply.json, "data");
  expect(shape(list[0])).toEqual({
    id: "number",
    api_id: null,
    user_id: null,
    name: "string",
    bookable: "boolean",
    specialization: "string",
    position: { id: "number", title: "string", services_binding_type: "number" },
    position_id: "number",
    show_rating: "number",
    rating: "number",
    votes_count: "number",
    avatar: "string",
    avatar_big: "string",
    comments_count: "number",
    weight: "number",
    information: "string",
    seance_date: "string",
    schedule_till: "string",
    seances: [],
    has_access_timetable: "boolean",
    image_group: [],
    fired: "number",
    status: "number",
    hidden: "number",
    user: null,
    prepaid: "string",
  });
  expect(list.map((one) => [at(one, "id"), at(one, "bookable")])).toEqual([
    [7101, true],
    [7102, true],
    [7103, true],
    [7104, true],
    [7105, true],
    [7106, false],
  ]);
  expect(at(list[5], "seance_date")).toBeUndefined();
  // An empty object as PHP sends it.
  expect(at(list[4], "position")).toEqual([]);
  expect(list.slice(0, 3).map((one) => at(one, "seance_date"))).toEqual([
    "2026-10-20",
    "2026-10-19",
    "2026-10-21",
  ]);
});

test("staff can be asked for by service and moment", async () => {
  const { get, post } = await start();
  const children = await get(`/book_staff/${LOC}?service_ids[]=${KIDS_CUT}`);
  expect(rows(children.json, "data").map((one) => [at(one, "id"), at(one, "bookable")])).toEqual([
    [ANNA, true],
    [JONAS, true],
    [PAUL, false],
  ]);
  expect((await post(`/book_record/${LOC}`, booking())).status).toBe(201);
  const then = await get(`/book_staff/${LOC}?service_ids[]=${KIDS_CUT}&datetime=${when}`);
  expect(rows(then.json, "data").map((one) => [at(one, "id"), at(one, "bookable")])).toEqual([
    [ANNA, false],
    [JONAS, true],
    [PAUL, false],
  ]);
});

test("the dismissed and the hidden are not listed", async () => {
  const salon = salonWith(({ staff }) => ({
    staff: staff.map((one) => ({ ...one, fired: one.id === ANNA, hidden: one.id === JONAS })),
  }));
  const { get } = await start({ salon });
  expect(ids(rows((await get(`/book_staff/${LOC}`)).json, "data"))).toEqual([7103, 7104, 7105, 7106]);
});

test.each([
  [`/book_services/${LOC}?service_ids=61001`],
  [`/book_services/${LOC}?service_ids[]=cut`],
  [`/book_services/${LOC}?staff_id=Anna`],
  [`/book_staff/${LOC}?datetime=tomorrow`],
  // UTC is not the location's offset.
  [`/book_staff/${LOC}?datetime=2026-10-20T08:00:00Z`],
])("%s is 422 with a field map", async (path) => {
  const { get } = await start();
  const reply = await get(path);
  expect(reply.status).toBe(422);
  const errors = at(reply.json, "meta", "errors");
  expect(Object.values(errors as object)).toEqual([[expect.any(String)]]);
});
