import { describe, expect, test } from "vitest";
import { deepPrograms } from "./deep-programs.ts";
import { readPrograms } from "./program-list.ts";
import { refusalsOf } from "./refused.ts";

/** Programs that would do something else in NSL, each with the diagnostics that keep it out. */
const programs = [...readPrograms("refusals"), ...deepPrograms];

const refusals = refusalsOf(programs);

test("the programs are sound TypeScript", () => {
  expect(refusals.filter((keys) => keys.includes("typescript"))).toEqual([]);
});

test("every program has a name of its own", () => {
  expect(new Set(programs.map((program) => program.name)).size).toBe(programs.length);
});

describe.each([...new Set(programs.map((program) => program.topic))])("%s", (topic) => {
  const ofTopic = programs.map((program, index) => [program.name, program, index] as const);
  test.each(ofTopic.filter(([, program]) => program.topic === topic))(
    "refuses %s",
    (_name, program, index) => {
      expect(program.expected.length).toBeGreaterThan(0);
      expect(refusals[index]).toEqual(program.expected);
    },
  );
});
