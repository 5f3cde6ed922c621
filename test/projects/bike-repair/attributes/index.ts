/** What a person enters in the Builder, and what the module remembers. */
import type { AttributeDefinition } from "#sdk";

/** Opens the workshop's API. */
export const apiKey = {
  idn: "pedalo_api_key",
  title: "Pedalo API key",
  description: "The key of the workshop, from the settings of its Pedalo account.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: true,
  hidden: false,
  owner: "user",
  secret: true,
} as const satisfies AttributeDefinition;

/** Whether the agent arranges collections. */
export const collectionEnabled = {
  idn: "pedalo_collection_enabled",
  title: "Arrange collections",
  description: "Let the agent arrange when a repaired bike is collected.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: false,
  owner: "user",
  secret: false,
} as const satisfies AttributeDefinition;

/** Whom the module works for where there is no caller. */
export const setUpPersona = {
  idn: "pedalo_persona",
  title: "Persona of the set-up",
  description: "Kept by the module.",
  valueType: "string",
  defaultValue: "",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "module",
  secret: false,
} as const satisfies AttributeDefinition;
