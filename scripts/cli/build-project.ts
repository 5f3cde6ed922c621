/** Builds the project; a process that builds again takes over what is unchanged. */
import { buildModule, type BuildResult } from "../assemble/index.ts";
import { projectRoot } from "../project-root.ts";

/** What the last build of this process left. */
let previous: BuildResult["state"] = null;

/** The outcome of a build of the project as it is on disk. */
export async function buildProject(): Promise<BuildResult> {
  const result = await buildModule({ root: projectRoot, ...(previous === null ? {} : { previous }) });
  previous = result.state;
  return result;
}
