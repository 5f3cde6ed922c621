/** Customer, project and persona attributes (docs/platform.md, "Three namespaces"). */
import type { AttributeStore, StoredMetadata } from "../attribute-store.ts";
import { type Action, type ActionEnvironment, type Kwargs, textOf } from "./action.ts";

const valueTypes = ["string", "number", "bool", "enum", "json"];

/** Metadata field -> whether a value may be stored in it. */
const metadataFields: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: (value) => typeof value === "string",
  description: (value) => typeof value === "string",
  group: (value) => typeof value === "string",
  is_hidden: (value) => typeof value === "boolean",
  possible_values: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  value_type: (value) => typeof value === "string" && valueTypes.includes(value),
};

function setMetadata(store: AttributeStore, kwargs: Kwargs): void {
  const field = textOf(kwargs, "field");
  const value = kwargs["value"];
  const change = field === "multiple_fields" ? asRecord(value) : { [field]: value };
  for (const [name, content] of Object.entries(change)) {
    if (metadataFields[name]?.(content) !== true) {
      throw new Error(`metadata ${name} cannot be ${JSON.stringify(content)}`);
    }
  }
  store.setMetadata(textOf(kwargs, "idn"), change);
}

function asRecord(value: unknown): Partial<StoredMetadata> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("multiple_fields takes an object");
  }
  return value;
}

function projectOf({ account, flow }: ActionEnvironment): AttributeStore {
  return account.projectOfFlow.get(flow) ?? account.project;
}

/** The actions on attributes, by name. */
export const attributeActions: Readonly<Record<string, Action>> = {
  GetCustomerAttribute: (env, kwargs) => env.account.customer.value(textOf(kwargs, "field")),
  SetCustomerAttribute: (env, kwargs) => {
    env.account.customer.setValue(textOf(kwargs, "field"), textOf(kwargs, "value"));
  },
  DeleteCustomerAttribute: (env, kwargs) => {
    env.account.customer.delete(textOf(kwargs, "field"));
  },
  SetCustomerMetadataAttribute: (env, kwargs) => {
    setMetadata(env.account.customer, kwargs);
  },
  GetCustomerMetadataAttribute: (env, kwargs) => {
    const metadata = env.account.customer.find(textOf(kwargs, "idn"))?.metadata;
    const field = textOf(kwargs, "field");
    return metadata === undefined
      ? null
      : field === ""
        ? metadata
        : { ...metadata }[field as keyof StoredMetadata];
  },
  GetProjectAttribute: (env, kwargs) => projectOf(env).value(textOf(kwargs, "field")),
  SetProjectAttribute: (env, kwargs) => {
    projectOf(env).setValue(textOf(kwargs, "field"), textOf(kwargs, "value"));
  },
  SetProjectMetadataAttribute: (env, kwargs) => {
    setMetadata(projectOf(env), kwargs);
  },
  GetPersonaAttribute: (env, kwargs) =>
    env.account.personas.get(textOf(kwargs, "id"))?.attributes.get(textOf(kwargs, "field")) ?? "",
  SetPersonaAttribute: (env, kwargs) => {
    env.account
      .persona(textOf(kwargs, "id"))
      .attributes.set(textOf(kwargs, "field"), textOf(kwargs, "value"));
  },
  DeletePersonaAttribute: (env, kwargs) => {
    env.account.personas.get(textOf(kwargs, "id"))?.attributes.delete(textOf(kwargs, "field"));
  },
};
