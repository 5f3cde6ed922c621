/** Requests for free dates and times. */
import type { Visit } from "../domain/visit.ts";
import { serviceQuery } from "./catalog-requests.ts";
import { apiUrl } from "./hosts.ts";
import type { AltegioRequest } from "./altegio-request.ts";

/**
 * The dates with free times in a span (docs/altegio-api.md, "Free days").
 *
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`, inclusive
 */
export function datesRequest(visit: Visit, from: string, to: string): AltegioRequest {
  const query = `${serviceQuery(visit.serviceIds)}&staff_id=${visit.staffId}&date_from=${from}&date_to=${to}`;
  const url = `${apiUrl}/book_dates/${visit.locationId}?${query}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/**
 * The free times of one date (docs/altegio-api.md, "Free times"). Without the services the answer would ignore
 * how long the visit takes, so they are always sent.
 *
 * @param date `YYYY-MM-DD`
 */
export function timesRequest(visit: Visit, date: string): AltegioRequest {
  const path = `book_times/${visit.locationId}/${visit.staffId}/${date}`;
  const url = `${apiUrl}/${path}?${serviceQuery(visit.serviceIds)}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/**
 * The first date with free times of one member, with those times, in one request
 * (docs/altegio-api.md, "Free times").
 */
export function soonestRequest(visit: Visit): AltegioRequest {
  const path = `book_staff_seances/${visit.locationId}/${visit.staffId}`;
  return {
    method: "GET",
    url: `${apiUrl}/${path}?${serviceQuery(visit.serviceIds)}`,
    body: "",
    authorization: "partner",
  };
}
