/** What a caller wants to know about free times. */
import type { JsonObject, JsonValue } from "#sdk";
import {
  isNoDate,
  dateField,
  lastDateField,
  textField,
  textsField,
  timeField,
} from "../hearing/read-fields.ts";

/** Dates are `YYYY-MM-DD`, times `HH:MM`, on the location's clock; "" for what was not said. */
export interface AvailabilityWish {
  readonly services: readonly string[];
  readonly staff: string;
  readonly date: string;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly time: string;
  readonly timeFrom: string;
  readonly timeTo: string;
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
      description: "The services the caller wants in one visit.",
    },
    staff: { type: "string", description: "The staff member the caller asked for; empty for anybody." },
    date: {
      type: "string",
      description:
        "The one date asked for, YYYY-MM-DD, or the next one where the caller would take any, as in any Saturday; empty for several or any.",
    },
    date_from: { type: "string", description: "First date of a span such as next week, YYYY-MM-DD." },
    date_to: { type: "string", description: "Last date of the span, YYYY-MM-DD." },
    time: { type: "string", description: "The one time asked for, HH:MM; empty for a part of the day." },
    time_from: {
      type: "string",
      description: "Start of a part of the day, HH:MM, as in 12:00 for afternoon.",
    },
    time_to: { type: "string", description: "End of the part of the day, HH:MM." },
  },
  required: ["services", "staff", "date", "date_from", "date_to", "time", "time_from", "time_to"],
  additionalProperties: false,
} as const satisfies JsonObject;

/** Reads a wish; texts that are no dates or times are taken as not said. */
export function readAvailabilityWish(value: JsonValue): AvailabilityWish {
  return {
    services: textsField(value, "services"),
    staff: textField(value, "staff"),
    date: dateField(value, "date"),
    dateFrom: dateField(value, "date_from"),
    dateTo: lastDateField(value, "date_to"),
    time: timeField(value, "time"),
    timeFrom: timeField(value, "time_from"),
    timeTo: timeField(value, "time_to"),
    noDate: isNoDate(value, "date") || isNoDate(value, "date_from"),
  };
}
