import { describe, expect, test } from "vitest";
import { checkDefinitions, checkModel } from "../../scripts/model/check-model.ts";
import { emptySourceIndex, indexSources } from "../../scripts/model/source-index.ts";
import { secondFlow } from "./problem-cases.ts";
import {
  attribute,
  definition,
  event,
  flow,
  flowEvent,
  flowModel,
  model,
  skill,
  tool,
  untyped,
} from "./sample-module.ts";

const sources = indexSources(
  new Map([
    [
      "attributes/switches.ts",
      [
        "export const timesEnabled = {",
        '  idn: "sample_times_enabled",',
        '  title: "",',
        '  defaultValue: "yes",',
        "} as const satisfies AttributeDefinition;",
        'export const twin = { idn: "sample_times_enabled", titel: "x" } satisfies AttributeDefinition;',
      ].join("\n"),
    ],
    [
      "module/flows.ts",
      [
        "export const flows: readonly FlowDefinition[] = [",
        "  {",
        '    idn: "TimesFlow",',
        '    events: [{ idn: "sample_times_tool", connector: "System", handler: findTimes }],',
        "  },",
        "];",
      ].join("\n"),
    ],
  ]),
);

const places = (problems: ReturnType<typeof checkDefinitions>) =>
  problems.map(({ code, position }) =>
    position === null ? code : `${code} ${position.file}:${String(position.line)}:${String(position.column)}`,
  );

describe("definitions", () => {
  test("that are right have no problems", () => {
    expect(checkDefinitions(definition({ flows: [flow(), secondFlow] }), emptySourceIndex)).toEqual([]);
  });

  test("are all checked and reported in the order of the sources", () => {
    const problems = checkDefinitions(
      definition({
        attributes: [
          attribute({ title: "", defaultValue: "yes" }),
          untyped({ ...attribute(), titel: "x", title: undefined }),
          attribute({ idn: "sample_other", valueType: "number", defaultValue: "many" }),
        ],
        flows: [flow({ events: [event({ connector: "System" })] })],
      }),
      sources,
    );
    expect(places(problems)).toEqual([
      "MOD2016 attributes/switches.ts:3:10",
      "MOD2042 attributes/switches.ts:4:17",
      "MOD2011 attributes/switches.ts:6:28",
      "MOD2012 attributes/switches.ts:6:52",
      "MOD2021 module/flows.ts:4:53",
      "MOD2043",
    ]);
    expect(problems[4]?.message).toBe(
      '"connector" of the event "sample_times_tool" of flow "TimesFlow" is "System", which is not snake_case.',
    );
  });

  test("in a list that is no list do not keep the others from being checked", () => {
    const problems = checkDefinitions(
      definition({ flows: untyped("none"), attributes: [attribute({ defaultValue: "yes" })] }),
      emptySourceIndex,
    );
    expect(places(problems)).toEqual(["MOD2014", "MOD2042"]);
  });

  test("that are broken do not make others look as if they referred to nothing", () => {
    const problems = checkDefinitions(
      definition({
        attributes: [untyped({ ...attribute(), hidden: "True" })],
        flows: [flow({ events: [untyped({ ...event(), connector: 5 })] })],
      }),
      emptySourceIndex,
    );
    expect(places(problems)).toEqual(["MOD2013", "MOD2014"]);
  });

  test.each([[null], [undefined], [5], ["module"], [[]]])("%j is refused, not thrown at", (value) => {
    expect(checkDefinitions(untyped(value), emptySourceIndex).map(({ code }) => code)).toEqual(["MOD2014"]);
    expect(checkModel(untyped(value), emptySourceIndex).map(({ code }) => code)).toEqual(["MOD2014"]);
  });

  test("may repeat an event idn with another connector", () => {
    const events = [event(), event({ connector: "other" })];
    expect(checkDefinitions(definition({ flows: [flow({ events })] }), emptySourceIndex)).toEqual([]);
  });

  test("of a tool need its event where the platform fires it", () => {
    const flows = [flow({ events: [event({ connector: "other" })] })];
    expect(places(checkDefinitions(definition({ flows }), emptySourceIndex))).toEqual(["MOD2034"]);
  });

  test("suggest the name that was meant", () => {
    const [problem] = checkDefinitions(
      definition({ tools: [tool({ enabledBy: "sample_time_enabled" })] }),
      emptySourceIndex,
    );
    expect(problem?.advice).toBe('Did you mean "sample_times_enabled"?');
  });
});

describe("a model", () => {
  test("that is right has no problems", () => {
    expect(checkModel(model(), emptySourceIndex)).toEqual([]);
  });

  test("has its problems at the definitions, the skills' sources and module.yaml", () => {
    const problems = checkModel(
      model({
        identity: { ...model().identity, version: "1" },
        flows: [
          flowModel({
            events: [flowEvent({ skillIdn: "Lost" })],
            skills: [skill(), skill({ idn: "other", text: "a\r\n" })],
          }),
        ],
      }),
      sources,
    );
    expect(places(problems)).toEqual([
      "MOD2024 module.yaml:1:1",
      "MOD2031 module/flows.ts:4:72",
      "MOD2018 skills/times/find-times.ts:1:1",
    ]);
    expect(problems[2]?.message).toBe(
      '"text" of the skill "other" of flow "TimesFlow" contains a carriage return (U+000D) at character 2.',
    );
  });
});
