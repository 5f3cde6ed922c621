/** `texts`: writes what the templates of the scenarios give. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notRun, renderTexts } from "../../assemble/index.ts";
import { versionFileName, versionFileText } from "../../release/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { ProblemsError } from "../problems-error.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Exit code 1 when a template cannot be rendered. */
export const run: Implementation<Commands["texts"]> = async ({ json }, context) => {
  const project = context.project();
  context.progress("Rendering the templates ...");
  const { file, content, problems } = await renderTexts(project).catch((thrown: unknown) => {
    throw new ProblemsError([notRun("What the templates stand on", thrown)]);
  });
  if (problems.length > 0) {
    showProblems(problems, project.root, context, problemForm("pretty", json));
    return exitCodes.failed;
  }
  if (content !== null) {
    writeFileSync(join(project.root, file), content);
  }
  const versionFile = join(project.root, versionFileName(project.folders.attributes));
  if (project.identity !== null && existsSync(versionFile)) {
    writeFileSync(versionFile, versionFileText(project.identity.version));
  }
  const written = content === null ? null : file;
  context.terminal.out(
    json
      ? `${JSON.stringify({ file: written })}\n`
      : written === null
        ? "This project has no templates.\n"
        : `${written} is up to date.\n`,
  );
  return exitCodes.ok;
};
