/** Writes the files of the project and its agent (docs/platform.md, "Project and agent files"). */
import type { ModuleIdentity, ModuleModel } from "../model/types.ts";
import { agentText, projectText } from "./content/content-files.ts";

/** The project file. */
export function projectFile(identity: ModuleIdentity): string {
  return projectText({
    idn: identity.projectIdn,
    name: identity.title,
    version: identity.version,
    description: identity.description,
    // The vendor's set-up page: "Ensure Auto update enabled is on".
    is_auto_update_enabled: true,
    registry: identity.registry,
    registry_item_idn: identity.registryItemIdn,
  });
}

/** The agent file. */
export function agentFile({ identity, agent }: ModuleModel): string {
  return agentText({ idn: identity.agentIdn, title: agent.title, description: agent.description });
}
