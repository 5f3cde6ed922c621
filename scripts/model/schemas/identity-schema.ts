/** The shape of `module.yaml` and of the identity that is read from it. */
import { closedObject, type SchemaCase, without } from "./schema-case.ts";
import { pascalCase, prefix, prose, snakeCase, title, value, version } from "./text.ts";

const file = {
  project: "sample_integration",
  title: "sample_integration",
  description: "Appointments of a sample business.",
  version: "1.4.0",
  registry: "production",
  registry_item: "SampleIntegration",
  agent: "SampleAgent",
  connector: { integration: "http", idn: "sample_connector" },
  attribute_prefix: "sample_",
};

const sandbox = { simulator: "simulator/index.ts", conversations: "conversations", demo: "demo.yaml" };

/** `module.yaml` as it is written. */
export const identityFileSchema: SchemaCase = {
  title: "module.yaml",
  schema: closedObject(
    {
      project: snakeCase,
      title,
      description: prose,
      version,
      registry: snakeCase,
      registry_item: pascalCase,
      agent: pascalCase,
      connector: closedObject({ integration: { type: "string", enum: ["http"] }, idn: snakeCase }),
      attribute_prefix: prefix,
      sandbox: closedObject({ simulator: value, conversations: value, demo: value }, [
        "simulator",
        "conversations",
        "demo",
      ]),
    },
    ["sandbox"],
  ),
  examples: [file, { ...file, sandbox }, { ...file, sandbox: {} }],
  antiExamples: [
    { example: without(file, "connector"), reason: "Requests need a connector.", problem: "missingProperty" },
    { example: null, reason: "The file is empty.", problem: "wrongType" },
    { example: { ...file, version: 1.4 }, reason: "YAML reads 1.4 as a number.", problem: "badVersion" },
    { example: { ...file, version: "v1.4.0" }, reason: "No prefix.", problem: "badVersion" },
    { example: { ...file, project: "SampleIntegration" }, reason: "snake_case.", problem: "notSnakeCase" },
    { example: { ...file, registry_item: "sample" }, reason: "PascalCase.", problem: "notPascalCase" },
    { example: { ...file, description: 5 }, reason: "Text is needed.", problem: "notText" },
    { example: { ...file, attribute_prefix: "sample" }, reason: "No underscore.", problem: "notPrefix" },
    { example: { ...file, sandbox: { demo: 1 } }, reason: "A file name.", problem: "notText" },
    { example: { ...file, item: "x" }, reason: "The name is registry_item.", problem: "unknownProperty" },
    {
      example: { ...file, connector: { integration: "telegram", idn: "sample_connector" } },
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
  attributePrefix: file.attribute_prefix,
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
    attributePrefix: prefix,
  }),
  examples: [identity],
  antiExamples: [
    { example: { ...identity, version: "1" }, reason: "Three numbers.", problem: "badVersion" },
    { example: { ...identity, agentIdn: "agent" }, reason: "PascalCase.", problem: "notPascalCase" },
    { example: { ...identity, connectorIdn: "x/y" }, reason: "It is a name.", problem: "notSnakeCase" },
  ],
};
