/** A session as a written conversation: what `conversation run` plays. */
import { stringify } from "yaml";
import type { PlayedStep, Session } from "./session.ts";
import type { SayStep } from "./protocol.ts";

/** What a turn of a file may have before something is said in it. */
interface Before {
  set?: Record<string, string>;
  team?: unknown[];
  faults?: unknown[];
  after_minutes?: number;
}

/**
 * The text of the file. What was entered before the first word is part of the set-up; secrets are left out, for a
 * conversation is connected with the business by itself.
 *
 * @param secret names of the attributes whose values are not written
 */
export function conversationFile(
  { played, stage }: Session,
  begins: string,
  secret: ReadonlySet<string>,
): string {
  const own = new Set([...secret, ...stage.service.settings.map(({ idn }) => idn)]);
  const first = played.findIndex(({ step }) => step.kind === "say");
  const attributes: Record<string, string> = {};
  const turns: object[] = [];
  let before: Before = {};
  for (const [index, one] of played.entries()) {
    const { step } = one;
    switch (step.kind) {
      case "set": {
        const values = Object.entries(step.values).filter(([idn]) => !own.has(idn));
        const target = index < first ? attributes : (before.set ??= {});
        Object.assign(target, Object.fromEntries(values));
        break;
      }
      case "team":
        (before.team ??= []).push(step.action);
        break;
      case "fault":
        (before.faults ??= []).push(step.fault);
        break;
      case "pass":
        before.after_minutes = (before.after_minutes ?? 0) + step.minutes;
        break;
      case "say":
        turns.push(turnOf(one, step, before, played));
        before = {};
        break;
      case "publish":
      case "calm":
      case "install":
      case "edit":
      case "update":
        break;
    }
  }
  const caller = played.find(({ step }) => step.kind === "say")?.step as SayStep | undefined;
  const [integration = "", connector = ""] = (caller?.channel ?? "newo_chat/newo_chat").split("/");
  const planner = stage.service.planner?.();
  return stringify(
    {
      name: "A session at the workbench",
      ...{ integration, connector },
      now: begins,
      caller: caller?.caller ?? "",
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
      turns,
      calendar: planner === undefined ? [] : planner.entries.map(({ written }) => written),
    },
    { aliasDuplicateObjects: false, lineWidth: 110 },
  );
}

function turnOf(
  { answers, heard }: PlayedStep,
  { message, agent, tool, facts, caller }: SayStep,
  before: Before,
  played: readonly PlayedStep[],
): object {
  const firstCaller = played.find(({ step }) => step.kind === "say")?.step as SayStep;
  const understood = Object.assign({}, facts, ...answers.filter(isRecord)) as Record<string, unknown>;
  return {
    message,
    ...(agent === "" ? {} : { agent }),
    ...(tool === "" ? {} : { tool }),
    ...(caller === firstCaller.caller ? {} : { caller }),
    ...(Object.keys(understood).length === 0 ? {} : { facts: understood }),
    ...Object.fromEntries(
      Object.entries(before).filter(
        ([, value]) => typeof value === "number" || Object.keys(value as object).length > 0,
      ),
    ),
    ...(tool === ""
      ? {}
      : heard.length === 0
        ? { silent: true }
        : { expect: { contains: heard.join("\n") } }),
  };
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
