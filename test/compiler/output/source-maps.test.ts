import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { beforeAll, describe, expect, test } from "vitest";
import type { CompiledSkill } from "../../../scripts/model/types.ts";
import { compilePrograms } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, fixtureWith, program } from "../fixtures/fixture.ts";

/** Every marker stands on one line of the source and in at least one line of the NSL. */
const main = program`
import { describe } from "./helper.ts";
const table = { first: "MARK_TABLE", second: ["MARK_TABLE_LIST", "plain enough to make this a long line of its own, longer than the width"] };

function inlined(text: string): string {
  return text + "MARK_INLINED";
}

export async function main(ctx: SkillContext, words: string[]): Promise<string[]> {
  const out: string[] = [];
  out.push("MARK_START");
  const both = [table.first, ...table.second];
  for (const word of words) {
    if (word === "MARK_TEST") {
      ctx.log("MARK_IN_LOOP");
      continue;
    }
    out.push(word);
  }
  const mapped = words.map((word) => {
    if (word.length > 3) return "MARK_CALLBACK_EARLY";
    return word + "MARK_CALLBACK_LATE";
  });
  const answer = await ctx.send({ method: "GET", url: words.join("MARK_REQUEST"), body: "", authorization: "none" });
  switch (answer.status) {
    case 200:
      out.push("MARK_CASE");
      break;
    default:
      out.push("MARK_DEFAULT");
  }
  for (let i = 0; i < 3; i += 1) {
    const again = await ctx.send({
      method: "GET",
      url: words.join("MARK_SECOND_LINE, in a text that is long enough to break the line"),
      body: "",
      authorization: "none",
    });
    if (again.body === "MARK_AFTER_WAIT") {
      return ["MARK_RETURN"];
    }
  }
  const record = {
    one: "MARK_FIELD_ONE, and a text that is long enough to make the printer break the line",
    two: "MARK_FIELD_TWO, and a text that is long enough to make the printer break the line",
  };
  const joined = inlined(record.one);
  const described = describe(record.two);
  return [...out, ...mapped, ...both, joined, described, "MARK_END"];
}`;

const helper = program`
export function describe(text: string): string {
  const start = "MARK_HELPER";
  if (text === "") return "MARK_HELPER_EARLY";
  return start + text;
}`;

let skills: readonly CompiledSkill[] = [];
const sources = new Map<string, readonly string[]>();
beforeAll(() => {
  const source = fixtureProgram("Maps", fixtureWith("maps", { "helper.ts": helper }, main));
  const { flows, problems } = compilePrograms([source]);
  expect(problems).toEqual([]);
  skills = flows.get("Maps")?.skills ?? [];
  for (const [file, text] of Object.entries(source.files ?? {})) {
    sources.set(file.slice(file.indexOf("programs/")), text.split("\n"));
  }
});

const markers = [...new Set(`${main}${helper}`.match(/MARK_[A-Z_]+/g) ?? [])];

/** Where each line of the NSL that holds a marker comes from: by the map and by the list of lines. */
function originsOf(marker: string): string[][] {
  return skills.flatMap(({ text, map, lines }) => {
    const trace = new TraceMap(map);
    const pattern = new RegExp(`${marker}(?![A-Z_])`);
    return text.split("\n").flatMap((line, index) => {
      const column = line.search(pattern);
      if (column < 0) {
        return [];
      }
      const { source, line: mapped } = originalPositionFor(trace, { line: index + 1, column });
      const listed = lines.find((entry) => entry.line === index + 1);
      return [
        [
          sources.get(source ?? "")?.[(mapped ?? 0) - 1] ?? "no place by the map",
          sources.get(listed?.file ?? "")?.[(listed?.sourceLine ?? 0) - 1] ?? "no place by the list",
        ],
      ];
    });
  });
}

describe("the source map", () => {
  test("has markers to find", () => {
    expect(markers.length).toBeGreaterThan(15);
  });

  test.each(markers)("leads from %s in the NSL to its line of TypeScript", (marker) => {
    const origins = originsOf(marker);
    expect(origins.length).toBeGreaterThan(0);
    for (const [byMap, byList] of origins) {
      expect(byMap).toContain(marker);
      expect(byList).toBe(byMap);
    }
  });

  test("knows a place for every line that does something", () => {
    for (const { idn, text, lines } of skills.filter(({ title }) => title.includes(" · "))) {
      const known = new Set(lines.map(({ line }) => line));
      const without = text
        .split("\n")
        .flatMap((line, index) => (line.trim() === "" || known.has(index + 1) ? [] : [`${idn}: ${line}`]));
      expect(without).toEqual([]);
    }
  });

  test("lists the files a skill was made from", () => {
    const files = new Set(skills.flatMap((skill) => skill.sources));
    expect([...files].filter((file) => file.startsWith("programs/")).sort()).toEqual([
      "programs/Maps/helper.ts",
      "programs/Maps/main.ts",
    ]);
  });

  test("is the same for the same source", () => {
    const again = compilePrograms([
      fixtureProgram("Maps", fixtureWith("maps", { "helper.ts": helper }, main)),
    ]);
    expect(again.flows.get("Maps")?.skills).toEqual(skills);
    const other = compilePrograms([
      fixtureProgram("Maps", fixture("other", "export function main(): number { return 1; }")),
    ]);
    expect(other.flows.get("Maps")?.skills).not.toEqual(skills);
  });
});
