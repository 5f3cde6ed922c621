/** `demo`: a phone call on the artifact, against a simulated Altegio. */
import { join } from "node:path";
import { readArtifact } from "../../artifact/index.ts";
import { writeBuild } from "../../assemble/index.ts";
import { conversationFile, demoText, readScript, runDemo } from "../../demo/index.ts";
import type { Project } from "../../project/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { inProject } from "../project.ts";
import { withPlainFaults } from "../sandbox-faults.ts";

/** Prints the call as it goes on. Exit code 0 only when the appointment stands in Altegio's calendar. */
export const run: Implementation<Commands["demo"]> = async ({ date, build, out, json }, context) => {
  if (!isRealDate(date)) {
    throw new UserError(`"${date}" is not a date. Write YYYY-MM-DD, such as 2026-12-03.`, exitCodes.usage);
  }
  const project = context.project();
  if (build && !(await writeNewBuild(project, context, out, json))) {
    return exitCodes.failed;
  }
  const { terminal } = context;
  context.progress("Starting the sandbox and the Altegio simulator ...");
  const text = demoText(terminal.outColour);
  const say = json ? () => undefined : terminal.out;
  const result = await withPlainFaults(() => {
    // What is played is what was written: an artifact that does not survive the disk must fail here.
    const tree = readArtifact(join(inProject(project, out), "artifact"));
    return runDemo(
      { tree, script: readScript(conversationFile), date },
      {
        onSetup: (report) => {
          say(text.setup(report));
        },
        onTurn: (turn) => {
          say(text.turn(turn));
        },
      },
    );
  });
  terminal.out(json ? `${JSON.stringify(result, null, 2)}\n` : text.result(result, date));
  return result.passed ? exitCodes.ok : exitCodes.failed;
};

async function writeNewBuild(
  project: Project,
  context: CommandContext,
  out: string,
  json: boolean,
): Promise<boolean> {
  const built = await buildOrReport(project, context, json ? "json" : "pretty");
  if (built !== null) {
    writeBuild(built, inProject(project, out));
  }
  return built !== null;
}

function isRealDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
}
