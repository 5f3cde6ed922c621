/** Which of the module's tools the agent may have, and which ways there are without one. */
import type { SkillContext } from "#sdk";
import { moveByBooking } from "../../scenarios/tool-idns.ts";
import { rescheduleAppointmentTool, tools } from "../../scenarios/tools.ts";
import { isOn, readSetting } from "../domain/settings.ts";
import { valueOf } from "./declare-attributes.ts";
import type { SettingValue } from "./declare-attributes.ts";

/**
 * Idns of the tools that are switched on, and have the user token where they need one.
 *
 * @param settings the switches, each with a value
 */
export function activeTools(settings: readonly SettingValue[], hasUserToken: boolean): readonly string[] {
  return tools
    .filter((tool) => (hasUserToken || tool.requires.length === 0) && isOn(valueOf(settings, tool.enabledBy)))
    .map((tool) => tool.idn);
}

/**
 * What the scenarios may speak of: the tools, and moving by a new booking while moving is switched on and only the user
 * token is missing for it.
 *
 * @param active idns of the tools that are registered: what nothing serves must not be promised
 */
export function waysOpen(ctx: SkillContext, active: readonly string[]): readonly string[] {
  const isWanted = isOn(readSetting(ctx, rescheduleAppointmentTool.enabledBy));
  const isPossible = moveByBooking.uses.every((idn) => active.includes(idn));
  return isWanted && isPossible && !active.includes(moveByBooking.insteadOf)
    ? [...active, moveByBooking.idn]
    : active;
}
