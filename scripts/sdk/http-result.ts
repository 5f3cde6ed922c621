/** Reads the events in which the answers to HTTP requests arrive. Written in the handlers' subset. */
import { httpErrorEvent, httpResultArguments, timerIntegration } from "./contract.ts";
import { asText, property } from "./json.ts";
import { asInteger } from "./parse.ts";
import type { HttpResult, SkillContext, SkillEvent } from "./types.ts";

/**
 * Reads an HTTP result event whatever its arguments are called (see `contract.ts`) and whatever form they have. A timer
 * means no answer. One function, because every answer is read with it.
 */
export function readResultEvent(_ctx: SkillContext, event: SkillEvent): HttpResult {
  if (event.integrationIdn === timerIntegration) {
    return { status: 0, body: "timed out" };
  }
  let body = "";
  for (const name of httpResultArguments.body) {
    const value = property(event.arguments, name);
    if (body === "" && value !== null) {
      // A body that the platform has already parsed becomes text again.
      body = typeof value === "string" ? value : JSON.stringify(value);
    }
  }
  let status = "";
  for (const name of httpResultArguments.status) {
    if (status === "") {
      status = asText(property(event.arguments, name)).trim();
    }
  }
  // Without a status, the name of the event tells whether an answer came.
  const isGiven = /^[+-]?[0-9]{1,15}$/u.test(status);
  return { status: isGiven ? asInteger(status) : event.idn === httpErrorEvent ? 0 : 200, body };
}
