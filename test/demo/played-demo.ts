/** Plays the project's demo for a test. */
import type { ArtifactTree } from "../../scripts/model/types.ts";
import {
  conversationFile,
  demoText,
  readScript,
  runDemo,
  type DemoResult,
} from "../../scripts/demo/index.ts";

export const demoDate = "2026-12-03";

/** The result with the text a person would have seen. */
export async function playedDemo(
  tree: ArtifactTree,
  date: string = demoDate,
): Promise<{ readonly result: DemoResult; readonly text: string }> {
  const show = demoText(false);
  const shown: string[] = [];
  const result = await runDemo(
    { tree, script: readScript(conversationFile), date },
    { onSetup: (report) => shown.push(show.setup(report)), onTurn: (turn) => shown.push(show.turn(turn)) },
  );
  return { result, text: [...shown, show.result(result, date)].join("") };
}
