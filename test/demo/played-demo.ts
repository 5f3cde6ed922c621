/** Plays the project's demo for a test. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import { demoText, runDemo, type DemoResult } from "../../scripts/demo/index.ts";
import {
  openTheatre,
  parseConversations,
  type ConversationScript,
} from "../../scripts/sandbox/conversations/index.ts";
import { triedModule } from "../conversations/tried-module.ts";

const { simulator } = triedModule;

/** The text of the demo's conversation. */
export const demoFile = readFileSync(
  fileURLToPath(new URL("../../scripts/simulator/demo.yaml", import.meta.url)),
  "utf8",
);

/** The conversation that is played. @throws ScriptError */
export function readDemo(text: string = demoFile, date = "2026-12-03"): ConversationScript {
  return parseConversations(text, simulator.words, { date })[0] as ConversationScript;
}

/** The result with the text a person would have seen. */
export async function playedDemo(
  tree: ArtifactTree,
  date?: string,
): Promise<{ readonly result: DemoResult; readonly text: string }> {
  const show = demoText(simulator.name, false);
  const shown: string[] = [];
  const script = readDemo(demoFile, date);
  const theatre = await openTheatre({ ...triedModule, artifact: tree });
  try {
    const result = await runDemo(theatre, simulator, script, {
      onSetUp: (report) => shown.push(show.setUp(report, script.name)),
      onTurn: (turn) => shown.push(show.turn(turn)),
    });
    return { result, text: [...shown, show.result(result)].join("") };
  } finally {
    await theatre.close();
  }
}
