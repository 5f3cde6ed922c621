/** The command `set_timer`: what a skill asks for fires when a test has moved the clock. */
import { describe, expect, test } from "vitest";
import { smallArtifact } from "./small-artifact.ts";
import { installed } from "./small-sandbox.ts";

const start = Date.UTC(2026, 2, 2, 8, 30);

const tell = `{% set act = GetTriggeredAct() %}
{{ SendSystemEvent(eventIdn="urgent_message", connectorIdn="system", baseInstruction=act.referenceIdn ~ " for " ~ GetUser(field="name")) }}`;

/** A `set_timer` of the caller's. */
function timer(args: string, connector = "session_timer"): string {
  return `{{ SendCommand(commandIdn="set_timer", integrationIdn="program_timer", connectorIdn="${connector}", ${args}) }}`;
}

const own = 'personaId=GetUser(field="id") | string';

/** A sandbox whose event `a` runs the text, and a clock to move. */
async function clockwork(text: string) {
  let now = start;
  const artifact = smallArtifact({
    DemoFlow: {
      skills: { A: text, Tell: tell },
      events: [
        "a system/system A",
        "watchdog program_timer/session_timer Tell",
        "timer program_timer/session_timer Tell",
      ],
    },
  });
  const sandbox = await installed(artifact, { now: () => now });
  const pass = (seconds: number): void => {
    now += seconds * 1000;
  };
  return { sandbox, artifact, pass, anna: sandbox.conversation({ user: { name: "Anna" } }) };
}

describe("a timer", () => {
  test("fires its event once, for its persona, when its time has come", async () => {
    const text = timer(`timerName="w", ${own}, eventIdn="watchdog", interval="90"`);
    const { sandbox, anna, pass } = await clockwork(text);
    expect((await anna.fire("a")).answers).toEqual([]);
    expect(sandbox.timers).toEqual([
      { name: "w", personaId: anna.personaId, eventIdn: "watchdog", fireAt: start + 90_000 },
    ]);
    pass(89);
    expect((await anna.settle()).answers).toEqual([]);
    pass(1);
    expect((await anna.settle()).answers).toEqual(["watchdog for Anna"]);
    expect(sandbox.events.find(({ idn }) => idn === "watchdog")).toMatchObject({
      arguments: {},
      commandActId: "",
    });
    pass(90);
    expect((await anna.settle()).answers).toEqual([]);
    expect(sandbox.timers).toEqual([]);
  });

  test("of the same name and persona replaces the former; another persona has its own", async () => {
    const text = timer(`timerName="w", ${own}, eventIdn="watchdog", interval="90"`);
    const { sandbox, anna, pass } = await clockwork(text);
    const ben = sandbox.conversation({ user: { name: "Ben" } });
    await anna.fire("a");
    await ben.fire("a");
    pass(60);
    await anna.fire("a");
    expect(sandbox.timers.map(({ personaId }) => personaId)).toEqual([ben.personaId, anna.personaId]);
    pass(60);
    expect((await ben.settle()).answers).toEqual(["watchdog for Ben"]);
    expect((await anna.settle()).answers).toEqual([]);
    pass(60);
    expect((await anna.settle()).answers).toEqual(["watchdog for Anna"]);
  });

  test("fires at a moment, as `timer` when no event is named, the earliest first", async () => {
    const text =
      timer(`timerName="late", ${own}, interval="600"`) +
      timer(`timerName="early", ${own}, fireAt="2026-03-02T08:35", eventIdn="watchdog", enabled="true"`);
    const { anna, pass } = await clockwork(text);
    await anna.fire("a");
    pass(600);
    expect((await anna.settle()).answers).toEqual(["watchdog for Anna", "timer for Anna"]);
  });

  test("is removed with enabled false", async () => {
    const text =
      timer(`timerName="w", ${own}, interval="90"`) + timer(`timerName="w", ${own}, enabled="false"`);
    const { sandbox, anna } = await clockwork(text);
    expect((await anna.fire("a")).errors).toEqual([]);
    expect(sandbox.timers).toEqual([]);
  });

  test("survives a Force Update", async () => {
    const text = timer(`timerName="w", ${own}, interval="90"`);
    const { sandbox, artifact, anna, pass } = await clockwork(text);
    await anna.fire("a");
    await sandbox.forceUpdate(artifact);
    pass(90);
    expect((await anna.settle()).answers).toEqual(["timer for Anna"]);
  });

  test.each([
    [`${own}, interval="1"`, "set_timer needs timerName and personaId"],
    ['timerName="w", interval="1"', "set_timer needs timerName and personaId"],
    ['timerName="w", personaId="nobody", interval="1"', "there is no persona nobody"],
    [`timerName="w", ${own}`, "set_timer needs either interval or fireAt"],
    [
      `timerName="w", ${own}, interval="1", fireAt="2026-03-02T08:35"`,
      "set_timer needs either interval or fireAt",
    ],
    [`timerName="w", ${own}, interval="soon"`, "interval must be a number of seconds, not soon"],
    [`timerName="w", ${own}, interval="0"`, "interval must be a number of seconds, not 0"],
    [`timerName="w", ${own}, interval=90`, "argument interval must be text, not int"],
    [`timerName="w", ${own}, fireAt="08:35"`, "fireAt must be YYYY-MM-DDTHH:MM, not 08:35"],
    [`timerName="w", ${own}, interval="1", enabled="no"`, "enabled must be true or false, not no"],
    [`timerName="w", ${own}, interval="1", repeats="3"`, "set_timer: unknown argument repeats"],
  ])("is refused with %s", async (args, message) => {
    const { sandbox, anna } = await clockwork(timer(args));
    expect((await anna.fire("a")).errors.map((error) => error.message)).toEqual([`SendCommand: ${message}`]);
    expect(sandbox.timers).toEqual([]);
  });

  test("is refused on a connector that has none", async () => {
    const { anna } = await clockwork(timer(`timerName="w", ${own}, interval="1"`, "mine"));
    expect((await anna.fire("a")).errors.map((error) => error.message)).toEqual([
      "SendCommand: there is no connector program_timer/mine",
    ]);
  });
});
