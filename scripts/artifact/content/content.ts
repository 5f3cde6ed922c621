/**
 * What a `newo_v2` tree says, as plain data: the form in which a project goes between files and the Builder's API.
 * Names of fields are the platform's (docs/platform.md, "The tree").
 */

/** A skill with its script. */
export interface SkillContent {
  readonly idn: string;
  readonly title: string;
  /** `nsl` or `guidance`. */
  readonly runner_type: string;
  readonly model: ModelContent;
  /** Sorted by name. */
  readonly parameters: readonly ParameterContent[];
  /** The text of the script. */
  readonly prompt_script: string;
}

/** Which language model a skill asks. */
export interface ModelContent {
  readonly model_idn: string;
  readonly provider_idn: string;
}

/** A parameter of a skill. */
interface ParameterContent {
  readonly name: string;
  readonly default_value: string;
}

/** A subscription. */
export interface EventContent {
  readonly idn: string;
  /** `skill_idn` or `skill_idn_from_state`. */
  readonly skill_selector: string;
  /** null when the selector takes it from a state. */
  readonly skill_idn: string | null;
  readonly state_idn: string | null;
  readonly integration_idn: string | null;
  readonly connector_idn: string | null;
  /** `queue`, `interrupt` or `cancel`. */
  readonly interrupt_mode: string;
}

/** A state field of a flow. */
export interface StateContent {
  readonly title: string;
  readonly idn: string;
  readonly default_value: string;
  /** `user` or `agent`. */
  readonly scope: string;
}

/** A flow's own fields. */
interface FlowFields {
  readonly title: string;
  readonly idn: string;
  readonly description: string | null;
  readonly default_runner_type: string;
  readonly default_provider_idn: string;
  readonly default_model_idn: string;
}

/** A flow with all it holds. */
export interface FlowContent extends FlowFields {
  readonly skills: readonly SkillContent[];
  readonly events: readonly EventContent[];
  readonly states: readonly StateContent[];
}

/** An agent. */
export interface AgentContent {
  readonly idn: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly flows: readonly FlowContent[];
}

/** An attribute of a customer or a project. */
export interface AttributeContent {
  readonly idn: string;
  /** Text, whatever the type. */
  readonly value: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly is_hidden: boolean;
  readonly possible_values: readonly string[];
  /** `string`, `number`, `bool`, `enum` or `json`. */
  readonly value_type: string;
}

/** A project's own fields, as its file has them. */
export interface ProjectFields {
  readonly idn: string;
  /** The API's `title`. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly is_auto_update_enabled: boolean;
  /** The API's `registry_idn`; "" for none. */
  readonly registry: string;
  /** "" for none. */
  readonly registry_item_idn: string;
}

/** A project with all it holds. */
export interface ProjectContent extends ProjectFields {
  readonly agents: readonly AgentContent[];
  readonly attributes: readonly AttributeContent[];
}

/** A whole tree. */
export interface AccountContent {
  readonly projects: readonly ProjectContent[];
  /** The customer attributes. */
  readonly attributes: readonly AttributeContent[];
  /** Idn of an agent -> the text of its knowledge base. */
  readonly knowledge: ReadonlyMap<string, string>;
}
