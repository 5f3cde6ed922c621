/** Reads the module's settings wherever the platform keeps them. */
import type { SkillContext } from "../../module/sdk/index.ts";

/** The part of an attribute's definition a switch is read by. */
export interface SwitchAttribute {
  readonly idn: string;
  readonly defaultValue: string;
}

/**
 * A setting as trimmed text, "" when it is set nowhere.
 *
 * Which of the two namespaces the Builder writes is not documented, so the customer attribute is read first
 * and the project attribute second (newo-platform reference, section 5.1).
 */
export function readSetting(ctx: SkillContext, idn: string): string {
  const own = ctx.getCustomerAttribute(idn).trim();
  return own !== "" ? own : ctx.getProjectAttribute(idn).trim();
}

/** True for the spellings of "on" that people and tools write: true, 1, yes, on, in any case. */
export function isOn(value: string): boolean {
  return ["true", "1", "yes", "on"].includes(value.trim().toLowerCase());
}

/** True when the switch is on. An empty setting means the attribute's default. */
export function readSwitch(ctx: SkillContext, attribute: SwitchAttribute): boolean {
  const value = readSetting(ctx, attribute.idn);
  return isOn(value !== "" ? value : attribute.defaultValue);
}

/**
 * The location's id as digits, from a label `Title, City (id)` or a bare id; "" when there is none.
 *
 * @param value the stored value of the location attribute
 */
export function locationIdOf(value: string): string {
  const text = value.trim();
  const inBrackets = text.match(/[(]([0-9]+)[)]$/u);
  return inBrackets !== null ? (inBrackets[1] ?? "") : /^[0-9]+$/u.test(text) ? text : "";
}
