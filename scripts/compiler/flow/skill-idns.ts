/** The idns of the skills the compiler writes itself, and of the skills events start. */
import { skillPart } from "../context/names.ts";

/** The idn of the driver in every flow that needs one. */
export const driverIdn = "_run";

/** The skill that serves the results of a flow's requests. */
export const RESULT_SKILL = "ResultSkill";

/** `checkAvailability` starts from `CheckAvailabilitySkill`. */
export function entryIdn(handlerName: string): string {
  const part = skillPart(handlerName);
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}Skill`;
}

/** Its idn in every flow that needs it. */
export const promptSkillIdn = "_generate";
