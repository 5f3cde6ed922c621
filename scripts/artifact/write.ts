/** The only part of the build that writes to disk. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ArtifactTree } from "../model/types.ts";
import { ArtifactError } from "./artifact-error.ts";
import { zipName } from "./artifact-paths.ts";
import { findTreeFaults } from "./check-tree.ts";
import { diffArtifacts } from "./diff.ts";
import { removeLeftovers } from "./leftovers.ts";
import { manifestText, sha256, type Manifest } from "./manifest.ts";
import { unzipArtifact } from "./zip.ts";

/** Where the parts of a build were written. */
export interface WrittenArtifact {
  readonly folder: string;
  readonly zip: string;
  readonly manifest: string;
  /** The source maps of the skills. */
  readonly maps: string;
}

/**
 * Writes `artifact/`, the zip, `manifest.json` and `maps/` into `outDir`.
 *
 * Everything is checked first and written beside its destination; only complete parts are then renamed into place,
 * and when a rename fails those already done are undone. So `outDir` holds either the old build or the new one, and
 * `artifact/` and `maps/` hold no file of an earlier build. What a build that was killed has left is removed; other
 * files in `outDir` are left alone.
 * Throws an ArtifactError with all faults when the parts are wrong or do not belong together, and the error of the
 * file system when it refuses.
 */
export function writeArtifact(
  tree: ArtifactTree,
  manifest: Manifest,
  zipBytes: Uint8Array,
  outDir: string,
  maps: ReadonlyMap<string, string> = new Map(),
): WrittenArtifact {
  const faults = [
    ...findTreeFaults(tree),
    ...findManifestFaults(tree, manifest),
    ...findZipFaults(tree, zipBytes),
  ];
  if (faults.length > 0) {
    throw new ArtifactError("The artifact was not written.", faults);
  }
  mkdirSync(outDir, { recursive: true });
  removeLeftovers(outDir);
  const staging = mkdtempSync(join(outDir, `.staging-${String(process.pid)}-`));
  try {
    const names = ["artifact", zipName(manifest.identity), "manifest.json", "maps"] as const;
    const [folder, zip, json, mapsFolder] = names;
    mkdirSync(join(staging, "old"));
    writeFiles(tree, join(staging, "new", folder));
    writeFiles(maps, join(staging, "new", mapsFolder));
    writeFileSync(join(staging, "new", zip), zipBytes);
    writeFileSync(join(staging, "new", json), manifestText(manifest));
    replaceAll(names, staging, outDir);
    return {
      folder: join(outDir, folder),
      zip: join(outDir, zip),
      manifest: join(outDir, json),
      maps: join(outDir, mapsFolder),
    };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function writeFiles(files: ReadonlyMap<string, string>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Moves each name out of `outDir` and its new version in; on the first failure moves everything back. */
function replaceAll(names: readonly string[], staging: string, outDir: string): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    undo.unshift(() => {
      renameSync(to, from);
    });
  };
  try {
    for (const name of names) {
      if (existsSync(join(outDir, name))) {
        move(join(outDir, name), join(staging, "old", name));
      }
      move(join(staging, "new", name), join(outDir, name));
    }
  } catch (thrown) {
    undo.forEach((step) => {
      step();
    });
    throw thrown;
  }
}

function findManifestFaults(tree: ArtifactTree, manifest: Manifest): string[] {
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  return [
    ...[...tree]
      .filter(([path, text]) => listed.get(path) !== sha256(text))
      .map(([path]) => `The manifest does not describe ${path} as it is.`),
    ...[...listed.keys()]
      .filter((path) => !tree.has(path))
      .map((path) => `The manifest lists ${path}, which is not in the artifact.`),
  ];
}

function findZipFaults(tree: ArtifactTree, zipBytes: Uint8Array): string[] {
  let zipped: ArtifactTree;
  try {
    zipped = unzipArtifact(zipBytes);
  } catch (thrown) {
    return [thrown instanceof Error ? thrown.message : String(thrown)];
  }
  const { added, removed, changed } = diffArtifacts(tree, zipped);
  return [...added, ...removed, ...changed].map((path) => `The zip and the artifact differ in ${path}.`);
}
