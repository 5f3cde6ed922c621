/** Builds the project for a verb and shows its problems in the form that was asked for. */
import type { Build, BuildResult } from "../assemble/index.ts";
import { buildProject } from "./build-project.ts";
import type { CommandContext } from "./command.ts";
import type { Project } from "../project/index.ts";
import { showProblems, type ProblemForm } from "./show-problems.ts";

/**
 * The build, or null after its problems were shown. Warnings of a build that worked are shown too.
 *
 * @param always whether JSON and SARIF are also written when the build worked, because nothing else is
 * @param making how the build is made
 */
export async function buildOrReport(
  project: Project,
  context: CommandContext,
  form: ProblemForm,
  always = false,
  making: (project: Project) => Promise<BuildResult> = buildProject,
): Promise<Build | null> {
  context.progress("Compiling the module ...");
  const { build, problems } = await making(project);
  if (build === null || form === "pretty" || always) {
    showProblems(problems, project.root, context, form);
  }
  return build;
}
