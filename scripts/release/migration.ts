/** What a module exports as `migrations` beside its definition: how accounts follow it from release to release. */

/** The step to one version; the parts that the checks read. */
export interface MigrationRecord {
  readonly version: string;
  readonly renamedAttributes: readonly { readonly from: string; readonly to: string }[];
  /** Idns of attributes whose form has changed. */
  readonly rebuiltAttributes: readonly string[];
  /** Idns of stored JSON whose shape has changed, and whose reader takes what earlier versions wrote as well. */
  readonly reread?: readonly string[];
  /** Idns of whatever was public and is given up without a successor. */
  readonly retired: readonly string[];
}
