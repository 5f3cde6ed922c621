/** The files of one release, as bytes on disk and back. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { manifestText, type Manifest } from "../artifact/index.ts";
import { RegistryError } from "./registry-error.ts";
import type { Release, ReleaseName } from "./release.ts";

/** Path below the entry's folder -> its bytes. */
export type EntryFiles = ReadonlyMap<string, Uint8Array>;

const names = { zip: "image.zip", manifest: "manifest.json", changelog: "changelog.md", date: "date.txt" };
const mapsFolder = "maps/";

/** The files of a release; the same release gives the same bytes. */
export function filesOfRelease(release: Release): EntryFiles {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return new Map<string, Uint8Array>([
    [names.zip, release.zip],
    [names.manifest, encode(manifestText(release.manifest))],
    [names.changelog, encode(release.changelog)],
    [names.date, encode(`${release.date}\n`)],
    ...[...release.maps].map(([path, text]) => [`${mapsFolder}${path}`, encode(text)] as const),
  ]);
}

/** The release in these files, which `integrityOf` has vouched for. */
export function releaseOfFiles(name: ReleaseName, files: EntryFiles): Release {
  const text = (path: string): string => new TextDecoder().decode(files.get(path));
  return {
    ...name,
    date: text(names.date).trim(),
    changelog: text(names.changelog),
    zip: files.get(names.zip) ?? new Uint8Array(),
    manifest: JSON.parse(text(names.manifest)) as Manifest,
    maps: new Map(
      [...files.keys()]
        .filter((path) => path.startsWith(mapsFolder))
        .map((path) => [path.slice(mapsFolder.length), text(path)]),
    ),
  };
}

/** `sha256-` and the hash over names and contents of all files: one changed, missing or added byte changes it. */
export function integrityOf(files: EntryFiles): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    const digest = createHash("sha256").update(files.get(path) ?? "");
    hash.update(`${path}\0${digest.digest("hex")}\n`);
  }
  return `sha256-${hash.digest("hex")}`;
}

/** All files below a folder. @throws RegistryError when the folder cannot be read */
export function readEntryFiles(folder: string): EntryFiles {
  try {
    return new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const file = join(entry.parentPath, entry.name);
          return [relative(folder, file).split(sep).join("/"), readFileSync(file)] as const;
        }),
    );
  } catch (thrown) {
    const { code = "" } = thrown as NodeJS.ErrnoException;
    throw new RegistryError(
      `${folder} cannot be read (${code}). The registry is not complete: bring the folder back, or release again under a new version.`,
    );
  }
}
