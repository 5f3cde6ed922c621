/** What the module writes into an account when it is published, as the manifest has it: the artifact's skills hold it as text. */
import type { AttributeDefinition, ModuleDefinition, ToolDefinition } from "../sdk/definition.ts";
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

/** Attributes, tools and canvas items. */
export interface ModuleContents {
  /** Not there in manifests of versions that declared them in the artifact's own file. */
  readonly attributes?: readonly AttributeDefinition[];
  readonly tools: readonly ToolDefinition[];
  readonly items: readonly ContentItem[];
}

/** The contents of what is defined; no items for a project without scenarios. */
export function moduleContents(
  { attributes, tools }: Pick<ModuleDefinition, "attributes" | "tools">,
  scenarios: ScenarioDefinitions | null,
): ModuleContents {
  const { intents = [], procedures = [], scenarios: conversations = [] } = scenarios ?? {};
  const stepsOf = (steps: readonly { readonly text: string }[]): string =>
    steps.map(({ text }) => text).join("\n");
  return {
    attributes,
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
