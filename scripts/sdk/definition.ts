/**
 * The shapes of everything that is defined rather than executed: attributes, tools, flows and the module.
 *
 * Definitions are plain objects, written out or made by a function that says what they share, whose types keep the idn,
 * so that handlers and scenarios refer to them by value (`partnerToken.idn`) and a misspelt name is a type error.
 */
import type { SkillContext, SkillEvent } from "./types.ts";

/** Types the Builder offers for an attribute (docs/platform.md, "Names and enumerations"). */
export type AttributeValueType = "string" | "number" | "bool" | "enum" | "json";

/** One attribute of the customer account. All values are text on the platform, booleans are `True`/`False`. */
export interface AttributeDefinition {
  readonly idn: string;
  readonly title: string;
  readonly description: string;
  readonly valueType: AttributeValueType;
  /** The value written at publish when nothing is stored; "" writes nothing. */
  readonly defaultValue: string;
  readonly possibleValues: readonly string[];
  /** The module cannot work without it. */
  readonly required: boolean;
  /** Shown in the Builder only with "Show Hidden". */
  readonly hidden: boolean;
  /** Set by the Builder user, or kept by the module itself. */
  readonly owner: "user" | "module";
  /** True for credentials: never logged, traced, shown to the model or written to the artifact. */
  readonly secret: boolean;
}

/** A custom tool of the agent: when its conditions hold, the platform fires an event named after it. */
export interface ToolDefinition {
  readonly idn: string;
  readonly description: string;
  /** All must be true for the tool to fire; each is judged by the model on its description. */
  readonly conditions: readonly ToolCondition[];
  /** False: judged on the agent's latest answer only (docs/platform.md, "Custom tools"). */
  readonly useConversationHistory: boolean;
  readonly conflictTag: string;
  /** Idn of the switch attribute that must be on for the tool to be registered. */
  readonly enabledBy: string;
  /** Idns of attributes without whose values the tool is not registered. */
  readonly requires: readonly string[];
}

/** One condition of a tool. */
export interface ToolCondition {
  readonly idn: string;
  readonly description: string;
}

/** A handler: one exported function of `skills/`, found by its name. */
export type SkillHandler = (ctx: SkillContext, event: SkillEvent) => Promise<void> | void;

/** A subscription of a flow: the event (idn, integration, connector) runs the handler. */
export interface EventDefinition {
  readonly idn: string;
  readonly integration: string;
  readonly connector: string;
  readonly handler: SkillHandler;
}

/** A flow of the agent. Subscriptions for HTTP results are added by the build when a handler sends requests. */
export interface FlowDefinition {
  readonly idn: string;
  readonly title: string;
  readonly description: string;
  readonly events: readonly EventDefinition[];
}

/** Everything `module/index.ts` hands to the build. */
export interface ModuleDefinition {
  readonly agent: { readonly title: string; readonly description: string };
  readonly attributes: readonly AttributeDefinition[];
  readonly tools: readonly ToolDefinition[];
  readonly flows: readonly FlowDefinition[];
}
