/**
 * The manifest: what a build put into the artifact and which source each part comes from. With it a line of a
 * platform log (flow, skill, line) leads back to the TypeScript line it was compiled from.
 */
import { createHash } from "node:crypto";
import type { DefinitionKind } from "../model/collect-definitions.ts";
import { compareText } from "../model/problem.ts";
import { identityFileName } from "../model/read-identity.ts";
import type { SourceIndex } from "../model/source-index.ts";
import type { ArtifactTree, CompiledSkill, ModuleIdentity, ModuleModel } from "../model/types.ts";
import type { ModuleContents } from "./contents.ts";
import { type PartLine, partLines } from "./part-lines.ts";
import { agentPath, flowPath, projectPath, skillPath } from "./artifact-paths.ts";

/** One line of a script: its line, the index of the file in `sources`, the line in that file; from 1, 0, 1. */
type ManifestLine = readonly [artifactLine: number, sourceFileIndex: number, sourceLine: number];

/** One file of the artifact. */
export interface ManifestFile {
  readonly path: string;
  /** Hash of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Number of its bytes. */
  readonly size: number;
  /** The files it was made from, relative to the project; none for a file that never changes. */
  readonly sources: readonly string[];
  /** Scripts only. */
  readonly lines?: readonly ManifestLine[];
  /** The parts of functions that a script holds, and where each begins. */
  readonly parts?: readonly PartLine[];
}

/** The manifest of one build. It holds no time and no machine, so that equal builds have equal manifests. */
export interface Manifest {
  /** Version of the manifest's own form. */
  readonly manifestVersion: 1;
  readonly identity: ModuleIdentity;
  readonly files: readonly ManifestFile[];
  /** What publishing writes into the account; not there in manifests of older versions. */
  readonly contents?: ModuleContents;
}

/**
 * Describes the tree that was laid out from `model`; `sources` tells where its definitions stand.
 *
 * @param contents what publishing writes into the account; not in the manifest when left out
 */
export function makeManifest(
  model: ModuleModel,
  tree: ArtifactTree,
  sources: SourceIndex,
  contents?: ModuleContents,
): Manifest {
  const { identity } = model;
  const skills = new Map<string, CompiledSkill>();
  const origins = originsOfDefinitions(model, sources);
  for (const flow of model.flows) {
    for (const skill of flow.skills) {
      skills.set(skillPath(identity, flow.idn, skill.idn), skill);
    }
  }
  const parts = partLines(tree);
  const files = [...tree]
    .sort(([left], [right]) => compareText(left, right))
    .map(([path, text]): ManifestFile => {
      const skill = skills.get(path);
      const common = { path, sha256: sha256(text), size: Buffer.byteLength(text) };
      return skill === undefined
        ? { ...common, sources: origins.get(path) ?? [] }
        : {
            ...common,
            ...originsOfSkill(skill),
            ...(parts.has(path) ? { parts: parts.get(path) ?? [] } : {}),
          };
    });
  const own = contents === undefined ? {} : { contents };
  return { manifestVersion: 1, identity: orderedIdentity(identity), files, ...own };
}

/** The manifest as the text of `manifest.json`: indented, but each line of a line map on one line. */
export function manifestText(manifest: Manifest): string {
  const text = JSON.stringify(manifest, null, 2);
  return `${text
    .replace(/\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]/gu, "[$1, $2, $3]")
    .replace(/\[\s+("\w+"),\s+(\d+)\s+\]/gu, "[$1, $2]")}\n`;
}

/** SHA-256 of a text's UTF-8 bytes, or of bytes, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function orderedIdentity(identity: ModuleIdentity): ModuleIdentity {
  return {
    projectIdn: identity.projectIdn,
    title: identity.title,
    description: identity.description,
    version: identity.version,
    registry: identity.registry,
    registryItemIdn: identity.registryItemIdn,
    agentIdn: identity.agentIdn,
    connectorIdn: identity.connectorIdn,
    attributePrefix: identity.attributePrefix,
  };
}

function originsOfSkill(skill: CompiledSkill): Required<Pick<ManifestFile, "sources" | "lines">> {
  const sources = sortedUnique([...skill.sources, ...skill.lines.map(({ file }) => file)]);
  const lines = skill.lines
    .map(({ line, file, sourceLine }): ManifestLine => [line, sources.indexOf(file), sourceLine])
    .sort((left, right) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]);
  return { sources, lines };
}

function originsOfDefinitions(
  model: ModuleModel,
  sources: SourceIndex,
): ReadonlyMap<string, readonly string[]> {
  const { identity } = model;
  const fileOf = (kind: DefinitionKind, idn: string): string | undefined =>
    sources.find({ kind, idn, occurrence: 0, within: null })?.span.position.file;
  const agentFile = sources.findLabelled("agent")?.span.position.file;
  return new Map([
    [projectPath(identity), [identityFileName]],
    [agentPath(identity), sortedUnique([identityFileName, agentFile])],
    ...model.flows.map(({ idn }): [string, string[]] => [
      flowPath(identity, idn),
      sortedUnique([fileOf("flow", idn)]),
    ]),
  ]);
}

function sortedUnique(files: readonly (string | undefined)[]): string[] {
  return [...new Set(files.filter((file) => file !== undefined))].sort(compareText);
}
