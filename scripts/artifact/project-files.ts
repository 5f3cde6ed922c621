/** Writes the files of the project and its agent (docs/platform.md, "Project and agent files"). */
import type { ModuleIdentity, ModuleModel } from "../model/types.ts";
import { renderYaml } from "./yaml/render-yaml.ts";

/** The project file. Unlike in the others, long lines are not folded here. */
export function projectFile(identity: ModuleIdentity): string {
  const project = {
    idn: identity.projectIdn,
    name: identity.title,
    version: identity.version,
    description: identity.description,
    // The vendor's set-up page: "Ensure Auto update enabled is on".
    is_auto_update_enabled: true,
    registry: identity.registry,
    registry_item_idn: identity.registryItemIdn,
  };
  return renderYaml({ project }, { foldedKeys: new Set() });
}

/** The agent file, with the wrapper that the vendor's client reads. */
export function agentFile({ identity, agent }: ModuleModel): string {
  const value = { idn: identity.agentIdn, title: agent.title, description: agent.description };
  return renderYaml({ agent: value }, { foldedKeys: new Set(["description"]) });
}

/** The knowledge base of an agent that has none. */
export function emptyKnowledgeFile(): string {
  return renderYaml([], { foldedKeys: new Set() });
}

/** The customer attributes of a module: none stand in the tree (see `layOutArtifact`). */
export function noAttributesFile(): string {
  return renderYaml({ attributes: [] }, { foldedKeys: new Set() });
}
