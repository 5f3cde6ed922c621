/** The releases of a project in the registries of this machine, as the verbs need them. */
import { ArtifactError, readArtifactZip } from "../artifact/index.ts";
import type { ArtifactTree, ModuleIdentity } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import {
  listVersions,
  publishRelease,
  readRelease,
  RegistryError,
  registriesRoot,
  type Release,
} from "../registry/index.ts";
import { UserError } from "./exit-codes.ts";

/** The releases of one module in the registry it names. Every method throws a UserError for what the registry refuses. */
export interface ReleaseStore {
  /** Newest first. */
  versions(): string[];
  read(version: string): Release;
  publish(release: Omit<Release, "registry" | "item">): void;
}

/** @param identity of the module whose releases are meant */
export function releaseStore(
  { root }: Project,
  { registry, registryItemIdn: item }: Pick<ModuleIdentity, "registry" | "registryItemIdn">,
): ReleaseStore {
  const folder = registriesRoot(root);
  return {
    versions: () => plainly(() => listVersions(folder, registry, item).map(({ version }) => version)),
    read: (version) => plainly(() => readRelease(folder, { registry, item, version })),
    publish: (release) => {
      plainly(() => publishRelease(folder, { registry, item, ...release }));
    },
  };
}

/** What a release consists of. @throws UserError when this program cannot read it */
export function treeOfRelease({ item, version, zip }: Release): ArtifactTree {
  try {
    return readArtifactZip(zip, `${item} ${version}`);
  } catch (thrown) {
    throw thrown instanceof ArtifactError ? new UserError(thrown.message) : thrown;
  }
}

function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof RegistryError ? new UserError(thrown.message) : thrown;
  }
}
