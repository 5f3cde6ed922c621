/** The number appointments are looked up by, and whether the channel vouches for it. */
import { chatIntegrations, commonPhonesAttribute, phoneIntegrations } from "#sdk";
import type { SkillContext } from "#sdk";
import { digitsOf, normalisePhone } from "../domain/phone.ts";
import type { PhonePlan } from "../domain/phone.ts";
import { readSetting } from "../domain/settings.ts";

/** Digits with the country code; "" when there is none. */
export interface CallerNumber {
  readonly phone: string;
  /** The call or message came from this very number, and only one person uses it. */
  readonly verified: boolean;
}

/**
 * The number to look up: the one the caller said, else that of the channel. A number proves who is speaking
 * only when the conversation itself comes from it: one that was merely said, also to a chat, proves nothing.
 * Words without a digit, as in `this number`, count as not said.
 *
 * @param stated the number the caller said, "" when none
 */
export function callerNumber(ctx: SkillContext, stated: string, plan: PhonePlan): CallerNumber {
  const own = phoneIntegrations
    .flatMap((integration) => ctx.getActors(integration).map((actor) => actor.externalId))
    .map((written) => normalisePhone(written, plan))
    .filter((digits) => digits !== "");
  const phone = digitsOf(stated) !== "" ? normalisePhone(stated, plan) : (own[0] ?? "");
  const chats = chatIntegrations.filter((integration) => ctx.getActors(integration).length > 0);
  const verified = phone !== "" && chats.length === 0 && own.includes(phone) && !isShared(ctx, phone, plan);
  return { phone, verified };
}

/** True for a number the account lists as used by several people. */
function isShared(ctx: SkillContext, phone: string, plan: PhonePlan): boolean {
  // The list's form is not documented: numbers are whatever stands between commas, quotes and lines.
  const listed = readSetting(ctx, commonPhonesAttribute).match(/[+0-9][0-9 ()./-]*/gu) ?? [];
  return listed.some((written) => normalisePhone(written, plan) === phone);
}
