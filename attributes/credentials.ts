/**
 * What the module needs to reach Altegio: two tokens, the application and the location.
 *
 * Idns, descriptions and defaults are those of the vendor's set-up page, word for word.
 */
import { defineSetting, defineToken } from "./define.ts";

/** Identifies the partner in every Altegio request. */
export const partnerToken = defineToken({
  idn: "altegio_partner_token",
  title: "Altegio Partner Token",
  description: "Partner authorization for the public Online Booking and B2B APIs.",
  required: true,
});

/** The marketplace application whose locations are offered for selection. */
export const applicationId = defineSetting({
  idn: "altegio_application_id",
  title: "Altegio Application ID",
  description: "Numeric marketplace application ID, used to discover locations.",
  valueType: "number",
  defaultValue: "",
  required: true,
});

/** The location bookings go to. The publish hook fills its possible values. */
export const locationId = defineSetting({
  idn: "altegio_location_id",
  title: "Altegio Location",
  description:
    "The target Altegio location. Select from the dropdown after the Partner Token and Application ID are set.",
  valueType: "enum",
  defaultValue: "",
  required: true,
});

/** Identifies the business's user. The page lists it as required; the module itself works without it. */
export const userToken = defineToken({
  idn: "altegio_user_token",
  title: "Altegio User Token",
  description:
    "User authorization for CRM lookup and reschedule. Optional overall, but required for those two features.",
  required: false,
});
