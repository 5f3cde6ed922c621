/** Names the settings that hold something the module cannot use. Values are never shown: one may be a token. */
import {
  applicationId,
  attributes,
  existingAppointmentsSearchDays,
  locationId,
  partnerToken,
  userToken,
} from "../../attributes/index.ts";
import { toInteger } from "#sdk";
import type { SkillContext } from "#sdk";
import { isOff, isOn, locationIdOf, mostSearchDays, readSetting, wholeNumber } from "../domain/settings.ts";
import { valueOf } from "./declare-attributes.ts";
import type { SettingValue } from "./declare-attributes.ts";

/** One line a wrong setting, with the form it should have; "Settings: in order" when there is none. */
export function checkSettings(ctx: SkillContext): string {
  const problems: string[] = [];
  const settings: SettingValue[] = [];
  // What the module keeps for itself is of no form a person could have got wrong.
  for (const attribute of attributes.filter((one) => one.owner === "user" || one.valueType === "bool")) {
    const value = readSetting(ctx, attribute.idn);
    settings.push({ idn: attribute.idn, value });
    if (attribute.valueType === "bool" && !isOn(value) && !isOff(value)) {
      problems.push(`${attribute.idn} is neither True nor False and counts as False: write True or False`);
    }
    if (attribute.secret && /[^!-~]/u.test(value)) {
      problems.push(
        `${attribute.idn} holds blanks or characters no token has: enter the token alone, without a word before it`,
      );
    }
  }
  const application = valueOf(settings, applicationId.idn);
  if (application !== "" && wholeNumber(application) === "") {
    problems.push(`${applicationId.idn} is not a number: enter digits only, such as 1193`);
  }
  const location = valueOf(settings, locationId.idn);
  if (location !== "" && locationIdOf(location) === "") {
    problems.push(`${locationId.idn} is not recognised: choose it from the list, or enter its id in digits`);
  }
  const days = toInteger(wholeNumber(valueOf(settings, existingAppointmentsSearchDays.idn))).value;
  if (days < 1 || days > mostSearchDays) {
    problems.push(
      `${existingAppointmentsSearchDays.idn} is not a number from 1 to ${mostSearchDays} and counts as ${existingAppointmentsSearchDays.defaultValue}: enter digits only, such as 365`,
    );
  }
  const missing = [
    { idn: partnerToken.idn, value: valueOf(settings, partnerToken.idn) },
    { idn: applicationId.idn, value: application },
    { idn: locationId.idn, value: location },
  ]
    .filter((entry) => entry.value === "")
    .map((entry) => entry.idn);
  const absent = missing.length > 0 ? [`Missing: ${missing.join(", ")}`] : [];
  const optional =
    valueOf(settings, userToken.idn) === ""
      ? ["Not set: altegio_user_token, so appointments can be neither looked up nor rescheduled"]
      : [];
  const wrong = problems.map((problem) => `Wrong: ${problem}`);
  const lines = [...absent, ...optional, ...wrong];
  return lines.length > 0 ? lines.join("\n") : "Settings: all in order";
}
