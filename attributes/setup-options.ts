/**
 * The look-up of existing appointments, the default scenarios, and what becomes of core's own tools.
 *
 * Idns, descriptions and defaults are those of the vendor's set-up page, word for word, but for
 * `altegio_replace_core_tools`, which is the module's own. Booleans are text on the platform: `True` and `False`.
 */
import type { AttributeDefinition } from "#sdk";
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

/** Switches the entries that stand in for core's tools of the same kind. The set-up page does not have it: it is the module's. */
export const replaceCoreTools = {
  ...defineSwitch({
    idn: "altegio_replace_core_tools",
    title: "Replace core tools",
    description:
      "Keep the AI Employee's own booking tools from firing on what Altegio does, so that one promise has one result.",
  }),
  owner: "module",
} as const satisfies AttributeDefinition;
