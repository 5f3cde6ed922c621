/** Builds the project; a process that builds again takes over what is unchanged. */
import { buildModule, type BuildInput, type BuildResult } from "../assemble/index.ts";
import { projectRoot } from "../project-root.ts";

/** What the last build of this process left. */
let previous: BuildResult["state"] = null;

/**
 * The outcome of a build of the project.
 *
 * @param overlay texts of skills instead of, or beside, those on disk, by absolute name; none by default
 */
export async function buildProject(overlay: BuildInput["overlay"] = new Map()): Promise<BuildResult> {
  const result = await buildModule({
    root: projectRoot,
    overlay,
    ...(previous === null ? {} : { previous }),
  });
  previous = result.state ?? previous;
  return result;
}
