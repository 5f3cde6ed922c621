/** Plays one exchange of a written conversation and has it judged. */
import type { Conversation, HttpEntry, TurnResult } from "../platform/index.ts";
import { faultsOf } from "./judge-turn.ts";
import { fillText, fillValue, withTimesOf, type Placeholders } from "./placeholders.ts";
import type { WrittenTurn } from "./script.ts";
import type { Stage } from "./stage.ts";

/** A request as it is shown: no header, no body. */
export interface ShownRequest {
  readonly method: string;
  /** With the query, decoded. */
  readonly path: string;
  /** 0 when no answer arrived. */
  readonly status: number;
}

/** What happened in one exchange. */
export interface PlayedTurn {
  readonly message: string;
  readonly agent: string;
  /** The tool or event that fired, "" for none. */
  readonly fired: string;
  /** In order. */
  readonly requests: readonly ShownRequest[];
  /** The instructions the agent was given. */
  readonly answers: readonly string[];
  /** How the agent passed them on; "" when they were not as expected. */
  readonly says: string;
  /** Why the exchange failed; none when it did not. */
  readonly faults: readonly string[];
}

/**
 * Lets pass and do what the turn says, then speaks. Gives what happened, and the placeholders that hold afterwards.
 *
 * @param before the placeholders so far
 */
export async function playTurn(
  stage: Stage,
  conversation: Conversation,
  caller: string,
  written: WrittenTurn,
  before: Placeholders,
): Promise<{ readonly played: PlayedTurn; readonly values: Placeholders }> {
  const { sandbox, service } = stage;
  stage.pass(written.after_minutes ?? 0);
  for (const [idn, value] of Object.entries(written.set ?? {})) {
    sandbox.setAttribute(idn, value);
  }
  for (const action of written.team ?? []) {
    await service.actAsTeam?.(fillValue(action, before));
  }
  for (const fault of written.faults ?? []) {
    service.planFault?.(fault);
  }
  const got = service.placeholders?.({ caller, facts: written.facts ?? {} }) ?? {};
  const known = { ...before, ...got };
  const { message, agent = "", facts = {} } = written;
  const turn = { ...written, ...fillValue({ message, agent, facts }, known) };
  const result = await speak(conversation, turn);
  const answers = result?.answers ?? [];
  const values = withTimesOf(answers.join("\n"), before);
  const faults = result === null ? [] : faultsOf(service, turn, result, values);
  return {
    values,
    played: {
      message: turn.message,
      agent: turn.agent,
      fired: result?.toolFired === true ? (turn.tool ?? turn.event ?? "") : "",
      requests: (result?.requests ?? []).map(shownRequest),
      answers,
      says: faults.length === 0 ? fillText(turn.says ?? "", values) : "",
      faults,
    },
  };
}

/** Gives null where nothing is to fire. */
async function speak(conversation: Conversation, turn: WrittenTurn): Promise<TurnResult | null> {
  const { message: user, agent = "", facts = {}, tool, event, payload } = turn;
  if (event !== undefined) {
    await conversation.say({ user, agent, facts });
    return conversation.fire(event, payload === undefined ? {} : { payload });
  }
  const result = await conversation.say({ user, agent, facts, tool: tool ?? "" });
  return tool === undefined ? null : result;
}

/** A request as the trace has it, which redacts whatever is secret before it stores anything. */
export function shownRequest({ method, url, status }: HttpEntry): ShownRequest {
  const { pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).join("&");
  return { method, path: query === "" ? pathname : `${pathname}?${query}`, status };
}
