/** The paths of the `newo_v2` tree (docs/platform.md, "The tree"). */
import type { ModuleIdentity } from "../model/types.ts";

/** Names the format of the tree; its text has no line break. */
export const versionPath = "import_version.txt";
/** The text of `import_version.txt`. */
export const formatVersion = "v2.0.0";
/** The customer attributes. */
export const attributesPath = "attributes.yaml";

/** The knowledge base of the agent. */
export function knowledgePath({ agentIdn }: ModuleIdentity): string {
  return `akb/${agentIdn}.yaml`;
}

/** The project file. */
export function projectPath({ projectIdn }: ModuleIdentity): string {
  return `${projectIdn}/${projectIdn}.yaml`;
}

/** The agent file. */
export function agentPath(identity: ModuleIdentity): string {
  return `${agentFolder(identity)}/agent.yaml`;
}

/** A flow file. */
export function flowPath(identity: ModuleIdentity, flowIdn: string): string {
  return `${agentFolder(identity)}/flows/${flowIdn}/${flowIdn}.yaml`;
}

/** A script. */
export function skillPath(identity: ModuleIdentity, flowIdn: string, skillIdn: string): string {
  return `${agentFolder(identity)}/${promptScript(flowIdn, skillIdn)}`;
}

/** A script as the flow file names it: relative to the folder of the agent. */
export function promptScript(flowIdn: string, skillIdn: string): string {
  return `flows/${flowIdn}/skills/${skillIdn}.nsl`;
}

/** The folder of the agent. */
function agentFolder({ projectIdn, agentIdn }: ModuleIdentity): string {
  return `${projectIdn}/agents/${agentIdn}`;
}

/** The name of the zip in the output folder. */
export function zipName({ projectIdn, version }: Pick<ModuleIdentity, "projectIdn" | "version">): string {
  return `${projectIdn}-${version}.zip`;
}
