/** All schemas of definitions and model, each with its examples and anti-examples. */
import { attributeSchema } from "./schemas/attribute-schema.ts";
import { definitionSchema, flowSchema } from "./schemas/flow-schema.ts";
import { identityFileSchema, identitySchema } from "./schemas/identity-schema.ts";
import { modelSchema, skillSchema } from "./schemas/model-schema.ts";
import type { SchemaCase } from "./schemas/schema-case.ts";
import { toolSchema } from "./schemas/tool-schema.ts";

export { definitionSchema } from "./schemas/flow-schema.ts";
export { identityFileSchema } from "./schemas/identity-schema.ts";
export { modelSchema } from "./schemas/model-schema.ts";

/** Every schema; the tests run the cases of each. */
export const schemas: readonly SchemaCase[] = [
  attributeSchema,
  toolSchema,
  flowSchema,
  definitionSchema,
  identityFileSchema,
  identitySchema,
  skillSchema,
  modelSchema,
];
