/** Releases in folders: `<root>/<registry>/<item>/<version>/`, each put in place as a whole. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { rsort, valid } from "semver";
import { manifestText, type Manifest } from "../artifact/index.ts";
import type { Release, ReleaseName, ReleaseStore } from "./release-store.ts";

const names = { zip: "image.zip", manifest: "manifest.json", changelog: "changelog.md", date: "date.txt" };

/** @param root folder of all registries; made when the first release is published */
export function folderStore(root: string): ReleaseStore {
  const folderOf = ({ registry, item, version }: ReleaseName): string => join(root, registry, item, version);
  return {
    versions: (registry, item) => {
      const folder = join(root, registry, item);
      return existsSync(folder) ? rsort(readdirSync(folder).filter((name) => valid(name) === name)) : [];
    },
    read: (name) => {
      const folder = folderOf(name);
      if (!existsSync(folder)) {
        throw new Error(`There is no ${name.item} ${name.version} in the registry ${name.registry}.`);
      }
      const text = (file: string): string => readFileSync(join(folder, file), "utf8");
      return {
        ...name,
        date: text(names.date).trim(),
        changelog: text(names.changelog),
        zip: readFileSync(join(folder, names.zip)),
        manifest: JSON.parse(text(names.manifest)) as Manifest,
        maps: mapsIn(join(folder, "maps")),
      };
    },
    publish: (release) => {
      const folder = folderOf(release);
      if (existsSync(folder)) {
        throw new Error(`${release.item} ${release.version} is in the registry ${release.registry} already.`);
      }
      mkdirSync(dirname(folder), { recursive: true });
      const staging = mkdtempSync(join(dirname(folder), ".new-"));
      try {
        writeRelease(release, staging);
        renameSync(staging, folder);
      } finally {
        rmSync(staging, { recursive: true, force: true });
      }
    },
  };
}

function writeRelease({ zip, manifest, changelog, date, maps }: Release, folder: string): void {
  writeFileSync(join(folder, names.zip), zip);
  writeFileSync(join(folder, names.manifest), manifestText(manifest));
  writeFileSync(join(folder, names.changelog), changelog);
  writeFileSync(join(folder, names.date), `${date}\n`);
  for (const [path, text] of maps) {
    mkdirSync(dirname(join(folder, "maps", path)), { recursive: true });
    writeFileSync(join(folder, "maps", path), text);
  }
}

function mapsIn(folder: string): Map<string, string> {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return new Map(
    paths
      .filter((path) => path.endsWith(".map"))
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]),
  );
}
