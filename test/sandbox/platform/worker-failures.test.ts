import { expect, test } from "vitest";
import { startWorker, type Worker, WorkerError } from "../../../scripts/sandbox/platform/worker.ts";

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
