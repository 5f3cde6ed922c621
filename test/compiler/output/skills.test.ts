import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledFlow, CompiledSkill } from "../../../scripts/model/types.ts";
import { actionSignatures } from "../../../scripts/sandbox/platform/action-signatures.ts";
import { findJinjaVersions } from "../../../scripts/sandbox/platform/python.ts";
import { compilePrograms } from "../../../scripts/sandbox/program/index.ts";
import { fixtureProgram } from "../fixtures/fixture.ts";
import { topics } from "../fixtures/index.ts";
import { type Inspection, inspectTexts } from "./templates.ts";

/** What is seen in production (docs/platform.md, "The dialect"). */
const knownFilters = new Set(
  `string int length trim replace default list join map sort selectattr lower tojson reject unique upper abs first
   format reverse round urlencode last`.split(/\s+/),
);
const knownTests = new Set("string mapping defined sameas iterable integer float none".split(" "));
const knownModules = ["json", "re", "datetime", "uuid", "zoneinfo"];
const knownNames = new Set([...knownModules, "system", "assistant", "end", "Return", "range"]);

/** Output, set, if and for, and what stands inside them. */
const knownNodes = new Set(
  `Template Output TemplateData Assign If For Name Const List Tuple Dict Pair Getitem Getattr Slice Call Keyword
   Filter Test Not Neg And Or Compare Operand Add Sub Mul Div FloorDiv Mod Concat CondExpr`.split(/\s+/),
);

/** Methods of Python's own types and members of modules that the emitted code relies on. */
const knownAttributes = new Set(
  `append available_timezones date decode dumps encode end endswith find finditer fromisoformat fromordinal get group
   groups index isoformat keys loads lower lstrip insert isdecimal pop replace rfind rjust rstrip search split start startswith
   strip sub swapcase toordinal translate update upper uuid4`.split(/\s+/),
);

interface Emitted extends CompiledSkill {
  readonly flow: CompiledFlow;
}

const skills: Emitted[] = [];
beforeAll(() => {
  const programs = Object.entries(topics).flatMap(([topic, fixtures]) =>
    fixtures.map((entry, index) => fixtureProgram(`${topic}${String(index)}`, entry)),
  );
  const { flows, problems } = compilePrograms(programs);
  expect(problems).toEqual([]);
  skills.push(...[...flows.values()].flatMap((flow) => flow.skills.map((skill) => ({ ...skill, flow }))));
});

/** `flow/skill: word` for every word of a skill that is not known. */
function unknown(
  inspections: readonly Inspection[],
  words: (seen: Inspection, skill: Emitted) => string[],
): string[] {
  return skills.flatMap((skill, index) => {
    const seen = inspections[index];
    return seen === undefined
      ? [skill.idn]
      : words(seen, skill).map((word) => `${skill.flow.idn}/${skill.idn}: ${word}`);
  });
}

describe("the text of every skill", () => {
  test("exists", () => {
    expect(skills.length).toBeGreaterThan(400);
    expect(findJinjaVersions().length).toBeGreaterThan(0);
  });

  test("is ASCII", () => {
    const isPlain = (character: string): boolean =>
      character === "\n" || (character >= " " && character <= "~");
    expect(skills.filter(({ text }) => ![...text].every(isPlain)).map(({ idn }) => idn)).toEqual([]);
  });

  test("has no comment delimiters", () => {
    expect(skills.filter(({ text }) => /\{#|#\}/.test(text)).map(({ idn }) => idn)).toEqual([]);
  });

  test("has balanced delimiters when they are counted as plain text", () => {
    const count = (text: string, mark: string): number => text.split(mark).length - 1;
    const unbalanced = skills.filter(
      ({ text }) => count(text, "{{") !== count(text, "}}") || count(text, "{%") !== count(text, "%}"),
    );
    expect(unbalanced.map(({ flow, idn, text }) => `${flow.idn}/${idn}\n${text}`)).toEqual([]);
  });

  test("ends with a line feed and has no blanks at the end of a line", () => {
    expect(
      skills.filter(({ text }) => !text.endsWith("\n") || /[ \t]\n/.test(text)).map(({ idn }) => idn),
    ).toEqual([]);
  });

  test("has parameters sorted by name, each with a default", () => {
    for (const { parameters } of skills) {
      const names = parameters.map(({ name }) => name);
      expect(names).toEqual([...names].sort());
      expect(parameters.every(({ defaultValue }) => typeof defaultValue === "string")).toBe(true);
    }
  });

  describe.each(findJinjaVersions())("in Jinja2 $jinjaVersion", ({ path }) => {
    let inspections: readonly Inspection[] = [];
    beforeAll(() => {
      inspections = inspectTexts(
        path,
        skills.map(({ text }) => text),
      );
    });

    test("parses", () => {
      expect(unknown(inspections, ({ error }) => (error === null ? [] : [error]))).toEqual([]);
    });

    test("uses output, set, if and for only", () => {
      expect(unknown(inspections, ({ nodes }) => nodes.filter((kind) => !knownNodes.has(kind)))).toEqual([]);
    });

    test("uses known filters and tests only", () => {
      expect(
        unknown(inspections, ({ filters }) => filters.filter((name) => !knownFilters.has(name))),
      ).toEqual([]);
      expect(unknown(inspections, ({ tests }) => tests.filter((name) => !knownTests.has(name)))).toEqual([]);
    });

    test("uses known methods only", () => {
      expect(
        unknown(inspections, ({ attributes }) => attributes.filter((name) => !knownAttributes.has(name))),
      ).toEqual([]);
    });

    test("names nothing but parameters, actions, modules, role tags and skills of its flow", () => {
      const strangers = unknown(inspections, ({ undeclared }, { parameters, flow }) => {
        const own = new Set(
          [...parameters, ...flow.skills].map((entry) => ("name" in entry ? entry.name : entry.idn)),
        );
        return undeclared.filter(
          (name) => !own.has(name) && !knownNames.has(name) && !Object.hasOwn(actionSignatures, name),
        );
      });
      expect(strangers).toEqual([]);
    });

    test("calls by keyword", () => {
      expect(
        unknown(inspections, ({ keywordless }) => keywordless.filter((name) => name !== "range")),
      ).toEqual([]);
    });
  });
});
