/** Requests for what changes rarely: locations, the location, services and staff. */
import { encodeQuery } from "#sdk";
import { apiUrl, marketplaceUrl } from "./hosts.ts";
import type { AltegioRequest } from "./altegio-request.ts";

/**
 * Locations asked for in one page; the documented maximum is 1000
 * (docs/altegio-api.md, "Locations of an application").
 */
export const locationsPageSize = 200;

/**
 * One page of the locations a marketplace application is installed in
 * (docs/altegio-api.md, "Locations of an application").
 *
 * @param page counted from 1
 */
export function locationsRequest(applicationId: string, page: number): AltegioRequest {
  const url = `${marketplaceUrl}/application/${encodeQuery(applicationId)}/salons?page=${page}&count=${locationsPageSize}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/** One location (docs/altegio-api.md, "A location"). */
export function locationRequest(locationId: string): AltegioRequest {
  return { method: "GET", url: `${apiUrl}/company/${locationId}`, body: "", authorization: "partner" };
}

/** The dictionary of countries with their phone codes (docs/altegio-api.md, "Countries"). */
export function countriesRequest(): AltegioRequest {
  return { method: "GET", url: `${apiUrl}/countries`, body: "", authorization: "partner" };
}

/**
 * The services that can be booked online (docs/altegio-api.md, "Services").
 *
 * @param staffId limits them to one member and adds durations; "" for all
 */
export function servicesRequest(locationId: string, staffId: string): AltegioRequest {
  return {
    method: "GET",
    url: `${apiUrl}/book_services/${locationId}${staffId === "" ? "" : `?staff_id=${staffId}`}`,
    body: "",
    authorization: "partner",
  };
}

/**
 * The staff that can be booked online (docs/altegio-api.md, "Staff").
 *
 * @param serviceIds limits them to those who do all of these services; empty for everybody
 */
export function staffRequest(locationId: string, serviceIds: readonly string[]): AltegioRequest {
  const query = serviceIds.length > 0 ? `?${serviceQuery(serviceIds)}` : "";
  return {
    method: "GET",
    url: `${apiUrl}/book_staff/${locationId}${query}`,
    body: "",
    authorization: "partner",
  };
}

/**
 * The staff that does all of the services, bookable where they are free at a moment
 * (docs/altegio-api.md, "Staff").
 *
 * @param datetime local time without an offset, which is accepted (docs/altegio-api.md, "Dates and times")
 */
export function staffAtRequest(
  locationId: string,
  serviceIds: readonly string[],
  datetime: string,
): AltegioRequest {
  const query = `${serviceQuery(serviceIds)}&datetime=${encodeQuery(datetime)}`;
  const url = `${apiUrl}/book_staff/${locationId}?${query}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/**
 * `service_ids[]=1&service_ids[]=2`, percent-encoded; clients repeat the key
 * (docs/altegio-api.md, "Query parameters").
 */
export function serviceQuery(serviceIds: readonly string[]): string {
  return serviceIds.map((id) => `service_ids%5B%5D=${encodeQuery(id)}`).join("&");
}
