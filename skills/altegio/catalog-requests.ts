/** Requests for what changes rarely: locations, the location, services and staff. */
import { encodeQuery } from "#sdk";
import type { HttpRequest } from "#sdk";
import { apiUrl, marketplaceUrl } from "./hosts.ts";

/** Locations asked for in one page; the documented maximum is 1000 (altegio-api reference, section 2.1). */
export const locationsPageSize = 200;

/**
 * One page of the locations a marketplace application is installed in (altegio-api reference, section 2.1).
 *
 * @param page counted from 1
 */
export function locationsRequest(applicationId: string, page: number): HttpRequest {
  const url = `${marketplaceUrl}/application/${encodeQuery(applicationId)}/salons?page=${page}&count=${locationsPageSize}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/** One location (altegio-api reference, section 2.5). */
export function locationRequest(locationId: string): HttpRequest {
  return { method: "GET", url: `${apiUrl}/company/${locationId}`, body: "", authorization: "partner" };
}

/** The dictionary of countries with their phone codes (altegio-api reference, section 2.6). */
export function countriesRequest(): HttpRequest {
  return { method: "GET", url: `${apiUrl}/countries`, body: "", authorization: "partner" };
}

/**
 * The services that can be booked online (altegio-api reference, section 3.2).
 *
 * @param staffId limits them to one member and adds durations; "" for all
 */
export function servicesRequest(locationId: string, staffId: string): HttpRequest {
  const query = staffId === "" ? "" : `?staff_id=${staffId}`;
  const url = `${apiUrl}/book_services/${locationId}${query}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/**
 * The staff that can be booked online (altegio-api reference, section 3.3).
 *
 * @param serviceIds limits them to those who do all of these services; empty for everybody
 */
export function staffRequest(locationId: string, serviceIds: readonly string[]): HttpRequest {
  const query = serviceIds.length > 0 ? `?${serviceQuery(serviceIds)}` : "";
  return {
    method: "GET",
    url: `${apiUrl}/book_staff/${locationId}${query}`,
    body: "",
    authorization: "partner",
  };
}

/**
 * The staff that does all of the services, bookable where they are free at a moment (altegio-api reference, section 3.3).
 *
 * @param datetime local time without an offset, which is accepted (section 9)
 */
export function staffAtRequest(
  locationId: string,
  serviceIds: readonly string[],
  datetime: string,
): HttpRequest {
  const query = `${serviceQuery(serviceIds)}&datetime=${encodeQuery(datetime)}`;
  const url = `${apiUrl}/book_staff/${locationId}?${query}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/** `service_ids[]=1&service_ids[]=2`, percent-encoded; clients repeat the key (altegio-api reference, section 3). */
export function serviceQuery(serviceIds: readonly string[]): string {
  return serviceIds.map((id) => `service_ids%5B%5D=${encodeQuery(id)}`).join("&");
}
