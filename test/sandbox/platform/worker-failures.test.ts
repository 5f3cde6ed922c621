import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findPython } from "../../../scripts/sandbox/platform/python.ts";
import { startWorker, type Worker, WorkerError } from "../../../scripts/sandbox/platform/worker.ts";
import { temporaryFolder } from "../../artifact/temporary-folder.ts";

const workerFile = fileURLToPath(new URL("../../../scripts/sandbox/platform/worker.py", import.meta.url));
const endless = { Main: { source: "{% set x = re.search('(a+)+$', 'a' * 50 ~ 'b') %}", parameters: [] } };
const quick = { Main: { source: "ok", parameters: [] } };
const silent = (): unknown => undefined;

async function withWorker(timeoutMs: number, use: (worker: Worker) => Promise<void>): Promise<void> {
  const worker = await startWorker({ timeoutMs });
  try {
    await use(worker);
  } finally {
    await worker.close();
  }
}

test("a skill that hangs ends in an error that names it, and so does everything after it", async () => {
  await withWorker(1500, async (worker) => {
    const hanging = worker.loadAndRun("DemoFlow", endless, "Main", {}, silent);
    const waiting = worker.loadAndRun("DemoFlow", quick, "Main", {}, silent);
    await expect(hanging).rejects.toThrow("did not answer within 1500 ms: run DemoFlow Main");
    await expect(waiting).rejects.toBeInstanceOf(WorkerError);
  });
});

test("a Python that does not exist is named", async () => {
  await expect(startWorker({ python: "/nowhere/python3" })).rejects.toThrow(
    /did not start.*\/nowhere\/python3/,
  );
});

test("a program that is no worker is reported with what it wrote", async () => {
  await expect(startWorker({ python: process.execPath })).rejects.toThrow(
    /the Python worker ended[\s\S]*bad option/,
  );
});

test("a closed worker refuses to run, and ends what was running", async () => {
  const worker = await startWorker();
  const running = worker.loadAndRun("DemoFlow", endless, "Main", {}, silent);
  const ended = expect(running).rejects.toThrow("the worker is closed");
  await new Promise((resolve) => setImmediate(resolve));
  await worker.close();
  await ended;
  await expect(worker.run("DemoFlow", "Main", {}, silent)).rejects.toThrow("the worker is closed");
});

test("a Python that breaks down says so in a line, and keeps its stack for whoever asks", async () => {
  const python = join(temporaryFolder(), "python3");
  writeFileSync(python, `#!/bin/sh\nexec "${findPython()?.path ?? ""}" -c 'def f(): 1 / 0\nf()'\n`, {
    mode: 0o755,
  });
  const failed = await startWorker({ python }).catch((thrown: unknown) => thrown as Error);
  expect(failed).toMatchObject({
    message: "the Python worker ended (code 1)\nZeroDivisionError: division by zero",
    cause: expect.stringContaining("Traceback") as string,
  });
});

/** A worker that runs a skill, right after it has called an action. */
async function atAnAction(source: string) {
  const child = spawn(findPython()?.path ?? "", ["-B", workerFile]);
  const told: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => told.push(chunk.toString()));
  const answers = child.stdout[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => String((await answers.next()).value);
  const say = (message: object): void => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
  };
  const action = { arguments: {}, required: [], free: false, prompt: false };
  say({ op: "init", sandbox: "default", extensions: [], actions: { Wait: action } });
  await answer();
  const skills = { Main: { source, parameters: [] } };
  say({ op: "run", flow: "DemoFlow", skill: "Main", kwargs: {}, skills });
  expect(await answer()).toContain("Wait");
  return { child, told, answer, say };
}

test("Ctrl+C in a terminal leaves the worker to whoever started it", async () => {
  const { child, told, answer, say } = await atAnAction("{{ Wait() }}done");
  child.kill("SIGINT");
  say({ answer: "" });
  expect(JSON.parse(await answer())).toMatchObject({ value: "done" });
  child.stdin.end();
  expect([await once(child, "close"), told]).toEqual([[0, null], []]);
});

test("a worker that nobody waits for ends also while a skill hangs", async () => {
  const folder = temporaryFolder();
  const starter = join(folder, "starter.mjs");
  // It dies of the interruption that reaches its worker, too, and leaves a skill that never ends.
  writeFileSync(
    starter,
    `import { spawn } from "node:child_process";
const [python, worker] = process.argv.slice(2);
const child = spawn(python, ["-B", worker], { stdio: ["pipe", "pipe", "inherit"] });
const init = { op: "init", sandbox: "default", extensions: [], actions: {} };
child.stdout.once("data", () => {
  const skills = { Main: { source: "{% set x = re.search('(a+)+$', 'a' * 50 ~ 'b') %}", parameters: [] } };
  child.stdin.write(JSON.stringify({ op: "run", flow: "F", skill: "Main", kwargs: {}, skills }) + "\\n", () => {
    process.kill(child.pid, "SIGINT");
    process.kill(process.pid, "SIGINT");
  });
});
child.stdin.write(JSON.stringify(init) + "\\n");
`,
  );
  const child = spawn(process.execPath, [starter, findPython()?.path ?? "", workerFile]);
  // The worker has its end of this pipe: it closes with the last of the two.
  await once(child.stderr.resume(), "close");
  expect(child.signalCode).toBe("SIGINT");
});
