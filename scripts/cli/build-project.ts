/** Builds a project; a process that builds it again takes over what is unchanged. */
import type { BuildInput, BuildResult } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import { buildKey, keepBuild, keptBuild } from "./build-cache.ts";

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
  // A build that is taken over needs no compiler.
  const { buildModule } = await import("../assemble/index.ts");
  const previous = states.get(project.root);
  const result = await buildModule({ project, overlay, ...(previous === undefined ? {} : { previous }) });
  if (result.state !== null) {
    states.set(project.root, result.state);
  }
  return result;
}

/**
 * The outcome of a build, or of the last one in another process when nothing has changed since.
 *
 * @param out absolute folder that the build is written into
 */
export async function buildOnce(project: Project, out: string): Promise<BuildResult> {
  const key = buildKey(project, out);
  const kept = key === null ? null : keptBuild(project, key);
  if (kept !== null) {
    return { ...kept, state: null };
  }
  const result = await buildProject(project);
  const { build, problems } = result;
  // What was changed while it was built is built again.
  if (build !== null && key !== null && key === buildKey(project, out)) {
    keepBuild(project, key, { build, problems });
  }
  return result;
}
