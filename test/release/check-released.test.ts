/** What is public stays, or says in a migration what became of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { moduleDefinition } from "../../module/index.ts";
import { scenarioDefinitions } from "../../scenarios/index.ts";
import {
  checkReleased,
  publicNames,
  readReleased,
  readStoredShapes,
  releasedText,
  type MigrationRecord,
  type PublicName,
} from "../../scripts/release/index.ts";
import { parseReleased } from "../../scripts/release/released-file.ts";
import { root } from "../assemble/built-module.ts";

const file = "module/released.yaml";
const names: readonly PublicName[] = [
  { kind: "attribute", idn: "sample_days", form: "number" },
  { kind: "attribute", idn: "sample_token", form: "string" },
  { kind: "tool", idn: "sample_tool", form: "" },
  { kind: "event", idn: "sample_tool", form: "" },
  { kind: "scenario", idn: "sample_scenario", form: "" },
];
const released = parseReleased(releasedText([], names, "1.2.0"));

function problemsAfter(
  change: (names: readonly PublicName[]) => readonly PublicName[],
  migrations: readonly Partial<MigrationRecord>[] = [],
) {
  return checkReleased({ released, file, names: change(names), migrations, version: "1.2.0" });
}

const without = (idn: string, kind: string) => (all: readonly PublicName[]) =>
  all.filter((name) => name.idn !== idn || name.kind !== kind);
const withDaysAs =
  (idn: string, form = "number") =>
  (all: readonly PublicName[]) =>
    all.map((name) => (name.idn === "sample_days" ? { ...name, idn, form } : name));

describe("checkReleased", () => {
  it("finds nothing while all is there, whatever came beside it", () => {
    expect(problemsAfter((all) => all)).toEqual([]);
    expect(problemsAfter((all) => [...all, { kind: "tool", idn: "sample_more", form: "" }])).toEqual([]);
  });

  it.each(names.map(({ kind, idn }) => [kind, idn] as const))(
    "misses the %s %s, in its line",
    (kind, idn) => {
      const [problem, ...others] = problemsAfter(without(idn, kind));
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code: "REL4001", position: { file }, length: idn.length });
      expect(problem?.message).toBe(`The ${kind} "${idn}", public since 1.2.0, is gone.`);
      const line = releasedText([], names, "1.2.0").split("\n")[(problem?.position?.line ?? 0) - 1];
      expect(line).toContain(idn);
      expect(problem?.advice).toContain(`retired: ["${idn}"]`);
    },
  );

  it("names the migration of a renamed attribute, and takes it", () => {
    const [problem] = problemsAfter(withDaysAs("sample_search_days"));
    expect(problem?.advice).toContain(
      '{ version: "2.0.0", renamedAttributes: [{ from: "sample_days", to: "sample_search_days" }], rebuiltAttributes: [], retired: [] }',
    );
    const migration = { renamedAttributes: [{ from: "sample_days", to: "sample_search_days" }] };
    expect(problemsAfter(withDaysAs("sample_search_days"), [migration])).toEqual([]);
    expect(problemsAfter(without("sample_days", "attribute"), [migration])).toHaveLength(1);
  });

  it("takes what a migration gives up", () => {
    const retired = [{ retired: ["sample_tool"] }];
    expect(problemsAfter((all) => all.filter(({ idn }) => idn !== "sample_tool"), retired)).toEqual([]);
  });

  it("refuses another form of what accounts hold, until a migration fills it anew", () => {
    expect(problemsAfter(withDaysAs("sample_days", "json"))).toMatchObject([
      {
        code: "REL4002",
        message: 'The attribute "sample_days" holds number in accounts and is defined as json.',
      },
    ]);
    expect(
      problemsAfter(withDaysAs("sample_days", "json"), [{ rebuiltAttributes: ["sample_days"] }]),
    ).toEqual([]);
  });
});

describe("the list", () => {
  it("keeps the version that brought a name, and never loses one", () => {
    const later = releasedText(released, [{ kind: "tool", idn: "sample_more", form: "" }], "1.3.0");
    expect(parseReleased(later).map(({ idn, since }) => [idn, since])).toEqual([
      ["sample_days", "1.2.0"],
      ["sample_token", "1.2.0"],
      ["sample_more", "1.3.0"],
      ["sample_tool", "1.2.0"],
      ["sample_tool", "1.2.0"],
      ["sample_scenario", "1.2.0"],
    ]);
  });

  it.each([
    ["tool:\n  sample_tool: soon\n", "line 2"],
    ["tool: [\n", "line 2"],
  ])("says which line of %j is wrong", (text, line) => {
    expect(() => parseReleased(text)).toThrow(line);
  });

  it("of this module fits the module", () => {
    const own = readReleased(root, file);
    expect(own.length).toBeGreaterThan(40);
    expect(
      checkReleased({
        released: own,
        file,
        names: publicNames(
          moduleDefinition,
          scenarioDefinitions,
          readStoredShapes(root, "module/stored-shapes.ts"),
        ),
        migrations: [],
        version: "0.1.0",
      }),
    ).toEqual([]);
    expect(releasedText(own, [], "9.9.9")).toBe(readFileSync(join(root, file), "utf8"));
  });
});
