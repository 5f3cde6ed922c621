/** What a caller wants to cancel. */
import type { JsonObject, JsonValue } from "#sdk";
import {
  flagField,
  appointmentField,
  dateField,
  textField,
  textsField,
  timeField,
} from "../hearing/read-fields.ts";
import { confirmedRule } from "../hearing/described-fields.ts";
import { meansAll } from "../matching/means-all.ts";

/** Which appointment, in the caller's words or as a number of the list, and whether the caller agreed. */
export interface CancellationWish {
  readonly appointment: string;
  /** Several are meant, one after the other: `both of them`. */
  readonly all: boolean;
  readonly services: readonly string[];
  readonly staff: string;
  /** `YYYY-MM-DD`, "" when not said. */
  readonly date: string;
  /** `HH:MM`, "" when not said. */
  readonly time: string;
  /** Whose it is; only needed where several people call from one line. */
  readonly fullName: string;
  readonly confirmed: boolean;
}

/** The names both the model and core's payload use. */
export const cancellationSchema = {
  type: "object",
  properties: {
    appointment: {
      type: "string",
      description:
        "The appointment to cancel: its number in the list of the caller's appointments when one clearly fits, otherwise the caller's own words; empty when the caller named none. Of several that are to be cancelled, the nearest one that is not cancelled yet.",
    },
    services: {
      type: "array",
      items: { type: "string" },
      description: "The services of the appointment to cancel, if the caller named them.",
    },
    staff: { type: "string", description: "The staff member of the appointment, if the caller named one." },
    date: { type: "string", description: "The date of the appointment to cancel, YYYY-MM-DD." },
    time: { type: "string", description: "The start of the appointment to cancel, HH:MM." },
    full_name: {
      type: "string",
      description: "Name the appointment is under, as the caller said it; empty if the caller said none.",
    },
    confirmed: {
      type: "boolean",
      description: `${confirmedRule} It is about the whole appointment, with all of its services.`,
    },
  },
  required: ["appointment", "services", "staff", "date", "time", "full_name", "confirmed"],
  additionalProperties: false,
} as const satisfies JsonObject;

/**
 * Reads a wish. An id that core hands back names the appointment on its own.
 *
 * @param confirmedUnlessDenied core sends its event only after the caller's agreement and may not say so again
 */
export function readCancellationWish(value: JsonValue, confirmedUnlessDenied: boolean): CancellationWish {
  return {
    appointment: appointmentField(value),
    all: meansAll(textField(value, "appointment")),
    services: textsField(value, "services"),
    staff: textField(value, "staff"),
    date: dateField(value, "date"),
    time: timeField(value, "time"),
    fullName: textField(value, "full_name"),
    confirmed: flagField(value, "confirmed", confirmedUnlessDenied),
  };
}
