/** The phone number an appointment is booked under. */
import { phoneIntegrations } from "#sdk";
import type { SkillContext } from "#sdk";
import { digitsOf, normalisePhone } from "../domain/phone.ts";
import type { PhonePlan } from "../domain/phone.ts";

/**
 * The caller's number as digits with the country code: what was said, else the number of the channel, else
 * the one the platform knows of the user; "" when there is none that can be one. Words without a digit, as in
 * `this number`, count as not said. A number that was said but cannot be one gives "", so that it is asked for
 * again.
 *
 * @param stated the number the caller said, "" when none
 */
export function callerPhone(ctx: SkillContext, stated: string, plan: PhonePlan): string {
  if (digitsOf(stated) !== "") {
    return normalisePhone(stated, plan);
  }
  for (const integration of phoneIntegrations) {
    for (const actor of ctx.getActors(integration)) {
      const phone = normalisePhone(actor.externalId, plan);
      if (phone !== "") {
        return phone;
      }
    }
  }
  return normalisePhone(ctx.getUser("phone"), plan);
}
