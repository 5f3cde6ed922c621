/** The project's own module, built once for a test file. */
import { fileURLToPath } from "node:url";
import { buildModule, type Build } from "../../scripts/assemble/index.ts";
import { openProject } from "../../scripts/project/index.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/u, "");

/** Fails with the problems when the module does not build. */
export async function builtModule(): Promise<Build> {
  const { build, problems } = await buildModule({ project: openProject(root) });
  if (build === null) {
    throw new Error(JSON.stringify(problems, null, 2));
  }
  return build;
}
