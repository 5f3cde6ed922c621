/** Results of requests that a test keeps back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultShapes } from "../../../scripts/sandbox/platform/index.ts";
import { type EchoServer, startServer } from "./echo-server.ts";
import { httpFlow } from "./http-skills.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed } from "./small-sandbox.ts";

let server: EchoServer;

beforeAll(async () => {
  server = await startServer((_request, response) => {
    response.end("done");
  });
});
afterAll(() => server.close());

const answer = (q: string): string => `demo|${q} 200 done result_success`;

async function published(options: Parameters<typeof installed>[1] = {}) {
  const hosts = { "https://api.example.com": server.url };
  const sandbox = await installed(smallArtifact({ HttpFlow: httpFlow }), { hosts, ...options });
  await sandbox.publish();
  return { sandbox, anna: sandbox.conversation(), ben: sandbox.conversation() };
}

describe("a result that is held", () => {
  test("is not heard, though its request was carried out, and is late when it is released", async () => {
    const { sandbox, anna } = await published();
    server.seen.length = 0;
    const held = sandbox.holdResults(({ method, url }) => method === "GET" && url.endsWith("q=1"));
    const turn = await anna.fire("ask", { q: "1" });
    expect(turn.answers).toEqual([]);
    expect(turn.requests).toMatchObject([{ status: 200 }]);
    expect(server.seen).toEqual(["GET /echo?q=1"]);
    expect(held.events).toMatchObject([
      { idn: "result_success", integrationIdn: "http", connectorIdn: "demo", personaId: anna.personaId },
    ]);
    expect((await anna.fire("ask", { q: "2" })).answers).toEqual([answer("2")]);
    held.release();
    expect(held.events).toEqual([]);
    const late = await anna.settle();
    expect(late).toMatchObject({ answers: [answer("1")], toolFired: false, problem: "", requests: [] });
    expect(anna.memory.map(({ text }) => text)).toEqual([answer("2"), answer("1")]);
    expect((await anna.settle()).answers).toEqual([]);
  });

  test("is chosen by the user of its request too, until holding stops", async () => {
    const { sandbox, anna, ben } = await published();
    const held = sandbox.holdResults(({ personaId }) => personaId === anna.personaId);
    expect((await ben.fire("ask", { q: "ben" })).answers).toEqual([answer("ben")]);
    expect((await anna.fire("ask", { q: "1" })).answers).toEqual([]);
    held.stop();
    held.stop();
    expect((await anna.fire("ask", { q: "2" })).answers).toEqual([answer("2")]);
    held.release();
    expect((await anna.settle()).answers).toEqual([answer("1")]);
  });

  test("can come twice, out of order, and in another conversation first", async () => {
    const { sandbox, anna, ben } = await published();
    const held = sandbox.holdResults(() => true);
    await anna.fire("ask", { q: "1" });
    await anna.fire("ask", { q: "2" });
    for (const event of held.events.toReversed()) {
      sandbox.deliver(event);
    }
    expect((await anna.settle()).answers).toEqual([answer("2"), answer("1")]);
    for (const event of held.events) {
      sandbox.deliver({ ...event, personaId: ben.personaId, actorId: ben.actorId });
    }
    expect((await ben.settle()).answers).toEqual([answer("1"), answer("2")]);
    held.release();
    expect((await anna.settle()).answers).toEqual([answer("1"), answer("2")]);
  });

  test("is all events of the answer, by the first that holds it", async () => {
    const events = ["result_success", "magic_http_response"];
    const [shape] = resultShapes({ body: ["output"], status: ["code"] });
    const { sandbox, anna } = await published({ resultShape: { ...shape, events } });
    const first = sandbox.holdResults(() => true);
    const second = sandbox.holdResults(() => true);
    await anna.fire("ask", { q: "1" });
    expect(first.events.map(({ idn }) => idn)).toEqual(events);
    expect(second.events).toEqual([]);
  });
});
