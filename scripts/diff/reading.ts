/** What is compared, and where it can come from. */
import type { ModuleContents } from "../artifact/index.ts";
import type { ArtifactTree } from "../model/types.ts";

/** One side of a comparison. */
export interface Reading {
  /** How it is called in the report. */
  readonly title: string;
  readonly tree: ArtifactTree;
  /** Attributes, tools and canvas items; null where nothing tells them, as in a zip alone. */
  readonly contents: ModuleContents | null;
  /** It is a project of an account: where that comes from, and whether it is updated by itself, is the account's choice. */
  readonly isLive?: true;
}

/** A kind of place that sides can be read from. */
export interface ReadingSource {
  /** The words that name a place of this kind, for the help: `live` or `VERSION`. */
  readonly form: string;
  /** Reads the place, or null when the words name none of this kind. */
  read(words: string): Promise<Reading | null>;
}
