/** Runs fixtures as JavaScript and as NSL and expects the same. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompiledFlow } from "../../../scripts/model/types.ts";
import { findJinjaVersions } from "../../../scripts/sandbox/platform/python.ts";
import {
  compilePrograms,
  createRunner,
  type Outcome,
  type ProgramRunner,
} from "../../../scripts/sandbox/program/index.ts";
import { type Fixture, fixtureProgram, type Run } from "../fixtures/fixture.ts";

/** Compiles all fixtures of a topic together and runs each on every version of Jinja2 that is installed. */
export function differential(topic: string, fixtures: readonly Fixture[]): void {
  describe(topic, () => {
    const pythons = findJinjaVersions();
    const name = (index: number): string => `F${String(index + 1)}`;
    const runners: ProgramRunner[] = [];
    let flows: ReadonlyMap<string, CompiledFlow> = new Map();
    beforeAll(async () => {
      const compiled = compilePrograms(fixtures.map((entry, index) => fixtureProgram(name(index), entry)));
      const problems = compiled.problems.map(
        ({ position, message, code }) =>
          `${position?.file ?? ""}:${String(position?.line ?? 0)} ${code} ${message}`,
      );
      expect(problems).toEqual([]);
      flows = compiled.flows;
      for (const python of pythons) {
        runners.push(await createRunner(compiled, { python: python.path }));
      }
    });
    afterAll(async () => {
      await Promise.all(runners.map((runner) => runner.close()));
    });
    test("there is a Python with Jinja2", () => {
      expect(pythons.length).toBeGreaterThan(0);
    });
    fixtures.forEach(({ intent, runs }, index) => {
      test(intent, async () => {
        expect(runs.length).toBeGreaterThan(0);
        for (const run of runs) {
          const js = await runners[0]?.runJavaScript(name(index), run);
          checkExpected(js, run);
          for (const runner of runners) {
            const nsl = await runner.runNsl(name(index), run);
            expect(nsl, describeFailure(flows.get(name(index)), run, runner.jinjaVersion)).toEqual(js);
          }
        }
      });
    });
  });
}

function checkExpected(js: Outcome | undefined, { gives, logs, requests, input }: Run): void {
  const message = `JavaScript, input ${JSON.stringify(input)}`;
  expect(js?.error, message).toBeUndefined();
  expect(js?.text, message).toBeDefined();
  const taken = js?.actions ?? [];
  if (gives !== undefined) {
    expect(js?.value, message).toEqual(gives);
  }
  if (logs !== undefined) {
    const logged = taken.filter(({ action }) => action === "DUMMY").map(({ kwargs }) => kwargs["message"]);
    expect(logged, message).toEqual(logs);
  }
  if (requests !== undefined) {
    const sent = taken.filter(({ action }) => action === "SendCommand");
    expect(
      sent.map(({ kwargs }) => `${String(kwargs["method"])} ${String(kwargs["url"])}`),
      message,
    ).toEqual(requests);
  }
}

/** Skills the fixture did not ask for. */
const library = /^_(?:currentPersona|operationPersona|sendRequest|sendWithFrame|takeFrame|takeStoredFrame)$/;
const readers = /^_(?:readHttpResult|readResult|bodyText|parseJson|toInteger|run)$|^ResultSkill$/;

function describeFailure(flow: CompiledFlow | undefined, run: Run, jinjaVersion: string): string {
  const skills = (flow?.skills ?? [])
    .filter(({ idn }) => !library.test(idn) && !readers.test(idn))
    .map(({ idn, text }) => `--- ${idn}\n${text}`);
  return [`Jinja2 ${jinjaVersion}, input ${JSON.stringify(run.input)}`, ...skills].join("\n");
}
