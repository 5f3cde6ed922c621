/** Plays a written conversation and looks at the service's calendar afterwards. */
import type { Conversation } from "../platform/index.ts";
import { fillValue, type Placeholders } from "./placeholders.ts";
import { playTurn, type PlayedTurn } from "./play-turn.ts";
import type { ConversationScript } from "./script.ts";
import type { CalendarEntry } from "./service.ts";
import type { Stage, Theatre } from "./stage.ts";

/** What came of a conversation. */
export interface ConversationReport {
  readonly name: string;
  readonly turns: readonly PlayedTurn[];
  /** Turns that were not played because one before them failed. */
  readonly skipped: number;
  /** The calendar afterwards. */
  readonly calendar: readonly CalendarEntry[];
  /** What stands in it that did not before. */
  readonly made: readonly CalendarEntry[];
  /** In what the calendar differs from the written one. */
  readonly differences: readonly string[];
  /** Everything that was not as written; none when the conversation passed. */
  readonly faults: readonly string[];
  /** What the skills did, to be compared with another runtime's. */
  readonly actions: readonly string[];
}

/** Plays a conversation on a stage of its own. */
export async function runConversation(
  script: ConversationScript,
  theatre: Theatre,
): Promise<ConversationReport> {
  const stage = await theatre.open(script);
  try {
    return await playConversation(script, stage);
  } finally {
    await stage.close();
  }
}

/**
 * Plays it to the end, or to the first exchange that fails: what follows would only be about that.
 *
 * @param onTurn hears of each exchange when it is over
 */
export async function playConversation(
  script: ConversationScript,
  stage: Stage,
  onTurn: (turn: PlayedTurn) => void = () => undefined,
): Promise<ConversationReport> {
  const { sandbox, service } = stage;
  const start = sandbox.trace.entries.length;
  const before = service.calendar().map(({ line }) => line);
  const turns: PlayedTurn[] = [];
  const callers = new Map<string, Conversation>();
  let values: Placeholders = {};
  for (const turn of script.turns) {
    const caller = turn.caller ?? script.caller;
    const conversation = callers.get(caller) ?? meet(stage, script, caller);
    callers.set(caller, conversation);
    const after = await playTurn(stage, conversation, caller, turn, values);
    values = after.values;
    turns.push(after.played);
    onTurn(after.played);
    if (after.played.faults.length > 0) {
      break;
    }
  }
  const calendar = service.calendar();
  const wanted = script.calendar.map((entry) => service.lineOf(fillValue(entry, values)));
  const differences = differencesOf(
    calendar.map(({ line }) => line),
    wanted.sort(),
  );
  const failed = turns.flatMap(({ message, answers, faults }) =>
    faults.map((fault) => `"${message}": ${fault} Instruction: ${answers.join(" | ")}`),
  );
  return {
    name: script.name,
    turns,
    skipped: script.turns.length - turns.length,
    calendar,
    made: calendar.filter(({ line }) => !before.includes(line)),
    differences,
    faults: [...failed, ...differences],
    actions: stage.actionsSince(start),
  };
}

function differencesOf(calendar: readonly string[], wanted: readonly string[]): string[] {
  const [held, expected] = [calendar.length, wanted.length].map(String);
  return [
    ...wanted.filter((line) => !calendar.includes(line)).map((line) => `The calendar lacks: ${line}`),
    ...calendar.filter((line) => !wanted.includes(line)).map((line) => `The calendar holds: ${line}`),
    ...(held === expected ? [] : [`The calendar holds ${held} appointments instead of ${expected}.`]),
  ];
}

function meet({ sandbox }: Stage, script: ConversationScript, caller: string): Conversation {
  return sandbox.conversation({
    channel: `${script.integration}/${script.connector}`,
    externalId: caller,
  });
}
