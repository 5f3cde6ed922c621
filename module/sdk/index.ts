/** @module What a handler imports: the context and JSON types, and the functions that read outside data. */
export { encodeQuery } from "./intrinsics.ts";
export { asBoolean, asList, asNumber, asObject, asText, property } from "./json.ts";
export { parseJson, toInteger } from "./parse.ts";
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
