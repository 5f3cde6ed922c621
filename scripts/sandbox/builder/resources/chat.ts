/** The sandbox chat. Nobody speaks for the agent here; what the module tells it is passed on word for word. */
import { isRegisteredTool, type MemoryMessage, type SandboxEvent } from "../../platform/index.ts";
import { Refusal } from "../http/refusal.ts";
import type { Call, Route } from "../http/route.ts";
import type { LocalBuilder } from "../local-builder.ts";
import { page } from "./page.ts";

/** `/check_availability_tool {"date": "2026-12-01"}`: a tool, and what a model would hear in the conversation. */
const promise = /^\/(\w+)\s*(\{.*\})?\s*$/su;

/** What a chat is answered in which no tool is promised. */
const explanation =
  "There is no language model here. Write /<tool> {facts} to have the agent promise a tool, for instance " +
  '/check_availability_tool {"services": ["Haircut"], "date": "2026-12-01"}.';

/** Adds a line to the chat and to what the module can read of it. */
function say(builder: LocalBuilder, actorId: string, personaId: string, { from, text }: MemoryMessage): void {
  builder.account.remember(personaId, { from, text });
  builder.state.chat.push({
    id: builder.newId(),
    actor_id: actorId,
    is_agent: from === "agent",
    text,
    datetime: builder.time,
  });
}

function send({ builder, param, fields }: Call): null {
  const actor = builder.account.actors.get(param("actorId"));
  if (actor === undefined) {
    throw Refusal.notFound("actor", param("actorId"));
  }
  const text = fields().text("text");
  const { id: actorId, personaId } = actor;
  const isFirst = !builder.state.chat.some((line) => line.actor_id === actorId);
  say(builder, actorId, personaId, { from: "user", text });
  const [, tool = "", facts = "{}"] = promise.exec(text) ?? [];
  void builder.engine.run(async ({ sandbox, brain }) => {
    const from = sandbox.events.length;
    const system = { integrationIdn: "system", connectorIdn: "system", personaId, actorId };
    if (isFirst) {
      sandbox.deliver({ idn: "session_started", ...system });
    }
    brain.tell(personaId, readFacts(facts));
    const fires = tool !== "" && isRegisteredTool(builder.account, tool);
    if (fires) {
      sandbox.deliver({ idn: tool, ...system });
    }
    await sandbox.settle();
    const told = instructions(sandbox.events.slice(from), personaId);
    const answers = fires ? told : [...told, tool === "" ? explanation : `There is no tool ${tool}.`];
    answers.forEach((answer) => {
      say(builder, actorId, personaId, { from: "agent", text: answer });
    });
  });
  return null;
}

function readFacts(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function instructions(events: readonly SandboxEvent[], personaId: string): string[] {
  return events
    .filter((event) => event.idn === "urgent_message" && event.personaId === personaId)
    .map((event) => String(event.arguments["baseInstruction"] ?? ""));
}

/** The newest first. */
function history({ builder, query, param }: Call) {
  const actorId = query.get("user_actor_id") ?? param("actorId");
  const actor = builder.account.actors.get(actorId);
  if (actor === undefined) {
    throw Refusal.notFound("actor", actorId);
  }
  const lines = builder.state.chat
    .filter((line) => line.actor_id === actorId)
    .map(({ id, is_agent, text, datetime }) => ({
      id,
      is_agent,
      payload: { text },
      arguments: [],
      datetime,
      user_actor_id: actorId,
      user_persona_id: actor.personaId,
    }));
  return page(lines.reverse(), query);
}

/** The chat. */
export const chatRoutes: readonly Route[] = [
  { at: "POST /api/v1/chat/user/:actorId", handle: send },
  { at: "GET /api/v1/chat/user/:actorId", handle: history },
  { at: "GET /api/v1/chat/user/:actorId/history", handle: history },
  { at: "GET /api/v1/chat/history", handle: history },
];
