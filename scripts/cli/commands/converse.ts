/** `converse`: written conversations on the module's artifact, against the project's simulator. */
import picocolors from "picocolors";
import {
  playInRuntimes,
  type FoundScript,
  type RuntimeName,
  type Theatre,
} from "../../sandbox/conversations/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { inProject } from "../project.ts";
import { readScripts } from "../read-scripts.ts";
import { loadTriedModule, namedFile, onTheatre } from "../tried-module.ts";

/** What came of one conversation. */
interface Outcome {
  readonly name: string;
  readonly file: string;
  /** Everything that was not as written, and where the runtimes differ; none when it passed. */
  readonly deviations: readonly string[];
}

const runtimes: Readonly<Record<string, readonly RuntimeName[]>> = {
  both: ["node", "nsl"],
  node: ["node"],
  nsl: ["nsl"],
};

/** Prints a line a conversation. Exit code 0 only when all went as written, and the same in both runtimes. */
export const run: Implementation<Commands["converse"]> = async ({ runtime, json }, context) => {
  const project = context.project();
  const { words, terminal } = context;
  const places = words.length > 0 ? words : [inProject(project, namedFile(project, "conversations"))];
  const tried = await loadTriedModule(project);
  const found = places.flatMap((place) => readScripts(project, place, tried.simulator.words));
  const build = await buildOrReport(project, context, json ? "json" : "pretty");
  if (build === null) {
    return exitCodes.failed;
  }
  const { red, green } = picocolors.createColors(terminal.outColour);
  const theatres = new Map<RuntimeName, Theatre>();
  const outcomes: Outcome[] = [];
  const playAll = async (): Promise<void> => {
    context.progress(`Playing ${counted(found.length, "conversation")} ...`);
    for (const one of found) {
      const outcome = { ...titleOf(one), deviations: await playInRuntimes(one.script, theatres) };
      outcomes.push(outcome);
      if (!json) {
        const word = outcome.deviations.length === 0 ? green("ok    ") : red("failed");
        terminal.out(`${word}  ${outcome.name} (${outcome.file})\n`);
        outcome.deviations.forEach((text) => {
          terminal.out(`        ${text}\n`);
        });
      }
    }
  };
  // One theatre inside the other: whatever happens, all of them are closed.
  const play = (runtimes[runtime] ?? []).reduceRight<() => Promise<void>>(
    (next, name) => () =>
      onTheatre(tried, build.tree, name, (theatre) => {
        theatres.set(name, theatre);
        return next();
      }),
    playAll,
  );
  await play();
  const failed = outcomes.filter(({ deviations }) => deviations.length > 0).length;
  const summary = `${counted(outcomes.length, "conversation")}, ${failed === 0 ? "all as written" : `${String(failed)} failed`}.`;
  terminal.out(json ? `${JSON.stringify({ conversations: outcomes, failed }, null, 2)}\n` : `\n${summary}\n`);
  return failed === 0 ? exitCodes.ok : exitCodes.failed;
};

function titleOf({ file, script }: FoundScript): Pick<Outcome, "name" | "file"> {
  return { name: script.name, file };
}

function counted(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? "" : "s"}`;
}
