import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type ResultShape, resultShapes } from "../../../scripts/sandbox/platform/index.ts";
import { type EchoServer, startServer } from "./echo-server.ts";
import { httpFlow, sendRequest } from "./http-skills.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

let server: EchoServer;
/** Answers that wait for the test. */
let held = new Map<string, () => void>();

beforeAll(async () => {
  server = await startServer((request, response) => {
    const q = new URL(request.url ?? "", "http://localhost").searchParams.get("q") ?? "";
    const end = (): void => {
      response.statusCode = q === "missing" ? 404 : 200;
      response.end(JSON.stringify({ q }));
    };
    if (q.startsWith("hold")) {
      held.set(q, end);
    } else if (q === "broken") {
      response.writeHead(200, { "content-length": "100" });
      response.write("{");
      response.destroy();
    } else if (q !== "silent") {
      end();
    }
  });
});
afterAll(() => server.close());
afterEach(() => {
  held = new Map();
  server.seen.length = 0;
});

/** A published sandbox with one conversation. */
async function published(options: Parameters<typeof installed>[1] = {}) {
  const hosts = { "https://api.example.com": server.url };
  const sandbox = await installed(smallArtifact({ HttpFlow: httpFlow }), { hosts, ...options });
  await sandbox.publish();
  return { sandbox, conversation: sandbox.conversation() };
}

describe("send_request", () => {
  test("goes out as real HTTP to the mapped host and comes back to the caller", async () => {
    const { sandbox, conversation } = await published();
    const turn = await conversation.fire("ask", { q: "a%20b" });
    expect(turn.answers).toEqual(['demo|a%20b 200 {"q":"a b"} result_success']);
    expect(server.seen).toEqual(["GET /echo?q=a%20b"]);
    expect(turn.requests).toMatchObject([
      { method: "GET", status: 200, response: '{"q":"a b"}', failure: "" },
    ]);
    expect(sandbox.events.find(({ idn }) => idn === "result_success")).toMatchObject({
      arguments: { output: '{"q":"a b"}', code: "200" },
      personaId: conversation.personaId,
    });
  });

  test("is refused by a host that is not mapped", async () => {
    const { conversation } = await published({ hosts: {}, fetch: () => Promise.reject(new Error("sent")) });
    const turn = await conversation.fire("ask", { q: "1" });
    expect(turn.answers).toEqual(["demo|1 none the host cannot be reached from the sandbox result_error"]);
  });

  test("whose answer never comes ends in result_error without a code", async () => {
    const { sandbox, conversation } = await published({ requestTimeoutMs: 300 });
    const turn = await conversation.fire("ask", { q: "silent" });
    expect(turn.answers).toHaveLength(1);
    expect(sandbox.events.find(({ idn }) => idn === "result_error")?.arguments).not.toHaveProperty("code");
    expect(turn.requests[0]?.failure).toContain("TimeoutError");
  });

  test("whose answer breaks off ends in result_error", async () => {
    const { conversation } = await published();
    const turn = await conversation.fire("ask", { q: "broken" });
    expect(turn.answers[0]).toMatch(/^demo\|broken none .* result_error$/);
  });

  test("on a connector that does not exist or is stopped ends in result_error and a line of the log", async () => {
    const { sandbox, conversation } = await published();
    const connector = sandbox.account.connector("http", "demo");
    if (connector === undefined) {
      throw new Error("not created");
    }
    connector.status = "stopped";
    const stopped = await conversation.fire("ask", { q: "1" });
    sandbox.account.connectors.clear();
    const missing = await conversation.fire("ask", { q: "2" });
    expect([...stopped.answers, ...missing.answers]).toEqual([
      "demo|1 none connector http/demo is stopped result_error",
      "demo|2 none there is no connector http/demo result_error",
    ]);
    expect(logOf(sandbox)).toEqual([
      "send_request: connector http/demo is stopped",
      "send_request: there is no connector http/demo",
    ]);
    expect(server.seen).toEqual([]);
  });

  test.each([
    ['headers=json.dumps({"a": 1})', "header values must be text"],
    ['headers="{}{"', "headers must be the JSON text of an object"],
    ['url=""', "send_request needs method and url"],
    ['userPersonaId="nobody"', "there is no persona nobody"],
  ])("is refused with %s", async (argument, message) => {
    const name = argument.split("=")[0] ?? "";
    const skill = sendRequest.replace(new RegExp(`${name}=[^\\n]*?(,|\\) \\}\\})(?=\\s|$)`), `${argument}$1`);
    expect(skill).toContain(argument);
    const flow = { ...httpFlow, skills: { ...httpFlow.skills, Ask: skill } };
    const sandbox = await installed(smallArtifact({ HttpFlow: flow }));
    await sandbox.publish();
    const turn = await sandbox.conversation().fire("ask", { q: "1" });
    expect(turn.errors.map((error) => error.message)).toEqual([`SendCommand: ${message}`]);
  });
});

describe("results", () => {
  test("find their own caller when two conversations are interleaved", async () => {
    const { sandbox, conversation: anna } = await published();
    const ben = sandbox.conversation();
    const turns = Promise.all([anna.fire("ask", { q: "hold-anna" }), ben.fire("ask", { q: "hold-ben" })]);
    await until(() => held.size === 2);
    held.get("hold-ben")?.();
    held.get("hold-anna")?.();
    const [first, second] = await turns;
    expect(first.answers).toEqual(['demo|hold-anna 200 {"q":"hold-anna"} result_success']);
    expect(second.answers).toEqual(['demo|hold-ben 200 {"q":"hold-ben"} result_success']);
  });

  test.each([
    ["sent", ["hold-1", "hold-2"]],
    ["arrival", ["hold-2", "hold-1"]],
  ] as const)("are delivered in the order %s", async (resultOrder, expected) => {
    const { sandbox, conversation } = await published({ resultOrder });
    for (const q of ["hold-1", "hold-2"]) {
      sandbox.deliver({
        ...{ idn: "ask", integrationIdn: "system", connectorIdn: "system" },
        ...{ arguments: { q }, personaId: conversation.personaId },
      });
    }
    const settled = sandbox.settle();
    await until(() => held.size === 2);
    held.get("hold-2")?.();
    if (resultOrder === "arrival") {
      await until(() => sandbox.trace.of("http").length === 1);
    }
    held.get("hold-1")?.();
    await settled;
    expect(sandbox.trace.of("http").map(({ url }) => url.split("q=")[1])).toEqual(expected);
  });

  test("come after every event, however soon the answer is there", async () => {
    const flow = {
      ...httpFlow,
      skills: { ...httpFlow.skills, Next: '{{ SendSystemEvent(eventIdn="last", connectorIdn="system") }}' },
      events: [...httpFlow.events, "next system/system Next"],
    };
    const sandbox = await installed(smallArtifact({ HttpFlow: flow }), {
      hosts: { "https://api.example.com": "http://127.0.0.1:1" },
      fetch: () => Promise.resolve(new Response("at once")),
    });
    await sandbox.publish();
    sandbox.sendEvent("ask", "system", "system", { q: "1" });
    sandbox.sendEvent("next", "system", "system");
    await sandbox.settle();
    const idns = sandbox.events.map(({ idn }) => idn).filter((idn) => /^(?:last|result_success)$/u.test(idn));
    expect(idns).toEqual(["last", "result_success"]);
  });

  test("can be delivered a second time", async () => {
    const { sandbox, conversation } = await published();
    await conversation.fire("ask", { q: "1" });
    const result = sandbox.events.find(({ idn }) => idn === "result_success");
    expect(result).toBeDefined();
    if (result !== undefined) {
      sandbox.deliver(result);
    }
    await sandbox.settle();
    expect(
      sandbox.events.filter(({ idn }) => idn === "urgent_message").map((event) => event.arguments),
    ).toEqual([
      { uninterruptible: "True", baseInstruction: 'demo|1 200 {"q":"1"} result_success' },
      { uninterruptible: "True", baseInstruction: 'demo|1 200 {"q":"1"} result_success' },
    ]);
  });
});

describe("result shapes", () => {
  const names = { body: ["output", "response", "body"], status: ["code", "status_code", "status"] };
  const shapes = resultShapes(names);

  test("use every candidate", () => {
    const used = (pick: (shape: ResultShape) => string | readonly string[]): Set<string> =>
      new Set(shapes.flatMap((shape) => pick(shape)));
    expect(used((shape) => shape.bodyArgument)).toEqual(new Set(names.body));
    expect(used((shape) => shape.statusArgument)).toEqual(new Set(names.status));
    expect(used((shape) => shape.body)).toEqual(new Set(["text", "object"]));
    expect(used((shape) => shape.status)).toEqual(new Set(["text", "number"]));
    expect(used((shape) => shape.act)).toEqual(new Set(["object", "value"]));
    expect(used((shape) => shape.events)).toEqual(new Set(["result_success", "magic_http_response"]));
    expect(used((shape) => shape.errorEvents)).toEqual(
      new Set(["result_success", "result_error", "magic_http_response"]),
    );
  });

  test.each(shapes)(
    "$bodyArgument $statusArgument $body $status $events $errorEvents $act",
    async (resultShape) => {
      const { sandbox, conversation } = await published({ resultShape });
      await conversation.fire("ask", { q: "1" });
      await conversation.fire("ask", { q: "missing" });
      const body = (q: string): string => (resultShape.body === "object" ? `{"q": "${q}"}` : `{"q":"${q}"}`);
      const answers = sandbox.events
        .filter(({ idn }) => idn === "urgent_message")
        .map((event) => event.arguments["baseInstruction"]);
      expect(answers).toEqual([
        ...resultShape.events.map((event) => `demo|1 200 ${body("1")} ${event}`),
        ...resultShape.errorEvents.map((event) => `demo|missing 404 ${body("missing")} ${event}`),
      ]);
      const value: unknown = sandbox.events.find(({ connectorIdn }) => connectorIdn === "demo")?.arguments[
        resultShape.statusArgument
      ];
      expect(value).toBe(resultShape.status === "number" ? 200 : "200");
    },
  );
});

/** Lets the event loop run until something has happened. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
