/** A session as a written conversation: what `conversation run` plays. */
import { stringify } from "yaml";
import type { PlayedStep, Session } from "./session.ts";
import type { Step } from "./protocol.ts";

/** What a turn of a file may have before something is said in it. */
interface Before {
  set?: Record<string, string>;
  team?: unknown[];
  after_minutes?: number;
}

/** A turn as it is written. */
type Turn = Before & Record<string, unknown>;

/** What a conversation cannot hold, for people. */
const leftOut: Readonly<Partial<Record<Step["kind"], string>>> = {
  publish: "a publish after the first words",
  install: "the version that was installed",
  edit: "the edit of a scenario",
  update: "the update",
};

/**
 * The text of the file. What was entered before the first word is part of the set-up; secrets are left out, for a
 * conversation is connected with the business by itself. What cannot be written stands in a comment.
 *
 * @param secret names of the attributes whose values are not written
 */
export function conversationFile(
  { played, stage, script }: Session,
  begins: string,
  secret: ReadonlySet<string>,
): string {
  const own = new Set([...secret, ...stage.service.settings.map(({ idn }) => idn)]);
  const first = script === null ? played.findIndex(({ said }) => said !== null) : -1;
  const opening = played.find(({ step }) => step.kind === "say")?.step;
  const channel = opening?.kind === "say" ? opening.channel : "newo_chat/newo_chat";
  const caller = script?.caller ?? (opening?.kind === "say" ? opening.caller : "");
  const attributes: Record<string, string> = {};
  const turns: Turn[] = [];
  const notes = new Set<string>();
  let before: Before = {};
  for (const [index, one] of played.entries()) {
    const { step } = one;
    switch (step.kind) {
      case "set": {
        const values = Object.entries(step.values).filter(([idn]) => !own.has(idn));
        if (values.length > 0) {
          Object.assign(index < first ? attributes : (before.set ??= {}), Object.fromEntries(values));
        }
        break;
      }
      case "team":
        (before.team ??= []).push(step.action);
        break;
      case "pass":
        before.after_minutes = (before.after_minutes ?? 0) + step.minutes;
        break;
      case "turn": {
        const written = script?.turns[step.index] as Turn | undefined;
        turns.push({ ...joined(before, written ?? {}), ...faultsOf(one) });
        before = {};
        break;
      }
      case "say": {
        const last = turns.at(-1);
        if (step.message === "" && step.tool === "") {
          // What the agent makes of the result that stands in the turn before.
          if (last !== undefined && "expect" in last) {
            last["says"] = step.agent;
          }
          break;
        }
        if (step.channel !== channel || (script !== null && !isOn(script, step.channel))) {
          notes.add("that some of it was said on another channel");
        }
        if (one.heard.length > 1) {
          notes.add("that the agent was told something twice in one turn");
        }
        turns.push({ ...sayTurn(one, caller), ...before, ...faultsOf(one) });
        before = {};
        break;
      }
      default: {
        const note = leftOut[step.kind];
        if (note !== undefined && (index > first || step.kind !== "publish")) {
          notes.add(note);
        }
      }
    }
  }
  const [integration = "", connector = ""] = channel.split("/");
  const planner = stage.service.planner?.();
  const setting = script ?? {
    name: "A session at the workbench",
    integration,
    connector,
    now: begins,
    caller,
  };
  const written = stage.sandbox.account.secrets.redact({
    ...setting,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    turns,
    calendar: planner === undefined ? [] : planner.entries.map((entry) => entry.written),
  });
  const text = stringify(written, { aliasDuplicateObjects: false, lineWidth: 110 });
  return [...notes].map((note) => `# Not in this file: ${note}.\n`).join("") + text;
}

/** A caller speaks, the agent promises a tool, and is told what is heard. */
function sayTurn({ step, answers, heard, fired }: PlayedStep, first: string): Turn {
  if (step.kind !== "say") {
    return {};
  }
  const { message, agent, tool, facts, caller } = step;
  const understood = Object.assign({}, facts, ...answers.filter(isRecord)) as Record<string, unknown>;
  const expected = !fired
    ? { unavailable: true }
    : heard.length === 0
      ? { silent: true }
      : { expect: { contains: heard.join("\n") } };
  return {
    // Nobody speaks where the agent promises a second thing at once.
    message: message === "" ? "..." : message,
    ...(agent === "" && tool === "" ? {} : { agent: agent === "" ? "One moment, please." : agent }),
    ...(tool === "" ? {} : { tool }),
    ...(caller === first ? {} : { caller }),
    ...(Object.keys(understood).length === 0 ? {} : { facts: understood }),
    ...(tool === "" ? {} : expected),
  };
}

/** Just those that were met: whatever was planned besides has had no effect. */
function faultsOf({ faults }: PlayedStep): { faults?: readonly unknown[] } {
  return faults.length === 0 ? {} : { faults };
}

/** A written turn after what was done by hand before it. */
function joined(before: Before, written: Turn): Turn {
  const minutes = (before.after_minutes ?? 0) + (written.after_minutes ?? 0);
  const team = [...(before.team ?? []), ...(written.team ?? [])];
  return {
    ...written,
    ...(before.set === undefined ? {} : { set: { ...before.set, ...written.set } }),
    ...(team.length === 0 ? {} : { team }),
    ...(minutes === 0 ? {} : { after_minutes: minutes }),
  };
}

function isOn(
  { integration, connector }: { readonly integration: string; readonly connector: string },
  channel: string,
): boolean {
  return channel === `${integration}/${connector}`;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
