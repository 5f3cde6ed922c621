/** Where the releases of a project are kept: the one place that knows which implementation is used. */
import { join } from "node:path";
import type { Project } from "../project/index.ts";
import { folderStore, type ReleaseStore } from "../release/index.ts";
import { environmentName } from "../toolkit.ts";
import { UserError } from "./exit-codes.ts";

/**
 * The store of a project: in the folder the environment names, else in `.registries` of the project. What it refuses is
 * a UserError.
 */
export function releaseStore({ root }: Project): ReleaseStore {
  const store = folderStore(process.env[environmentName("REGISTRIES")] ?? join(root, ".registries"));
  return {
    versions: (registry, item) => plainly(() => store.versions(registry, item)),
    read: (name) => plainly(() => store.read(name)),
    publish: (release) => {
      plainly(() => {
        store.publish(release);
      });
    },
  };
}

function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw new UserError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
