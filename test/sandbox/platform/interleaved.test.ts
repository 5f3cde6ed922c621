/** Flows that run side by side, as they do on the platform. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../../../scripts/sandbox/platform/index.ts";
import { type EchoServer, startServer } from "./echo-server.ts";
import { httpFlow } from "./http-skills.ts";
import { smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

let server: EchoServer;
beforeAll(async () => {
  server = await startServer((_request, response) => {
    response.end("done");
  });
});
afterAll(() => server.close());

const interleaved = { flows: "interleaved" } as const;
const say = (...texts: string[]): string => texts.map((text) => `{{ DUMMY(message="${text}") }}`).join("");

/** Adds a word to an attribute of the caller's, as a list of appointments grows. */
const add = (word: string): string =>
  `{% set id = GetUser(field="id") | string %}{% set list = GetPersonaAttribute(id=id, field="list") %}` +
  `{{ SetPersonaAttribute(id=id, field="list", value=list ~ "${word}") }}`;

function deliver(sandbox: Sandbox, idn: string, personaId: string): void {
  sandbox.deliver({ idn, integrationIdn: "system", connectorIdn: "system", personaId });
}

describe("two flows that read and write one attribute for one caller", () => {
  const artifact = smallArtifact({
    OneFlow: { skills: { A: add("one ") }, events: ["both system/system A", "one system/system A"] },
    TwoFlow: { skills: { A: add("two ") }, events: ["both system/system A", "two system/system A"] },
  });
  const listAfter = async (options: typeof interleaved | object, ...events: string[]) => {
    const sandbox = await installed(artifact, options);
    const { personaId } = sandbox.conversation();
    for (const event of events) {
      deliver(sandbox, event, personaId);
    }
    await sandbox.settle();
    return sandbox.account.persona(personaId).attributes.get("list");
  };

  test("overwrite each other when interleaved, also when two events start them", async () => {
    expect(await listAfter(interleaved, "both")).toBe("two ");
    expect(await listAfter(interleaved, "two", "one")).toBe("one ");
  });

  test("do not when they run in turn, which is the default", async () => {
    expect(await listAfter({ flows: "in turn" }, "both")).toBe("one two ");
    expect(await listAfter({}, "two", "one")).toBe("two one ");
  });

  test("are in order as soon as one flow has both events", async () => {
    expect(await listAfter(interleaved, "one", "one", "one")).toBe("one one one ");
  });
});

describe("a skill that sleeps", () => {
  const pause = (seconds: number): string =>
    `{{ Sleep(duration="${String(seconds)}", interruptible="False") }}`;
  const artifact = smallArtifact({
    OneFlow: {
      skills: { Nap: say("a1") + pause(2) + say("a2"), Next: say("next"), Fire: say("fired") },
      events: ["nap system/system Nap", "next system/system Next", "fire program_timer/session_timer Fire"],
    },
    OtherFlow: {
      skills: { A: say("b1", "b2"), Fire: say("other"), Nap: say("d1") + pause(1) + say("d2") },
      events: ["other system/system A", "fire program_timer/session_timer Fire", "short system/system Nap"],
    },
  });
  const napping = async (moves = true) => {
    let now = 0;
    const clock = { sleep: (milliseconds: number) => void (now += milliseconds) };
    const sandbox = await installed(artifact, {
      ...interleaved,
      now: () => now,
      ...(moves ? clock : {}),
    });
    return { sandbox, anna: sandbox.conversation(), ben: sandbox.conversation(), now: () => now };
  };

  test("keeps its own queue waiting, and no other", async () => {
    const { sandbox, anna, ben, now } = await napping();
    deliver(sandbox, "nap", anna.personaId);
    deliver(sandbox, "next", anna.personaId);
    deliver(sandbox, "other", anna.personaId);
    deliver(sandbox, "next", ben.personaId);
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "b1", "next", "b2", "a2", "next"]);
    expect(now()).toBe(2000);
  });

  test("goes on in the order of the moments, not of falling asleep", async () => {
    const { sandbox, anna, now } = await napping();
    deliver(sandbox, "nap", anna.personaId);
    deliver(sandbox, "short", anna.personaId);
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "d1", "d2", "a2"]);
    expect(now()).toBe(2000);
  });

  test("does not keep a timer of another flow from firing in between", async () => {
    const { sandbox, anna } = await napping();
    sandbox.account.timers.set("t", {
      name: "t",
      personaId: anna.personaId,
      eventIdn: "fire",
      fireAt: 1000,
    });
    deliver(sandbox, "nap", anna.personaId);
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "other", "a2", "fired"]);
  });

  test("goes on at last where no clock moves", async () => {
    const { sandbox, anna, now } = await napping(false);
    deliver(sandbox, "nap", anna.personaId);
    deliver(sandbox, "other", anna.personaId);
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "b1", "b2", "a2"]);
    expect(now()).toBe(0);
  });
});

describe("interleaved flows", () => {
  test("alternate with each action, and take turns in the order of installation", async () => {
    const artifact = smallArtifact({
      OneFlow: { skills: { A: say("a1", "a2", "a3") }, events: ["go system/system A"] },
      TwoFlow: { skills: { A: say("b1") }, events: ["go system/system A"] },
      ZFlow: { skills: { A: say("c1", "c2") }, events: ["go system/system A"] },
    });
    const sandbox = await installed(artifact, interleaved);
    sandbox.sendEvent("go", "system", "system");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "b1", "c1", "a2", "c2", "a3"]);
  });

  test("serve two callers side by side, each skill for its own", async () => {
    const text =
      "{% for n in [1, 2] %}{{ DUMMY(message=GetUser(field='name') ~ GetTriggeredAct().arguments.n ~ n) }}{% endfor %}";
    const artifact = smallArtifact({ DemoFlow: { skills: { A: text }, events: ["go system/system A"] } });
    const sandbox = await installed(artifact, interleaved);
    const anna = sandbox.conversation({ user: { name: "Anna" } });
    const ben = sandbox.conversation({ user: { name: "Ben" } });
    await Promise.all([anna.fire("go", { n: "x" }), anna.fire("go", { n: "y" }), ben.fire("go", { n: "z" })]);
    expect(logOf(sandbox)).toEqual(["Annax1", "Benz1", "Annax2", "Benz2", "Annay1", "Annay2"]);
    expect(sandbox.trace.of("action").filter(({ personaId }) => personaId === ben.personaId)).toHaveLength(6);
  });

  test("see an event that a skill sends while it still runs", async () => {
    const send = '{{ SendSystemEvent(eventIdn="next", connectorIdn="system") }}';
    const artifact = smallArtifact({
      OneFlow: {
        skills: { A: send + say("a1", "a2"), C: say("c") },
        events: ["go system/system A", "next system/system C"],
      },
      TwoFlow: { skills: { B: say("b1", "b2") }, events: ["next system/system B"] },
    });
    const sandbox = await installed(artifact, interleaved);
    sandbox.sendEvent("go", "system", "system");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "b1", "a2", "b2", "c"]);
  });

  test("hear the answers to all requests in flight together, and find the same order each time", async () => {
    const other = { skills: { Ask: httpFlow.skills["Ask"] ?? "" }, events: ["ask system/system Ask"] };
    const run = async (): Promise<{ trace: string; order: string[] }> => {
      const artifact = smallArtifact({ HttpFlow: httpFlow, OtherFlow: other });
      const hosts = { "https://api.example.com": server.url };
      const sandbox = await installed(artifact, { hosts, ...interleaved });
      await sandbox.publish();
      const [anna, ben] = [sandbox.conversation(), sandbox.conversation()];
      await Promise.all([anna.fire("ask", { q: "1" }), ben.fire("ask", { q: "2" })]);
      const results = sandbox.trace.entries.flatMap((entry) =>
        entry.kind === "http" || (entry.kind === "event" && entry.integrationIdn === "http")
          ? [entry.kind]
          : [],
      );
      return { trace: JSON.stringify(sandbox.trace.entries), order: results };
    };
    const first = await run();
    expect(first.order).toEqual([...Array<string>(4).fill("http"), ...Array<string>(4).fill("event")]);
    expect((await run()).trace).toBe(first.trace);
  });

  test("go on when one of them fails", async () => {
    const artifact = smallArtifact({
      BadFlow: { skills: { A: say("bad1", "bad2") + "{{ x.y.z }}" }, events: ["go system/system A"] },
      GoodFlow: { skills: { A: say("g1", "g2") }, events: ["go system/system A"] },
    });
    const sandbox = await installed(artifact, interleaved);
    sandbox.sendEvent("go", "system", "system");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual([
      "bad1",
      "g1",
      "bad2",
      "BadFlow/A:1: UndefinedError: 'x' is undefined",
      "g2",
    ]);
  });

  test("whose Python ends take nothing with them but what ran beside it", async () => {
    const hang = "{% set x = re.search('(a+)+$', 'a' * 50 ~ 'b') %}";
    const artifact = smallArtifact({
      BesideFlow: { skills: { A: say("b1", "b2") }, events: ["go system/system A"] },
      HangFlow: { skills: { A: say("h1") + hang }, events: ["go system/system A"] },
      LaterFlow: { skills: { A: say("later") }, events: ["later system/system A"] },
    });
    const sandbox = await installed(artifact, { ...interleaved, skillTimeoutMs: 1500 });
    sandbox.sendEvent("go", "system", "system");
    await expect(sandbox.settle()).rejects.toThrow("did not answer within 1500 ms");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["b1", "h1"]);
  });

  test("that cause each other without end are stopped", async () => {
    const send = '{{ SendSystemEvent(eventIdn="go", connectorIdn="system") }}';
    const artifact = smallArtifact({ DemoFlow: { skills: { A: send }, events: ["go system/system A"] } });
    const sandbox = await installed(artifact, interleaved);
    sandbox.sendEvent("go", "system", "system");
    await expect(sandbox.settle()).rejects.toThrow("events without end; the last was go on system/system");
    await sandbox.settle();
  });
});
