/** The paths of the `newo_v2` tree (docs/platform.md, "The tree"). */
/** Where the parts of an agent stand. */
interface AgentPlace {
  readonly projectIdn: string;
  readonly agentIdn: string;
}

/** Names the format of the tree; its text has no line break. */
export const versionPath = "import_version.txt";
/** The text of `import_version.txt`. */
export const formatVersion = "v2.0.0";
/** The customer attributes. */
export const attributesPath = "attributes.yaml";

/** The knowledge base of the agent. */
export function knowledgePath({ agentIdn }: Pick<AgentPlace, "agentIdn">): string {
  return `akb/${agentIdn}.yaml`;
}

/** The project file. */
export function projectPath({ projectIdn }: Pick<AgentPlace, "projectIdn">): string {
  return `${projectIdn}/${projectIdn}.yaml`;
}

/** The attributes of a project. */
export function projectAttributesPath({ projectIdn }: Pick<AgentPlace, "projectIdn">): string {
  return `${projectIdn}/attributes.yaml`;
}

/** The agent file. */
export function agentPath(place: AgentPlace): string {
  return `${agentFolder(place)}/agent.yaml`;
}

/** A flow file. */
export function flowPath(place: AgentPlace, flowIdn: string): string {
  return `${agentFolder(place)}/flows/${flowIdn}/${flowIdn}.yaml`;
}

/** A script; `runnerType` as for `promptScript`. */
export function skillPath(place: AgentPlace, flowIdn: string, skillIdn: string, runnerType = "nsl"): string {
  return `${agentFolder(place)}/${promptScript(flowIdn, skillIdn, runnerType)}`;
}

/** A script as the flow file names it: relative to the folder of the agent. `nsl` or `guidance` decides on the ending. */
export function promptScript(flowIdn: string, skillIdn: string, runnerType: string): string {
  return `flows/${flowIdn}/skills/${skillIdn}.${runnerType === "nsl" ? "nsl" : "nslg"}`;
}

/** The folder of the agent. */
function agentFolder({ projectIdn, agentIdn }: AgentPlace): string {
  return `${projectIdn}/agents/${agentIdn}`;
}

/** The name of the zip in the output folder. */
export function zipName({
  projectIdn,
  version,
}: {
  readonly projectIdn: string;
  readonly version: string;
}): string {
  return `${projectIdn}-${version}.zip`;
}
