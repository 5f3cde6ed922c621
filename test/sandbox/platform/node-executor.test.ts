import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SkillContext, SkillEvent } from "#sdk";
import {
  comparableActions,
  type ModuleRuntime,
  type NodeHandler,
  scriptedBrain,
} from "../../../scripts/sandbox/platform/index.ts";
import { type EchoServer, startServer } from "./echo-server.ts";
import { createConnector } from "./http-skills.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

/** The simplest runtime: one persona attribute holds the frame. */
const runtime: ModuleRuntime = {
  currentPersona: (ctx) => ctx.getUser("id"),
  sendRequest(ctx, flow, request, frame) {
    const id = ctx.newId();
    ctx.setPersonaAttribute(`frame_${id}`, JSON.stringify(frame));
    ctx.sendRequest("demo", {
      ...{ method: request.method, url: request.url, headers: "{}", body: request.body },
      ...{ targetAction: `demo|${flow}|${ctx.personaId}|${id}`, userPersonaId: ctx.personaId },
    });
  },
  takeFrame(ctx, flow, _eventIdn, target) {
    const [, owner, personaId = "", id = ""] = target.split("|");
    const stored = owner === flow ? ctx.getPersonaAttributeOf(personaId, `frame_${id}`) : "";
    ctx.deletePersonaAttributeOf(personaId, `frame_${id}`);
    return stored === ""
      ? null
      : { personaId, frame: JSON.parse(stored) as never, mark: "", flow, operation: "", at: "" };
  },
  lostFrame: () => undefined,
  readHttpResult: (_ctx, event) => ({
    status: Number(event.arguments["code"] ?? 0),
    body: String(event.arguments["output"]),
  }),
};

const get = (ctx: SkillContext, path: string): ReturnType<SkillContext["send"]> =>
  ctx.send({ method: "GET", url: `https://api.example.com/${path}`, body: "", authorization: "none" });

let server: EchoServer;
beforeAll(async () => {
  server = await startServer((request, response) => response.end(`body of ${request.url ?? ""}`));
});
afterAll(() => server.close());

const events = [
  "ask system/system AskSkill",
  "tell system/system TellSkill",
  "result_success http/demo ResultSkill",
];
const skills = { AskSkill: "x", TellSkill: "x", ResultSkill: "x" };
const artifact = smallArtifact({
  DemoFlow: { skills, events },
  OtherFlow: { skills, events: events.slice(2) },
});

async function withHandlers(
  handlers: Readonly<Record<string, NodeHandler>>,
  options: Parameters<typeof installed>[1] = {},
) {
  const sandbox = await installed(artifact, {
    ...options,
    executor: { runtime, flows: { DemoFlow: handlers } },
    hosts: { "https://api.example.com": server.url },
  });
  const settings = new Map<string, string>();
  const key = {
    integrationIdn: "http",
    connectorIdn: "demo",
    title: "Demo",
    status: "running" as const,
    settings,
  };
  sandbox.account.connectors.set("http/demo", key);
  return sandbox;
}

describe("a handler in Node", () => {
  test("waits for each answer and goes on with its locals", async () => {
    const sandbox = await withHandlers({
      async ask(ctx, event) {
        const start = String(event.arguments["q"]);
        const first = await get(ctx, start);
        const second = await get(ctx, `${start}2`);
        ctx.sendSystemEvent("urgent_message", {
          baseInstruction: `${String(first.status)} ${first.body}, ${second.body}`,
        });
      },
    });
    const conversation = sandbox.conversation();
    const turn = await conversation.fire("ask", { q: "a" });
    expect(turn.answers).toEqual(["200 body of /a, body of /a2"]);
    expect(turn.requests.map(({ url }) => url)).toEqual([
      "https://api.example.com/a",
      "https://api.example.com/a2",
    ]);
    expect([...sandbox.account.persona(conversation.personaId).attributes.keys()]).toEqual([]);
  });

  test("does not hold up the queue while it waits", async () => {
    const sandbox = await withHandlers({
      async ask(ctx) {
        ctx.log("asked");
        await get(ctx, "a");
        ctx.log("answered");
      },
      tell: (ctx) => {
        ctx.log("told");
      },
    });
    const { personaId } = sandbox.conversation();
    sandbox.sendEvent("ask", "system", "system", {}, personaId);
    sandbox.sendEvent("tell", "system", "system", {}, personaId);
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["asked", "told", "answered"]);
  });

  test("ignores a result that comes twice, and one that is not its own", async () => {
    const sandbox = await withHandlers({
      async ask(ctx) {
        await get(ctx, "a");
        ctx.log("answered");
      },
    });
    await sandbox.conversation().fire("ask");
    const result = sandbox.events.find(({ idn }) => idn === "result_success");
    sandbox.deliver({ ...result, idn: "result_success", integrationIdn: "http", connectorIdn: "demo" });
    sandbox.deliver({ idn: "result_success", integrationIdn: "http", connectorIdn: "demo" });
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["answered"]);
    expect(sandbox.trace.of("error")).toEqual([]);
  });

  test("keeps two callers apart", async () => {
    const sandbox = await withHandlers({
      async ask(ctx, event) {
        const answer = await get(ctx, String(event.arguments["q"]));
        ctx.sendSystemEvent("urgent_message", { baseInstruction: answer.body + ctx.getUser("name") });
      },
    });
    const [anna, ben] = await Promise.all([
      sandbox.conversation({ user: { name: "Anna" } }).fire("ask", { q: "1" }),
      sandbox.conversation({ user: { name: "Ben" } }).fire("ask", { q: "2" }),
    ]);
    expect([anna.answers, ben.answers]).toEqual([["body of /1Anna"], ["body of /2Ben"]]);
  });

  test("beside others goes on where it waits, and only there, for the event it was started by", async () => {
    const sandbox = await withHandlers(
      {
        async ask(ctx) {
          ctx.log(`${ctx.getUser("name")} asks`);
          ctx.log("a question");
          await get(ctx, "a");
          ctx.log(`${ctx.getUser("name")} hears`);
          ctx.log("an answer");
        },
      },
      { flows: "interleaved" },
    );
    await Promise.all(
      ["Anna", "Ben"].map((name) => sandbox.conversation({ user: { name } }).fire("ask", {})),
    );
    const half = (action: string, noun: string): string[] => [`Anna ${action}`, noun, `Ben ${action}`, noun];
    expect(logOf(sandbox)).toEqual([...half("asks", "a question"), ...half("hears", "an answer")]);
  });

  test("that sleeps beside others lets them go on, does nothing twice, and keeps what it has heard", async () => {
    let now = 0;
    const sandbox = await withHandlers(
      {
        async ask(ctx) {
          const id = ctx.newId();
          const first = await get(ctx, "a");
          ctx.log(`${ctx.getUser("name")} sleeps`);
          ctx.sleep("2");
          const second = await get(ctx, "b");
          ctx.sleep("1");
          ctx.log(`${first.body}, ${second.body}, ${String(id === ctx.getPersonaAttribute("seen"))}`);
        },
        tell: (ctx) => {
          ctx.sleep("1");
          ctx.log(`${ctx.getUser("name")} tells`);
        },
      },
      { flows: "interleaved", now: () => now, sleep: (milliseconds) => void (now += milliseconds) },
    );
    const [anna, ben] = ["Anna", "Ben"].map((name) => sandbox.conversation({ user: { name } }));
    for (const [idn, caller] of [
      ["ask", anna],
      ["tell", anna],
      ["tell", ben],
    ] as const) {
      sandbox.sendEvent(idn, "system", "system", {}, caller?.personaId);
    }
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual([
      "Ben tells",
      "Anna tells",
      "Anna sleeps",
      "body of /a, body of /b, false",
    ]);
    expect(sandbox.trace.of("http")).toHaveLength(2);
    expect(sandbox.trace.of("error")).toEqual([]);
    expect(now).toBe(4000);
  });

  test("waits for a model that takes its time, and hears of one that fails", async () => {
    const scripted = scriptedBrain();
    let answer: Promise<unknown> = Promise.resolve({ a: "b" });
    const handlers: Readonly<Record<string, NodeHandler>> = {
      ask: (ctx) => {
        ctx.log("asks");
        ctx.log(JSON.stringify(ctx.generate("Fill it.", { type: "object" })));
      },
    };
    const brain = { ...scripted, generate: () => answer };
    const sandbox = await withHandlers(handlers, { brain });
    await sandbox.conversation().fire("ask");
    expect(logOf(sandbox)).toEqual(["asks", '{"a":"b"}']);
    answer = Promise.reject(new Error("no model"));
    const { errors } = await sandbox.conversation().fire("ask");
    expect(errors.map(({ message }) => message)).toEqual(["no model"]);
  });

  test("that throws, before or after an answer, is an error of the trace", async () => {
    const sandbox = await withHandlers({
      ask: async (ctx) => {
        await get(ctx, "a");
        throw new TypeError("late");
      },
      tell: () => {
        throw new TypeError("early");
      },
    });
    const conversation = sandbox.conversation();
    const turns = [await conversation.fire("tell"), await conversation.fire("ask")];
    expect(turns.flatMap(({ errors }) => errors).map(({ skill, message }) => [skill, message])).toEqual([
      ["TellSkill", "early"],
      ["AskSkill", "late"],
    ]);
  });

  test("is found by skill, by event and by its own name, and missed by name", async () => {
    const log =
      (text: string): NodeHandler =>
      (ctx: SkillContext, event: SkillEvent) => {
        ctx.log(`${text} ${event.idn}`);
      };
    for (const [name, expected] of [
      ["AskSkill", "by skill ask"],
      ["ask", "by skill ask"],
      ["other", "DemoFlow/AskSkill: Error: flow DemoFlow has no handler for AskSkill"],
    ] as const) {
      const sandbox = await withHandlers({ [name]: log("by skill") });
      await sandbox.conversation().fire("ask");
      expect(logOf(sandbox)).toEqual([expected]);
    }
  });

  test("leaves the same action log as the same skill in NSL", async () => {
    const nsl = `{% set id = GetUser(field="id") | string %}{{ SetPersonaAttribute(id=id, field="f", value="v") }}
      {{ DUMMY(message=GetPersonaAttribute(id=id, field="f") ~ GetDateTime(format="datetime", timezone="Europe/Riga")) }}
      Fill it. {% set x = Gen(jsonSchema=json.dumps({"type": "object", "properties": {"a": {"type": "string"}}}), validateSchema="True", temperature="0") %}`;
    const inNsl = await installed(
      smallArtifact({
        DemoFlow: { skills: { Setup: createConnector, AskSkill: nsl }, events: [events[0] ?? ""] },
      }),
    );
    const inNode = await withHandlers({
      ask: (ctx) => {
        ctx.setPersonaAttribute("f", "v");
        ctx.log(ctx.getPersonaAttribute("f") + ctx.getDateTime("Europe/Riga"));
        ctx.generate("Fill it.", { type: "object", properties: { a: { type: "string" } } });
      },
    });
    await inNsl.conversation().fire("ask");
    await inNode.conversation().fire("ask");
    const log = comparableActions(inNode.trace.entries);
    expect(log.map(({ action }) => action)).toEqual([
      "GetUser",
      "SetPersonaAttribute",
      "GetPersonaAttribute",
      "GetDateTime",
      "DUMMY",
      "Gen",
    ]);
    expect(log.at(-1)?.value).toEqual({ a: "" });
    expect(comparableActions(inNsl.trace.entries)).toEqual(log);
  });
});
