/** The file of the module that holds the numbering plans. */
import { numberPattern, trunkPattern } from "./patterns.ts";

/** Where the file is, from the root of the project. */
export const plansFile = "skills/domain/phone-plans.ts";

/** Its text. */
export function renderPlans(): string {
  return `/** Numbering plans, made by \`npm run phones\` from those of libphonenumber-js. Not to be changed by hand. */

/** Full numbers, digits with the country code: by code, first digits and length. */
export const plannedNumber =
  /${numberPattern()}/u;

/** A full number with a trunk prefix after its code: one of the groups is the code, the last one the rest. */
export const trunkedNumber =
  /${trunkPattern()}/u;
`;
}
