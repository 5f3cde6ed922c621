/** Reads the events in which the answers to HTTP requests arrive. Written in the handlers' subset. */
import { httpErrorEvent, httpResultArguments, timerIntegration } from "./contract.ts";
import { asText, property } from "./json.ts";
import { toInteger } from "./parse.ts";
import type { HttpResult, JsonValue, SkillContext, SkillEvent } from "./types.ts";

/** The names an HTTP result event may use, the likeliest first. */
interface ResultNames {
  readonly body: readonly string[];
  readonly status: readonly string[];
  /** The event that means: no HTTP answer arrived. */
  readonly errorEvent: string;
}

const resultNames: ResultNames = { ...httpResultArguments, errorEvent: httpErrorEvent };

/** Reads an HTTP result event whatever its arguments are called (see `contract.ts`). A timer means no answer. */
export function readHttpResult(_ctx: SkillContext, event: SkillEvent): HttpResult {
  return event.integrationIdn === timerIntegration
    ? { status: 0, body: "timed out" }
    : readResult(event, resultNames);
}

/** Reads an HTTP result event whatever its arguments are called and whatever form they have. */
function readResult(event: SkillEvent, names: ResultNames): HttpResult {
  let body = "";
  for (const name of names.body) {
    const value = property(event.arguments, name);
    if (body === "" && value !== null) {
      body = bodyText(value);
    }
  }
  let status = "";
  for (const name of names.status) {
    if (status === "") {
      status = asText(property(event.arguments, name));
    }
  }
  const code = toInteger(status);
  if (code.ok) {
    return { status: code.value, body };
  }
  return { status: event.idn === names.errorEvent ? 0 : 200, body };
}

/** A body that the platform has already parsed becomes text again. */
function bodyText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
