/** Part of step 4 of the publish hook: does the user token open what it is needed for. */
import { existingAppointmentsEnabled, rescheduleEnabled, userToken } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { missingRights, rightsRequest } from "../altegio/access-requests.ts";
import { lookUp } from "../altegio/look-up.ts";
import { readSetting, readSwitch } from "../domain/settings.ts";
import { reportText } from "../wording/problem-text.ts";

/** Asks Altegio for the token's rights, so that a wrong token is noticed before the first caller. */
export async function checkUserToken(ctx: SkillContext, locationId: string): Promise<string> {
  const finds = readSwitch(ctx, existingAppointmentsEnabled);
  const moves = readSwitch(ctx, rescheduleEnabled);
  if (readSetting(ctx, userToken.idn) === "") {
    return "User token: not set. Look-up of appointments and rescheduling need it";
  }
  if (!finds && !moves) {
    return "User token: set, but look-up and rescheduling are switched off";
  }
  const answer = await lookUp(ctx, rightsRequest(locationId));
  if (answer.problem === "auth" || answer.problem === "rights") {
    return "User token: refused by Altegio for this location, so look-up and rescheduling cannot work: check altegio_user_token and that its user belongs to the location";
  }
  if (!answer.ok) {
    return `User token: not checked. ${reportText(answer.problem)}`;
  }
  const missing = missingRights(answer.data, finds, moves);
  return missing.length > 0
    ? `User token: accepted, but its user lacks the rights ${missing.join(", ")} in Altegio`
    : "User token: accepted";
}
