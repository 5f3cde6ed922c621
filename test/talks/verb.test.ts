/** The verb from end to end: an endpoint plays, is recorded, and is replayed without it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "../../scripts/talk/model/model.ts";
import { readWrittenAnswers } from "../../scripts/talk/recording/files.ts";
import { replayOfWritten } from "../../scripts/talk/recording/replay.ts";
import { runCaptured } from "../cli/run-captured.ts";
import { completion, status, stubEndpoint, type StubAnswer } from "../talk/stub-endpoint.ts";

const key = "sk-a-very-secret-key";
const source = fileURLToPath(new URL("hurried.yaml", import.meta.url));
let folder = "";
let talk = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "talk-"));
  talk = join(folder, "hurried.yaml");
  cpSync(source, talk);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function useEndpoint(address: string): void {
  vi.stubEnv("ALTEGIO_MODULE_TALK_URL", address);
  vi.stubEnv("ALTEGIO_MODULE_TALK_KEY", key);
  vi.stubEnv("ALTEGIO_MODULE_TALK_MODEL", "stub-model");
}

/** An endpoint that answers as it is written for the talk. */
function playing(): StubAnswer {
  const model = replayOfWritten(readWrittenAnswers(source, String) ?? []);
  return async (response, request) => {
    const { messages, response_format: form } = request.body;
    const role = (form?.json_schema.name ?? "agent") as Role;
    const schema = (form?.json_schema.schema ?? null) as Readonly<Record<string, unknown>> | null;
    const { text } = await model.ask({ role, messages, schema });
    await completion(text)(response, request);
  };
}

test("a talk is played, recorded and replayed, until a prompt changes", async () => {
  const stub = await stubEndpoint(playing());
  useEndpoint(stub.address);
  const first = await runCaptured("talk", talk, "--record", "--json");
  expect(first.code).toBe(0);
  const { talks } = JSON.parse(first.out) as { talks: Record<string, unknown>[] };
  expect(talks).toMatchObject([
    {
      model: "stub-model",
      passed: true,
      ending: "hung up",
      use: { caller: { calls: 3, tokens: { prompt: 300, answer: 21 } }, extraction: { calls: 2 } },
      calendar: ["2026-10-20 11:00 Women's haircut, Anna Becker, Nora Lindt 4915198765432"],
    },
  ]);
  const recorded = readFileSync(join(folder, "hurried.recording.json"), "utf8");
  const asked = stub.requests.length;

  const second = await runCaptured("talk", talk, "--replay", "--json");
  expect({ ...second, err: "" }).toEqual({ ...first, err: "" });
  expect(stub.requests.length).toBe(asked);

  writeFileSync(talk, readFileSync(source, "utf8").replace("Nora Lindt, on her way", "Nora Lindt, late"));
  const third = await runCaptured("talk", talk, "--replay");
  expect(third.code).toBe(1);
  expect(third.out).toMatch(
    /failed .*[^]*stale: the prompt of call 1, to the caller, has changed[^]*1 failed/u,
  );
  expect([first, second, third].map(({ out, err }) => out + err).join("") + recorded).not.toContain(key);
});

test("a model that ignores the form of its answers fails the talk, and leaves no recording", async () => {
  const stub = await stubEndpoint(completion("Hello! How can I help?"));
  useEndpoint(stub.address);
  const { code, out } = await runCaptured("talk", talk, "--record");
  expect(code).toBe(1);
  expect(out).toContain("The model does not keep to the form of its answer: it is no JSON.");
  expect(stub.requests.length).toBe(2);
  expect(existsSync(join(folder, "hurried.recording.json"))).toBe(false);
});

test("a key that is refused is not shown", async () => {
  const stub = await stubEndpoint(status(401, { error: { message: `Incorrect API key provided: ${key}` } }));
  useEndpoint(stub.address);
  const { code, out, err } = await runCaptured("talk", talk);
  expect(code).toBe(1);
  expect(out).toContain("refused the key (401)");
  expect(out + err).not.toContain(key);
});

test.each([
  ["both a recording and a replay", ["--record", "--replay"], "cannot be recorded"],
  ["nothing that was recorded", ["--replay"], "Nothing was recorded"],
  ["no model", [], "Set ALTEGIO_MODULE_TALK_URL and ALTEGIO_MODULE_TALK_MODEL"],
])("with %s the command line is wrong", async (_, words, why) => {
  vi.stubEnv("ALTEGIO_MODULE_TALK_URL", "");
  vi.stubEnv("ALTEGIO_MODULE_TALK_MODEL", "");
  const { code, err } = await runCaptured("talk", talk, ...words);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test("what is no talk, or is not there, is refused with its place", async () => {
  writeFileSync(talk, readFileSync(source, "utf8").replace("persona:", "persna:"));
  const { code, err } = await runCaptured("talk", talk, "--replay");
  expect(code).toBe(2);
  expect(err).toMatch(/hurried\.yaml:1:1: .*persna\. Did you mean persona\?/u);
  expect(await runCaptured("talk", join(folder, "none.yaml"))).toMatchObject({ code: 2 });
  expect(await runCaptured("talk", folder.replace(/[^/]*$/u, "no-such-folder"))).toMatchObject({ code: 2 });
});
