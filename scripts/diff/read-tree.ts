/**
 * Reads a side of a comparison by the words that name it. Further places, such as a live project, are further sources
 * in the list that the caller gives; a folder and a zip are read here.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArtifact, readManifest, type Manifest } from "../artifact/index.ts";
import type { Reading, ReadingSource } from "./reading.ts";

/**
 * The side that `words` name: of the first source that knows them, else of a folder or zip of this name.
 *
 * @param path turns a name as it was given into an absolute one
 * @returns null when there is nothing of this name
 * @throws ArtifactError when there is, and it is no artifact
 */
export async function readTree(
  words: string,
  sources: readonly ReadingSource[],
  path: (name: string) => string,
): Promise<Reading | null> {
  for (const source of sources) {
    const reading = await source.read(words);
    if (reading !== null) {
      return reading;
    }
  }
  const place = path(words);
  return existsSync(place) ? readPlace(words, place) : null;
}

/** An artifact's folder or zip, or a folder that a build was written to. The manifest is taken where one lies beside it. */
function readPlace(title: string, place: string): Reading {
  const built = join(place, "artifact");
  const artifact = existsSync(built) ? built : place;
  const tree = readArtifact(artifact);
  const file = join(dirname(artifact), "manifest.json");
  const manifest = existsSync(file) ? manifestIn(file) : null;
  const fits = manifest?.files.length === tree.size && manifest.files.every(({ path: own }) => tree.has(own));
  return { title, tree, contents: fits ? (manifest?.contents ?? null) : null };
}

/** null for a file of this name that is something else. */
function manifestIn(file: string): Manifest | null {
  try {
    return readManifest(file);
  } catch {
    return null;
  }
}
