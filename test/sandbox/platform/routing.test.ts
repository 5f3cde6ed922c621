import { describe, expect, test } from "vitest";
import { InstallError } from "../../../scripts/sandbox/platform/index.ts";
import { flowFile, skillFile, smallArtifact } from "./small-artifact.ts";
import { installed, logOf } from "./small-sandbox.ts";

const say = (text: string): string => `{{ DUMMY(message="${text}") }}`;
const send = (idn: string): string => `{{ SendSystemEvent(eventIdn="${idn}", connectorIdn="system") }}`;

describe("an event", () => {
  test("reaches every skill that subscribed to its idn, integration and connector, and no other", async () => {
    const sandbox = await installed(
      smallArtifact({
        FirstFlow: {
          skills: { A: say("first"), B: say("other connector"), C: say("other event") },
          events: ["ping system/system A", "ping system/project B", "pong system/system C"],
        },
        SecondFlow: { skills: { A: say("second") }, events: ["ping system/system A"] },
      }),
    );
    sandbox.sendEvent("ping", "system", "system");
    sandbox.sendEvent("ping", "http", "system");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["first", "second"]);
    expect(sandbox.trace.of("event").map(({ subscribers }) => subscribers)).toEqual([
      ["FirstFlow/A", "SecondFlow/A"],
      [],
    ]);
  });

  test("is handled after those that were there before, and one at a time", async () => {
    const sandbox = await installed(
      smallArtifact({
        DemoFlow: {
          skills: { A: say("a1") + send("c") + say("a2"), B: say("b"), C: say("c") },
          events: ["a system/system A", "b system/system B", "c system/system C"],
        },
        LaterFlow: { skills: { A: say("a3") }, events: ["a system/system A"] },
      }),
    );
    sandbox.sendEvent("a", "system", "system");
    sandbox.sendEvent("b", "system", "system");
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(["a1", "a2", "a3", "b", "c"]);
  });

  test("carries its arguments and says what it is", async () => {
    const skill =
      "{% set act = GetTriggeredAct() %}" +
      "{{ DUMMY(message=act.referenceIdn ~ ' ' ~ act.integrationIdn ~ '/' ~ act.connectorIdn ~ ' ' ~ act.arguments.payload ~ ' [' ~ act.commandActId ~ '] ' ~ act.datetime) }}";
    const sandbox = await installed(
      smallArtifact({ DemoFlow: { skills: { A: skill }, events: ["book_slot system/system A"] } }),
    );
    sandbox.sendEvent("book_slot", "system", "system", { payload: '{"a":1}' });
    await sandbox.settle();
    expect(logOf(sandbox)).toEqual(['book_slot system/system {"a":1} [] 2026-03-02T08:30:00.000Z']);
  });

  test("sent by a skill keeps the user, unless an actor is named", async () => {
    const forward =
      "{% set other = GetTriggeredAct().arguments.actor %}" +
      '{{ SendSystemEvent(eventIdn="who", connectorIdn="system", note="same") }}' +
      '{{ SendSystemEvent(eventIdn="who", connectorIdn="system", note="other", actorIds=[other]) }}';
    const tell = "{{ DUMMY(message=GetTriggeredAct().arguments.note ~ ' ' ~ GetUser(field='name')) }}";
    const sandbox = await installed(
      smallArtifact({
        DemoFlow: {
          skills: { Forward: forward, Tell: tell },
          events: ["go system/system Forward", "who system/system Tell"],
        },
      }),
    );
    const anna = sandbox.conversation({ user: { name: "Anna" } });
    const ben = sandbox.conversation({ user: { name: "Ben" } });
    await anna.fire("go", { actor: ben.actorId });
    expect(logOf(sandbox)).toEqual(["same Anna", "other Ben"]);
    expect(sandbox.events.at(-1)?.arguments).toEqual({ note: "other" });
  });

  test("that causes itself without end is stopped", async () => {
    const sandbox = await installed(
      smallArtifact({ DemoFlow: { skills: { A: send("a") }, events: ["a system/system A"] } }),
    );
    sandbox.sendEvent("a", "system", "system");
    await expect(sandbox.settle()).rejects.toThrow("events without end; the last was a on system/system");
  });
});

describe("a skill that fails", () => {
  test("is recorded with its line and stops neither the other subscribers nor the queue", async () => {
    const sandbox = await installed(
      smallArtifact({
        BadFlow: {
          skills: { A: "\n{{ helper(x='1') }}", helper: { text: "\n\n{{ x.y.z }}", parameters: { x: "" } } },
          events: ["a system/system A"],
        },
        GoodFlow: { skills: { A: say("good") }, events: ["a system/system A", "b system/system A"] },
      }),
    );
    sandbox.sendEvent("a", "system", "system");
    sandbox.sendEvent("b", "system", "system");
    await sandbox.settle();
    const message = "'str object' has no attribute 'y'";
    expect(sandbox.trace.of("error")).toEqual([
      {
        kind: "error",
        flow: "BadFlow",
        skill: "helper",
        line: 3,
        type: "UndefinedError",
        message,
        personaId: "",
      },
    ]);
    expect(logOf(sandbox)).toEqual([`BadFlow/helper:3: UndefinedError: ${message}`, "good", "good"]);
  });

  test("cannot call a skill of another flow", async () => {
    const sandbox = await installed(
      smallArtifact({
        OneFlow: { skills: { A: "{{ shared() }}" }, events: ["a system/system A"] },
        TwoFlow: { skills: { shared: "x" }, events: [] },
      }),
    );
    sandbox.sendEvent("a", "system", "system");
    await sandbox.settle();
    expect(sandbox.trace.of("error").map(({ message }) => message)).toEqual(["'shared' is undefined"]);
  });

  test.each([
    ["GetCurrentPrompt()", "GetCurrentPrompt: not offered by the sandbox"],
    ["Sleep(duration='soon')", "Sleep: duration must be a number of seconds, not soon"],
    [
      "SendCommand(commandIdn='call', integrationIdn='newo_voice', connectorIdn='c')",
      "SendCommand: command call on newo_voice is not offered by the sandbox",
    ],
    ["SetPersonaAttribute(id='x', field='f', value='v')", "SetPersonaAttribute: there is no persona x"],
    ["GetMemory(count='ten')", "GetMemory: count must be a number, not ten"],
    ["GetUser(field='age')", "GetUser: there is no field age"],
    ["UpdateUser(field='name', value='A')", "UpdateUser: the event has no user"],
  ])("learns why the platform refuses %s", async (call, message) => {
    const sandbox = await installed(
      smallArtifact({ DemoFlow: { skills: { A: `{{ ${call} }}` }, events: ["a system/system A"] } }),
    );
    sandbox.sendEvent("a", "system", "system");
    await sandbox.settle();
    expect(sandbox.trace.of("error").map((entry) => entry.message)).toEqual([message]);
    expect(sandbox.trace.of("action")[0]?.error).toBe(message.slice(message.indexOf(" ") + 1));
  });
});

describe("an artifact that cannot be installed", () => {
  const flows = { DemoFlow: { skills: { A: "x" }, events: ["a system/system A"] } };
  const changed = (change: (tree: Map<string, string>) => void): ReadonlyMap<string, string> => {
    const tree = new Map(smallArtifact(flows, { one: "1" }));
    change(tree);
    return tree;
  };
  const attributes = "newo_customers/demo/attributes.yaml";
  const edit = (tree: Map<string, string>, file: string, from: string, to: string): void => {
    const text = tree.get(file) ?? "";
    expect(text).toContain(from);
    tree.set(file, text.replace(from, to));
  };

  const cases: [string, (tree: Map<string, string>) => void, string][] = [
    [
      "has no version file",
      (t) => t.delete("newo_customers/demo/import_version.txt"),
      "import_version.txt: missing",
    ],
    [
      "is of another version",
      (t) => t.set("newo_customers/demo/import_version.txt", "v2.0.0\n"),
      "import_version.txt: expected v2.0.0",
    ],
    ["has broken YAML", (t) => t.set(flowFile("DemoFlow"), "idn: [a"), `${flowFile("DemoFlow")}: `],
    ["lacks a script", (t) => t.delete(skillFile("DemoFlow", "A")), `${skillFile("DemoFlow", "A")}: missing`],
    [
      "has a script no flow names",
      (t) => t.set(skillFile("DemoFlow", "B"), "x"),
      `${skillFile("DemoFlow", "B")}: ${flowFile("DemoFlow")} does not name this script`,
    ],
    [
      "subscribes an unknown skill",
      (t) => {
        edit(t, flowFile("DemoFlow"), '"skill_idn":"A"', '"skill_idn":"B"');
      },
      `${flowFile("DemoFlow")}: event a names the unknown skill B`,
    ],
    [
      "uses another runner",
      (t) => {
        edit(t, flowFile("DemoFlow"), '"runner_type":"nsl"', '"runner_type":"guidance"');
      },
      `${flowFile("DemoFlow")}: skills[0]: runner_type: expected nsl`,
    ],
    [
      "interrupts",
      (t) => {
        edit(t, flowFile("DemoFlow"), '"queue"', '"interrupt"');
      },
      "interrupt_mode: expected queue",
    ],
    [
      "has a number for a value",
      (t) => {
        edit(t, attributes, 'value: "1"', "value: 1");
      },
      `${attributes}: attributes[0]: value: expected text`,
    ],
    [
      "has an unknown value type",
      (t) => {
        edit(t, attributes, "ValueType.STRING", "ValueType.LIST");
      },
      `${attributes}: one: unknown value type ValueType.LIST`,
    ],
    [
      "has a skill that does not parse",
      (t) => t.set(skillFile("DemoFlow", "A"), "\n{% if %}"),
      `${skillFile("DemoFlow", "A")}:2: DemoFlow/A is not NSL`,
    ],
    [
      "has no flow",
      (t) => {
        t.delete(flowFile("DemoFlow"));
      },
      "newo_customers/demo/demo_project/agents: no flow",
    ],
  ];

  test.each(cases)("because it %s", async (_name, change, message) => {
    const error: unknown = await installed(changed(change)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InstallError);
    expect((error as InstallError).message).toContain(message);
  });

  test("leaves everything as it was", async () => {
    const sandbox = await installed(changed(() => undefined));
    const broken = changed((tree) => {
      tree.set(skillFile("DemoFlow", "A"), "{% if %}");
      edit(tree, attributes, "idn: one", "idn: two");
    });
    await expect(sandbox.forceUpdate(broken)).rejects.toBeInstanceOf(InstallError);
    sandbox.sendEvent("a", "system", "system");
    await sandbox.settle();
    expect(sandbox.trace.of("error")).toEqual([]);
    expect(sandbox.account.customer.idns).toEqual(["one"]);
  });
});
