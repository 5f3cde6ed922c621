/** What a caller wants to book. */
import type { JsonObject, JsonValue } from "#sdk";
import {
  isNoDate,
  flagField,
  dateField,
  textField,
  textsField,
  timeField,
  verbatimField,
  weekdaysField,
} from "../hearing/read-fields.ts";
import { isMomentOnly } from "../hearing/moment-words.ts";
import { meansAnybody } from "../matching/anybody.ts";
import { confirmedRule, staffField, timeDescription, weekdayField } from "../hearing/described-fields.ts";

/** Date `YYYY-MM-DD` and time `HH:MM` on the location's clock; "" for what was not said. */
export interface BookingWish {
  readonly services: readonly string[];
  readonly staff: string;
  readonly date: string;
  /** The weekday that was said of the date, in English. */
  readonly weekday: string;
  readonly time: string;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string;
  readonly comment: string;
  readonly smsCode: string;
  /** A date was named that no calendar has. */
  readonly noDate: boolean;
  /** The caller wants it booked although there is another appointment for the same services, or in a name that is alike. */
  readonly despiteOther: boolean;
  /** The caller agreed to exactly this. */
  readonly confirmed: boolean;
}

/** The names both the model and core's payload use. */
export const bookingSchema = {
  type: "object",
  properties: {
    services: {
      type: "array",
      items: { type: "string" },
      description: "The services to book in one visit.",
    },
    staff: staffField,
    date: { type: "string", description: "Date of the appointment, YYYY-MM-DD." },
    weekday: weekdayField,
    time: { type: "string", description: `Start of the appointment, HH:MM. ${timeDescription}` },
    full_name: { type: "string", description: "Name of the person the appointment is for." },
    phone: { type: "string", description: "Phone number the caller said, digits as said; empty if none." },
    email: { type: "string", description: "E-mail address the caller said, written name@example.com." },
    comment: { type: "string", description: "A wish or note the caller asked to pass on." },
    sms_code: { type: "string", description: "The code from the SMS the caller read out." },
    despite_other: {
      type: "boolean",
      description:
        "True only if the agent named another appointment, for the same service or in a name that is alike, and the caller still wanted this one booked, or said that it is for somebody else.",
    },
    confirmed: {
      type: "boolean",
      description: `${confirmedRule} It is about the service, the date, the time, the person and, where the caller said one, the phone number.`,
    },
  },
  required: [
    "services",
    "staff",
    "date",
    "weekday",
    "time",
    "full_name",
    "phone",
    "email",
    "comment",
    "sms_code",
    "despite_other",
    "confirmed",
  ],
  additionalProperties: false,
} as const satisfies JsonObject;

/**
 * Reads a wish; texts that are no date or time are taken as not said.
 *
 * @param confirmedUnlessDenied core sends its event only after the caller's agreement and may not say so again
 */
export function readBookingWish(value: JsonValue, confirmedUnlessDenied: boolean): BookingWish {
  return {
    services: textsField(value, "services"),
    staff: textField(value, "staff"),
    date: dateField(value, "date"),
    weekday: weekdaysField(value, "weekday")[0] ?? "",
    time: timeField(value, "time"),
    fullName: wishName(value),
    phone: textField(value, "phone"),
    email: verbatimField(value, "email")
      .replace(/[ \t\r\n]+/gu, "")
      .replace(/[.,;]+$/u, ""),
    comment: verbatimField(value, "comment"),
    noDate: isNoDate(value, "date"),
    smsCode: textField(value, "sms_code").replace(/[^0-9A-Za-z]/gu, ""),
    despiteOther: flagField(value, "despite_other", false),
    confirmed: flagField(value, "confirmed", confirmedUnlessDenied),
  };
}

/** A letter of any alphabet; an emoji has none. */
const letter = /[A-Za-z\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\uffdc\u{20000}-\u{3ffff}]/u;

/**
 * The name, letter for letter but for doubled blanks; "" for what is none: a number, a date or a time that was taken for
 * one, signs without a letter, a yes or a no, and whoever it may be.
 */
function wishName(value: JsonValue): string {
  const name = verbatimField(value, "full_name").replace(/ +/gu, " ");
  const isName =
    letter.test(name) &&
    !/^(?:[+(]?[0-9].*|true|false|yes)$/iu.test(name) &&
    !isMomentOnly(name) &&
    !meansAnybody(name);
  return isName ? name : "";
}
