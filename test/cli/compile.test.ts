import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured } from "./run-captured.ts";

/** Compiles a program that is only a text. */
function compile(source: string, ...options: string[]) {
  const file = join(temporaryFolder(), "hello.ts");
  writeFileSync(file, source);
  return runCaptured("compile", file, ...options);
}

/** Runs a program with an input that is only a text. */
function runWith(source: string, input: string) {
  const file = join(temporaryFolder(), "input.json");
  writeFileSync(file, input);
  return compile(source, "--run", file);
}

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

const echo = "export function main(input: string): string {\n  return input;\n}\n";
const visit = `import type { JsonValue } from "altegio-integration/sdk";
interface Visit {
  readonly kind: "cut" | "wash";
  readonly minutes: number;
  readonly note?: string | null;
  readonly tags?: readonly string[];
  readonly at?: readonly [string, number];
  readonly more?: Readonly<Record<string, boolean>>;
  readonly any?: JsonValue;
}
export function main(input: Visit): string {
  return input.kind;
}
`;
const context = 'import type { SkillContext } from "altegio-integration/sdk";\n';
const choices = Array.from({ length: 60 }, (_unused, index) => `x === ${String(index)} ? "a" : `).join("");

describe("a problem of the generated wrapper", () => {
  it.each([
    [
      "an input of type any",
      "export function main(x: any): string {\n  return x.y;\n}\n",
      ":2:10 - error NSL1009",
    ],
    [
      "an unused input of type any",
      'export function main(x: any): string {\n  return "a";\n}\n',
      ":1:22 - error NSL1009",
    ],
    ["a result of type any", "export function main(): any {\n  return null;\n}\n", ":1:17 - error NSL1009"],
    [
      "a result that is nested too deeply",
      `export function main(x: number): string {\n  return ${choices}"z";\n}\n`,
      ":1:17 - error NSL1018",
    ],
    [
      "a generator",
      "export function* main(): Generator<string> {\n  yield 'a';\n}\n",
      ":1:18 - error NSL1001",
    ],
  ])("is shown in the author's file: %s", async (_name, source, place) => {
    const { code, out, err } = await compile(source);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(place);
    expect(err).not.toContain("program-program");
    expect(err).toContain("\n1 error. ");
    const log = JSON.parse((await compile(source, "--format", "sarif")).out) as Log;
    const uris = log.runs[0]?.results.map(
      (result) => result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toHaveLength(1);
    expect(uris?.[0]).toMatch(/\/hello\.ts$/u);
  });

  it("says which limit is passed", async () => {
    const { err } = await compile(`export function main(x: number): string {\n  return ${choices}"z";\n}\n`);
    expect(err).toContain("an expression of more than 50 levels");
  });
});

describe("a program without a proper main", () => {
  it.each([
    [
      "export default function main(x: string): string { return x; }",
      "1:25",
      "Write `export function main`, without `default`.",
    ],
    ["export default (x: string): string => x;", "1:1", "Write `export function main(ctx, input) { ... }`"],
    ["function main(x: string): string { return x; }", "1:10", "`main` is not exported."],
    [
      "function main(x: string): string { return x; }\nexport { main };",
      "1:10",
      "Write `export function main`.",
    ],
    ["export let main = (x: string): string => x;", "1:12", "`main` is a variable."],
    [
      "export function run(x: string): string { return x; }",
      "1:1",
      "Write `export function main(ctx, input) { ... }`; either of the two may be left out.",
    ],
    ["", "1:1", "exports no `main`"],
    [
      "export function main(a: string, b: string): string { return a + b; }",
      "1:22",
      "`main` takes `(ctx, input)`",
    ],
    [
      "export function main(a: string, b: string): string { return a + b; }",
      "1:22",
      "one object: `main(input: { a: string; b: string })`",
    ],
    [
      "export function main(ctx, input: string): string { return input; }",
      "1:22",
      "Write `ctx: SkillContext`",
    ],
    [
      `${context}export function main(input: string, ctx: SkillContext): string { return input; }`,
      "2:37",
      "Put the context first: `main(ctx, input)`.",
    ],
    [
      `${context}export function main(ctx: SkillContext, a: string, b: string): string { return a + b; }`,
      "2:41",
      "`main(ctx: SkillContext, input: { a: string; b: string })`",
    ],
    [
      `${context}export function main(ctx: SkillContext, ...all: string[]): number { return all.length; }`,
      "2:41",
      "takes one list: `main(ctx: SkillContext, all: string[])`",
    ],
  ])("%s, at %s: %s", async (source, place, why) => {
    const { code, out, err } = await compile(source);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`hello.ts:${place} - error NSL1211: `);
    expect(err).toContain(why);
    expect(err).not.toContain("    at ");
  });
});

describe("a program that is no TypeScript", () => {
  it("is refused where it stops to be, not for the `main` it seems to lack", async () => {
    const { code, out, err } = await compile("export function main(: string { return 1; }");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("hello.ts:1:22 - error NSL1000: ");
    expect(err).not.toContain("exports no");
  });

  it.each(["json", "sarif"])("is shown in the form that was asked for: %s", async (format) => {
    for (const source of ["export const x = 1;", "export function main(: string {}"]) {
      const { code, out, err } = await compile(source, "--format", format);
      expect([code, err]).toEqual([1, ""]);
      expect(JSON.stringify(JSON.parse(out))).toMatch(/NSL1(?:211|000)/u);
    }
  });
});

describe("a program that is nested too deeply to be parsed", () => {
  const word = 't + "a"';
  const deep: readonly (readonly [string, string])[] = [
    [
      "a sum of 1500",
      `export function main(t: string): string { return ${Array(750).fill(word).join(" + ")}; }`,
    ],
    [
      "2000 branches",
      `export function main(n: number): number { ${Array(2000).fill("if (n > 1) { return 1; }").join(" else ")} return 0; }`,
    ],
    [
      "2000 parentheses",
      `export function main(n: number): number { return ${"(".repeat(2000)}n${")".repeat(2000)}; }`,
    ],
    [
      "2000 blocks",
      `export function main(n: number): number { ${"{".repeat(2000)}${"}".repeat(2000)} return n; }`,
    ],
  ];

  it.each(deep)("is refused with its place, also as JSON: %s", async (_name, source) => {
    const { code, out, err } = await compile(source, "--format", "json");
    expect([code, err]).toEqual([1, ""]);
    const { problems } = JSON.parse(out) as { problems: { code: string; line: number; column: number }[] };
    expect(problems).toMatchObject([{ code: "NSL1018", line: 1 }]);
    expect(problems[0]?.column).toBeGreaterThan(200);
    expect((await compile(source)).err).toMatch(/hello\.ts:1:\d+ - error NSL1018: /u);
  });
});

describe("compile", () => {
  it("says in plain words that a file is not there, a folder, or no TypeScript", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.json"), "{}");
    expect(await runCaptured("compile", folder)).toEqual({
      code: 2,
      out: "",
      err: `error ${folder} is a folder. Name one file, such as hello.ts.\n`,
    });
    expect((await runCaptured("compile", join(folder, "none.ts"))).err).toMatch(
      /^error There is no file .*none\.ts\.\n$/u,
    );
    expect((await runCaptured("compile", join(folder, "a.json"))).err).toContain("is no TypeScript file");
    expect((await compile(echo, "--run", folder)).err).toContain(
      "is a folder. Name one file, such as input.json.",
    );
    expect((await compile(echo, "--run", join(folder, "no.json"))).err).toContain("There is no file");
  });

  it("prints an empty SARIF log and nothing else when all is well", async () => {
    const { code, out, err } = await compile(echo, "--format", "sarif");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out) as Log).toMatchObject({ version: "2.1.0", runs: [{ results: [] }] });
  });

  it("prints JSON and nothing else with --format json and with --json", async () => {
    const asked = await compile(echo, "--format", "json");
    expect([asked.code, JSON.parse(asked.out)]).toEqual([0, { problems: [] }]);
    const skills = JSON.parse((await compile(echo, "--json")).out) as { idn: string }[];
    expect(skills.map(({ idn }) => idn)).toContain("ProgramSkill");
  });

  it("does not take --run together with --format sarif", async () => {
    const { code, err } = await compile(echo, "--run", "input.json", "--format", "sarif");
    expect(code).toBe(2);
    expect(err).toContain("Leave out one of --run and --format sarif");
  });
});

describe("the input of --run", () => {
  it("may hold everything the page on the language names", async () => {
    const { code, out, err } = await runWith(
      echo,
      JSON.stringify({
        input: "a",
        attributes: { customer: { a: "1" }, project: { b: "2" } },
        persona: { c: "3" },
        user: { name: "Ann", phone: "+371" },
        actors: [{ integrationIdn: "a", connectorIdn: "b", externalId: "c" }],
        memory: [{ from: "agent", text: "Hello" }],
        responses: [{ status: 0, body: "" }],
        generated: [{ a: [1] }],
        now: "2026-12-02T08:00:00+02:00",
      }),
    );
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ js: { value: "a" }, equal: true });
  });

  it("reads an input that starts with a byte order mark", async () => {
    const { code, out } = await runWith(echo, '\uFEFF{"input": "a"}');
    expect([code, JSON.parse(out)]).toMatchObject([0, { equal: true }]);
  });

  it.each([
    ['{"input": ', "It is not JSON: "],
    ['["a"]', 'It must hold an object such as {"input": ...}, not a list.'],
    ["{}", '`input` is missing: `main` takes one. Write `"input": null` to give it nothing.'],
    ['{"name": "Ann"}', "`name` is no key here. There are input, attributes, persona,"],
    ['{"name": "Ann"}', "What `main` is given stands under `input`."],
    ['{"input": "a", "respones": []}', "`respones` is no key here. Did you mean `responses`?"],
    [
      '{"input": "a", "attributes": {"custmer": {}}}',
      "`attributes.custmer` is no key here. Did you mean `customer`?",
    ],
    [
      '{"input": "a", "attributes": {"customer": {"limit": 5}}}',
      '`attributes.customer.limit` must be a text, not 5. Write "5".',
    ],
    ['{"input": "a", "persona": []}', "`persona` must be an object, not a list."],
    ['{"input": "a", "user": {"phon": "1"}}', "`user.phon` is no key here. Did you mean `phone`?"],
    ['{"input": "a", "user": "Ann"}', '`user` must be an object or null, not "Ann".'],
    ['{"input": "a", "responses": {"status": 200}}', "`responses` must be a list, not an object."],
    ['{"input": "a", "responses": [{"status": 200}]}', "`responses[0].body` is missing."],
    [
      '{"input": "a", "responses": [{"status": "200", "body": ""}]}',
      '`responses[0].status` must be a whole number, not "200".',
    ],
    [
      '{"input": "a", "responses": [{"status": 12, "body": ""}]}',
      "`responses[0].status` must be 0, for no answer, or from 100 to 599, not 12.",
    ],
    [
      '{"input": "a", "responses": [{"status": 200, "body": {"a": 1}}]}',
      '`responses[0].body` must be a text, not an object. Write its JSON as a text: "{\\"a\\":1}".',
    ],
    [
      '{"input": "a", "memory": [{"from": "bot", "text": ""}]}',
      '`memory[0].from` must be "user" or "agent", not "bot".',
    ],
    [
      '{"input": "a", "now": "tomorrow"}',
      '`now` is "tomorrow", which is no time. Write one such as "2026-01-15T10:30:00Z".',
    ],
    ['{"input": "a", "now": "2026-02-30T10:00:00Z"}', '`now` is "2026-02-30T10:00:00Z", which is no time.'],
    ['{"input": "a", "now": "2026-02-03T10:00:00"}', 'names no time zone. Write "2026-02-03T10:00:00Z"'],
    ['{"input": "a", "now": 5}', "`now` must be a text, not 5."],
  ])("%s has exit code 2 and says: %s", async (input, why) => {
    const { code, out, err } = await runWith(echo, input);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error \S*input\.json: /u);
    expect(err).toContain(why);
    expect(err).not.toContain("    at ");
  });

  it.each([
    ["5", "`input` must be of the type `Visit` that `main` declares, not 5."],
    ["[]", "`input` must be of the type `Visit` that `main` declares, not a list."],
    ['{"kind": "cut"}', "`input.minutes` is missing: `main` takes it."],
    ['{"kind": "perm", "minutes": 5}', '`input.kind` must be of the type `"cut" | "wash"`'],
    ['{"kind": "cut", "minutes": "5"}', "`input.minutes` must be of the type `number` that `main` declares"],
    ['{"kind": "cut", "minutes": 1.5}', "`input.minutes` must be an integer of at most 15 digits, not 1.5."],
    ['{"kind": "cut", "minutes": 5, "tags": ["a", null]}', "`input.tags[1]` must be of the type `string`"],
    ['{"kind": "cut", "minutes": 5, "at": ["10", "00"]}', "`input.at[1]` must be of the type `number`"],
    [
      '{"kind": "cut", "minutes": 5, "more": {"a": {"b": 1}}}',
      "`input.more.a` must be of the type `boolean`",
    ],
  ])("%s is not of the type that main declares", async (input, why) => {
    const { code, out, err } = await runWith(visit, `{"input": ${input}}`);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`input.json: ${why}`);
  });

  it.each([
    '{"kind": "cut", "minutes": 5, "extra": 1.5}',
    '{"kind": "wash", "minutes": -1, "note": null, "tags": [], "at": ["10", 0], "more": {"a": true}, "any": [{"x": 1.5}]}',
  ])("%s is of that type", async (input) => {
    const { code, err } = await runWith(visit, `{"input": ${input}}`);
    expect([code, err]).toEqual([0, ""]);
  });

  it("may be null for a main that can do without", async () => {
    const source = 'export function main(input = "a"): string {\n  return input;\n}\n';
    expect((await runWith(source, '{"input": null}')).err).toBe("");
  });

  it("names every mistake on a line of its own", async () => {
    const { err } = await runWith(echo, '{"input": "a", "persona": 1, "now": "x"}');
    expect(err.trimEnd().split("\n")).toHaveLength(2);
  });

  it("may be left out for a main that takes none", async () => {
    expect((await runWith('export function main(): string {\n  return "a";\n}\n', "{}")).code).toBe(0);
  });
});
