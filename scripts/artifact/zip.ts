/** Packs a tree into a zip whose bytes depend on the tree alone: not on the time, the zone or the machine. */
import { crc32 } from "node:zlib";
import { unzipSync, zipSync, type Zippable } from "fflate";
import { compareText } from "../model/problem.ts";
import type { ArtifactTree } from "../model/types.ts";
import { ArtifactError } from "./artifact-error.ts";
import { findPathFaults } from "./check-tree.ts";
import { zipEntries } from "./zip-entries.ts";

/** Most bytes an artifact may unpack to; the largest real ones stay far below. */
const sizeLimit = 64 * 1024 * 1024;

/** The bytes of the zip: the files of the tree in the order of their paths, no entries for folders. */
export function zipArtifact(tree: ArtifactTree): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = Object.fromEntries(
    [...tree]
      .sort(([left], [right]) => compareText(left, right))
      .map(([path, text]) => [path, encoder.encode(text)]),
  );
  // A zip stores local time, and fflate asks the date for it: a date made of local parts is the same everywhere.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 2, 12), os: 3 });
}

/**
 * The files in a zip, entries for folders left out.
 * Throws an ArtifactError when the bytes are no zip, a file is not UTF-8 or not what the zip says of it, or the whole is
 * larger than 64 MiB, and when a path leads outside or is none that every disk takes.
 */
export function unzipArtifact(bytes: Uint8Array): ArtifactTree {
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        return !name.endsWith("/") && total <= sizeLimit;
      },
    });
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new ArtifactError("The zip cannot be read.", [detail]);
  }
  if (total > sizeLimit) {
    throw new ArtifactError("The zip cannot be read.", [`It unpacks to ${String(total)} bytes.`]);
  }
  const faults = findLies(bytes, files);
  if (faults.length > 0) {
    throw new ArtifactError("The zip cannot be read.", faults);
  }
  const tree = decodeFiles(Object.entries(files));
  const pathFaults = findPathFaults(tree);
  if (pathFaults.length > 0) {
    throw new ArtifactError("The zip cannot be read.", pathFaults);
  }
  return tree;
}

/** Files that are not what the zip's directory says of them: longer, shorter, other bytes, or there twice. */
function findLies(bytes: Uint8Array, files: Readonly<Record<string, Uint8Array>>): string[] {
  const entries = zipEntries(bytes);
  if (entries === null) {
    return ["Its directory is damaged."];
  }
  const seen = new Set<string>();
  return entries
    .filter(({ name }) => !name.endsWith("/"))
    .flatMap(({ name, crc, size }) => {
      const content = files[name];
      const shown = JSON.stringify(name.slice(0, 100));
      if (seen.has(name)) {
        return [`${shown} is in it twice.`];
      }
      seen.add(name);
      return content?.length !== size || crc32(content) !== crc
        ? [`${shown} is not what the zip's directory says of it.`]
        : [];
    });
}

/** Files given as bytes as a tree, sorted by path. Throws an ArtifactError that names every file not in UTF-8. */
export function decodeFiles(files: readonly (readonly [path: string, bytes: Uint8Array])[]): ArtifactTree {
  const faults: string[] = [];
  const tree = new Map<string, string>();
  for (const [path, bytes] of [...files].sort(([left], [right]) => compareText(left, right))) {
    try {
      tree.set(path, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    } catch {
      faults.push(`${path} is not UTF-8 text.`);
    }
  }
  if (faults.length > 0) {
    throw new ArtifactError("The artifact cannot be read.", faults);
  }
  return tree;
}
