/**
 * A local registry: folders that hold released versions of modules, as the platform's registries do. Entries are
 * immutable; whatever is read is checked against the integrity that was stored when it was published.
 *
 * On disk: `<root>/<registry>/index.json` and `<root>/<registry>/<item>/<version>/` with the files of the release.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gt, rcompare, valid } from "semver";
import { filesOfRelease, integrityOf, readEntryFiles, releaseOfFiles, type EntryFiles } from "./entry.ts";
import { appendToIndex, readIndex, whileLocked, type IndexEntry } from "./registry-index.ts";
import { RegistryError } from "./registry-error.ts";
import { rowOf } from "./row.ts";
import type { RegistryRow, Release, ReleaseName } from "./release.ts";

/**
 * Publishes a release and gives its row. All or nothing: an interrupted call leaves what the next one replaces.
 *
 * @param root folder of all registries, see `registriesRoot`; made when it is missing
 * @throws RegistryError when the version exists, is none, or does not fit the manifest
 */
export function publishRelease(root: string, release: Release): RegistryRow {
  checkRelease(release);
  return onDisk(() => publishInto(registryFolder(root, release.registry), release));
}

function publishInto(folder: string, release: Release): RegistryRow {
  return whileLocked(folder, () => {
    if (find(folder, release) !== undefined) {
      throw new RegistryError(
        `${describe(release)} is published already, and what is published stays as it is. Release under a higher version.`,
      );
    }
    const files = filesOfRelease(release);
    writeEntry(folder, release, files);
    const row = rowOf(release);
    appendToIndex(folder, { row, integrity: integrityOf(files) });
    return row;
  });
}

/** The names of the registries below a root, sorted; none when there is no such folder. @throws RegistryError */
export function listRegistries(root: string): string[] {
  return onDisk(() =>
    existsSync(root)
      ? readdirSync(root, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
          .sort()
      : [],
  );
}

/** @throws RegistryError for what the file system refuses */
function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const { code, path } = thrown as NodeJS.ErrnoException;
    throw code === undefined || path === undefined
      ? thrown
      : new RegistryError(
          `${path} cannot be read or written (${code}). Put that right and run this again; what was begun there is no release.`,
        );
  }
}

/**
 * The rows of a registry, newest version of each item first, items by name; none for a registry nobody published to.
 *
 * @param item only the rows of this one
 * @throws RegistryError when the index cannot be read
 */
export function listVersions(root: string, registry: string, item?: string): RegistryRow[] {
  return readIndex(registryFolder(root, registry))
    .map(({ row }) => row)
    .filter(({ idn }) => item === undefined || idn === item)
    .sort((left, right) => left.idn.localeCompare(right.idn) || rcompare(left.version, right.version));
}

/** The name of the newest release of an item, or null when it has none. @throws RegistryError */
export function latestRelease(root: string, registry: string, item: string): ReleaseName | null {
  const [newest] = listVersions(root, registry, item);
  return newest === undefined ? null : { registry, item, version: newest.version };
}

/**
 * Reads a release.
 *
 * @throws RegistryError when it is not there or is no longer what was published
 */
export function readRelease(root: string, name: ReleaseName): Release {
  const { registry, item, version } = name;
  const folder = registryFolder(root, registry);
  const entry = find(folder, name);
  if (entry === undefined) {
    throw new RegistryError(`There is no ${describe(name)}. ${versionsThere(root, registry, item)}`);
  }
  const files = readEntryFiles(entryFolder(folder, name));
  if (integrityOf(files) !== entry.integrity) {
    throw new RegistryError(
      `${describe(name)} is not what was published: its files have been changed since. Bring back the folder ${entryFolder(folder, name)}.`,
    );
  }
  return releaseOfFiles({ registry, item, version }, files);
}

/** What is wrong with a registry: a sentence for each entry that cannot be read as it was published. */
export function verifyRegistry(root: string, registry: string): string[] {
  return listVersions(root, registry).flatMap(({ idn, version }) => {
    try {
      readRelease(root, { registry, item: idn, version });
      return [];
    } catch (thrown) {
      return [thrown instanceof Error ? thrown.message : String(thrown)];
    }
  });
}

/** Whether a released version is higher than another, which may be none that can be read. */
export function isHigher(version: string, than: string): boolean {
  return valid(than) === null || gt(version, than);
}

function checkRelease(release: Release): void {
  const { item, version, date, manifest } = release;
  if (valid(version) !== version) {
    throw new RegistryError(`"${version}" is no version. Write three numbers, such as 1.2.0.`);
  }
  for (const name of [release.registry, item]) {
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u.test(name)) {
      throw new RegistryError(`"${name}" cannot be a name in a registry. Use letters, digits, "_" and "-".`);
    }
  }
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) {
    throw new RegistryError(`"${date}" is no day. Write YYYY-MM-DD.`);
  }
  const { identity } = manifest;
  if (identity.version !== version || identity.registryItemIdn !== item) {
    throw new RegistryError(
      `The manifest is that of ${identity.registryItemIdn} ${identity.version}, not of ${item} ${version}. Build again and release that.`,
    );
  }
}

/** Beside its place first. What an interrupted call has left there is no release, for the index does not name it. */
function writeEntry(folder: string, name: ReleaseName, files: EntryFiles): void {
  const staging = mkdtempSync(join(folder, ".staging-"));
  try {
    for (const [path, bytes] of files) {
      const file = join(staging, "entry", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    const place = entryFolder(folder, name);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(staging, "entry"), place);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function find(folder: string, { item, version }: ReleaseName): IndexEntry | undefined {
  return readIndex(folder).find(({ row }) => row.idn === item && row.version === version);
}

function versionsThere(root: string, registry: string, item: string): string {
  const versions = listVersions(root, registry, item).map(({ version }) => version);
  if (versions.length > 0) {
    return `There are: ${versions.join(", ")}.`;
  }
  const others = listRegistries(root);
  return others.includes(registry)
    ? `The registry "${registry}" holds no version of ${item}; release one first.`
    : `There is no registry "${registry}"${others.length === 0 ? "" : `, but ${others.join(", ")}`}; release into it first.`;
}

function describe({ registry, item, version }: ReleaseName): string {
  return `${item} ${version} in the registry "${registry}"`;
}

function registryFolder(root: string, registry: string): string {
  return join(root, registry);
}

function entryFolder(folder: string, { item, version }: ReleaseName): string {
  return join(folder, item, version);
}
