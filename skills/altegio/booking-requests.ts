/** Requests that make an appointment. */
import { asInteger } from "#sdk";
import type { JsonObject } from "#sdk";
import type { Visit } from "../domain/visit.ts";
import { apiUrl } from "./hosts.ts";
import type { AltegioRequest } from "./altegio-request.ts";

/** Who the appointment is for. Empty texts are not sent; `phone` is digits with the country code. */
export interface Visitor {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly comment: string;
  readonly smsCode: string;
}

/**
 * Asks whether a visit could be booked, without holding it (docs/altegio-api.md, "Checking a visit").
 *
 * @param datetime the slot's moment, exactly as it was given
 */
export function bookingCheckRequest(visit: Visit, datetime: string): AltegioRequest {
  const body = JSON.stringify({ appointments: [appointment(visit, datetime)] });
  return { method: "POST", url: `${apiUrl}/book_check/${visit.locationId}`, body, authorization: "partner" };
}

/**
 * Has a confirmation code sent by SMS. The schema misspells a key, so both are sent
 * (docs/altegio-api.md, "SMS codes").
 */
export function smsCodeRequest(locationId: string, name: string, phone: string): AltegioRequest {
  const body = JSON.stringify({ phone, fullname: name, fulname: name });
  return { method: "POST", url: `${apiUrl}/book_code/${locationId}`, body, authorization: "partner" };
}

/**
 * Books a visit (docs/altegio-api.md, "Booking a visit"). Sent twice it books twice: there is no idempotency
 * key.
 *
 * @param datetime the slot's moment, exactly as it was given; it is never converted
 */
export function bookingRequest(visit: Visit, datetime: string, visitor: Visitor): AltegioRequest {
  let content: JsonObject = {
    phone: visitor.phone,
    fullname: visitor.name,
    appointments: [appointment(visit, datetime)],
  };
  if (visitor.email !== "") {
    content = { ...content, email: visitor.email };
  }
  if (visitor.comment !== "") {
    content = { ...content, comment: visitor.comment };
  }
  if (visitor.smsCode !== "") {
    content = { ...content, code: visitor.smsCode };
  }
  const body = JSON.stringify(content);
  return { method: "POST", url: `${apiUrl}/book_record/${visit.locationId}`, body, authorization: "partner" };
}

/** One element of `appointments`: one staff member, all services back to back, one record. */
function appointment(visit: Visit, datetime: string): JsonObject {
  return {
    id: 1,
    services: visit.serviceIds.map((id) => asInteger(id)),
    staff_id: asInteger(visit.staffId),
    datetime,
  };
}
