/** `build`: compiles the module and writes it. */
import { manifestText } from "../../artifact/index.ts";
import { writeBuild } from "../../assemble/write-build.ts";
import { buildOrReport } from "../build-or-report.ts";
import { buildOnce } from "../build-project.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Project } from "../../project/index.ts";
import { outputFolder } from "../output-folder.ts";
import { shownPath } from "../project.ts";
import { problemForm } from "../show-problems.ts";

/**
 * Writes the build, prints where it is or, with `--json`, its manifest. Problems in a form for machines are alone on
 * the output. Exit code 1 for problems.
 */
export const run: Implementation<Commands["build"]> = async ({ out, json, format, cache }, context) => {
  const form = problemForm(format, json);
  const reports = form !== "pretty" && !json;
  const project = context.project();
  const folder = outputFolder(project, out);
  const making = cache ? (made: Project) => buildOnce(made, folder) : undefined;
  const build = await buildOrReport(project, context, form, reports, making);
  if (build === null) {
    return exitCodes.failed;
  }
  const written = writeBuild(build, folder);
  const skills = build.model.flows.reduce((sum, flow) => sum + flow.skills.length, 0);
  const lines = [
    `Wrote ${shownPath(project, written.folder)}  ${String(build.model.flows.length)} flows, ${String(skills)} skills`,
    `Wrote ${shownPath(project, written.zip)}`,
    `Wrote ${shownPath(project, written.manifest)}`,
    `Wrote ${shownPath(project, written.maps)}`,
  ];
  if (reports) {
    lines.forEach(context.progress);
  } else {
    context.terminal.out(json ? manifestText(build.manifest) : `${lines.join("\n")}\n`);
  }
  return exitCodes.ok;
};
