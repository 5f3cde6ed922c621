/** Versions of the module to be installed at the workbench: those that are released, and the sources as the newest. */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inc } from "semver";
import { unzipArtifact, zipArtifact, type Manifest } from "../../artifact/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { isHigher, latestRelease, listVersions, publishRelease, readRelease } from "../../registry/index.ts";

/** What is run: the artifact, and where its lines come from. */
export interface InstalledBuild {
  readonly tree: ArtifactTree;
  readonly manifest: Manifest;
}

/** The registries of a workbench, which nobody else sees. */
export interface Releases {
  /** The folder of all registries, as a Builder reads it. */
  readonly root: string;
  readonly registry: string;
  readonly item: string;
  /** The version that the sources have here: higher than every released one. */
  readonly sources: string;
  /** The newest first; `day` is `YYYY-MM-DD`. */
  readonly versions: readonly { readonly version: string; readonly day: string }[];
  /** @throws RegistryError when it cannot be read */
  read(version: string): InstalledBuild;
  /** Removes the folder. */
  close(): void;
}

/**
 * Copies the registries and releases the sources into the copy, so that a Builder can install and update to them.
 *
 * @param from folder of all registries; it need not be there
 * @param day `YYYY-MM-DD`
 * @throws RegistryError when the index cannot be read
 */
export function sessionReleases(from: string, build: InstalledBuild, day: string): Releases {
  const { tree, manifest } = build;
  const root = mkdtempSync(join(tmpdir(), "workbench-registries-"));
  if (existsSync(from)) {
    cpSync(from, root, { recursive: true });
  }
  const { registry, registryItemIdn: item, version } = manifest.identity;
  const newest = latestRelease(root, registry, item)?.version;
  const sources =
    newest === undefined || isHigher(version, newest)
      ? version
      : (inc(newest, "prepatch", "sources") ?? version);
  publishRelease(root, {
    ...{ registry, item, version: sources, date: day, changelog: "- As the sources are.\n" },
    zip: zipArtifact(tree),
    manifest: { ...manifest, identity: { ...manifest.identity, version: sources } },
    maps: new Map(),
  });
  return {
    ...{ root, registry, item, sources },
    versions: listVersions(root, registry, item).map(({ version: one, published_at: at }) => ({
      version: one,
      day: at.slice(0, 10),
    })),
    read: (one) => {
      if (one === sources) {
        return build;
      }
      const release = readRelease(root, { registry, item, version: one });
      return { tree: unzipArtifact(release.zip), manifest: release.manifest };
    },
    close: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
