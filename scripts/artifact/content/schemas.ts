/** JSON schemas of the files of a tree, as they are read: what clients of the platform write passes. */

const text = { type: "string" } as const;
const textOrNull = { type: ["string", "null"] } as const;

function object(properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required };
}

function list(items: object): object {
  return { type: "array", items };
}

/** `{project}/{project}.yaml`. */
export const projectSchema = object({
  project: object(
    {
      idn: text,
      name: text,
      version: text,
      description: textOrNull,
      is_auto_update_enabled: { type: "boolean" },
      registry: textOrNull,
      registry_item_idn: textOrNull,
    },
    ["description", "is_auto_update_enabled", "registry", "registry_item_idn"],
  ),
});

/** `agent.yaml`. */
export const agentSchema = object({
  agent: object({ idn: text, title: textOrNull, description: textOrNull }, ["title", "description"]),
});

/** `{flow}.yaml`. */
export const flowSchema = object({
  title: text,
  idn: text,
  description: textOrNull,
  skills: list(
    object({
      title: text,
      idn: text,
      prompt_script: text,
      runner_type: { enum: ["nsl", "guidance"] },
      model: object({ model_idn: text, provider_idn: text }),
      parameters: list(object({ name: text, default_value: text })),
    }),
  ),
  events: list(
    object({
      idn: text,
      skill_selector: { enum: ["skill_idn", "skill_idn_from_state"] },
      skill_idn: textOrNull,
      state_idn: textOrNull,
      integration_idn: textOrNull,
      connector_idn: textOrNull,
      interrupt_mode: { enum: ["queue", "interrupt", "cancel"] },
    }),
  ),
  state_fields: list(
    object({ title: text, idn: text, default_value: text, scope: { enum: ["user", "agent"] } }),
  ),
  default_runner_type: text,
  default_provider_idn: text,
  default_model_idn: text,
});

/** `attributes.yaml`. */
export const attributesSchema = object({
  attributes: list(
    object({
      idn: text,
      value: text,
      title: text,
      description: text,
      group: text,
      is_hidden: { type: "boolean" },
      possible_values: list(text),
      value_type: object({ text: { type: "string", pattern: "^(?:ValueType|AttributeValueTypes)\\.\\w+$" } }),
    }),
  ),
});
