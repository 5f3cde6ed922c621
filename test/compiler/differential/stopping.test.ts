/** A program that throws stops in both runtimes, after the same actions; the errors differ, and neither is caught. */
import { expect, test } from "vitest";
import { compilePrograms, createRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, on, program } from "../fixtures/fixture.ts";

const told = fixture(
  "an error that tells what was waited for",
  program`
export async function main(ctx: SkillContext, text: string): Promise<string> {
  if (text === "a") {
    throw new Error((await ctx.send(get(text))).body);
  }
  ctx.log("after");
  return text;
}`,
  on("a", undefined, { responses: [{ status: 200, body: "x" }] }),
);

test(told.intent, async () => {
  const compiled = compilePrograms([fixtureProgram("F", told)]);
  expect(compiled.problems).toEqual([]);
  const runner = await createRunner(compiled);
  try {
    for (const run of told.runs) {
      const [js, nsl] = [await runner.runJavaScript("F", run), await runner.runNsl("F", run)];
      expect([js.error?.message, nsl.error === undefined]).toEqual(["Error: x", false]);
      expect(js.actions.map(({ action }) => action)).toEqual(["GetActor", "SendCommand"]);
      expect(nsl.actions).toEqual(js.actions);
    }
  } finally {
    await runner.close();
  }
});
