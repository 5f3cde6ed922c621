/** Reads the module's settings wherever the platform keeps them. */
import { existingAppointmentsSearchDays } from "../../attributes/index.ts";
import { toInteger } from "#sdk";
import type { SkillContext } from "#sdk";

/** The part of an attribute's definition a switch is read by. */
export interface SwitchAttribute {
  readonly idn: string;
  readonly defaultValue: string;
}

/**
 * A setting as trimmed text, "" when it is set nowhere.
 *
 * Which of the two namespaces the Builder writes is not documented, so the customer attribute is read first
 * and the project attribute second (docs/platform.md, "Where settings are kept").
 */
export function readSetting(ctx: SkillContext, idn: string): string {
  const own = ctx.getCustomerAttribute(idn).trim();
  return own !== "" ? own : ctx.getProjectAttribute(idn).trim();
}

/** True for the spellings of "on" that people and tools write: true, 1, yes, on, in any case. */
export function isOn(value: string): boolean {
  return ["true", "1", "yes", "on"].includes(value.trim().toLowerCase());
}

/** True for the spellings of "off". What is neither on nor off counts as off, and set-up says so. */
export function isOff(value: string): boolean {
  return ["false", "0", "no", "off"].includes(value.trim().toLowerCase());
}

/** True when the switch is on. An empty setting means the attribute's default. */
export function readSwitch(ctx: SkillContext, attribute: SwitchAttribute): boolean {
  const value = readSetting(ctx, attribute.idn);
  return isOn(value !== "" ? value : attribute.defaultValue);
}

/**
 * A whole number as digits, from `1193`, ` 1193 ` or the `1193.0` of an editor of numbers; "" for all else.
 */
export function wholeNumber(text: string): string {
  const digits = text.trim().replace(/[.]0+$/u, "");
  return /^[0-9]{1,15}$/u.test(digits) ? digits : "";
}

/** Most days of existing appointments that can be searched. */
export const mostSearchDays = 3650;

/** The days to search; what is no number from 1 to 3650 counts as the default, and set-up says so. */
export function readSearchDays(ctx: SkillContext): number {
  const days = toInteger(wholeNumber(readSetting(ctx, existingAppointmentsSearchDays.idn))).value;
  return days >= 1 && days <= mostSearchDays
    ? days
    : toInteger(existingAppointmentsSearchDays.defaultValue).value;
}

/**
 * The location's id as digits, from a label `Title, City (id)` or a bare id; "" when there is none.
 *
 * @param value the stored value of the location attribute
 */
export function locationIdOf(value: string): string {
  const inBrackets = value.trim().match(/[(]([0-9]+)[)]$/u);
  return inBrackets !== null ? (inBrackets[1] ?? "") : wholeNumber(value);
}
