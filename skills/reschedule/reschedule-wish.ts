/** Where a caller wants an appointment moved to. */
import type { JsonObject, JsonValue } from "#sdk";
import {
  isNoDate,
  flagField,
  appointmentField,
  dateField,
  textField,
  timeField,
  weekdaysField,
} from "../hearing/read-fields.ts";
import { confirmedRule, timeDescription, weekdayField } from "../hearing/described-fields.ts";

/** Date and time are the new ones; "" for what was not said. */
export interface RescheduleWish {
  readonly appointment: string;
  readonly staff: string;
  readonly date: string;
  /** The weekday that was said of the date, in English. */
  readonly weekday: string;
  readonly time: string;
  /** A date was named that no calendar has. */
  readonly noDate: boolean;
  /** Whose it is; only needed where several people call from one line. */
  readonly fullName: string;
  readonly confirmed: boolean;
}

/** The names both the model and core's payload use. */
export const rescheduleSchema = {
  type: "object",
  properties: {
    appointment: {
      type: "string",
      description:
        "The appointment to move: its number in the list of the caller's appointments when one clearly fits, otherwise the caller's own words; empty when the caller named none.",
    },
    staff: {
      type: "string",
      description: "The staff member wanted for the new time, only if the caller asked for another one.",
    },
    date: {
      type: "string",
      description: "The new date, YYYY-MM-DD; the appointment's own date when only a new time was said.",
    },
    weekday: weekdayField,
    time: { type: "string", description: `The new start, HH:MM. ${timeDescription}` },
    full_name: {
      type: "string",
      description: "Name the appointment is under, as the caller said it; empty if the caller said none.",
    },
    confirmed: {
      type: "boolean",
      description: `${confirmedRule} It is about the appointment and its new time.`,
    },
  },
  required: ["appointment", "staff", "date", "weekday", "time", "full_name", "confirmed"],
  additionalProperties: false,
} as const satisfies JsonObject;

/**
 * Reads a wish; texts that are no date or time are taken as not said.
 *
 * @param confirmedUnlessDenied core sends its event only after the caller's agreement and may not say so again
 */
export function readRescheduleWish(value: JsonValue, confirmedUnlessDenied: boolean): RescheduleWish {
  return {
    appointment: appointmentField(value),
    staff: textField(value, "staff"),
    date: dateField(value, "date"),
    weekday: weekdaysField(value, "weekday")[0] ?? "",
    time: timeField(value, "time"),
    noDate: isNoDate(value, "date"),
    fullName: textField(value, "full_name"),
    confirmed: flagField(value, "confirmed", confirmedUnlessDenied),
  };
}
