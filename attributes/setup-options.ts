/**
 * The look-up of existing appointments and the default scenarios.
 *
 * Idns, descriptions and defaults are those of the vendor's set-up page, word for word. Booleans are text on
 * the platform: `True` and `False`.
 */
import { defineSetting, defineSwitch } from "./define.ts";

/** Switches the look-up by phone number, which also needs the user token. */
export const existingAppointmentsEnabled = defineSwitch({
  idn: "altegio_existing_appointments_enabled",
  title: "Existing appointments enabled",
  description: "Enable CRM lookup of existing appointments by phone number.",
});

/** Width of the look-up, in days. */
export const existingAppointmentsSearchDays = defineSetting({
  idn: "altegio_existing_appointments_search_days",
  title: "Existing appointments search days",
  description: "How many days of existing appointments to search.",
  valueType: "number",
  defaultValue: "365",
  required: false,
});

/** Switches the default scenarios; they are added by the publish hook. */
export const setupScenarios = defineSwitch({
  idn: "altegio_setup_scenarios",
  title: "Set up scenarios",
  description: "Auto-add the default Altegio scenarios and intents on publish.",
});
