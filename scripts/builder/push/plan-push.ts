/** What a push has to do: the difference between a build and a live project, as steps. */
import {
  eventContent,
  stateContent,
  type AgentContent,
  type EventContent,
  type FlowContent,
  type ProjectContent,
} from "../../artifact/index.ts";
import type { BuilderApi } from "../api.ts";
import { BuilderError } from "../builder-error.ts";
import { skillContent, type LiveAgent, type LiveFlow, type LiveProject } from "../live-project.ts";
import { planParts, type Permissions, type Plan, type Senders } from "./plan-parts.ts";
import type { Step } from "./step.ts";

/** An agent's own fields. */
interface AgentValue {
  readonly idn: string;
  readonly title: string | null;
  readonly description: string | null;
}

/**
 * Plans. Where an agent or a flow is not there yet, the steps for what it holds cannot run until it is: after those that
 * can, plan again.
 */
export function planPush(wanted: ProjectContent, live: LiveProject, permissions: Permissions): Plan {
  const agents = planParts<AgentValue>(
    wanted.agents.map((agent) => ({ path: agent.idn, value: agentValue(agent) })),
    live.agents.map(({ shown }) => ({ id: shown.id, path: shown.idn, value: agentValue(shown) })),
    {
      create: (agent) => (api) => api.createAgent(live.meta.id, agent),
      change: (id, agent) => {
        const persona = live.agents.find(({ shown }) => shown.id === id)?.shown.persona?.id ?? null;
        return (api) => api.putAgent(id, { ...agent, persona_id: persona });
      },
      remove: (id) => (api) => api.removeAgent(id),
    },
    permissions,
  );
  const flows = wanted.agents.map((agent) =>
    planFlows(
      agent,
      live.agents.find(({ shown }) => shown.idn === agent.idn),
      live.meta.id,
      permissions,
    ),
  );
  return joined([planProject(wanted, live), agents, ...flows]);
}

/** A project that comes from a registry has its title and its version from there. */
function planProject(wanted: ProjectContent, { meta }: LiveProject): Plan {
  const value = { title: wanted.name, description: wanted.description, version: wanted.version };
  const there = { title: meta.title, description: meta.description, version: meta.version };
  if (meta.id === "" || meta.registry_idn !== null || JSON.stringify(value) === JSON.stringify(there)) {
    return { steps: [], left: [], same: [] };
  }
  const run: Step["run"] = (api) => api.patchProject({ ...meta, ...value });
  return {
    steps: [{ kind: "change", path: wanted.idn, value, isConflict: false, run }],
    left: [],
    same: [],
  };
}

function agentValue({ idn, title, description }: AgentValue): AgentValue {
  return { idn, title, description };
}

function planFlows(
  agent: AgentContent,
  live: LiveAgent | undefined,
  projectId: string,
  permissions: Permissions,
): Plan {
  const flows = planParts(
    agent.flows.map((flow) => ({ path: `${agent.idn}/${flow.idn}`, value: flowFields(flow) })),
    (live?.flows ?? []).map(({ shown }) => ({
      id: shown.id,
      path: `${agent.idn}/${shown.idn}`,
      value: flowFields({
        ...shown,
        default_provider_idn: shown.default_model.provider_idn,
        default_model_idn: shown.default_model.model_idn,
      }),
    })),
    {
      create: (flow) =>
        live === undefined ? null : (api) => createFlow(api, projectId, live.shown.id, flow),
      change: (id, flow) => (api) => api.patchFlow(id, flow),
      remove: (id) => (api) => api.removeFlow(id),
    },
    permissions,
  );
  const parts = agent.flows.map((flow) =>
    planFlow(
      `${agent.idn}/${flow.idn}`,
      flow,
      live?.flows.find(({ shown }) => shown.idn === flow.idn),
      permissions,
    ),
  );
  return joined([flows, ...parts]);
}

/** The platform takes two fields of a new flow and tells no id; the others are sent when it is found in the list. */
async function createFlow(
  api: BuilderApi,
  projectId: string,
  agentId: string,
  flow: ReturnType<typeof flowFields>,
): Promise<void> {
  await api.createFlow(agentId, { idn: flow.idn, title: flow.title });
  const agents = await api.agents(projectId);
  const made = agents.find(({ id }) => id === agentId)?.flows.find(({ idn }) => idn === flow.idn);
  if (made === undefined) {
    throw new BuilderError(
      "answer",
      `The Builder at ${api.origin} took the flow ${flow.idn} and does not show it.\nRun this again.`,
    );
  }
  await api.patchFlow(made.id, flow);
}

/** A flow's own fields, in the form they are sent. */
function flowFields(flow: Omit<FlowContent, "skills" | "events" | "states">) {
  return {
    idn: flow.idn,
    title: flow.title,
    description: flow.description,
    default_runner_type: flow.default_runner_type,
    default_model: { provider_idn: flow.default_provider_idn, model_idn: flow.default_model_idn },
  };
}

function planFlow(
  path: string,
  wanted: FlowContent,
  live: LiveFlow | undefined,
  permissions: Permissions,
): Plan {
  const flowId = live?.shown.id;
  const into = (send: (api: BuilderApi, flowId: string) => Promise<unknown>): Step["run"] =>
    flowId === undefined ? null : (api) => send(api, flowId);
  const part = <Value extends { readonly idn: string }>(
    kind: string,
    asked: readonly Value[],
    there: readonly (Value & { readonly id: string })[],
    content: (value: Value) => Value,
    senders: Senders<Value>,
    name: (value: Value) => string = ({ idn }) => idn,
  ): Plan =>
    planParts(
      asked.map((value) => ({ path: `${path}/${kind}/${name(value)}`, value: content(value) })),
      there.map((value) => ({ id: value.id, path: `${path}/${kind}/${name(value)}`, value: content(value) })),
      senders,
      permissions,
    );
  return joined([
    part("states", wanted.states, live?.states ?? [], stateContent, {
      create: (state) => into((api, id) => api.createState(id, state)),
      change: (id, state) => (api) => api.putState(id, state),
      remove: (id) => (api) => api.removeState(id),
    }),
    part("skills", wanted.skills, liveSkills(live), skillContent, {
      create: (skill) =>
        into(async (api, id) => {
          const skillId = await api.createSkill(id, skill);
          for (const parameter of skill.parameters) {
            await api.createParameter(skillId, parameter);
          }
        }),
      change: (id, skill) => (api) => api.putSkill(id, skill),
      remove: (id) => (api) => api.removeSkill(id),
    }),
    part(
      "events",
      wanted.events,
      live?.events ?? [],
      eventContent,
      {
        create: (event) => into((api, id) => api.createEvent(id, event)),
        change: (id, event) => (api) => api.patchEvent(id, event),
        remove: (id) => (api) => api.removeEvent(id),
        // One that starts another skill now: left as it is, both would run.
        isSame: (one, other) =>
          one.idn === other.idn &&
          one.integration_idn === other.integration_idn &&
          one.connector_idn === other.connector_idn,
      },
      eventName,
    ),
  ]);
}

/** Default values may be null in the API, and are text here. */
function liveSkills(live: LiveFlow | undefined) {
  return (live?.skills ?? []).map((skill) => ({ id: skill.id, ...skillContent(skill) }));
}

/** What tells subscriptions of one name apart. */
function eventName({ idn, integration_idn, connector_idn, skill_idn }: EventContent): string {
  return `${idn} on ${integration_idn ?? ""}/${connector_idn ?? ""} to ${skill_idn ?? ""}`;
}

function joined(plans: readonly Plan[]): Plan {
  return {
    steps: plans.flatMap(({ steps }) => steps),
    left: plans.flatMap(({ left }) => left),
    same: plans.flatMap(({ same }) => same),
  };
}
