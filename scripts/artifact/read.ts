/** Reads an artifact back, from its folder or its zip. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ArtifactTree } from "../model/types.ts";
import { ArtifactError } from "./artifact-error.ts";
import { formatVersion, versionPath } from "./artifact-paths.ts";
import { findPathFaults } from "./check-tree.ts";
import { decodeFiles, unzipArtifact } from "./zip.ts";

/**
 * Reads the artifact at `path`. The root may also be one folder further down, as in zips the platform exports
 * (docs/platform.md, "The tree").
 * Throws an ArtifactError when there is none, it is no zip or of another format, a path leads outside or a file is not
 * UTF-8.
 */
export function readArtifact(path: string): ArtifactTree {
  const isFolder = statOf(path).isDirectory();
  const tree = isFolder ? decodeFiles(filesUnder(path)) : unzipArtifact(readFileSync(path));
  const faults = findPathFaults(tree);
  if (faults.length > 0) {
    throw new ArtifactError(`The artifact ${path} cannot be read.`, faults);
  }
  return artifactIn(tree, path);
}

/**
 * The artifact in a zip, as `readArtifact` reads it.
 *
 * @param name what it is called in an error
 * @throws ArtifactError
 */
export function readArtifactZip(bytes: Uint8Array, name: string): ArtifactTree {
  return artifactIn(unzipArtifact(bytes), name);
}

function artifactIn(tree: ArtifactTree, path: string): ArtifactTree {
  const artifact = fromRoot(tree, path);
  const version = artifact.get(versionPath) ?? "";
  if (version !== formatVersion) {
    throw new ArtifactError(`The artifact ${path} cannot be read.`, [
      `${versionPath} says ${JSON.stringify(version.slice(0, 40))}. Only ${formatVersion} can be read: export it in this format, or use a newer version of this program.`,
    ]);
  }
  return artifact;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    throw new ArtifactError("The artifact cannot be read.", [`${path} does not exist.`]);
  }
}

function filesUnder(folder: string): [path: string, bytes: Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).split(sep).join("/"), readFileSync(file)];
    });
}

function fromRoot(tree: ArtifactTree, path: string): ArtifactTree {
  if (tree.has(versionPath)) {
    return tree;
  }
  const roots = [...tree.keys()].filter((file) => /^[^/]+\/import_version\.txt$/u.test(file));
  const [root] = roots;
  if (root === undefined || roots.length > 1) {
    throw new ArtifactError(`The artifact ${path} cannot be read.`, [`It has no ${versionPath}.`]);
  }
  const prefix = root.slice(0, -versionPath.length);
  return new Map(
    [...tree]
      .filter(([file]) => file.startsWith(prefix))
      .map(([file, text]) => [file.slice(prefix.length), text]),
  );
}
