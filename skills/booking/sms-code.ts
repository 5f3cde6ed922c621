/** What is known of the code a location has sent to confirm a booking: when, to which number, and which is used up. */
import { asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Visitor } from "../altegio/booking-requests.ts";
import { minutesAt } from "../domain/clock.ts";

/** Persona attribute. */
const field = "altegio_sms_code";

/** A code that was sent so many minutes ago may still be on its way. */
const onItsWay = 2;

interface CodeState {
  readonly phone: string;
  /** `YYYY-MM-DDTHH:MM` in UTC, because the location's clock may be put back; "" when a new one may be sent at once. */
  readonly sentAt: string;
  /** A code that was refused, or that has served; it stays in the conversation and is heard again. */
  readonly used: string;
}

/**
 * The code the visitor has said; "" when there is none, it was used before, it has no digit, or none was ever sent to
 * this number.
 */
export function usableCode(ctx: SkillContext, { phone, smsCode }: Visitor): string {
  if (!/[0-9]/u.test(smsCode)) {
    return "";
  }
  const state = readState(ctx);
  return state.phone === phone && state.used !== smsCode ? smsCode : "";
}

/** Was a code sent to this number a moment ago? */
export function isCodeOnItsWay(ctx: SkillContext, phone: string): boolean {
  const state = readState(ctx);
  const sent = minutesAt(state.sentAt);
  const passed = minutesAt(ctx.getDateTime("UTC")) - sent;
  return state.phone === phone && sent > 0 && passed >= 0 && passed <= onItsWay;
}

/** Remembers that a code was sent. */
export function noteSentCode(ctx: SkillContext, phone: string): void {
  store(ctx, { phone, sentAt: ctx.getDateTime("UTC").slice(0, 16), used: readState(ctx).used });
}

/** Remembers that the visitor's code was refused or has served; a new one may be sent from now on. */
export function noteUsedCode(ctx: SkillContext, visitor: Visitor): void {
  store(ctx, { phone: visitor.phone, sentAt: "", used: visitor.smsCode });
}

function readState(ctx: SkillContext): CodeState {
  const stored = parseJson(ctx.getPersonaAttribute(field)).value;
  return {
    phone: asText(property(stored, "phone")),
    sentAt: asText(property(stored, "sentAt")),
    used: asText(property(stored, "used")),
  };
}

function store(ctx: SkillContext, state: CodeState): void {
  ctx.setPersonaAttribute(field, JSON.stringify(state));
}
