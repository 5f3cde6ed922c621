/** `demo`: one written conversation on the artifact, shown turn by turn. */
import { join } from "node:path";
import { readArtifact } from "../../artifact/index.ts";
import { writeBuild } from "../../assemble/index.ts";
import { demoText, runDemo } from "../../demo/index.ts";
import type { Project } from "../../project/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { outputFolder } from "../output-folder.ts";
import { inProject } from "../project.ts";
import { readScripts } from "../read-scripts.ts";
import { withPlainFaults } from "../sandbox-faults.ts";
import { loadTriedModule, namedFile, onTheatre } from "../tried-module.ts";

/** Prints the conversation as it goes on. Exit code 0 only when what it leads to stands in the service's calendar. */
export const run: Implementation<Commands["demo"]> = async ({ date, build, out, json }, context) => {
  if (date !== "" && !isRealDate(date)) {
    throw new UserError(`"${date}" is not a date. Write YYYY-MM-DD, such as 2026-12-03.`, exitCodes.usage);
  }
  const project = context.project();
  const file = inProject(project, namedFile(project, "demo"));
  if (build && !(await writeNewBuild(project, context, out, json))) {
    return exitCodes.failed;
  }
  const { terminal } = context;
  const tried = await loadTriedModule(project);
  const { simulator } = tried;
  const [{ script }] = readScripts(project, file, simulator.words, date === "" ? undefined : date);
  context.progress(`Starting the sandbox and the ${simulator.name} simulator ...`);
  const text = demoText(simulator.name, terminal.outColour);
  const say = json ? () => undefined : terminal.out;
  // What is played is what was written: an artifact that does not survive the disk must fail here.
  const tree = await withPlainFaults(async () => readArtifact(join(inProject(project, out), "artifact")));
  const result = await onTheatre(tried, tree, "nsl", (theatre) =>
    runDemo(theatre, simulator, script, {
      onSetUp: (report) => {
        say(text.setUp(report, script.name));
      },
      onTurn: (turn) => {
        say(text.turn(turn));
      },
    }),
  );
  terminal.out(json ? `${JSON.stringify(result, null, 2)}\n` : text.result(result));
  return result.passed ? exitCodes.ok : exitCodes.failed;
};

async function writeNewBuild(
  project: Project,
  context: CommandContext,
  out: string,
  json: boolean,
): Promise<boolean> {
  const folder = outputFolder(project, out);
  const built = await buildOrReport(project, context, json ? "json" : "pretty");
  if (built !== null) {
    writeBuild(built, folder);
  }
  return built !== null;
}

function isRealDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}
