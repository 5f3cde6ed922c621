/** Puts what a registry holds into a project. What the account owns is not touched. */
import { ArtifactError, readArtifactZip, readContent, type ProjectContent } from "../../artifact/index.ts";
import {
  isHigher,
  latestRelease,
  listRegistries,
  readRelease,
  RegistryError,
  type ReleaseName,
} from "../../registry/index.ts";
import { refusalTypes } from "./guesses.ts";
import { Refusal } from "./http/refusal.ts";
import { putAgents } from "./state/project-content.ts";
import type { LocalBuilder } from "./local-builder.ts";
import type { ProjectRecord } from "./state/records.ts";

/** Where a project comes from. */
export interface Source {
  readonly registry: string;
  readonly item: string;
  /** null for the newest. */
  readonly version: string | null;
}

/** The source a project names; null when it names none. */
export function sourceOf(project: ProjectRecord): Source | null {
  const { registry_idn: registry, registry_item_idn: item, registry_item_version: version } = project;
  return registry === null || item === null ? null : { registry, item, version };
}

/** The release a source means now. @throws Refusal 404 when there is none */
export function findRelease(builder: LocalBuilder, { registry, item, version }: Source): ReleaseName {
  const root = builder.registriesRoot;
  if (!listRegistries(root).includes(registry)) {
    throw Refusal.notFound("registry", registry);
  }
  const latest = latestRelease(root, registry, item);
  if (latest === null) {
    throw Refusal.notFound("registry item", item);
  }
  return version === null ? latest : { registry, item, version };
}

/**
 * Replaces agents, flows and skills by those of a release and declares its attributes: stored values stay, also empty
 * ones. Nothing runs before it is published.
 *
 * @throws Refusal when the release cannot be read; nothing has changed then
 */
export function installRelease(builder: LocalBuilder, project: ProjectRecord, name: ReleaseName): void {
  const content = readImage(builder, name);
  putAgents(project, content.agents, builder.birth());
  project.version = name.version;
  // A description that nobody gave is that of the module.
  project.description ||= content.description;
  project.is_synchronized = true;
  const attributes = builder.attributesOf(project);
  for (const { idn, value, ...metadata } of content.attributes) {
    if (attributes.find(idn) === undefined) {
      attributes.setValue(idn, value);
    }
    attributes.setMetadata(idn, metadata);
  }
  builder.touch(project);
}

/** What an auto update has done. */
export interface AutoUpdate {
  /** Idns of the projects that have changed. */
  readonly updated: readonly string[];
  /** Why others have not, a sentence each: they keep nobody else from it. */
  readonly problems: readonly string[];
}

/** Brings every project with auto update to the newest version. */
export function autoUpdate(builder: LocalBuilder): AutoUpdate {
  const updated: string[] = [];
  const problems: string[] = [];
  for (const project of builder.state.projects) {
    try {
      if (updateOne(builder, project)) {
        updated.push(project.idn);
      }
    } catch (thrown) {
      if (!(thrown instanceof Refusal) && !(thrown instanceof RegistryError)) {
        throw thrown;
      }
      problems.push(`${project.idn} is not updated. ${thrown.message}`);
    }
  }
  return { updated, problems };
}

/** Whether it has changed. */
function updateOne(builder: LocalBuilder, project: ProjectRecord): boolean {
  const source = sourceOf(project);
  if (!project.is_auto_update_enabled || source === null || source.version !== null) {
    return false;
  }
  const newest = latestRelease(builder.registriesRoot, source.registry, source.item);
  if (newest === null || !isHigher(newest.version, project.version)) {
    return false;
  }
  installRelease(builder, project, newest);
  return true;
}

function readImage(builder: LocalBuilder, name: ReleaseName): ProjectContent {
  try {
    const { zip } = readRelease(builder.registriesRoot, name);
    const [project] = readContent(readArtifactZip(zip, `${name.item} ${name.version}`)).projects;
    if (project === undefined) {
      throw Refusal.invalid(`${name.item} ${name.version} holds no project.`);
    }
    return project;
  } catch (thrown) {
    if (thrown instanceof RegistryError) {
      throw new Refusal(404, refusalTypes.notFound, thrown.message);
    }
    if (thrown instanceof ArtifactError) {
      throw Refusal.invalid(thrown.message);
    }
    throw thrown;
  }
}
