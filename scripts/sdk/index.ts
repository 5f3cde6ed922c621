/** @module What handlers and definitions import: the one entry of the SDK. */
export {
  addDays,
  dateOfDay,
  dayNumber,
  daysInMonth,
  isDate,
  minutesOf,
  plainTime,
  weekdayOf,
} from "./calendar.ts";
export { answerChannel, channelOf, namedChannel } from "./channel.ts";
export { emptyRecord, encodeQuery } from "./intrinsics.ts";
export { asBoolean, asList, asNumber, asObject, asText, property } from "./json.ts";
export { asInteger, parseJson, toInteger } from "./parse.ts";
export { plainText } from "./plain-text.ts";
export { formatMoment, localTime, momentOf, parseDateTime, zoneOffset } from "./time.ts";
export type { LocalTime, Moment } from "./time.ts";
export { isTimeZone } from "./zones.ts";
export type { ParsedInteger, ParsedJson } from "./parse.ts";
export * from "./contract.ts";
export type * from "./definition.ts";
export type * from "./scenario-definition.ts";
export { operationPersona, overdueEvent, sendWithFrame, takeStoredFrame } from "./frames.ts";
export type { FrameNames, LostAnswer, TakenFrame } from "./frames.ts";
export { readResultEvent } from "./http-result.ts";
export { outcomeLine, stepLine } from "./step-line.ts";
export type {
  Actor,
  AttributeMetadata,
  Frame,
  HttpRequest,
  HttpResult,
  JsonObject,
  JsonValue,
  RuntimeContext,
  SkillContext,
  SkillEvent,
} from "./types.ts";
