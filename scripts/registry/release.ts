/** What a release is, and the row a Builder shows for it. */
import type { Manifest } from "../artifact/index.ts";

/** Which release of which module. */
export interface ReleaseName {
  /** Name of the registry, `production` in most cases. */
  readonly registry: string;
  /** The Builder's *Module*: `registry_item` of `module.yaml`. */
  readonly item: string;
  /** Semantic version, such as `1.2.0`. */
  readonly version: string;
}

/** A release as it is handed to a registry and read back; text in UTF-8, the zip as it was built. */
export interface Release extends ReleaseName {
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string;
  /** Its section of the changelog, without the heading. */
  readonly changelog: string;
  /** The artifact as a zip in the `newo_v2` form. */
  readonly zip: Uint8Array;
  readonly manifest: Manifest;
  /** Source maps of the skills: path below the maps folder -> JSON text. */
  readonly maps: ReadonlyMap<string, string>;
}

/** The image of a project that a row points to (docs/platform.md, "The Builder's API"). */
interface ProjectImage {
  readonly id: string;
  /** Idn of the project inside the image. */
  readonly idn: string;
  /** SHA-256 of the zip, lower-case hexadecimal. */
  readonly image_hash: string;
  readonly storage_id: string;
  readonly customer_idn: string;
  readonly account_id: string;
  /** ISO 8601, UTC. */
  readonly created_at: string;
}

/** One version of a module as the platform lists it: one row a version, times in ISO 8601, UTC. */
export interface RegistryRow {
  readonly id: string;
  /** The registry item, which the Builder calls *Module*. */
  readonly idn: string;
  readonly version: string;
  readonly project_image: ProjectImage;
  readonly account_id: string;
  readonly account_idn: string;
  readonly account_email: string;
  readonly is_public: boolean;
  /** How many projects use it; a Builder counts them, a registry does not know. */
  readonly active_project_count: number;
  readonly created_at: string;
  readonly published_at: string;
}
