/** Plays a written conversation in one or both runtimes and compares what they did. */
import { runConversation, type ConversationReport } from "./run-conversation.ts";
import type { ConversationScript } from "./script.ts";
import type { RuntimeName, Theatre } from "./stage.ts";

/** The theatres a conversation is played in, by runtime. */
type Theatres = ReadonlyMap<RuntimeName, Theatre>;

/**
 * One sentence for everything that was not as written, and for the first action in which the runtimes differ; none
 * when the conversation passed. A conversation that cannot be played at all is such a sentence, too.
 */
export async function playInRuntimes(script: ConversationScript, theatres: Theatres): Promise<string[]> {
  const deviations: string[] = [];
  const logs: (readonly string[])[] = [];
  for (const [runtime, theatre] of theatres) {
    const { faults, actions } = await played(script, theatre);
    deviations.push(...faults.map((fault) => `${runtime}: ${fault}`));
    logs.push(actions);
  }
  const [first = [], second = first] = logs;
  return deviations.length > 0 ? deviations : differenceOf(first, second, [...theatres.keys()]);
}

/** What is written wrongly is found only when it is played: `team` books where nothing is free. */
async function played(
  script: ConversationScript,
  theatre: Theatre,
): Promise<Pick<ConversationReport, "faults" | "actions">> {
  try {
    return await runConversation(script, theatre);
  } catch (thrown) {
    // A runtime that has broken down is no matter of this conversation.
    if (!(thrown instanceof Error) || thrown.name === "WorkerError") {
      throw thrown;
    }
    return { faults: [`It cannot be played: ${thrown.message}`], actions: [] };
  }
}

function differenceOf(
  first: readonly string[],
  second: readonly string[],
  runtimes: readonly RuntimeName[],
): string[] {
  const length = Math.max(first.length, second.length);
  const index = Array.from({ length }).findIndex((_, at) => first[at] !== second[at]);
  const [one = "", other = ""] = runtimes;
  return index < 0
    ? []
    : [
        `The runtimes differ from action ${String(index + 1)} on: ` +
          `${one} ${first[index] ?? "has ended"}, ${other} ${second[index] ?? "has ended"}`,
      ];
}
