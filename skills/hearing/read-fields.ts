/** Reads single fields of what was heard: of core's payload, or of what the model has filled in. */
import {
  coreBookingIdNames,
  daysInMonth,
  isDate,
  plainTime,
  asList,
  asText,
  plainText,
  property,
  asInteger,
} from "#sdk";
import type { JsonValue } from "#sdk";
import { isOn } from "../domain/settings.ts";
import { weekdays } from "../text/speak-date.ts";
import { writtenDate } from "../text/written-date.ts";

/** A text property, as one line that may be repeated to the agent. */
export function textField(heard: JsonValue, name: string): string {
  return plainText(asText(property(heard, name)));
}

/** A text property letter for letter, as it is to reach the booking system; blanks around it are left out. */
export function verbatimField(heard: JsonValue, name: string): string {
  return asText(property(heard, name)).trim();
}

/** The appointment that is named: by the id that core hands back, else in the caller's words or by number. */
export function appointmentField(heard: JsonValue): string {
  const ids = coreBookingIdNames.map((name) => textField(heard, name));
  return ids.find((text) => text !== "") ?? textField(heard, "appointment");
}

/** A property that holds several texts, given as a list or as one text; core may give objects with a title. */
export function textsField(heard: JsonValue, name: string): readonly string[] {
  const value = property(heard, name);
  const items = Array.isArray(value) ? asList(value) : [value];
  return items.map((item) => nameOf(item)).filter((text) => text !== "");
}

function nameOf(item: JsonValue): string {
  const named = property(item, "title") ?? property(item, "name") ?? property(item, "id");
  return plainText(asText(named ?? item));
}

/** True when a property says something: no empty text or list, nor a date or a time that cannot be read. */
export function says(heard: JsonValue, name: string): boolean {
  const value = property(heard, name);
  return Array.isArray(value)
    ? asList(value).length > 0
    : name.startsWith("date")
      ? dateField(heard, name) !== ""
      : name.startsWith("time") || name === "finish_by"
        ? timeField(heard, name) !== ""
        : value !== null && value !== "";
}

/** A property that holds a date, also as the start of a moment: `YYYY-MM-DD`, "" for anything else. */
export function dateField(heard: JsonValue, name: string): string {
  const date = writtenDate(textField(heard, name));
  return isDate(date) ? date : "";
}

/** A property that holds weekdays in English, in full or shortened: their names from Monday on, each once. */
export function weekdaysField(heard: JsonValue, name: string): readonly string[] {
  const said = textsField(heard, name).map((text) => text.slice(0, 3).toLowerCase());
  return said.length === 0 ? [] : weekdays.filter((day) => said.includes(day.slice(0, 3).toLowerCase()));
}

/**
 * The last date of a span, as `dateField` reads it. Beyond the end of its month, as in November 31, it is the last day
 * of that month.
 */
export function lastDateField(heard: JsonValue, name: string): string {
  const text = writtenDate(textField(heard, name));
  const parts = text.match(/^([0-9]{4})-([0-9]{2})-(?:29|3[01])$/u);
  if (parts === null || isDate(text)) {
    return isDate(text) ? text : "";
  }
  const last = daysInMonth(asInteger(parts[1] ?? ""), asInteger(parts[2] ?? ""));
  const date = `${text.slice(0, 8)}${last}`;
  return isDate(date) ? date : "";
}

/** True when a property is written as a date and no calendar has it. */
export function isNoDate(heard: JsonValue, name: string): boolean {
  const date = writtenDate(textField(heard, name));
  return date !== "" && !isDate(date);
}

/** A property that holds a time of day, on either clock, or a moment: `HH:MM`, "" for anything else. */
export function timeField(heard: JsonValue, name: string): string {
  const text = textField(heard, name).toLowerCase();
  const moment = text.match(/^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[t ]([0-9]{1,2}:[0-9]{2})/u);
  const halves = text.match(/^([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])[.]?m[.]?$/u);
  if (halves === null) {
    const whole = text.match(/^([0-9]{1,2})(?:[.h]([0-9]{2}))? ?(?:h|uhr)?$/u);
    const written = whole === null ? text : `${whole[1] ?? ""}:${whole[2] ?? "00"}`;
    return plainTime(moment === null ? written : (moment[1] ?? ""));
  }
  const hour = asInteger(halves[1] ?? "");
  if (hour < 1 || hour > 12) {
    return "";
  }
  const shifted = (hour % 12) + (halves[3] === "p" ? 12 : 0);
  return plainTime(`${shifted}:${halves[2] ?? "00"}`);
}

/**
 * A property that is true or false, as whether the caller agreed.
 *
 * @param unlessDenied what it means when nothing is said about it
 */
export function flagField(heard: JsonValue, name: string, unlessDenied: boolean): boolean {
  const said = property(heard, name);
  return typeof said === "boolean" ? said : said === null ? unlessDenied : isOn(asText(said));
}
