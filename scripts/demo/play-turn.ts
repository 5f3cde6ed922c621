/** Plays one exchange of a conversation and judges it. */
import type { Conversation, HttpEntry, TurnResult } from "../sandbox/platform/index.ts";
import { findDeviations } from "./expectation.ts";
import { fillRecord, fillText, withTimesOf, type Placeholders } from "./placeholders.ts";
import type { ScriptTurn } from "./read-script.ts";

/** A request as it is shown: no header, no body. */
export interface ShownRequest {
  readonly method: string;
  readonly path: string;
  /** 0 when no answer arrived. */
  readonly status: number;
}

/** What happened in one exchange. */
export interface PlayedTurn {
  readonly message: string;
  readonly agent: string;
  /** The tool that fired, "" for none. */
  readonly tool: string;
  readonly requests: readonly ShownRequest[];
  /** The instruction the agent got, "" for none. */
  readonly instruction: string;
  /** What the agent made of it; "" when the instruction was not the expected one. */
  readonly says: string;
  /** Why this exchange failed; none when it did not. */
  readonly faults: readonly string[];
}

/** The played turn with the placeholders that hold after it. */
export async function playTurn(
  conversation: Conversation,
  turn: ScriptTurn,
  before: Placeholders,
): Promise<{ readonly played: PlayedTurn; readonly values: Placeholders }> {
  const message = fillText(turn.message, before);
  const agent = fillText(turn.agent ?? "", before);
  const tool = turn.tool ?? "";
  const facts = fillRecord(turn.facts ?? {}, before);
  const result = await conversation.say({ user: message, agent, tool, facts });
  const instruction = result.answers.join("\n");
  const values = withTimesOf(instruction, before);
  const faults = tool === "" ? [] : faultsOf(result, instruction, turn, values);
  return {
    values,
    played: {
      message,
      agent,
      tool: result.toolFired ? tool : "",
      requests: result.requests.map(shownRequest),
      instruction,
      says: faults.length === 0 ? fillText(turn.says ?? "", values) : "",
      faults,
    },
  };
}

function faultsOf(result: TurnResult, text: string, turn: ScriptTurn, values: Placeholders): string[] {
  const { errors, answers, problem } = result;
  const stopped = errors.map(
    ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line ?? 0)} stopped: ${message}`,
  );
  // Silence leaves the caller waiting, two answers have the agent speak twice.
  const counted =
    answers.length === 1 ? [] : [`The agent got ${String(answers.length)} instructions instead of one.`];
  return problem === ""
    ? [...stopped, ...counted, ...findDeviations(text, turn.expect ?? {}, values)]
    : [`${problem[0]?.toUpperCase() ?? ""}${problem.slice(1)}.`];
}

/** Requests as the trace has them: it redacts whatever is secret before it stores anything. */
function shownRequest({ method, url, status }: HttpEntry): ShownRequest {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).join("&");
  return { method, path: query === "" ? pathname : `${pathname}?${query}`, status };
}
