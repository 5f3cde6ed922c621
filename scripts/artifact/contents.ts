/** What the module writes into an account when it is published, as the manifest has it: the artifact's skills hold it as text. */
import type { AttributeDefinition, ToolDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";

/** One item of the canvas, by its idn. */
interface ContentItem {
  readonly kind: "intent" | "procedure" | "scenario";
  readonly idn: string;
  readonly title: string;
  readonly description: string;
  /** Its steps, a line each. */
  readonly text: string;
}

/** A customer attribute, with the fields of an attributes file. */
interface ContentAttribute {
  readonly idn: string;
  /** Its default; "" for none. */
  readonly value: string;
  readonly title: string;
  readonly description: string;
  readonly is_hidden: boolean;
  readonly possible_values: readonly string[];
  readonly value_type: string;
}

/** Attributes, tools and canvas items. */
export interface ModuleContents {
  readonly attributes: readonly ContentAttribute[];
  readonly tools: readonly ToolDefinition[];
  readonly items: readonly ContentItem[];
}

/** The contents of what is defined; no items for a project without scenarios. */
export function moduleContents(
  { attributes, tools }: { attributes: readonly AttributeDefinition[]; tools: readonly ToolDefinition[] },
  scenarios: ScenarioDefinitions | null,
): ModuleContents {
  const { intents = [], procedures = [], scenarios: conversations = [] } = scenarios ?? {};
  const stepsOf = (steps: readonly { readonly text: string }[]): string =>
    steps.map(({ text }) => text).join("\n");
  return {
    attributes: attributes.map((attribute) => ({
      idn: attribute.idn,
      value: attribute.defaultValue,
      title: attribute.title,
      description: attribute.description,
      is_hidden: attribute.hidden,
      possible_values: attribute.possibleValues,
      value_type: attribute.valueType,
    })),
    tools,
    items: [
      ...intents.map(({ idn, title, description, goal }) => ({
        kind: "intent" as const,
        idn,
        title,
        description,
        text: goal,
      })),
      ...procedures.map(({ idn, title, description, steps }) => ({
        kind: "procedure" as const,
        idn,
        title,
        description,
        text: stepsOf(steps),
      })),
      ...conversations.map(({ idn, title, description, steps }) => ({
        kind: "scenario" as const,
        idn,
        title,
        description,
        text: stepsOf(steps),
      })),
    ],
  };
}
