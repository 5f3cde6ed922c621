/** A project as a Builder has it, read over its API. */
import {
  eventContent,
  findPathFaults,
  stateContent,
  writeContent,
  type AttributeContent,
  type FlowContent,
  type ProjectContent,
} from "../artifact/index.ts";
import type { ArtifactTree } from "../model/types.ts";
import type {
  AgentShown,
  BuilderApi,
  EventShown,
  FlowShown,
  ProjectMeta,
  SkillShown,
  StateShown,
} from "./api.ts";
import { isSecretName } from "../secrets/index.ts";
import { BuilderError } from "./builder-error.ts";
import { commandCall } from "../toolkit.ts";

/** A flow with its parts and their ids. */
export interface LiveFlow {
  readonly shown: FlowShown;
  readonly skills: readonly SkillShown[];
  readonly events: readonly EventShown[];
  readonly states: readonly StateShown[];
}

/** An agent with its flows. */
export interface LiveAgent {
  readonly shown: AgentShown;
  readonly flows: readonly LiveFlow[];
}

/** A project with its parts and their ids. */
export interface LiveProject {
  readonly meta: ProjectMeta;
  readonly agents: readonly LiveAgent[];
}

/** The project of an idn; null when the account has none. @throws BuilderError */
export async function findProject(api: BuilderApi, idn: string): Promise<ProjectMeta | null> {
  return (await api.projects()).find((project) => project.idn === idn) ?? null;
}

/** All that a project holds. @param onProgress hears of each flow @throws BuilderError */
export async function readLiveProject(
  api: BuilderApi,
  meta: ProjectMeta,
  onProgress: (text: string) => void = () => undefined,
): Promise<LiveProject> {
  const agents: LiveAgent[] = [];
  for (const shown of await api.agents(meta.id)) {
    const flows: LiveFlow[] = [];
    for (const flow of shown.flows) {
      onProgress(`Reading ${shown.idn}/${flow.idn} ...`);
      const [skills, events, states] = await Promise.all([
        api.skills(flow.id),
        api.events(flow.id),
        api.states(flow.id),
      ]);
      flows.push({ shown: flow, skills, events, states });
    }
    agents.push({ shown, flows });
  }
  return { meta, agents };
}

/**
 * A live project in the form of an artifact: what a build would have to be for the two to be the same. What stands in
 * attributes that are named as keys and tokens are stays in the account.
 *
 * @param idn of the project
 * @throws BuilderError when there is none, or it has names that no file may have
 */
export async function readProjectTree(
  api: BuilderApi,
  idn: string,
  onProgress?: (text: string) => void,
): Promise<ArtifactTree> {
  const meta = await findProject(api, idn);
  if (meta === null) {
    throw noProject(api, idn);
  }
  const project = await readLiveProject(api, meta, onProgress);
  const attributes = (await api.projectAttributes(meta.id)).map((attribute) =>
    isSecretName(attribute.idn) ? { ...attribute, value: "" } : attribute,
  );
  const tree = writeContent({
    projects: [contentOfLive(project, attributes)],
    attributes: [],
    knowledge: new Map(),
  });
  const [fault] = findPathFaults(tree);
  if (fault !== undefined) {
    throw new BuilderError(
      "answer",
      `The project ${idn} at ${api.origin} cannot be written into files: ${fault}\nRename it in the Builder and run this again.`,
    );
  }
  return tree;
}

/** The error of a project that is not there. */
export function noProject(api: BuilderApi, idn: string): BuilderError {
  return new BuilderError(
    "not-found",
    `The account at ${api.origin} has no project ${idn}.\nInstall it from a registry, or send it there with ${commandCall} push.`,
  );
}

/** As content, without ids. */
function contentOfLive(
  { meta, agents }: LiveProject,
  attributes: readonly AttributeContent[] = [],
): ProjectContent {
  return {
    idn: meta.idn,
    name: meta.title,
    version: meta.version ?? "",
    description: meta.description ?? "",
    is_auto_update_enabled: meta.is_auto_update_enabled,
    registry: meta.registry_idn ?? "",
    registry_item_idn: meta.registry_item_idn ?? "",
    agents: agents.map(({ shown, flows }) => ({
      idn: shown.idn,
      title: shown.title,
      description: shown.description,
      flows: flows.map(contentOfLiveFlow),
    })),
    attributes,
  };
}

function contentOfLiveFlow({ shown, skills, events, states }: LiveFlow): FlowContent {
  return {
    title: shown.title,
    idn: shown.idn,
    description: shown.description,
    default_runner_type: shown.default_runner_type,
    default_provider_idn: shown.default_model.provider_idn,
    default_model_idn: shown.default_model.model_idn,
    skills: skills.map(skillContent),
    events: events.map(eventContent),
    states: states.map(stateContent),
  };
}

/** A skill without what only the API has; parameters by name. */
export function skillContent(skill: Omit<SkillShown, "id">): FlowContent["skills"][number] {
  return {
    idn: skill.idn,
    title: skill.title,
    runner_type: skill.runner_type,
    model: { model_idn: skill.model.model_idn, provider_idn: skill.model.provider_idn },
    parameters: skill.parameters
      .map(({ name, default_value }) => ({ name, default_value: default_value ?? "" }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
    prompt_script: skill.prompt_script,
  };
}
