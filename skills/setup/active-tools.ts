/** Which of the module's tools the agent may have. */
import { userToken } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { tools } from "../../scenarios/tools.ts";
import { isOn, readSetting } from "../domain/settings.ts";

/** Idns of the tools that are switched on, and have the user token where they need one. */
export function activeTools(ctx: SkillContext): readonly string[] {
  const hasUserToken = readSetting(ctx, userToken.idn) !== "";
  // The switches hold a value: their defaults were written before.
  return tools
    .filter((tool) => (hasUserToken || tool.requires.length === 0) && isOn(readSetting(ctx, tool.enabledBy)))
    .map((tool) => tool.idn);
}
