/** Releases of the module that accounts may still have, as the registry held them (README.md beside this file). */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { valid } from "semver";
import type { Manifest } from "../../scripts/artifact/index.ts";
import type { Release } from "../../scripts/registry/index.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** All of them, oldest first. */
export function earlierReleases(): Release[] {
  return readdirSync(folder)
    .filter((name) => valid(name) === name)
    .sort()
    .map((version) => {
      const read = (file: string): Buffer => readFileSync(`${folder}${version}/${file}`);
      const manifest = JSON.parse(read("manifest.json").toString()) as Manifest;
      return {
        registry: "production",
        item: manifest.identity.registryItemIdn,
        version,
        date: read("date.txt").toString().trim(),
        changelog: `- ${version}\n`,
        zip: read("image.zip"),
        manifest,
        maps: new Map(),
      };
    });
}
