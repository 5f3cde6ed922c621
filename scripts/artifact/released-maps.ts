/**
 * The maps of builds and releases. What leads a line of a log home is the manifest, `manifest.json`: it lies beside
 * the zip in the folder of a build, and in a registry beside the zip of each release.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./manifest.ts";
import { readManifest } from "./read-manifest.ts";

const fileName = "manifest.json";

/** `<registry>/<item>/<version>/` below the root of all registries. */
const DEEPEST = 3;

/**
 * The manifests in a folder, or in those below it where it has none itself; none when there is no such folder.
 *
 * @throws ArtifactError when one cannot be read
 */
export function findManifests(folder: string, depth = 0): Manifest[] {
  if (!existsSync(folder)) {
    return [];
  }
  const file = join(folder, fileName);
  if (existsSync(file)) {
    return [readManifest(file)];
  }
  return depth === DEEPEST
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .sort((left, right) => (left.name < right.name ? -1 : 1))
        .flatMap(({ name }) => findManifests(join(folder, name), depth + 1));
}
