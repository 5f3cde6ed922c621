/** One skill by itself: a handler in both runtimes, a helper with parameters. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured, type Captured } from "./run-captured.ts";

const project = fileURLToPath(new URL("../projects/bike-repair", import.meta.url));

interface Invoked {
  readonly skill: string;
  readonly value: string | null;
  readonly answers: readonly string[];
  readonly actions: readonly string[];
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number }[];
}

function inputFile(content: string): string {
  const file = join(temporaryFolder(), "input.json");
  writeFileSync(file, content);
  return file;
}

const on = (...words: string[]): Promise<Captured> => runCaptured("invoke", ...words, "--project", project);

async function invoked(name: string, input: object, ...words: string[]): Promise<Invoked> {
  const run = await on(name, "--input", inputFile(JSON.stringify(input)), "--json", ...words);
  expect(run).toMatchObject({ code: 0 });
  return JSON.parse(run.out) as Invoked;
}

const wish = { facts: { ticket: "4711", date: "2026-10-20", time: "10:00" } };

test("A handler answers, asks the service and does the same in both runtimes.", async () => {
  const inNsl = await invoked("pedalo_collect_bike_tool", wish);
  expect(inNsl).toMatchObject({ skill: "CollectBikeSkill", value: null });
  expect(inNsl.answers.join()).toContain("It is arranged");
  expect(inNsl.requests.map(({ status }) => status)).toEqual([200, 201]);
  const inNode = await invoked("CollectBikeSkill", wish, "--runtime", "node");
  expect(inNode.answers).toEqual(inNsl.answers);
  expect(inNode.actions).toEqual(inNsl.actions);
});

test("The input decides: another repair has another answer.", async () => {
  const other = await invoked("WorkshopFlow/CollectBikeSkill", { facts: { ...wish.facts, ticket: "4712" } });
  expect(other.answers.join()).toContain("not ready yet");
  expect(other.requests).toHaveLength(1);
});

test.each([
  ["NoSuchSkill", "{}", "has no skill or event NoSuchSkill"],
  ["CollectBikeSkill", "{", "It is not JSON"],
  ["CollectBikeSkill", '{"fact":{}}', '"fact" is unknown or not of its form. It may have now, caller'],
  ["CollectBikeSkill", '{"parameters":{"x":1}}', "CollectBikeSkill has no parameter x"],
])("%s with %s is refused in plain words", async (name, input, why) => {
  const run = await on(name, "--input", inputFile(input));
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(run.err).toContain(why);
  expect(run.err).not.toContain("    at ");
});

test.each([
  ['{"a": "say \\"hi\\" {{ now }} %}"}', true],
  ["{broken", false],
])("A helper is called with its parameters and gives its value: %s", async (text, ok) => {
  const helped = await invoked("_parseJson", { parameters: { text } });
  expect(helped.answers).toEqual([]);
  const { value, ...rest } = JSON.parse(helped.value ?? "") as { value: unknown; ok: boolean };
  expect(rest.ok).toBe(ok);
  expect(value).toEqual(ok ? JSON.parse(text) : null);
});

test("A helper is called by itself in the compiled form alone.", async () => {
  const run = await on("_parseJson", "--runtime", "node");
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(run.err).toContain("_parseJson is a helper: only --runtime nsl calls one by itself.");
});
