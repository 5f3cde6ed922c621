/** An account whose settings are all made, as the tests of the publish hook begin with it. */
import { applicationId, attributes, locationId, partnerToken, userToken } from "../../../attributes/index.ts";

/** What each attribute holds before anybody sets it. */
const defaults = Object.fromEntries(attributes.map(({ idn, defaultValue }) => [idn, defaultValue]));

/** The defaults, and what a user enters. */
export const inOrder = {
  ...defaults,
  [partnerToken.idn]: "p",
  [applicationId.idn]: "77",
  [locationId.idn]: "4564",
  [userToken.idn]: "u",
};
