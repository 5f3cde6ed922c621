/** What is read of a Builder's answers, as JSON schemas. They may hold more; what is read has to be there. */
import { Ajv, type ValidateFunction } from "ajv";

/** A check of an answer. */
export type AnswerShape = ValidateFunction;

const text = { type: "string" } as const;
const textOrNull = { type: ["string", "null"] } as const;
const flag = { type: "boolean" } as const;
/** It becomes the name of a file. */
const idn = { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" } as const;
const model = object({ model_idn: text, provider_idn: text });

function object(properties: Readonly<Record<string, object>>): object {
  return { type: "object", properties, required: Object.keys(properties) };
}

function list(items: object): object {
  return { type: "array", items };
}

const ajv = new Ajv({ strict: false });

function shape(schema: object): AnswerShape {
  return ajv.compile(schema);
}

const attributes = object({
  attributes: list(
    object({
      ...{ id: text, idn: text, value: textOrNull, title: textOrNull, description: textOrNull },
      ...{
        group: textOrNull,
        is_hidden: flag,
        possible_values: { type: ["array", "null"] },
        value_type: text,
      },
    }),
  ),
});

const flow = {
  ...{ id: text, idn, title: text, description: textOrNull },
  ...{ default_runner_type: text, default_model: model },
};

/** By what is asked for. */
export const answerShapes = {
  actions: shape(list(object({ idn: text, arguments: { type: "object" } }))),
  agents: shape(
    list(object({ id: text, idn, title: textOrNull, description: textOrNull, flows: list(object(flow)) })),
  ),
  attributes: shape(attributes),
  created: shape(object({ id: text })),
  events: shape(
    list(
      object({
        ...{ id: text, idn: text, skill_selector: text, interrupt_mode: text, skill_idn: textOrNull },
        ...{ state_idn: textOrNull, integration_idn: textOrNull, connector_idn: textOrNull },
      }),
    ),
  ),
  flow: shape(object({ ...flow, publication_datetime: textOrNull })),
  items: shape(list(object({ idn: text, version: text, published_at: textOrNull }))),
  logs: shape(
    object({
      items: list(
        object({ log_id: text, level: text, datetime: text, message: text, data: { type: "object" } }),
      ),
    }),
  ),
  profile: shape(object({ id: text, idn: text, organization_name: text })),
  projects: shape(
    list(
      object({
        ...{ id: text, idn, title: text, description: textOrNull, version: textOrNull },
        ...{ is_auto_update_enabled: flag, registry_idn: textOrNull, registry_item_idn: textOrNull },
        registry_item_version: textOrNull,
      }),
    ),
  ),
  registries: shape(list(object({ id: text, idn: text }))),
  skills: shape(
    list(
      object({
        ...{ id: text, idn, title: textOrNull, prompt_script: text, model },
        runner_type: { enum: ["nsl", "guidance"] },
        parameters: list(object({ name: text, default_value: textOrNull })),
      }),
    ),
  ),
  states: shape(
    list(object({ id: text, idn: text, title: textOrNull, default_value: textOrNull, scope: text })),
  ),
} as const;
