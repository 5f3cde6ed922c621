/** Plays a written conversation and looks at the salon's calendar afterwards. */
import type { Conversation } from "../platform/index.ts";
import { actionLog } from "./action-log.ts";
import { calendarLine, calendarLines } from "./calendar.ts";
import { playTurn, type PlayedTurn } from "./play-turn.ts";
import type { ConversationScript } from "./script.ts";
import type { Stage, Theatre } from "./stage.ts";

/** What came of a conversation. */
export interface ConversationReport {
  readonly name: string;
  readonly turns: readonly PlayedTurn[];
  /** The calendar afterwards, a line an appointment. */
  readonly calendar: readonly string[];
  /** Everything that was not as written; none when the conversation passed. */
  readonly faults: readonly string[];
  /** What the skills did, to be compared with another runtime's. */
  readonly actions: readonly string[];
}

/** Plays it to the end, or to the first exchange that fails: what follows would only be about that. */
export async function runConversation(
  script: ConversationScript,
  theatre: Theatre,
): Promise<ConversationReport> {
  const stage = await theatre.open(script);
  const start = stage.sandbox.trace.entries.length;
  try {
    const turns: PlayedTurn[] = [];
    const callers = new Map<string, Conversation>();
    for (const turn of script.turns) {
      const caller = turn.caller ?? script.caller;
      const conversation = callers.get(caller) ?? meet(stage, script, caller);
      callers.set(caller, conversation);
      const played = await playTurn(stage, conversation, caller, turn);
      turns.push(played);
      if (played.faults.length > 0) {
        break;
      }
    }
    const calendar = calendarLines(stage.altegio, stage.location);
    const wanted = script.calendar.map(calendarLine).sort();
    const failed = turns.flatMap(({ message, answers, faults }) =>
      faults.map((fault) => `"${message}": ${fault} Instruction: ${answers.join(" | ")}`),
    );
    const differences = [
      ...wanted.filter((line) => !calendar.includes(line)).map((line) => `The calendar lacks: ${line}`),
      ...calendar.filter((line) => !wanted.includes(line)).map((line) => `The calendar holds: ${line}`),
      ...(wanted.length === calendar.length
        ? []
        : [
            `The calendar holds ${String(calendar.length)} appointments instead of ${String(wanted.length)}.`,
          ]),
    ];
    const actions = actionLog(stage.sandbox.trace.entries.slice(start));
    return { name: script.name, turns, calendar, faults: [...failed, ...differences], actions };
  } finally {
    await stage.close();
  }
}

function meet(stage: Stage, script: ConversationScript, caller: string): Conversation {
  return stage.sandbox.conversation({
    channel: `${script.integration}/${script.connector}`,
    externalId: caller,
  });
}
