/** The command `set_timer` (docs/platform.md, "Timers"). */
import { timerConnector, timerEvent, timerIntegration } from "../../../sdk/contract.ts";
import { type ActionEnvironment, type Kwargs, textOf } from "./action.ts";

const known = new Set(["timerName", "eventIdn", "interval", "fireAt", "enabled"]);

/**
 * Sets, replaces or removes the timer of a persona.
 *
 * @param args the command's own arguments
 * @throws Error for a missing or unknown argument, an unknown persona, and a time that is none
 */
export function setTimer(env: ActionEnvironment, kwargs: Kwargs, args: Kwargs): void {
  const connectorIdn = textOf(kwargs, "connectorIdn");
  const personaId = textOf(kwargs, "personaId");
  const name = textOf(args, "timerName");
  const unknown = Object.keys(args).find((argument) => !known.has(argument));
  if (connectorIdn !== timerConnector) {
    throw new Error(`there is no connector ${timerIntegration}/${connectorIdn}`);
  }
  if (unknown !== undefined) {
    throw new Error(`set_timer: unknown argument ${unknown}`);
  }
  if (name === "" || personaId === "") {
    throw new Error("set_timer needs timerName and personaId");
  }
  env.account.persona(personaId);
  const key = `${personaId}/${name}`;
  // A timer set again is the newest: of two that are due at once it fires last.
  env.account.timers.delete(key);
  if (isEnabled(textOf(args, "enabled"))) {
    const eventIdn = textOf(args, "eventIdn") || timerEvent;
    env.account.timers.set(key, { name, personaId, eventIdn, fireAt: timeOf(env.now(), args) });
  }
}

function isEnabled(text: string): boolean {
  if (!["", "true", "false"].includes(text.toLowerCase())) {
    throw new Error(`enabled must be true or false, not ${text}`);
  }
  return text.toLowerCase() !== "false";
}

/** In milliseconds since the epoch. */
function timeOf(now: number, args: Kwargs): number {
  const interval = textOf(args, "interval");
  const fireAt = textOf(args, "fireAt");
  if ((interval === "") === (fireAt === "")) {
    throw new Error("set_timer needs either interval or fireAt");
  }
  if (fireAt !== "") {
    const moment = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$/u.test(fireAt)
      ? Date.parse(`${fireAt}Z`)
      : Number.NaN;
    if (Number.isNaN(moment)) {
      throw new Error(`fireAt must be YYYY-MM-DDTHH:MM, not ${fireAt}`);
    }
    return moment;
  }
  // No second passes in none: a timer that sets itself again must not fire without end.
  if (!/^[0-9]{1,9}$/u.test(interval) || Number(interval) === 0) {
    throw new Error(`interval must be a number of seconds, not ${interval}`);
  }
  return now + Number(interval) * 1000;
}
