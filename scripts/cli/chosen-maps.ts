/** The maps that lead from lines of compiled skills to TypeScript: of a build or of releases, by version. */
import { statSync } from "node:fs";
import { ArtifactError, type Manifest } from "../artifact/index.ts";
import { findManifests } from "../artifact/released-maps.ts";
import type { Project } from "../project/index.ts";
import { commandCall } from "../toolkit.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { inProject } from "./project.ts";

/**
 * The maps of one version in a folder.
 *
 * @param folder of a build or a registry, relative to the project
 * @param version "" where there is only one
 * @throws UserError when there are none, or several and none was named
 */
export function chosenMaps(project: Project, folder: string, version: string): Manifest {
  const found = manifestsIn(inProject(project, folder), folder).filter(
    // A project whose identity cannot be read may still ask.
    ({ identity }) => project.identity === null || identity.projectIdn === project.identity.projectIdn,
  );
  const versions = found.map(({ identity }) => identity.version).join(", ");
  const [manifest, ...others] = found.filter(
    ({ identity }) => version === "" || identity.version === version,
  );
  if (versions === "") {
    throw new UserError(
      `There is no build to look into in ${folder}. Run \`${commandCall} build\`, or name the folder of the releases with --maps.`,
    );
  }
  if (manifest === undefined) {
    throw new UserError(
      `${folder} holds no maps of version ${version}; it has ${versions}. Name the folder of the releases with --maps.`,
    );
  }
  if (others.length > 0) {
    throw new UserError(`${folder} holds the maps of ${versions}: name one with --version.`, exitCodes.usage);
  }
  return manifest;
}

/** @throws UserError for a file, and for maps that are none */
function manifestsIn(place: string, word: string): Manifest[] {
  if (statSync(place, { throwIfNoEntry: false })?.isFile() === true) {
    throw new UserError(`${word} is a file. Name the folder of a build or of the releases.`, exitCodes.usage);
  }
  try {
    return findManifests(place);
  } catch (thrown) {
    throw thrown instanceof ArtifactError ? new UserError(thrown.message, exitCodes.usage) : thrown;
  }
}
