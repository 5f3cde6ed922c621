/** Altegio's answers as the tests serve them, and a server that serves them. */
import { http, HttpResponse } from "msw";
import type { RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

export const api = "https://api.alteg.io/api/v1";
export const marketplace = "https://app.alteg.io/marketplace";

/** A success in its envelope. */
export function ok(data: unknown, status = 200): Response {
  return Response.json({ success: true, data, meta: [] }, { status });
}

/** A refusal with booking codes. */
export function refusal(code: number, status = 422, message = "An error has occurred"): Response {
  const meta = { message, errors: [{ id: 1, code, message: "details nobody should hear" }] };
  return Response.json({ success: false, data: null, meta }, { status });
}

/** A refusal with a text alone. */
export function denial(status: number, message: string): Response {
  return Response.json({ success: false, data: null, meta: { message } }, { status });
}

/** The page of the guard in front of Altegio. */
export function guardPage(status = 403): Response {
  return new Response("<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>", {
    status,
    headers: { "Content-Type": "text/html" },
  });
}

export const company = {
  id: 4564,
  title: "Business Example",
  public_title: "Business Example",
  country_id: 7,
  city: "New York",
  timezone: -5,
  timezone_name: "America/New_York",
  currency_short_title: "$",
  phone_confirmation: false,
  main_group: [],
  booking_email_required: false,
  booking_comment_required: false,
};

export const countries = [
  { id: 7, title: "USA", iso_code: "US", phone_code: "1", phone_template: "+1 xxx-xxx-xxxx" },
  { id: 56, title: "France", iso_code: "FR", phone_code: "33", phone_template: "+33 x xx xx xx xx" },
];

const service = (
  id: number,
  title: string,
  category: number,
  min: number,
  max: number,
  prepaid = "forbidden",
) => ({
  id,
  title,
  category_id: category,
  price_min: min,
  price_max: max,
  active: 0,
  prepaid,
  seance_length: null as number | null,
});

export const services = {
  events: [],
  services: [
    service(331, "Haircut", 83167, 40, 60),
    service(333, "Beard trim", 83167, 20, 20),
    service(99055, "Coloring", 1895574, 100.5, 150, "required"),
    service(400, "Hair wash", 83167, 0, 0),
  ],
  category: [
    { id: 83167, title: "Hair care", api_id: "0" },
    { id: 1895574, title: "Hair coloring", api_id: 0 },
  ],
};

export const staff = [
  {
    id: 16,
    name: "James",
    bookable: true,
    specialization: "Barber",
    position: [],
    fired: 0,
    hidden: 0,
    status: 0,
  },
  { id: 32, name: "Peter", bookable: false, specialization: "Stylist", position: [] },
  {
    id: 48,
    name: "Anna",
    bookable: true,
    specialization: "Colorist",
    position: [],
    fired: 0,
    hidden: 0,
    status: 0,
  },
];

/** Which services each member does. */
const links: Readonly<Record<string, readonly number[]>> = { "16": [331, 333, 400], "48": [331, 99055] };

/** The services, or those of the member a request asks for, with how long they take. */
export function servicesOf(url: string): object {
  const member = new URL(url).searchParams.get("staff_id");
  const done = services.services.filter((row) => member === null || links[member]?.includes(row.id));
  return {
    ...services,
    services: done.map((row) => ({ ...row, seance_length: member === null ? null : 3600 })),
  };
}

/** The slots of a date. */
export function slots(date: string, times: readonly string[]): unknown[] {
  return times.map((time) => ({
    time,
    seance_length: 3600,
    sum_length: 3600,
    datetime: `${date}T${time}:00-05:00`,
  }));
}

/** Free times by date; the default of the server below. */
const freeTimes: Readonly<Record<string, readonly string[]>> = {
  "2026-09-21": ["10:00", "10:15", "12:00", "13:30", "15:00", "16:00", "17:30"],
  "2026-09-23": ["11:00", "14:00"],
};

/** A location with two bookable members and four services, free on the two dates above. */
const defaultHandlers: RequestHandler[] = [
  http.get(`${api}/company/:id`, ({ params }) =>
    params["id"] === "4564"
      ? ok(company)
      : Response.json({ success: false, data: null, meta: [] }, { status: 404 }),
  ),
  http.get(`${api}/countries`, () => ok(countries)),
  http.get(`${api}/book_services/:id`, ({ request }) => ok(servicesOf(request.url))),
  http.get(`${api}/book_staff/:id`, () => ok(staff)),
  http.get(`${api}/book_dates/:id`, ({ request }) => {
    const { searchParams } = new URL(request.url);
    const from = searchParams.get("date_from") ?? "";
    const to = searchParams.get("date_to") ?? "";
    const dates = Object.keys(freeTimes).filter((date) => date >= from && date <= to);
    return ok({ booking_days: [], booking_dates: dates, working_days: [], working_dates: [] });
  }),
  http.get(`${api}/book_times/:id/:staff/:date`, ({ params }) => {
    const date = String(params["date"]);
    return ok(slots(date, freeTimes[date] ?? []));
  }),
  http.post(`${api}/book_check/:id`, () =>
    Response.json({ success: true, data: null, meta: { message: "Created" } }, { status: 201 }),
  ),
  http.post(`${api}/book_record/:id`, () =>
    ok([{ id: 1, record_id: 2820023, record_hash: "567df655" }], 201),
  ),
];

/**
 * Serves Altegio to the tests of a file. A request that none of its handlers is for fails the test that sent it, also
 * where the code under test takes the failed request for a look-up that got no answer.
 */
export function altegioServer(): ReturnType<typeof setupServer> {
  let unserved: string[] = [];
  const others = http.all("*", ({ request }) => {
    unserved.push(`${request.method} ${request.url}`);
    return HttpResponse.error();
  });
  const server = setupServer(...defaultHandlers, others);
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterEach(() => {
    server.resetHandlers();
    const sent = unserved;
    unserved = [];
    expect(sent).toEqual([]);
  });
  afterAll(() => server.close());
  return server;
}
