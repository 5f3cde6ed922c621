/** Released versions of the module, to be installed at the workbench. */
import { unzipArtifact, type Manifest } from "../../artifact/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { listVersions, readRelease } from "../../registry/index.ts";

/** What is run: the artifact, and where its lines come from. */
export interface InstalledBuild {
  readonly tree: ArtifactTree;
  readonly manifest: Manifest;
}

/** Released versions. */
export interface Releases {
  readonly registry: string;
  readonly item: string;
  /** The newest first; `day` is `YYYY-MM-DD`. */
  readonly versions: readonly { readonly version: string; readonly day: string }[];
  /** @throws RegistryError when it cannot be read */
  read(version: string): InstalledBuild;
}

/** Those of one item. @param root folder of all registries @throws RegistryError when the index cannot be read */
export function releasesOf(root: string, registry: string, item: string): Releases {
  return {
    registry,
    item,
    get versions() {
      return listVersions(root, registry, item).map(({ version, published_at: day }) => ({
        version,
        day: day.slice(0, 10),
      }));
    },
    read: (version) => {
      const { zip, manifest } = readRelease(root, { registry, item, version });
      return { tree: unzipArtifact(zip), manifest };
    },
  };
}
