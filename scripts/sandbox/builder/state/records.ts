/** What the account's Builder holds, with the ids of its API. All of it goes to disk as JSON. */
import type { EventContent, FlowContent, ModelContent, StateContent } from "../../../artifact/index.ts";
import type { AccountDump } from "./account-dump.ts";

/** A parameter of a skill. */
interface ParameterRecord {
  readonly id: string;
  readonly name: string;
  readonly default_value: string;
}

/** A skill; `path` is always "" on the platform. */
export interface SkillRecord {
  readonly id: string;
  readonly idn: string;
  title: string;
  prompt_script: string;
  runner_type: string;
  model: ModelContent;
  parameters: ParameterRecord[];
  readonly path: string;
}

/** A subscription. */
export interface EventRecord extends EventContent {
  readonly id: string;
  readonly description: string;
}

/** A state field. */
export interface StateRecord extends StateContent {
  readonly id: string;
}

/** A flow. Times are ISO 8601, UTC. */
export interface FlowRecord {
  readonly id: string;
  readonly idn: string;
  title: string;
  description: string | null;
  default_runner_type: string;
  default_model: ModelContent;
  skills: SkillRecord[];
  events: EventRecord[];
  states: StateRecord[];
  readonly creation_datetime: string;
  last_change_datetime: string;
  publication_datetime: string | null;
  /** What was published last, which is what runs; null before. */
  live: FlowContent | null;
}

/** An agent with its persona. */
export interface AgentRecord {
  readonly id: string;
  readonly idn: string;
  title: string | null;
  description: string | null;
  readonly persona: { readonly id: string; readonly name: string; readonly title: string };
  flows: FlowRecord[];
}

/** A project, without what it holds. */
export interface ProjectMeta {
  readonly id: string;
  idn: string;
  title: string;
  description: string;
  /** What the registry says of the version it holds, else what was entered. */
  version: string;
  is_synchronized: boolean;
  preferred_update_time: string | null;
  is_auto_update_enabled: boolean;
  registry_idn: string | null;
  registry_item_idn: string | null;
  /** A version it is to keep to; null for the newest. */
  registry_item_version: string | null;
  readonly created_at: string;
  updated_at: string;
}

/** A project. */
export interface ProjectRecord extends ProjectMeta {
  agents: AgentRecord[];
}

/** A webhook, incoming or outgoing; the fields differ and are kept as they came. */
export interface WebhookRecord {
  readonly id: string;
  readonly idn: string;
  readonly [field: string]: unknown;
}

/** A topic of a knowledge base. */
export interface TopicRecord {
  readonly id: string;
  readonly persona_id: string;
  readonly topic_name: string;
  readonly topic_summary: string;
  readonly topic_facts: readonly string[];
  readonly confidence: number;
  readonly source: string;
  readonly labels: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** A line of a chat. */
interface ChatLine {
  readonly id: string;
  readonly actor_id: string;
  readonly is_agent: boolean;
  readonly text: string;
  readonly datetime: string;
}

/** A line of the platform's log. */
export interface LogLine {
  readonly log_id: string;
  readonly level: "info" | "warning" | "error";
  readonly log_type: "system" | "operation" | "call";
  readonly project_idn: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly datetime: string;
}

/** All of it. */
export interface BuilderState {
  readonly formatVersion: 1;
  readonly customer: {
    readonly id: string;
    readonly idn: string;
    readonly organization_name: string;
    readonly email: string;
  };
  /** What a client proves itself with. */
  readonly apiKey: string;
  /** What tokens are signed with. */
  readonly signingKey: string;
  readonly projects: ProjectRecord[];
  readonly incomingWebhooks: WebhookRecord[];
  readonly outgoingWebhooks: WebhookRecord[];
  readonly topics: TopicRecord[];
  readonly chat: ChatLine[];
  readonly logs: LogLine[];
  account: AccountDump;
}
