/** What a caller wants to know about free times. */
import type { JsonObject, JsonValue } from "#sdk";
import {
  isNoDate,
  dateField,
  lastDateField,
  textField,
  textsField,
  timeField,
  weekdaysField,
} from "../hearing/read-fields.ts";
import { staffField, timeDescription, weekdayField } from "../hearing/described-fields.ts";

/** Dates are `YYYY-MM-DD`, times `HH:MM`, on the location's clock; "" for what was not said. */
export interface AvailabilityWish {
  readonly services: readonly string[];
  readonly staff: string;
  /** Members any of whom will do; empty when none or one was named. */
  readonly staffOptions: readonly string[];
  /** Members who will not do. */
  readonly staffExcluded: readonly string[];
  readonly date: string;
  /** The weekday that was said of the date. */
  readonly weekday: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  /** Only these days of the span will do; empty for all. */
  readonly weekdays: readonly string[];
  readonly time: string;
  readonly timeFrom: string;
  /** Exclusive: the visit starts before it. */
  readonly timeTo: string;
  /** When the visit has to be over. */
  readonly finishBy: string;
  /** What identifies the caller's appointment that is to be moved. */
  readonly toMove: string;
  /** A date was named that no calendar has, as in November 31. */
  readonly noDate: boolean;
}

/** The names both the model and core's payload use. */
export const availabilitySchema = {
  type: "object",
  properties: {
    services: {
      type: "array",
      items: { type: "string" },
      description:
        "The services the caller wants in one visit. Empty when an appointment is to be moved as it is.",
    },
    staff: staffField,
    staff_options: {
      type: "array",
      items: { type: "string" },
      description: "Staff members when the caller would take any of several, as in Anna or Mila.",
    },
    staff_excluded: {
      type: "array",
      items: { type: "string" },
      description: "Staff members the caller does not want, as in anybody but Anna.",
    },
    date: {
      type: "string",
      description:
        "The one date asked for, YYYY-MM-DD, or the next one where the caller would take any, as in any Saturday; empty for several or any.",
    },
    weekday: weekdayField,
    date_from: { type: "string", description: "First date of a span such as next week, YYYY-MM-DD." },
    date_to: { type: "string", description: "Last date of the span, YYYY-MM-DD." },
    weekdays: {
      type: "array",
      items: { type: "string" },
      description:
        "The only weekdays that suit, in English: Tuesday and Thursday for either of them, Saturday and Sunday for weekends, the six others for not on Wednesday. Empty for any.",
    },
    time: {
      type: "string",
      description: `The one start asked for, HH:MM. ${timeDescription} Empty for after, before, around, between or a part of the day: those are time_from and time_to.`,
    },
    time_from: {
      type: "string",
      description:
        "Earliest start, HH:MM, as in 12:00 for afternoon and 15:00 for after three; an hour earlier for around.",
    },
    time_to: {
      type: "string",
      description:
        "The visit has to start before this, HH:MM, as in 12:00 for morning and for before noon; an hour later for around.",
    },
    finish_by: {
      type: "string",
      description: "The visit has to be over by then, HH:MM, as in 15:00 for I must be out by three.",
    },
    appointment_to_move: {
      type: "string",
      description:
        "Only when the times are for moving an appointment the caller has: its number in the list of the caller's appointments, otherwise the caller's own words.",
    },
  },
  required: [
    "services",
    "staff",
    "staff_options",
    "staff_excluded",
    "date",
    "weekday",
    "date_from",
    "date_to",
    "weekdays",
    "time",
    "time_from",
    "time_to",
    "finish_by",
    "appointment_to_move",
  ],
  additionalProperties: false,
} as const satisfies JsonObject;

/**
 * Reads a wish; texts that are no dates or times are taken as not said. A weekday without a date is one that suits, a
 * part of the day without length is a time, and several members count for more than the one.
 */
export function readAvailabilityWish(value: JsonValue): AvailabilityWish {
  const timeFrom = timeField(value, "time_from");
  const timeTo = timeField(value, "time_to");
  const time = timeField(value, "time");
  const said = weekdaysField(value, "weekday");
  const suiting = weekdaysField(value, "weekdays");
  const one = said.length === 0 && suiting.length === 1 ? suiting : said;
  const staff = textField(value, "staff");
  const options = textsField(value, "staff_options");
  return {
    services: textsField(value, "services"),
    staff: options.length > 1 ? "" : staff !== "" ? staff : (options[0] ?? ""),
    staffOptions: options.length > 1 ? options : [],
    staffExcluded: textsField(value, "staff_excluded"),
    date: dateField(value, "date"),
    weekday: one[0] ?? "",
    dateFrom: dateField(value, "date_from"),
    dateTo: lastDateField(value, "date_to"),
    weekdays: suiting.length === 0 ? said : suiting,
    time: time === "" && timeFrom === timeTo ? timeFrom : time,
    timeFrom,
    timeTo,
    finishBy: timeField(value, "finish_by"),
    toMove: textField(value, "appointment_to_move"),
    noDate: isNoDate(value, "date") || isNoDate(value, "date_from"),
  };
}
