/** A small module in its two forms: as it is defined and as it is laid out. */
import type {
  AttributeDefinition,
  EventDefinition,
  FlowDefinition,
  ModuleDefinition,
  ToolDefinition,
} from "#sdk";
import type {
  CompiledSkill,
  FlowEvent,
  FlowModel,
  ModuleIdentity,
  ModuleModel,
} from "../../scripts/model/types.ts";

/** Handlers of the sample; only their names matter. */
export function findTimes(): void {
  return;
}

export function setUp(): void {
  return;
}

const identity: ModuleIdentity = {
  projectIdn: "sample_integration",
  title: "sample_integration",
  description: "A module for tests.",
  version: "1.4.0",
  registry: "production",
  registryItemIdn: "SampleIntegration",
  agentIdn: "SampleAgent",
  connectorIdn: "sample_connector",
  attributePrefix: "sample_",
};

const agent = { title: "SampleAgent", description: "Answers in tests." };

export function attribute(change: Partial<AttributeDefinition> = {}): AttributeDefinition {
  return {
    idn: "sample_times_enabled",
    title: "Times enabled",
    description: "Enable the look-up of free times.",
    valueType: "bool",
    defaultValue: "True",
    possibleValues: [],
    required: false,
    hidden: true,
    owner: "user",
    secret: false,
    ...change,
  };
}

export function tool(change: Partial<ToolDefinition> = {}): ToolDefinition {
  return {
    idn: "sample_times_tool",
    description: "Looks up free times.",
    conditions: [{ idn: "agent_promised", description: "The agent says that it looks now." }],
    useConversationHistory: false,
    conflictTag: "availability",
    enabledBy: "sample_times_enabled",
    requires: [],
    ...change,
  };
}

export function event(change: Partial<EventDefinition> = {}): EventDefinition {
  return {
    idn: "sample_times_tool",
    integration: "system",
    connector: "system",
    handler: findTimes,
    ...change,
  };
}

export function flow(change: Partial<FlowDefinition> = {}): FlowDefinition {
  return { idn: "TimesFlow", title: "TimesFlow", description: "Free times.", events: [event()], ...change };
}

export function definition(change: Partial<ModuleDefinition> = {}): ModuleDefinition {
  return { agent, attributes: [attribute()], tools: [tool()], flows: [flow()], ...change };
}

export function skill(change: Partial<CompiledSkill> = {}): CompiledSkill {
  return {
    idn: "FindTimesSkill",
    parameters: [],
    text: '{{ SendSystemEvent(eventIdn="urgent_message") }}\n',
    sources: ["skills/times/find-times.ts"],
    lines: [{ line: 1, file: "skills/times/find-times.ts", sourceLine: 9 }],
    map: "{}",
    ...change,
  };
}

export function flowEvent(change: Partial<FlowEvent> = {}): FlowEvent {
  return {
    idn: "sample_times_tool",
    skillIdn: "FindTimesSkill",
    integrationIdn: "system",
    connectorIdn: "system",
    ...change,
  };
}

export function flowModel(change: Partial<FlowModel> = {}): FlowModel {
  return {
    idn: "TimesFlow",
    title: "TimesFlow",
    description: "Free times.",
    skills: [skill()],
    events: [flowEvent()],
    ...change,
  };
}

export function model(change: Partial<ModuleModel> = {}): ModuleModel {
  return { identity, agent, attributes: [attribute()], flows: [flowModel()], ...change };
}

/** A value the types do not allow, as it reaches the checks from a definition that was never type-checked. */
export function untyped<T>(value: unknown): T {
  return value as T;
}
