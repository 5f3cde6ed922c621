/** Runs one skill of an artifact by itself: for an event as its handler, or with parameters as a helper. */
import type { ArtifactTree } from "../../model/types.ts";
import type { TraceEntry } from "../platform/index.ts";
import { readProject, type ArtifactFlow } from "../platform/artifact-project.ts";
import { actionLog } from "./action-log.ts";
import { shownRequest, type ShownRequest } from "./play-turn.ts";
import type { Theatre } from "./stage.ts";

/** What a skill is run with; everything may be left out. */
export interface InvokeInput {
  /** The moment it is, ISO 8601 with offset; 8 o'clock UTC on October 19, 2026. */
  readonly now?: string;
  /** The number the caller calls from. */
  readonly caller?: string;
  /** Customer attributes that differ from a complete set-up. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What was said before. */
  readonly memory?: readonly { readonly from: "user" | "agent"; readonly text: string }[];
  /** What a perfect model would have understood. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Of the event. */
  readonly arguments?: Readonly<Record<string, unknown>>;
  /** Of a helper, by name. Texts, numbers and booleans as they are; lists and records as JSON text. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** What a skill is called and where it is. */
export interface FoundSkill {
  readonly flow: string;
  readonly skill: string;
  /** Idn of a system event that runs it; "" for a helper. */
  readonly event: string;
  readonly parameters: readonly string[];
}

/** What came of it. */
export interface Invocation {
  /** What a helper returned, as text; null for a handler, which returns nothing. */
  readonly value: string | null;
  /** The instructions to the agent. */
  readonly answers: readonly string[];
  /** `["Action", [["argument", value], ...], answer]`, in order. */
  readonly actions: readonly string[];
  readonly requests: readonly ShownRequest[];
  /** `Flow/skill:line message` of what stopped. */
  readonly errors: readonly string[];
}

/** Every skill of that name: an idn, `Flow/idn`, or the idn of an event. */
export function findSkills(artifact: ArtifactTree, name: string): FoundSkill[] {
  const [last = "", flow = ""] = name.split("/").reverse();
  return readProject(artifact)
    .flows.filter(({ idn }) => flow === "" || idn === flow)
    .flatMap((one) => skillsOf(one, last));
}

function skillsOf({ idn: flow, skills, subscriptions }: ArtifactFlow, name: string): FoundSkill[] {
  const own = subscriptions.filter(
    ({ integrationIdn, connectorIdn }) => `${integrationIdn}/${connectorIdn}` === "system/system",
  );
  const asEvent = own.find(({ eventIdn }) => eventIdn === name);
  const skill = asEvent?.skill ?? name;
  const source = skills[skill];
  if (source === undefined) {
    return [];
  }
  const event = asEvent?.eventIdn ?? own.find((one) => one.skill === skill)?.eventIdn ?? "";
  return [{ flow, skill, event, parameters: source.parameters.map((parameter) => parameter.name) }];
}

/**
 * Runs it in a published account, for a caller.
 *
 * @param framePrefix what the names of the persona attributes begin with that hold frames
 * @throws Error when the account cannot be set up as the input says
 */
export async function invokeSkill(
  theatre: Theatre,
  artifact: ArtifactTree,
  found: FoundSkill,
  input: InvokeInput,
  framePrefix: string,
): Promise<Invocation> {
  const { now = "2026-10-19T08:00:00Z", attributes = {}, caller = "+4915198765432" } = input;
  const stage = await theatre.open({ now, attributes });
  const { sandbox, brain } = stage;
  const { flows } = readProject(artifact);
  try {
    if (found.event === "") {
      await sandbox.load(
        flows.map((flow) => (flow.idn === found.flow ? withCall(flow, found, input.parameters ?? {}) : flow)),
      );
    }
    const conversation = sandbox.conversation({ externalId: caller });
    (input.memory ?? []).forEach((message) => {
      sandbox.account.remember(conversation.personaId, message);
    });
    brain.tell(conversation.personaId, input.facts ?? {});
    const start = sandbox.trace.entries.length;
    const turn = await conversation.fire(found.event === "" ? callEvent : found.event, input.arguments ?? {});
    const entries = sandbox.trace.entries.slice(start);
    return {
      value: found.event === "" ? valueOf(entries) : null,
      answers: turn.answers,
      actions: actionLog(entries, framePrefix).filter((line) => !line.includes(mark)),
      requests: turn.requests.map(shownRequest),
      errors: turn.errors.map(
        ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line)} ${message}`,
      ),
    };
  } finally {
    if (found.event === "") {
      await sandbox.load(flows);
    }
    await stage.close();
  }
}

const callEvent = "invoke_helper";
const callSkill = "_invokeHelper";
/** Tells the line that brings the value from the skill's own. */
const mark = "invoke_helper returned: ";

/** The flow with a skill beside the others that calls the helper, because the platform starts only what has an event. */
function withCall(
  flow: ArtifactFlow,
  { skill }: FoundSkill,
  parameters: Readonly<Record<string, unknown>>,
): ArtifactFlow {
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${literal(value)}`);
  const source = `{% set value = ${skill}(${given.join(", ")}) %}{{ DUMMY(message="${mark}" ~ value) }}{{ Return(val="") }}\n`;
  const system = { integrationIdn: "system", connectorIdn: "system" };
  return {
    ...flow,
    skills: { ...flow.skills, [callSkill]: { source, parameters: [] } },
    files: { ...flow.files, [callSkill]: callSkill },
    subscriptions: [
      ...flow.subscriptions,
      { ...system, eventIdn: callEvent, flow: flow.idn, skill: callSkill },
    ],
  };
}

/** A value as it is written in a skill. The escapes of JSON are those of Jinja2. */
function literal(value: unknown): string {
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return isPlain
    ? JSON.stringify(value)
    : JSON.stringify(typeof value === "string" ? value : JSON.stringify(value));
}

function valueOf(entries: readonly TraceEntry[]): string | null {
  const line = entries.find((entry) => entry.kind === "log" && entry.message.startsWith(mark));
  return line?.kind === "log" ? line.message.slice(mark.length) : null;
}
