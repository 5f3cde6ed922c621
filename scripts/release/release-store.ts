/** Where releases are kept, as the verbs need it. Whoever keeps them implements this. */
import type { Manifest } from "../artifact/index.ts";

/** Which release of which module. */
export interface ReleaseName {
  readonly registry: string;
  /** `registry_item` of `module.yaml`. */
  readonly item: string;
  /** `1.2.0`. */
  readonly version: string;
}

/** A release as it is handed over and read back. */
export interface Release extends ReleaseName {
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** Its section of the changelog, without the heading. */
  readonly changelog: string;
  readonly zip: Uint8Array;
  readonly manifest: Manifest;
  /** Source maps of the skills: path below the maps folder -> JSON text. */
  readonly maps: ReadonlyMap<string, string>;
}

/** A keeper of releases; a release that was published never changes. */
export interface ReleaseStore {
  /** The versions of an item, newest first. */
  versions(registry: string, item: string): readonly string[];
  /** @throws Error in whole sentences when it is not there */
  read(name: ReleaseName): Release;
  /** @throws Error in whole sentences when the version exists; nothing is kept then */
  publish(release: Release): void;
}
