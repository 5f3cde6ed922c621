/** Programs written by hand in NSL do what the compiled ones do, and are hardly smaller. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  compileHandWritten,
  measureHandWritten,
  ratioOf,
  readHandWritten,
  withHandWritten,
} from "../../../scripts/bench/hand-written.ts";
import { createRunner, type Outcome, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";

/** What is emitted may be so many times as large as what a good author writes. */
const MOST = 1.5;

const programs = readHandWritten();
const compiled = compileHandWritten(programs);

/** What a caller notices: the value, events and requests. How a skill waits is its own. */
function noticed({ value, text, actions, error }: Outcome | Record<string, never>): unknown {
  const seen = (actions ?? []).filter(({ action }) => ["SendCommand", "SendSystemEvent"].includes(action));
  return {
    ...{ value, hasText: text !== undefined, error },
    actions: seen.map(({ action, kwargs }) => [action, kwargs["eventIdn"], kwargs["text"], kwargs["url"]]),
  };
}

describe("programs written by hand", () => {
  let runners: { readonly byHand: ProgramRunner; readonly compiled: ProgramRunner };
  beforeAll(async () => {
    expect(compiled.problems).toEqual([]);
    runners = {
      byHand: await createRunner(withHandWritten(compiled, programs)),
      compiled: await createRunner(compiled),
    };
  });
  afterAll(() => Promise.all(Object.values(runners).map((runner) => runner.close())));

  it("are five", () => {
    expect(programs).toHaveLength(5);
  });

  it.each(programs.map((program) => [program.source.name, program] as const))(
    "%s: does the same in both forms and in JavaScript",
    async (name, { runs }) => {
      expect(runs.length).toBeGreaterThanOrEqual(2);
      for (const run of runs) {
        const js = noticed(await runners.compiled.runJavaScript(name, run));
        expect(js).toMatchObject({ error: undefined, hasText: true });
        expect(noticed(await runners.compiled.runNsl(name, run))).toEqual(js);
        expect(noticed(await runners.byHand.runNsl(name, run))).toEqual(js);
      }
    },
  );

  it.each(measureHandWritten(programs, compiled).map((size) => [size.name, size] as const))(
    "%s: is at most one and a half times as large compiled",
    (_name, size) => {
      expect(size.byHand).toBeGreaterThan(300);
      expect(size.compiled).toBeGreaterThan(300);
      expect(ratioOf(size)).toBeLessThanOrEqual(MOST);
    },
  );
});
