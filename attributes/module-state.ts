/** What the module keeps for itself between two publishes. The Builder user only reads these. */
import type { AttributeDefinition } from "#sdk";

/** Everything later operations need to know of the location, loaded at publish. */
export const catalog = {
  idn: "altegio_catalog",
  title: "Altegio catalog",
  description:
    "Location, time zone, phone code, services, staff and their links, as loaded at the last publish.",
  valueType: "json",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** Shown to the agent by the scenarios. */
export const servicesText = {
  idn: "altegio_services_text",
  title: "Altegio services",
  description: "The services of the location as the AI Employee reads them.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** Shown to the agent by the scenarios. */
export const staffText = {
  idn: "altegio_staff_text",
  title: "Altegio staff",
  description: "The staff of the location as the AI Employee reads them.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** The report of the publish hook. */
export const setupStatus = {
  idn: "altegio_setup_status",
  title: "Altegio setup status",
  description: "What is configured, what is missing and when the module was last published.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** Tells a scenario the user edited or deleted from one that may be upgraded. */
export const scenariosState = {
  idn: "altegio_scenarios_state",
  title: "Altegio scenarios state",
  description: "Fingerprints of the default scenarios as the module last wrote them.",
  valueType: "json",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** Tells a tool the user edited from one that may be upgraded or taken out. */
export const toolsState = {
  idn: "altegio_tools_state",
  title: "Altegio tools state",
  description: "The module's custom tools as it last wrote them, and those kept while they are switched off.",
  valueType: "json",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** Where migrations start from. */
export const moduleVersion = {
  idn: "altegio_module_version",
  title: "Altegio module version",
  description: "The version of the module that was last set up here.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;

/** A publish has no caller, yet every request is bound to a persona. */
export const setupPersona = {
  idn: "altegio_setup_persona",
  title: "Altegio setup persona",
  description: "The persona that the requests of the publish hook run under.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;
