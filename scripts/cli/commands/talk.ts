/** `talk`: a language model plays callers and agent on the module's artifact; the calendar judges. */
import { existsSync } from "node:fs";
import type { Project } from "../../project/index.ts";
import { ScriptError, type Simulator } from "../../sandbox/conversations/index.ts";
import {
  endpointModel,
  endpointSettings,
  ModelError,
  playTalk,
  readRecording,
  readTalks,
  readWrittenAnswers,
  recorderOf,
  replayOf,
  replayOfWritten,
  talkBrain,
  talkText,
  writeRecording,
  type FoundTalk,
  type Model,
  type TalkReport,
} from "../../talk/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { shownPath } from "../project.ts";
import { loadTriedModule, onTheatre } from "../tried-module.ts";

/** Whoever answers in a talk; null where nothing was recorded. */
interface Cast {
  modelFor(found: FoundTalk): Model | null;
  close(): Promise<void>;
}

/** A skill waits for a model, which has a limit of its own. */
const skillTimeoutMs = 4 * 60 * 60 * 1000;

/** Prints a report a talk. Exit code 0 only when every talk that was played has reached its goal. */
export const run: Implementation<Commands["talk"]> = async ({ record, replay, json }, context) => {
  if (record && replay) {
    throw new UserError(
      "What is replayed cannot be recorded: leave out --record or --replay.",
      exitCodes.usage,
    );
  }
  const project = context.project();
  const { terminal, words } = context;
  const tried = await loadTriedModule(project);
  const talks = words.flatMap((place) => talksAt(project, place, tried.simulator));
  const cast = replay ? replayCast(project, talks) : endpointCast();
  const playing = talks.flatMap((found) => {
    const model = cast.modelFor(found);
    return model === null ? [] : [{ found, model }];
  });
  try {
    const build = await buildOrReport(project, context, json ? "json" : "pretty");
    if (build === null) {
      return exitCodes.failed;
    }
    const brain = talkBrain();
    const reports: (TalkReport & { readonly file: string })[] = [];
    await onTheatre({ ...tried, brain, platform: { skillTimeoutMs } }, build.tree, "nsl", async (theatre) => {
      for (const { found, model } of playing) {
        context.progress(`Playing ${found.file} ...`);
        const recorder = recorderOf(model);
        const report = await playTalk(found.talk, theatre, brain, recorder);
        if (record && report.ending !== "broken off") {
          writeRecording(found.path, recorder.recording);
        }
        reports.push({ file: found.file, ...report });
        if (!json) {
          terminal.out(talkText(report, found.file, terminal.outColour));
        }
      }
    });
    const failed = reports.filter(({ passed }) => !passed).length;
    const unrecorded = talks.length - playing.length;
    terminal.out(
      json
        ? `${JSON.stringify({ talks: reports, failed, unrecorded }, null, 2)}\n`
        : summary(reports.length, failed, unrecorded),
    );
    return failed === 0 ? exitCodes.ok : exitCodes.failed;
  } finally {
    await cast.close();
  }
};

/** @throws UserError */
function talksAt(project: Project, place: string, { words }: Simulator): FoundTalk[] {
  const nameOf = (path: string): string => shownPath(project, path);
  if (!existsSync(place)) {
    throw new UserError(`There is no file ${nameOf(place)}.`, exitCodes.usage);
  }
  const found = plainly(() => readTalks(place, words, nameOf));
  if (found.length === 0) {
    throw new UserError(`There is no talk in ${nameOf(place)}.`, exitCodes.usage);
  }
  return found;
}

/** @throws UserError when nothing was recorded for any of the talks */
function replayCast(project: Project, talks: readonly FoundTalk[]): Cast {
  const nameOf = (path: string): string => shownPath(project, path);
  const models = new Map<FoundTalk, Model>();
  for (const found of talks) {
    const recording = plainly(() => readRecording(found.path, nameOf));
    const written = plainly(() => readWrittenAnswers(found.path, nameOf));
    if (recording !== null) {
      models.set(found, replayOf(recording));
    } else if (written !== null) {
      models.set(found, replayOfWritten(written));
    }
  }
  if (models.size === 0) {
    throw new UserError(
      "Nothing was recorded for it. Play it with a model and --record first.",
      exitCodes.usage,
    );
  }
  return { modelFor: (found) => models.get(found) ?? null, close: () => Promise.resolve() };
}

/** @throws UserError when the environment names no model */
function endpointCast(): Cast {
  const model = plainly(() => endpointModel(endpointSettings(process.env)));
  return { modelFor: () => model, close: () => model.close() };
}

/** @throws UserError for what is wrong with a file or the environment */
function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof ScriptError || thrown instanceof ModelError
      ? new UserError(thrown.message, exitCodes.usage)
      : thrown;
  }
}

function summary(played: number, failed: number, unrecorded: number): string {
  const talks = `${String(played)} ${played === 1 ? "talk" : "talks"}`;
  const result = failed === 0 ? "all reached their goals" : `${String(failed)} failed`;
  const rest = unrecorded === 0 ? "" : ` ${String(unrecorded)} more have no answers recorded.`;
  return `${talks}, ${result}.${rest}\n`;
}
