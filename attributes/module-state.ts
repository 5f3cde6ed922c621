/** What the module keeps for itself between two publishes. The Builder user only reads these. */
import { defineState } from "./define.ts";

/** Everything later operations need to know of the location, loaded at publish. */
export const catalog = defineState({
  idn: "altegio_catalog",
  title: "Altegio catalog",
  description:
    "Location, time zone, phone code, services, staff and their links, as loaded at the last publish.",
  valueType: "json",
});

/** Keeps the catalogue from being loaded twice at the same time. */
export const catalogRenewal = defineState({
  idn: "altegio_catalog_renewal",
  title: "Altegio catalog renewal",
  description: "Since when services and staff are being loaded, or when an import has loaded them.",
  valueType: "string",
});

/** Shown to the agent by the scenarios. */
export const servicesText = defineState({
  idn: "altegio_services_text",
  title: "Altegio services",
  description: "The services of the location as the AI Employee reads them.",
  valueType: "string",
});

/** Shown to the agent by the scenarios. */
export const staffText = defineState({
  idn: "altegio_staff_text",
  title: "Altegio staff",
  description: "The staff of the location as the AI Employee reads them.",
  valueType: "string",
});

/** The report of the publish hook. */
export const setupStatus = defineState({
  idn: "altegio_setup_status",
  title: "Altegio setup status",
  description: "What is configured, what is missing and when the module was last published.",
  valueType: "string",
});

/** Tells a scenario the user edited or deleted from one that may be upgraded. */
export const scenariosState = defineState({
  idn: "altegio_scenarios_state",
  title: "Altegio scenarios state",
  description: "Fingerprints of the default scenarios as the module last wrote them.",
  valueType: "json",
});

/** Tells a tool the user edited from one that may be upgraded or taken out. */
export const toolsState = defineState({
  idn: "altegio_tools_state",
  title: "Altegio tools state",
  description: "The module's custom tools as it last wrote them, and those kept while they are switched off.",
  valueType: "json",
});

/** Where migrations start from. */
export const moduleVersion = defineState({
  idn: "altegio_module_version",
  title: "Altegio module version",
  description: "The version of the module that was last set up here.",
  valueType: "string",
});

/** A publish has no caller, yet every request is bound to a persona. */
export const setupPersona = defineState({
  idn: "altegio_setup_persona",
  title: "Altegio setup persona",
  description: "The persona that the requests of the publish hook run under.",
  valueType: "string",
});
