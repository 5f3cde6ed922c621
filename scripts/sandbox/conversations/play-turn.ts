/** Plays one exchange of a written conversation and judges it. */
import type { Conversation, TurnResult } from "../platform/index.ts";
import { findDeviations, findLeaks } from "./find-deviations.ts";
import type { WrittenFault, WrittenTurn } from "./script.ts";
import { stageSecrets, type Stage } from "./stage.ts";
import { actAsTeam } from "./team.ts";

/** What happened in one exchange. */
export interface PlayedTurn {
  readonly message: string;
  readonly agent: string;
  /** The tool or event that fired, "" for none. */
  readonly fired: string;
  /** The instructions the agent was given. */
  readonly answers: readonly string[];
  /** `GET /book_times/...`, in order. */
  readonly requests: readonly string[];
  /** Why the exchange failed; none when it did not. */
  readonly faults: readonly string[];
}

/** Lets pass and do what the turn says, then speaks. */
export async function playTurn(
  stage: Stage,
  conversation: Conversation,
  caller: string,
  turn: WrittenTurn,
): Promise<PlayedTurn> {
  stage.pass(turn.after_minutes ?? 0);
  for (const [idn, value] of Object.entries(turn.set ?? {})) {
    stage.sandbox.setAttribute(idn, value);
  }
  for (const action of turn.team ?? []) {
    await actAsTeam(stage.altegio, stage.location, action);
  }
  for (const fault of turn.faults ?? []) {
    plan(stage, fault);
  }
  const facts = withCode(stage, turn, caller);
  const result = await speak(conversation, turn, facts);
  return {
    message: turn.message,
    agent: turn.agent ?? "",
    fired: result?.toolFired === true ? (turn.tool ?? turn.event ?? "") : "",
    answers: result?.answers ?? [],
    requests: (result?.requests ?? []).map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    faults: result === null ? [] : faultsOf(stage, turn, result),
  };
}

async function speak(
  conversation: Conversation,
  turn: WrittenTurn,
  facts: Readonly<Record<string, unknown>>,
): Promise<TurnResult | null> {
  const said = { user: turn.message, agent: turn.agent ?? "", facts };
  if (turn.event !== undefined) {
    await conversation.say(said);
    return conversation.fire(turn.event, turn.payload === undefined ? {} : { payload: turn.payload });
  }
  const result = await conversation.say({ ...said, tool: turn.tool ?? "" });
  return turn.tool === undefined ? null : result;
}

function faultsOf(stage: Stage, turn: WrittenTurn, result: TurnResult): string[] {
  const { answers, errors, events, requests, problem } = result;
  if (turn.unavailable === true) {
    return problem === "" ? [`The tool ${turn.tool ?? ""} is registered.`] : [];
  }
  if (problem !== "") {
    return [`${problem}.`];
  }
  const wanted = turn.silent === true || (turn.event !== undefined && turn.expect === undefined) ? 0 : 1;
  const own = events.filter(
    ({ integrationIdn, idn }) => integrationIdn === "system" && idn !== "urgent_message",
  );
  const expected = Object.entries(turn.events ?? {}).flatMap(([idn, expectation]) => {
    const sent = own.filter((event) => event.idn === idn);
    const text = sent.map((event) => Object.values(event.arguments).join(" ")).join(" ");
    return sent.length === 1
      ? findDeviations(text, expectation).map((fault) => `${idn}: ${fault}`)
      : [`${String(sent.length)} events ${idn} instead of one.`];
  });
  const strays = own
    .map((event) => event.idn)
    .filter((idn) => idn !== turn.tool && idn !== turn.event && !Object.hasOwn(turn.events ?? {}, idn));
  const spoken = own
    .filter((event) => event.idn !== turn.event)
    .flatMap(({ arguments: args }) => [args["output"], args["sectionValue"]])
    .filter((text) => typeof text === "string");
  const unmet = stage.altegio.faults.unused().map(({ path }) => `The fault for ${path} was not met.`);
  return [
    ...errors.map(
      ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line)} stopped: ${message}.`,
    ),
    // Silence leaves the caller waiting, two answers have the agent speak twice.
    ...(answers.length === wanted
      ? []
      : [`The agent got ${String(answers.length)} instructions instead of ${String(wanted)}.`]),
    ...answers.flatMap((text) => findDeviations(text, turn.expect ?? {})),
    ...[...answers, ...spoken].flatMap((text) => findLeaks(text, stageSecrets)),
    ...expected,
    ...strays.map((idn) => `There is an event ${idn}.`),
    ...(turn.requests === undefined || turn.requests === requests.length
      ? []
      : [`It took ${String(requests.length)} requests instead of ${String(turn.requests)}.`]),
    ...unmet,
  ];
}

function plan(stage: Stage, written: WrittenFault): void {
  const { method = "*", path, fault: kind, status = 500, times = 1, retryAfterSeconds } = written;
  const retry = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const fault = kind === "status" ? { kind, status, ...retry } : { kind };
  stage.altegio.faults.add({ method, path, times, fault });
}

/** The facts, with the SMS code in the place of `{sms_code}`. */
function withCode(stage: Stage, turn: WrittenTurn, caller: string): Readonly<Record<string, unknown>> {
  const facts = turn.facts ?? {};
  if (facts["sms_code"] !== "{sms_code}") {
    return facts;
  }
  const phone = typeof facts["phone"] === "string" && facts["phone"] !== "" ? facts["phone"] : caller;
  return { ...facts, sms_code: stage.altegio.state.smsCode(stage.location.id, phone) ?? "" };
}
