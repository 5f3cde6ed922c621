/** `texts`: writes what the templates of the scenarios give. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderTexts } from "../../assemble/index.ts";
import { problemForm, showProblems } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";

/** Exit code 1 when a template cannot be rendered. */
export const run: Implementation<Commands["texts"]> = async (_options, context) => {
  const project = context.project();
  const { file, content, problems } = await renderTexts(project);
  if (problems.length > 0) {
    showProblems(problems, project.root, context, problemForm("pretty", false));
    return exitCodes.failed;
  }
  if (content !== null) {
    writeFileSync(join(project.root, file), content);
  }
  context.terminal.out(content === null ? "This project has no templates.\n" : `${file} is up to date.\n`);
  return exitCodes.ok;
};
