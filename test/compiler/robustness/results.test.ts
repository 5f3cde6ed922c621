import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";
import { drive, runtimes } from "./two-runtimes.ts";

const source = program`
async function ask(ctx: SkillContext, name: string, step: number): Promise<string> {
  const mine = \`\${name}\${step}\`;
  const answer = await ctx.send(get(mine));
  ctx.log(\`\${mine} \${answer.body}\`);
  return mine + answer.body;
}
export async function main(ctx: SkillContext, name: string): Promise<string[]> {
  const parts: string[] = [name];
  for (let step = 1; step <= 2; step += 1) {
    const part = await ask(ctx, name, step);
    parts.push(part);
  }
  return parts;
}`;

const answers = (...texts: string[]) => ({ responses: texts.map((body) => ({ status: 200, body })) });

let runner: ProgramRunner;
beforeAll(async () => {
  const entry = fixture("two steps", source);
  const compiled = compilePrograms([fixtureProgram("One", entry), fixtureProgram("Other", entry)]);
  expect(compiled.problems).toEqual([]);
  runner = await createRunner(compiled);
});
afterAll(() => runner.close());

describe.each(runtimes)("results in %s", (runtime) => {
  test("that arrive twice count once", async () => {
    const one = await drive(runner, "One", runtime, answers("x", "y"));
    await one.start("a");
    const first = one.platform.results.shift();
    await one.deliver(first);
    await one.deliver(first);
    expect(one.said()).toEqual(["a1 x"]);
    const second = one.platform.results.shift();
    expect(one.platform.results).toEqual([]);
    await one.deliver(second);
    await one.deliver(second);
    await one.deliver(first);
    expect(one.said()).toEqual(["a1 x", "a2 y", '["a","a1x","a2y"]']);
    expect(one.errors()).toEqual([]);
    expect(one.frames()).toEqual([]);
  });

  test("of nobody's command are ignored", async () => {
    const one = await drive(runner, "One", runtime, answers("x", "y"));
    await one.start("a");
    const [waiting] = one.platform.results;
    expect(waiting).toBeDefined();
    if (waiting === undefined) {
      return;
    }
    await one.deliver({ ...waiting, commandActId: "" });
    await one.deliver({ ...waiting, commandActId: "00000000-0000-4000-8000-00000000ffff" });
    expect(one.said()).toEqual([]);
    expect(one.frames()).toHaveLength(1);
    await one.deliver(one.platform.results.shift());
    expect(one.said()).toEqual(["a1 x"]);
    expect(one.errors()).toEqual([]);
  });

  test.each([
    ["another module's", (target: string) => target.replace("program|", "altegio|")],
    ["another flow's", (target: string) => target.replace("|One|", "|Other|")],
    ["a request nobody made", (target: string) => `${target.slice(0, -5)}beef|`],
    ["another person's", (target: string) => target.replace(/\|[^|]+\|([^|]+)\|$/, "|nobody|$1|")],
    ["one without an id", (target: string) => target.replace(/\|[^|]+\|$/, "")],
    ["one with an empty id", (target: string) => target.replace(/[^|]+\|$/, "|")],
    ["an empty one", () => ""],
    ["one with too many parts", (target: string) => `x|${target}`],
    ["text", () => "{{ x }}"],
  ])("with the target of %s are ignored", async (_whose, change) => {
    const one = await drive(runner, "One", runtime, answers("x", "y"));
    await one.start("a");
    const event = one.platform.results.shift();
    const act = one.platform.account.acts.get(event?.commandActId ?? "");
    expect(act).toBeDefined();
    if (act === undefined) {
      return;
    }
    const target = String(act.arguments["targetAction"]);
    expect(target).toMatch(/^program\|One\|/);
    const changed = { ...act, arguments: { ...act.arguments, targetAction: change(target) } };
    one.platform.account.acts.set(act.id, changed);
    await one.deliver(event);
    // Only of an answer of ours that came into another conversation the log says why nothing comes of it.
    const ignored = one.said();
    expect(
      ignored.every((line) => line.endsWith("flow=One outcome=ignored because=other-conversation")),
    ).toBe(true);
    expect(one.frames()).toHaveLength(1);
    one.platform.account.acts.set(act.id, act);
    await one.deliver(event);
    expect(one.said()).toEqual([...ignored, "a1 x"]);
    expect(one.errors()).toEqual([]);
  });

  test("are ignored when the frame is gone or damaged", async () => {
    const damages = ["", "null", "{}", "[]", "<html>", '{"at":"x"}', "4:null5", "99:{}", ":", "12:"];
    for (const damage of damages) {
      const one = await drive(runner, "One", runtime, answers("x", "y"));
      await one.start("a");
      const [field = ""] = one.frames();
      const persona = one.platform.account.persona(one.platform.personaId);
      const whole = persona.attributes.get(field) ?? "";
      expect(whole.length).toBeGreaterThan(20);
      for (const stored of [damage, whole.slice(0, -1), whole.slice(1), `${whole} `]) {
        persona.attributes.set(field, stored);
        await one.deliver(one.platform.results[0]);
        expect(one.said(), JSON.stringify(stored)).toEqual([]);
      }
      persona.attributes.set(field, whole);
      await one.deliver(one.platform.results[0]);
      expect(one.said()).toEqual(["a1 x"]);
      expect(one.errors()).toEqual([]);
    }
  });

  test("of two conversations never mix, in any order", async () => {
    const both = await drive(runner, "One", runtime, answers("x", "y", "z", "w"));
    const other = both.platform.addUser({ name: "Other" });
    await both.start("a");
    await both.start("b", other);
    const [first, second] = both.platform.results.splice(0);
    await both.deliver(second);
    await both.deliver(first);
    const [third, fourth] = both.platform.results.splice(0);
    expect([first, second, third, fourth].map((event) => event?.personaId === other)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    await both.deliver(fourth);
    await both.deliver(third);
    expect(both.said()).toEqual(["b1 y", "a1 x", "a2 w", '["a","a1x","a2w"]', "b2 z", '["b","b1y","b2z"]']);
    expect(both.errors()).toEqual([]);
    expect(both.frames()).toEqual([]);
  });

  test("of two operations of one conversation never mix, in any order", async () => {
    const both = await drive(runner, "One", runtime, answers("x", "y", "z", "w"));
    await both.start("a");
    await both.start("b");
    expect(both.frames()).toHaveLength(2);
    await both.deliver(both.platform.results.pop());
    await both.deliver(both.platform.results.pop());
    await both.deliver(both.platform.results.pop());
    await both.deliver(both.platform.results.pop());
    expect(both.said()).toEqual(["b1 y", "b2 z", '["b","b1y","b2z"]', "a1 x", "a2 w", '["a","a1x","a2w"]']);
    expect(both.errors()).toEqual([]);
    expect(both.frames()).toEqual([]);
  });

  test("of two flows never mix on one platform", async () => {
    const one = await drive(runner, "One", runtime, answers("x", "y"));
    const executor = await runner.executor("Other", runtime, one.platform);
    await one.start("a");
    const event = one.platform.results.shift();
    expect(event).toBeDefined();
    if (event !== undefined) {
      await one.platform.deliver(executor, runner.skills("Other"), event);
    }
    expect(one.said()).toEqual([]);
    await one.deliver(event);
    expect(one.said()).toEqual(["a1 x"]);
  });

  test("that never come keep their frame and nothing else", async () => {
    const one = await drive(runner, "One", runtime, answers("x", "y"));
    await one.start("a");
    await one.start("b");
    one.platform.results.shift();
    await one.deliver(one.platform.results.shift());
    await one.deliver(one.platform.results.shift());
    expect(one.said()).toEqual(["b1 y", "b2 ", '["b","b1y","b2"]']);
    expect(one.frames()).toHaveLength(1);
  });
});
