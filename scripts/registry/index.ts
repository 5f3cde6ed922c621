/** @module Local registries: released versions of modules in folders, and nothing else. */
import { join } from "node:path";
import { environmentName } from "../toolkit.ts";

export { takeLock } from "./file-lock.ts";
export { RegistryError } from "./registry-error.ts";
export type { RegistryRow, Release, ReleaseName } from "./release.ts";
export {
  isHigher,
  latestRelease,
  listRegistries,
  listVersions,
  publishRelease,
  readRelease,
  verifyRegistry,
} from "./registry.ts";
export { localAccount } from "./row.ts";
export { stableId } from "./stable-id.ts";

/** The registry that is meant when none is named. */
export const defaultRegistry = "production";

/**
 * The folder of all registries: what the environment names, else `.registries` of the project.
 *
 * @param projectRoot absolute folder of the project
 */
export function registriesRoot(projectRoot: string): string {
  return process.env[environmentName("REGISTRIES")] ?? join(projectRoot, ".registries");
}
