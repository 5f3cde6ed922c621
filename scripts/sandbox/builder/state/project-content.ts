/** Projects as content, and content as the records of a project. */
import {
  eventContent,
  stateContent,
  type AgentContent,
  type AttributeContent,
  type FlowContent,
  type ProjectContent,
  type SkillContent,
} from "../../../artifact/index.ts";
import type { AttributeStore } from "../../platform/index.ts";
import type { AgentRecord, FlowRecord, ProjectRecord } from "./records.ts";

/** What new records are made with. */
export interface Birth {
  /** A new UUID. */
  readonly newId: () => string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** A project as an export has it. */
export function contentOfProject(project: ProjectRecord, attributes: AttributeStore): ProjectContent {
  return {
    idn: project.idn,
    name: project.title,
    version: project.version === "" ? "1.0.0" : project.version,
    description: project.description,
    is_auto_update_enabled: project.is_auto_update_enabled,
    registry: project.registry_idn ?? "",
    registry_item_idn: project.registry_item_idn ?? "",
    agents: project.agents.map((agent) => ({
      idn: agent.idn,
      title: agent.title,
      description: agent.description,
      flows: agent.flows.map(contentOfFlow),
    })),
    attributes: contentOfAttributes(attributes),
  };
}

/** A flow as it is edited now. */
export function contentOfFlow(flow: FlowRecord): FlowContent {
  return {
    title: flow.title,
    idn: flow.idn,
    description: flow.description,
    default_runner_type: flow.default_runner_type,
    default_provider_idn: flow.default_model.provider_idn,
    default_model_idn: flow.default_model.model_idn,
    skills: flow.skills.map(({ idn, title, runner_type, model, parameters, prompt_script }) => ({
      ...{ idn, title, runner_type, model, prompt_script },
      parameters: parameters.map(({ name, default_value }) => ({ name, default_value })),
    })),
    events: flow.events.map(eventContent),
    states: flow.states.map(stateContent),
  };
}

/** Attributes in the order of their store. */
export function contentOfAttributes(store: AttributeStore): AttributeContent[] {
  return store.idns.map((idn) => {
    const found = store.find(idn);
    return {
      idn,
      value: found?.value ?? "",
      title: found?.metadata.title ?? "",
      description: found?.metadata.description ?? "",
      group: found?.metadata.group ?? "",
      is_hidden: found?.metadata.is_hidden ?? false,
      possible_values: found?.metadata.possible_values ?? [],
      value_type: found?.metadata.value_type ?? "string",
    };
  });
}

/**
 * Puts agents into a project instead of its flows: what has the same idn keeps its id, an agent keeps its persona, a flow
 * what is published of it. Flows and agents that the content does not have are removed.
 */
export function putAgents(project: ProjectRecord, agents: readonly AgentContent[], birth: Birth): void {
  project.agents = agents.map((agent) =>
    putAgent(
      project.agents.find(({ idn }) => idn === agent.idn),
      agent,
      birth,
    ),
  );
}

/** An agent instead of the one there was, if there was one. */
export function putAgent(known: AgentRecord | undefined, agent: AgentContent, birth: Birth): AgentRecord {
  const title = agent.title ?? agent.idn;
  return {
    id: known?.id ?? birth.newId(),
    idn: agent.idn,
    title: agent.title,
    description: agent.description,
    persona: known?.persona ?? { id: birth.newId(), name: title, title },
    flows: agent.flows.map((flow) =>
      putFlow(
        known?.flows.find(({ idn }) => idn === flow.idn),
        flow,
        birth,
      ),
    ),
  };
}

function putFlow(known: FlowRecord | undefined, flow: FlowContent, birth: Birth): FlowRecord {
  return {
    id: known?.id ?? birth.newId(),
    idn: flow.idn,
    title: flow.title,
    description: flow.description,
    default_runner_type: flow.default_runner_type,
    default_model: { provider_idn: flow.default_provider_idn, model_idn: flow.default_model_idn },
    skills: flow.skills.map((skill) => putSkill(known, skill, birth)),
    events: flow.events.map((event) => ({ id: birth.newId(), description: "", ...event })),
    states: flow.states.map((state) => ({ id: birth.newId(), ...state })),
    creation_datetime: known?.creation_datetime ?? birth.time,
    last_change_datetime: birth.time,
    publication_datetime: known?.publication_datetime ?? null,
    live: known?.live ?? null,
  };
}

function putSkill(flow: FlowRecord | undefined, skill: SkillContent, { newId }: Birth) {
  const known = flow?.skills.find(({ idn }) => idn === skill.idn);
  const { idn, title, runner_type, model, prompt_script } = skill;
  return {
    id: known?.id ?? newId(),
    ...{ idn, title, runner_type, model, prompt_script, path: "" },
    parameters: skill.parameters.map((parameter) => ({
      id: known?.parameters.find(({ name }) => name === parameter.name)?.id ?? newId(),
      ...parameter,
    })),
  };
}
