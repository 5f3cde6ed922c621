/**
 * Reads the bodies of `book_check` and `book_record` (docs/altegio-api.md, "Booking a visit"). Types are taken
 * strictly.
 */
import { demandTypes } from "./field-types.ts";
import { bookingRefused, invalidFields, type BookingProblem } from "./errors.ts";
import { asInteger, asText, isList, isObject, type Json, type JsonObject } from "./json.ts";
import { isBookingPhone } from "./phone.ts";
import type { LocationData } from "./salon-data.ts";
import { readDateTime } from "./time-format.ts";

/** One element of `appointments`. `start` is epoch milliseconds; `staffId` 0 = any. */
export interface WantedAppointment {
  readonly id: number;
  readonly serviceIds: readonly number[];
  readonly staffId: number;
  readonly start: number;
  readonly customFields: Json;
}

/** The visitor of a booking request. `phone` is as sent. */
export interface Visitor {
  readonly phone: string;
  readonly fullname: string;
  readonly email: string;
  readonly comment: string;
  readonly code: string;
  readonly apiId: string;
  readonly notifyBySms: number;
  readonly notifyByEmail: number;
}

/** The appointments of a body. Throws 422 with a field map when one is missing or of the wrong type. */
export function readWantedAppointments(
  body: JsonObject,
  location: LocationData,
): readonly WantedAppointment[] {
  const list = body["appointments"];
  if (!isList(list) || list.length === 0) {
    throw invalidFields({ appointments: "This field is required" });
  }
  return list.map((element, index) => readWantedAppointment(element, index, location));
}

function readWantedAppointment(element: Json, index: number, location: LocationData): WantedAppointment {
  const at = `appointments.${index}`;
  if (!isObject(element)) {
    throw invalidFields({ [at]: "The value must be an object" });
  }
  const id = asInteger(element["id"]);
  const staffId = asInteger(element["staff_id"]);
  const start = readDateTime(location.zone, asText(element["datetime"]));
  if (id === null) {
    throw invalidFields({ [`${at}.id`]: "The value must be an integer" });
  }
  if (staffId === null) {
    throw invalidFields({ [`${at}.staff_id`]: "The value must be an integer" });
  }
  if (start === null) {
    throw invalidFields({ [`${at}.datetime`]: "The value must be a date and time of the location" });
  }
  const customFields = element["custom_fields"] ?? [];
  return { id, staffId, start, customFields, serviceIds: readServiceIds(element["services"], at) };
}

// `services` may be left out by its type, but then nothing is set to book: `planVisits` answers code 422.
function readServiceIds(value: Json | undefined, at: string): readonly number[] {
  if (value === undefined) {
    return [];
  }
  const ids = isList(value) ? value.map(asInteger) : [null];
  if (ids.includes(null)) {
    throw invalidFields({ [`${at}.services`]: "The values must be integers" });
  }
  return ids.filter((id) => id !== null);
}

/**
 * The visitor of a body, checked against the location's rules. `expectedCode` is the SMS code that was sent.
 * Throws 422 with a field map for a wrong type, else with code 431 (phone), 435 (name), 400 (e-mail), 432 (SMS code), 434 (blacklist, HTTP 403), or a
 * field map for a missing comment. The shape for a missing e-mail or comment is not documented.
 */
export function readVisitor(body: JsonObject, location: LocationData, expectedCode: string | null): Visitor {
  demandTypes(body, { email: "text", comment: "text", notify_by_sms: "integer", notify_by_email: "integer" });
  const visitor: Visitor = {
    phone: asText(body["phone"]),
    fullname: asText(body["fullname"]).trim(),
    email: asText(body["email"]),
    comment: asText(body["comment"]),
    code: textOrNumber(body["code"]),
    apiId: apiIdText(body["api_id"]),
    notifyBySms: asInteger(body["notify_by_sms"]) ?? 0,
    notifyByEmail: asInteger(body["notify_by_email"]) ?? 0,
  };
  const problem = firstProblem(visitor, location, expectedCode);
  if (problem !== null) {
    throw bookingRefused([problem]);
  }
  if (location.rules.commentRequired && visitor.comment.trim() === "") {
    throw invalidFields({ comment: "This field is required" });
  }
  return visitor;
}

function firstProblem(visitor: Visitor, location: LocationData, code: string | null): BookingProblem | null {
  const { rules, blacklist } = location;
  if (!isBookingPhone(visitor.phone)) {
    return { code: 431, message: "Phone number has an invalid format" };
  }
  if (visitor.fullname === "") {
    return { code: 435, message: "Client name is not specified" };
  }
  const mailNeeded = rules.emailRequired || visitor.email !== "";
  if (mailNeeded && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(visitor.email)) {
    return { code: 400, message: "Invalid email" };
  }
  if (rules.phoneConfirmation && (code === null || visitor.code !== code)) {
    return { code: 432, message: "Incorrect SMS verification code" };
  }
  if (blacklist.includes(visitor.phone.replace("+", ""))) {
    return { code: 434, message: "The client is in the blacklist" };
  }
  return null;
}

function textOrNumber(value: Json | undefined): string {
  return typeof value === "number" ? String(value) : asText(value);
}

/**
 * The external id as it is stored: digits stay, other text becomes "0"
 * (docs/altegio-api.md, "Booking a visit"), absent is "".
 */
export function apiIdText(value: Json | undefined): string {
  const text = textOrNumber(value);
  return text === "" || /^\d+$/.test(text) ? text : "0";
}
