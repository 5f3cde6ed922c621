/** What the verbs of `new` share: the project around it, the project's format, and all files or none. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isStale, loadDefinitions, renderTexts } from "../assemble/index.ts";
import { Drafts, NewError, partName, type PartName, type Planned, type Surroundings } from "../new/index.ts";
import type { Project } from "../project/index.ts";
import { readReleased, releasedFileName } from "../release/index.ts";
import { commandCall } from "../toolkit.ts";
import { loadScenarios } from "./check-content.ts";
import type { CommandContext } from "./command.ts";
import { exitCodes, UserError, type ExitCode } from "./exit-codes.ts";
import { ProblemsError } from "./problems-error.ts";

/** Plans what a verb writes. */
type Plan = (drafts: Drafts, name: PartName, around: Surroundings) => Planned | Promise<Planned>;

/**
 * Plans, writes, and says what was written and how its first test is run.
 *
 * @throws UserError for a name that cannot be, or is there already; nothing is written then
 * @throws ProblemsError when the project is not in order as it is
 */
export async function writeNew(plan: Plan, json: boolean, context: CommandContext): Promise<ExitCode> {
  try {
    const name = partName(context.words[0] ?? "");
    const project = context.project();
    context.progress("Reading the module ...");
    const drafts = new Drafts(project.root);
    const { test } = await plan(drafts, name, await surroundingsOf(project));
    await drafts.format(await formatter(project.root));
    await drafts.write((write) => writeTexts(project, write));
    const command =
      test.runner === "vitest" ? `npx vitest run ${test.file}` : `${commandCall} ${test.runner} ${test.file}`;
    context.terminal.out(
      json
        ? `${JSON.stringify({ written: drafts.files, test: command }, null, 2)}\n`
        : `${drafts.files.map((file) => `Wrote ${file}`).join("\n")}\nIts first test: ${command}\n`,
    );
    return exitCodes.ok;
  } catch (thrown) {
    throw thrown instanceof NewError
      ? new UserError(thrown.message, thrown.isUsage ? exitCodes.usage : exitCodes.failed)
      : thrown;
  }
}

async function surroundingsOf(project: Project): Promise<Surroundings> {
  const { definition, problems } = await loadDefinitions(project);
  if (definition === null) {
    throw new ProblemsError([...project.problems, ...problems]);
  }
  return {
    prefix: project.attributePrefix,
    folders: project.folders,
    conversations: project.sandbox.conversations,
    definition,
    scenarios: await loadScenarios(project),
    released: readReleased(project.root, releasedFileName(project.folders.module)),
  };
}

/** The texts of the scenarios, from their templates, which may be new. */
async function writeTexts(project: Project, write: (file: string, text: string) => void): Promise<void> {
  const rendered = await renderTexts(project);
  const { file, content, problems } = rendered;
  if (problems.length > 0) {
    throw new ProblemsError([...problems]);
  }
  if (content !== null && isStale(project, rendered)) {
    write(file, content);
  }
}

/** Prettier's format, where it is installed; else the texts as the templates give them. */
async function formatter(root: string): Promise<(file: string, text: string) => Promise<string>> {
  const installed = existsSync(join(root, "node_modules", "prettier")) ? await import("prettier") : null;
  return async (file, text) => {
    if (installed === null || file.endsWith(".hbs")) {
      return text;
    }
    const path = join(root, file);
    return installed.format(text, { ...(await installed.resolveConfig(path)), filepath: path });
  };
}
