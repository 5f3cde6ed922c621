/**
 * Takes an archive in, with the defaults of the Builder's page: flows are cleared first, and agents that are not in the
 * archive are deleted, also those of other projects. That is why a live account takes modules from a registry.
 */
import {
  ArtifactError,
  readArtifactZip,
  readContent,
  zipArtifact,
  type AccountContent,
  type AttributeContent,
  type ProjectContent,
} from "../../artifact/index.ts";
import type { AttributeStore } from "../platform/index.ts";
import { exportAccount } from "./export.ts";
import { Refusal } from "./http/refusal.ts";
import type { LocalBuilder } from "./local-builder.ts";
import { topicsOf } from "./state/knowledge-text.ts";
import { putAgents } from "./state/project-content.ts";
import type { ProjectRecord, TopicRecord } from "./state/records.ts";

/** The settings of the Builder's page. */
export interface ImportOptions {
  /** Flows of an agent in the archive that are not in the archive go. */
  readonly clearsFlows: boolean;
  /** Agents that are not in the archive go, with all their flows. */
  readonly deletesAgents: boolean;
}

/** What an import has done. */
export interface ImportReport {
  readonly imported_projects: readonly string[];
  /** `project/agent/flow` of flows that were there before and are not in the archive. */
  readonly cleared_flows: readonly string[];
  /** `project/agent` of agents that are not in the archive. */
  readonly deleted_agents: readonly string[];
  readonly changed_attributes: readonly string[];
  /** Where the account is kept as it was before. */
  readonly backup: string;
}

/** Imports; all flows are published and `import_finish` is fired. @throws Refusal 422; nothing has changed then */
export function importArchive(
  builder: LocalBuilder,
  bytes: Uint8Array,
  options: ImportOptions,
): ImportReport {
  const content = read(bytes);
  const topics = readKnowledge(builder, content);
  const backup = builder.keepBackup(
    zipArtifact(exportAccount(builder, { knowledge: true, attributes: true, without: [], secrets: true })),
  );
  const before = placesOf(builder);
  const projects = content.projects.map((project) => putProject(builder, project, options));
  if (options.deletesAgents) {
    deleteOthers(builder, content);
  }
  importKnowledge(builder, projects, topics);
  putAttributes(builder, builder.account.customer, content.attributes);
  projects.forEach((project) => {
    builder.finishImport(project);
  });
  const after = new Set(placesOf(builder));
  const gone = before.filter((place) => !after.has(place));
  return {
    imported_projects: projects.map(({ idn }) => idn),
    cleared_flows: gone.filter((place) => place.split("/").length === 3),
    deleted_agents: gone.filter((place) => place.split("/").length === 2),
    changed_attributes: content.attributes.map(({ idn }) => idn),
    backup,
  };
}

function read(bytes: Uint8Array): AccountContent {
  try {
    return readContent(readArtifactZip(bytes, "that was sent"));
  } catch (thrown) {
    if (thrown instanceof ArtifactError) {
      throw Refusal.invalid(thrown.message);
    }
    throw thrown;
  }
}

/** Names of all agents and flows. */
function placesOf(builder: LocalBuilder): string[] {
  return builder.state.projects.flatMap((project) =>
    project.agents.flatMap((agent) => [
      `${project.idn}/${agent.idn}`,
      ...agent.flows.map((flow) => `${project.idn}/${agent.idn}/${flow.idn}`),
    ]),
  );
}

function putProject(builder: LocalBuilder, content: ProjectContent, options: ImportOptions): ProjectRecord {
  const known = builder.state.projects.find(({ idn }) => idn === content.idn);
  const project: ProjectRecord = known ?? {
    id: builder.newId(),
    idn: content.idn,
    ...{ title: "", description: "", version: "", is_synchronized: false, preferred_update_time: null },
    ...{ is_auto_update_enabled: false, registry_idn: null, registry_item_idn: null },
    registry_item_version: null,
    created_at: builder.time,
    updated_at: builder.time,
    agents: [],
  };
  if (known === undefined) {
    builder.state.projects.push(project);
  }
  project.title = content.name;
  project.description = content.description;
  project.version = content.version;
  project.is_auto_update_enabled = content.is_auto_update_enabled;
  project.registry_idn = content.registry === "" ? null : content.registry;
  project.registry_item_idn = content.registry_item_idn === "" ? null : content.registry_item_idn;
  const former = project.agents;
  putAgents(project, content.agents, builder.birth());
  keepOthers(project, former, options);
  const attributes = builder.attributesOf(project);
  putAttributes(builder, attributes, content.attributes);
  builder.touch(project);
  return project;
}

/** A secret that an export has left out stays what it is. */
function putAttributes(
  builder: LocalBuilder,
  store: AttributeStore,
  attributes: readonly AttributeContent[],
): void {
  for (const { idn, value, ...metadata } of attributes) {
    if (value !== "" || !builder.isSecret(idn) || store.find(idn) === undefined) {
      store.setValue(idn, value);
    }
    store.setMetadata(idn, metadata);
  }
}

/** Brings back what the settings leave alone. */
function keepOthers(
  project: ProjectRecord,
  former: ProjectRecord["agents"],
  { clearsFlows, deletesAgents }: ImportOptions,
): void {
  for (const agent of former) {
    const now = project.agents.find(({ idn }) => idn === agent.idn);
    if (now === undefined) {
      project.agents.push(...(deletesAgents ? [] : [agent]));
    } else if (!clearsFlows) {
      now.flows.push(...agent.flows.filter((flow) => !now.flows.some(({ idn }) => idn === flow.idn)));
    }
  }
}

/** Of all projects: those in the archive have been dealt with, but agents are deleted in the whole account. */
function deleteOthers(builder: LocalBuilder, content: AccountContent): void {
  const inArchive = new Set(content.projects.flatMap(({ agents }) => agents.map(({ idn }) => idn)));
  for (const project of builder.state.projects) {
    project.agents = project.agents.filter(({ idn }) => inArchive.has(idn));
  }
}

/** Idn of an agent -> what the archive has for it. Everything is read before anything changes. */
type Knowledge = ReadonlyMap<string, readonly TopicRecord[]>;

function readKnowledge(builder: LocalBuilder, { knowledge }: AccountContent): Knowledge {
  return new Map(
    [...knowledge].map(([idn, text]) => {
      try {
        return [idn, topicsOf(text, builder.birth())];
      } catch (thrown) {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        throw Refusal.invalid(`akb/${idn}.yaml cannot be read: ${detail}`);
      }
    }),
  );
}

/** A knowledge base that is not empty replaces that of its agent. */
function importKnowledge(builder: LocalBuilder, projects: readonly ProjectRecord[], read: Knowledge): void {
  const { topics } = builder.state;
  for (const { idn, persona } of projects.flatMap(({ agents }) => agents)) {
    const added = (read.get(idn) ?? []).map((topic) => ({ ...topic, persona_id: persona.id }));
    if (added.length > 0) {
      const kept = topics.filter(({ persona_id }) => persona_id !== persona.id);
      topics.splice(0, topics.length, ...kept, ...added);
    }
  }
}
