/** What the compiler and the code it generates use of the SDK, besides its entry. Handlers import `index.ts` alone. */
export {
  anotherUse,
  owned,
  unchecked,
  uncheckedDecimal,
  uncheckedInteger,
  uncheckedJson,
} from "./intrinsics.ts";
export {
  type CaughtError,
  type CaughtOrNone,
  type CaughtUntold,
  type CaughtUntoldOrNone,
  keptError,
  type Outcome,
  parsedValue,
  raise,
  type ThrownError,
  unreadable,
  valueOf,
} from "./errors.ts";
export { parseJson, readJson } from "./parse.ts";
export { readDecimal, readInteger, readLeadingDecimal, readLeadingInteger, readNumber } from "./numbers.ts";
export {
  hasQuery,
  hasQueryValue,
  queryOf,
  queryText,
  queryValue,
  queryValues,
  withMore,
  withoutQuery,
  withQuery,
} from "./queries.ts";
export { orderedKeys } from "./records.ts";
export { platform } from "./platform.ts";
export { uncheckedOffset } from "./zones.ts";
export {
  dateOf,
  dateOrNaN,
  isoText,
  isoTextIfThere,
  isoTextOrNull,
  timeIfThere,
  timeOf,
  utcDay,
  utcDayOfMonth,
  utcFullYear,
  utcHours,
  utcMilliseconds,
  utcMinutes,
  utcMoment,
  utcMonth,
  utcSeconds,
  withUtcDayOfMonth,
  withUtcFullYear,
  withUtcHours,
  withUtcMilliseconds,
  withUtcMinutes,
  withUtcMonth,
  withUtcSeconds,
} from "./dates.ts";
