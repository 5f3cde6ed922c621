/** Builds a project; a process that builds it again takes over what is unchanged. */
import { buildModule, type BuildInput, type BuildResult } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";

/** What the last build of this process left, by the root of the project. */
const states = new Map<string, NonNullable<BuildResult["state"]>>();

/**
 * The outcome of a build.
 *
 * @param overlay texts of skills instead of, or beside, those on disk, by absolute name; none by default
 */
export async function buildProject(
  project: Project,
  overlay: BuildInput["overlay"] = new Map(),
): Promise<BuildResult> {
  const previous = states.get(project.root);
  const result = await buildModule({ project, overlay, ...(previous === undefined ? {} : { previous }) });
  if (result.state !== null) {
    states.set(project.root, result.state);
  }
  return result;
}
