/** Plays a talk: four calls of a model a turn, on the module as it is built. */
import { shownRequest, type Stage, type Theatre } from "../sandbox/conversations/index.ts";
import type { Conversation, TurnResult } from "../sandbox/platform/index.ts";
import { coreEvents } from "../sdk/contract.ts";
import { agentTurn, momentOf } from "./agent-turn.ts";
import type { TalkBrain } from "./brain.ts";
import { judgeOf, type Judge } from "./judge.ts";
import { askFor } from "./model/ask-for.ts";
import { ModelError, type Model } from "./model/model.ts";
import { callerQuestion, type CallerTurn } from "./prompts/caller.ts";
import { replayOfWritten, StaleRecording } from "./recording/replay.ts";
import { counted, type Ending, type TalkReport, type TranscriptLine } from "./report.ts";
import type { EarlierAction, Talk } from "./talk.ts";

/** How often the caller may speak where the talk does not say it. */
const mostTurns = 16;

/** How often the agent may promise something before the caller speaks again. */
const mostPromises = 4;

/** Everything a talk is played with. */
interface Play {
  readonly talk: Talk;
  readonly stage: Stage;
  readonly model: Model;
  readonly brain: TalkBrain;
  readonly conversation: Conversation;
  readonly judge: Judge;
  readonly transcript: TranscriptLine[];
  readonly faults: string[];
}

/**
 * Plays to the end, or until the model has no usable answer.
 *
 * @param theatre opened with `brain`, in the runtime in which skills can wait for a model
 * @throws WorkerError when Python breaks down; Error when the setting cannot be
 */
export async function playTalk(
  talk: Talk,
  theatre: Theatre,
  brain: TalkBrain,
  answering: Model,
): Promise<TalkReport> {
  const stage = await theatre.open(talk);
  try {
    const { sandbox, service } = stage;
    const model = counted(answering);
    const conversation = sandbox.conversation({
      channel: `${talk.integration}/${talk.connector}`,
      externalId: talk.caller,
      speaksInstructions: false,
    });
    for (const action of talk.before ?? []) {
      await doBefore(action, conversation, brain);
    }
    const from = sandbox.trace.entries.length;
    brain.use(model);
    const judge = judgeOf(talk.outcome, service);
    const play: Play = { talk, stage, model, brain, conversation, judge, transcript: [], faults: [] };
    let ending: Ending;
    let isStale = false;
    try {
      ending = await playTurns(play);
      play.faults.push(...judge.conclude());
      answering.finish?.();
    } catch (thrown) {
      if (!(thrown instanceof ModelError)) {
        throw thrown;
      }
      ending = "broken off";
      isStale = thrown instanceof StaleRecording;
      play.faults.push(thrown.message);
    }
    return {
      name: talk.name,
      model: model.name,
      passed: play.faults.length === 0,
      ending,
      isStale,
      faults: play.faults,
      use: model.use,
      requests: sandbox.trace.of("http", from).length,
      calendar: service.calendar().map(({ line }) => line),
      transcript: play.transcript,
    };
  } finally {
    await stage.close();
  }
}

/** @throws Error when the module does not do it without a fault: the talk is written wrongly */
async function doBefore(
  { tool, extraction }: EarlierAction,
  conversation: Conversation,
  brain: TalkBrain,
): Promise<void> {
  brain.use(replayOfWritten([{ extraction }]));
  const { errors } = await conversation.fire(tool);
  const fault = brain.failure?.message ?? errors[0]?.message;
  if (fault !== undefined) {
    throw new Error(`what came before, ${tool}, is written wrongly: ${fault}`);
  }
}

async function playTurns(play: Play): Promise<Ending> {
  const { talk, stage, model, conversation, transcript, faults } = play;
  const { account } = stage.sandbox;
  take(play, await conversation.fire(coreEvents.sessionStart));
  const limit = talk.most_turns ?? mostTurns;
  for (let turn = 0; turn < limit; turn += 1) {
    const question = callerQuestion(talk, conversation.memory, momentOf(stage.sandbox, stage.now()));
    const { says, hangs_up: hangsUp } = (await askFor(model, question)) as CallerTurn;
    account.remember(conversation.personaId, { from: "user", text: says });
    transcript.push({ from: "caller", text: says });
    if (hangsUp) {
      return "hung up";
    }
    await speakUntilDone(play);
  }
  faults.push(`The caller has not hung up after ${String(limit)} turns.`);
  return "cut short";
}

/** Lets the agent speak until it promises nothing more. */
async function speakUntilDone(play: Play): Promise<void> {
  let told: readonly string[] = [];
  for (let promise = 0; promise < mostPromises; promise += 1) {
    const tools = await agentMessage(play, told);
    if (tools.length === 0) {
      return;
    }
    told = await fire(play, tools);
    if (told.length === 0) {
      play.faults.push(`The agent hears nothing of what it promised (${tools.join(", ")}).`);
      return;
    }
  }
  play.faults.push(`The agent promised something ${String(mostPromises)} times in one turn.`);
}

/** Has the agent say one message. Gives the tools it has promised in it. */
async function agentMessage(play: Play, told: readonly string[]): Promise<readonly string[]> {
  const { talk, stage, model, conversation, judge, transcript, faults } = play;
  const { sandbox } = stage;
  const { memory, personaId } = conversation;
  const moment = momentOf(sandbox, stage.now());
  const { message, tools } = await agentTurn(model, { talk, sandbox, personaId, memory, moment, told });
  sandbox.account.remember(personaId, { from: "agent", text: message });
  transcript.push({ from: "agent", text: message });
  faults.push(...judge.hear(message));
  return tools;
}

/** Fires the tools one after another. Gives what the agent is told. */
async function fire(play: Play, tools: readonly string[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const tool of tools) {
    play.transcript.push({ from: "tool", text: tool });
    const result = await play.conversation.fire(tool);
    take(play, result);
    told.push(...result.answers);
  }
  return told;
}

/** Notes what the module has done. @throws the failure of the model, when that is what stopped a skill */
function take({ brain, transcript, faults }: Play, { requests, answers, errors }: TurnResult): void {
  if (brain.failure !== null) {
    throw brain.failure;
  }
  for (const { method, path, status } of requests.map(shownRequest)) {
    transcript.push({
      from: "request",
      text: `${method} ${path} -> ${status === 0 ? "no answer" : String(status)}`,
    });
  }
  transcript.push(...answers.map((text) => ({ from: "told", text }) as const));
  faults.push(
    ...errors.map(
      ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line)} stopped: ${message}.`,
    ),
  );
}
