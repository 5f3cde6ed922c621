/** The index of a registry: what is listed in it is published, and what is not is not there. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { valid } from "semver";
import { takeLock } from "./file-lock.ts";
import { RegistryError } from "./registry-error.ts";
import type { RegistryRow } from "./release.ts";

/** One line of the index. */
export interface IndexEntry {
  readonly row: RegistryRow;
  /** What `integrityOf` gave when it was published. */
  readonly integrity: string;
}

interface RegistryIndex {
  readonly formatVersion: 1;
  /** In the order they were published. */
  readonly entries: readonly IndexEntry[];
}

const fileName = "index.json";

/** The entries of the registry in a folder; none where there is no index yet. @throws RegistryError */
export function readIndex(folder: string): readonly IndexEntry[] {
  const file = join(folder, fileName);
  if (!existsSync(file)) {
    return [];
  }
  let index: Partial<RegistryIndex>;
  try {
    index = JSON.parse(readFileSync(file, "utf8")) as Partial<RegistryIndex>;
  } catch {
    throw new RegistryError(`${file} is no JSON. Bring back the file as it was before it was edited.`);
  }
  if (index.formatVersion !== 1 || !Array.isArray(index.entries)) {
    throw new RegistryError(
      `${file} has a form this version does not know (formatVersion ${JSON.stringify(index.formatVersion)}). Use a newer version of this program.`,
    );
  }
  index.entries.forEach((entry, at) => {
    if (!isEntry(entry)) {
      throw new RegistryError(
        `${file}: entry ${String(at + 1)} is no release. Bring back the file as it was before it was edited.`,
      );
    }
  });
  return index.entries;
}

/** Whether it has what is read of an entry. */
function isEntry(value: unknown): value is IndexEntry {
  const { row, integrity } = (value ?? {}) as Partial<IndexEntry>;
  const names: readonly unknown[] = [row?.idn, row?.version, integrity];
  return names.every((name) => typeof name === "string") && valid(row?.version) !== null;
}

/** Adds an entry; the file is exchanged as a whole, so that a reader sees the old index or the new one. */
export function appendToIndex(folder: string, entry: IndexEntry): void {
  const index: RegistryIndex = { formatVersion: 1, entries: [...readIndex(folder), entry] };
  const file = join(folder, fileName);
  writeFileSync(`${file}.new`, `${JSON.stringify(index, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/**
 * Runs `work` while no other process writes to the registry in this folder.
 *
 * @throws RegistryError when another does
 */
export function whileLocked<T>(folder: string, work: () => T): T {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, ".lock");
  const giveBack = takeLock(lock);
  if (giveBack === null) {
    throw new RegistryError(
      `Another release is being written to ${folder}. When none is, remove ${lock} and run this again.`,
    );
  }
  try {
    return work();
  } finally {
    giveBack();
  }
}
