/** Requests about appointments that exist. */
import { encodeQuery } from "#sdk";
import { apiUrl } from "./hosts.ts";
import type { AltegioRequest } from "./altegio-request.ts";

/** Clients asked for in one search; the documented maximum is 200 (docs/altegio-api.md, "Clients by phone"). */
export const clientsPageSize = 50;

/**
 * Appointments asked for in one page; 200 is safe whatever the maximum is
 * (docs/altegio-api.md, "Appointments of a location").
 */
export const recordsPageSize = 200;

/**
 * An appointment as its visitor may see it: with the partner token and its own hash
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function ownRecordRequest(locationId: string, recordId: string, hash: string): AltegioRequest {
  const url = `${apiUrl}/book_record/${locationId}/${encodeQuery(recordId)}/${encodeQuery(hash)}`;
  return { method: "GET", url, body: "", authorization: "partner" };
}

/**
 * Cancels an appointment as its visitor: with the partner token and its own hash
 * (docs/altegio-api.md, "A visitor's appointment").
 */
export function cancelOwnRequest(recordId: string, hash: string): AltegioRequest {
  const url = `${apiUrl}/user/records/${encodeQuery(recordId)}/${encodeQuery(hash)}`;
  return { method: "DELETE", url, body: "", authorization: "partner" };
}

/** An appointment as the business sees it (docs/altegio-api.md, "Changing and cancelling"). */
export function recordRequest(locationId: string, recordId: string): AltegioRequest {
  const url = `${apiUrl}/record/${locationId}/${encodeQuery(recordId)}`;
  return { method: "GET", url, body: "", authorization: "user" };
}

/**
 * Cancels an appointment as the business; answers 204 without a body
 * (docs/altegio-api.md, "Changing and cancelling").
 */
export function deleteRecordRequest(locationId: string, recordId: string): AltegioRequest {
  const url = `${apiUrl}/record/${locationId}/${encodeQuery(recordId)}`;
  return { method: "DELETE", url, body: "", authorization: "user" };
}

/**
 * Updates an appointment (docs/altegio-api.md, "Changing and cancelling"). The update is a full one: what the
 * body leaves out is lost.
 *
 * @param body see `moveBody`
 */
export function updateRecordRequest(locationId: string, recordId: string, body: string): AltegioRequest {
  const url = `${apiUrl}/record/${locationId}/${encodeQuery(recordId)}`;
  return { method: "PUT", url, body, authorization: "user" };
}

/**
 * Searches clients by phone. The search is fuzzy and answers ids alone unless fields are asked for, so every
 * row must be compared afterwards (docs/altegio-api.md, "Clients by phone").
 *
 * @param digits a phone number or its end
 */
export function clientSearchRequest(locationId: string, digits: string): AltegioRequest {
  const body = JSON.stringify({
    page: 1,
    page_size: clientsPageSize,
    fields: ["id", "name", "phone"],
    operation: "AND",
    filters: [{ type: "quick_search", state: { value: digits } }],
  });
  return {
    method: "POST",
    url: `${apiUrl}/company/${locationId}/clients/search`,
    body,
    authorization: "user",
  };
}

/**
 * The appointments of one client in a span of dates. There is no filter by phone: an unknown parameter would
 * be ignored and everybody's appointments would come back (docs/altegio-api.md, "Appointments of a location").
 *
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`, inclusive
 */
export function clientRecordsRequest(
  locationId: string,
  clientId: string,
  from: string,
  to: string,
): AltegioRequest {
  const query = `client_id=${encodeQuery(clientId)}&start_date=${from}&end_date=${to}&page=1&count=${recordsPageSize}`;
  return { method: "GET", url: `${apiUrl}/records/${locationId}?${query}`, body: "", authorization: "user" };
}

/**
 * All appointments of one day (docs/altegio-api.md, "Appointments of a location").
 *
 * @param date `YYYY-MM-DD`
 * @param staffId limits them to one member; "" for everybody
 */
export function dayRecordsRequest(locationId: string, date: string, staffId: string): AltegioRequest {
  const member = staffId === "" ? "" : `&staff_id=${encodeQuery(staffId)}`;
  const query = `start_date=${date}&end_date=${date}${member}&page=1&count=${recordsPageSize}`;
  return { method: "GET", url: `${apiUrl}/records/${locationId}?${query}`, body: "", authorization: "user" };
}
