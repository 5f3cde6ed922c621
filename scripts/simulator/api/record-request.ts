/**
 * Reads the body of `POST /records` and `PUT /record` (docs/altegio-api.md, "Booking as the business" and
 * "Changing and cancelling").
 */
import { linksTo } from "./catalogue.ts";
import { invalidFields, Refusal } from "./errors.ts";
import { apiIdText } from "./booking-request.ts";
import { demandTypes } from "./field-types.ts";
import { asInteger, asText, isList, isObject, type Json, type JsonObject } from "./json.ts";
import { isBookingPhone } from "./phone.ts";
import type { LocationData, StaffData } from "./salon-data.ts";
import type { RecordService } from "./state.ts";
import { readDateTime } from "./time-format.ts";

/** The body of a B2B booking. `client` null = none given. */
export interface WantedRecord {
  readonly staff: StaffData;
  readonly services: readonly RecordService[];
  readonly client: { readonly id: number | null; readonly person: Person } | null;
  readonly start: number;
  readonly seconds: number;
  readonly saveIfBusy: boolean;
  readonly comment: string;
  readonly attendance: number;
  readonly apiId: string;
  readonly smsHours: number;
  readonly emailHours: number;
  readonly customFields: Json;
}

interface Person {
  readonly name: string;
  readonly surname: string;
  readonly phone: string;
  readonly email: string;
}

// Seconds of a technical break (docs/altegio-api.md, "Booking as the business").
const LONGEST_BREAK = 3600;
const BREAK_STEP = 300;

const REQUIRED = ["staff_id", "services", "datetime", "seance_length"] as const;

/**
 * The wanted record of a body. Throws 422 with a field map for a missing or malformed field or one of a wrong type (`client` too when
 * `clientRequired`, as a PUT needs it), and 400 when the team member does not provide the services.
 */
export function readWantedRecord(
  body: JsonObject,
  location: LocationData,
  clientRequired: boolean,
): WantedRecord {
  const required = clientRequired ? [...REQUIRED, "client"] : REQUIRED;
  const missing = required.filter((field) => (body[field] ?? null) === null);
  if (missing.length > 0) {
    throw invalidFields(Object.fromEntries(missing.map((field) => [field, "This field is required"])));
  }
  demandTypes(body, {
    save_if_busy: "boolean",
    comment: "text",
    sms_remain_hours: "integer",
    email_remain_hours: "integer",
    technical_break_duration: "integer",
    custom_color: "text",
  });
  const pause = asInteger(body["technical_break_duration"]) ?? 0;
  if (pause < 0 || pause > LONGEST_BREAK || pause % BREAK_STEP !== 0) {
    throw invalidFields({
      technical_break_duration: "The value must be up to an hour in steps of 5 minutes",
    });
  }
  const staff = location.staff.find((person) => person.id === asInteger(body["staff_id"]) && !person.fired);
  const start = readDateTime(location.zone, asText(body["datetime"]));
  const seconds = asInteger(body["seance_length"]);
  if (staff === undefined) {
    throw invalidFields({ staff_id: "The team member does not exist" });
  }
  if (start === null) {
    throw invalidFields({ datetime: "The value must be a date and time of the location" });
  }
  if (seconds === null || seconds <= 0) {
    throw invalidFields({ seance_length: "The value must be a positive number of seconds" });
  }
  return {
    staff,
    services: readServices(body["services"], staff),
    client: readClient(body["client"]),
    start,
    seconds,
    saveIfBusy: body["save_if_busy"] === true,
    comment: asText(body["comment"]),
    attendance: readAttendance(body["attendance"]),
    apiId: apiIdText(body["api_id"]),
    smsHours: asInteger(body["sms_remain_hours"]) ?? 0,
    emailHours: asInteger(body["email_remain_hours"]) ?? 0,
    customFields: body["custom_fields"] ?? [],
  };
}

function readServices(value: Json | undefined, staff: StaffData): readonly RecordService[] {
  const rows = isList(value) ? value : [];
  if (rows.length === 0) {
    throw invalidFields({ services: "This field is required" });
  }
  return rows.map((row, index) => {
    const id = isObject(row) ? asInteger(row["id"]) : null;
    if (id === null || !isObject(row)) {
      throw invalidFields({ [`services.${index}.id`]: "The value must be an integer" });
    }
    demandTypes(row, { cost: "number", first_cost: "number", discount: "number" }, `services.${index}.`);
    const [link] = linksTo(staff, [id]) ?? [];
    if (link === undefined) {
      throw new Refusal(400, "The team member does not provide the selected services");
    }
    const number = (key: string, otherwise: number): number => {
      const given = row[key];
      return typeof given === "number" ? given : otherwise;
    };
    const firstCost = number("first_cost", link.priceMin);
    return { id, firstCost, cost: number("cost", firstCost), discount: number("discount", 0) };
  });
}

function readClient(value: Json | undefined): WantedRecord["client"] {
  if (value === undefined || value === null) {
    return null;
  }
  if (!isObject(value)) {
    throw invalidFields({ client: "The value must be an object" });
  }
  demandTypes(value, { name: "text", surname: "text", email: "text" }, "client.");
  const phone = typeof value["phone"] === "number" ? String(value["phone"]) : asText(value["phone"]);
  const id = asInteger(value["id"]);
  if (id === null && !isBookingPhone(phone)) {
    throw invalidFields({ "client.phone": "The phone must have 9 to 15 digits" });
  }
  if (id === null && asText(value["name"]) === "") {
    throw invalidFields({ "client.name": "This field is required" });
  }
  const name = asText(value["name"]);
  return { id, person: { name, surname: asText(value["surname"]), phone, email: asText(value["email"]) } };
}

// 2 confirmed, 1 came, 0 waiting, -1 did not come (docs/altegio-api.md, "An appointment of the business").
function readAttendance(value: Json | undefined): number {
  const attendance = value === undefined ? 0 : asInteger(value);
  if (attendance === null || attendance < -1 || attendance > 2) {
    throw invalidFields({ attendance: "The value must be one of -1, 0, 1, 2" });
  }
  return attendance;
}
