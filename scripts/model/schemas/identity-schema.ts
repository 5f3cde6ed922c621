/** The shape of `module.yaml` and of the identity that is read from it. */
import { closedObject, type SchemaCase, without } from "./schema-case.ts";
import { pascalCase, prose, snakeCase, title, version } from "./text.ts";

const file = {
  project: "altegio_integration",
  title: "altegio_integration",
  description: "Appointments in Altegio.",
  version: "1.4.0",
  registry: "production",
  registry_item: "AltegioIntegration",
  agent: "AltegioAgent",
  connector: { integration: "http", idn: "altegio_connector" },
};

/** `module.yaml` as it is written. */
export const identityFileSchema: SchemaCase = {
  title: "module.yaml",
  schema: closedObject({
    project: snakeCase,
    title,
    description: prose,
    version,
    registry: snakeCase,
    registry_item: pascalCase,
    agent: pascalCase,
    connector: closedObject({ integration: { type: "string", enum: ["http"] }, idn: snakeCase }),
  }),
  examples: [file],
  antiExamples: [
    { example: without(file, "connector"), reason: "Requests need a connector.", problem: "missingProperty" },
    { example: null, reason: "The file is empty.", problem: "wrongType" },
    { example: { ...file, version: 1.4 }, reason: "YAML reads 1.4 as a number.", problem: "badVersion" },
    { example: { ...file, version: "v1.4.0" }, reason: "No prefix.", problem: "badVersion" },
    { example: { ...file, project: "AltegioIntegration" }, reason: "snake_case.", problem: "notSnakeCase" },
    { example: { ...file, registry_item: "altegio" }, reason: "PascalCase.", problem: "notPascalCase" },
    { example: { ...file, description: 5 }, reason: "Text is needed.", problem: "notText" },
    { example: { ...file, item: "x" }, reason: "The name is registry_item.", problem: "unknownProperty" },
    {
      example: { ...file, connector: { integration: "telegram", idn: "altegio_connector" } },
      reason: "Only http connectors send requests.",
      problem: "notOneOf",
    },
  ],
};

const identity = {
  projectIdn: file.project,
  title: file.title,
  description: file.description,
  version: file.version,
  registry: file.registry,
  registryItemIdn: file.registry_item,
  agentIdn: file.agent,
  connectorIdn: file.connector.idn,
};

/** ModuleIdentity of `types.ts`. */
export const identitySchema: SchemaCase = {
  title: "identity",
  schema: closedObject({
    projectIdn: snakeCase,
    title,
    description: prose,
    version,
    registry: snakeCase,
    registryItemIdn: pascalCase,
    agentIdn: pascalCase,
    connectorIdn: snakeCase,
  }),
  examples: [identity],
  antiExamples: [
    { example: { ...identity, version: "1" }, reason: "Three numbers.", problem: "badVersion" },
    { example: { ...identity, agentIdn: "agent" }, reason: "PascalCase.", problem: "notPascalCase" },
    { example: { ...identity, connectorIdn: "x/y" }, reason: "It is a name.", problem: "notSnakeCase" },
  ],
};
