/** @module What a handler imports: the context and JSON types, and the functions that read outside data. */
export { addDays, dateOfDay, dayNumber, isDate, minutesOf, plainTime, weekdayOf } from "./calendar.ts";
export { emptyRecord, encodeQuery } from "./intrinsics.ts";
export { asBoolean, asList, asNumber, asObject, asText, property } from "./json.ts";
export { parseJson, toInteger } from "./parse.ts";
export { formatMoment, localTime, momentOf, parseDateTime, zoneOffset } from "./time.ts";
export type { LocalTime, Moment } from "./time.ts";
export { isTimeZone } from "./zones.ts";
export type { ParsedInteger, ParsedJson } from "./parse.ts";
export type {
  Actor,
  Authorization,
  HttpRequest,
  HttpResult,
  JsonObject,
  JsonValue,
  SkillContext,
  SkillEvent,
} from "./types.ts";
