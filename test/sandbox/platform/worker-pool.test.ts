/** A Python process serves one user after another; they cannot tell. */
import { ChildProcess } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import { findPython } from "../../../scripts/sandbox/platform/python.ts";
import { giveBack, takeProcess } from "../../../scripts/sandbox/platform/worker-pool.ts";
import { startWorker } from "../../../scripts/sandbox/platform/worker.ts";

const python = findPython()?.path ?? "";
const silent = (): unknown => undefined;
const change = {
  Main: { source: "{% set l = [] %}{% set _ = l.append('a') %}{{ l[0] }}", parameters: [] },
};

describe("a process that is given back", () => {
  test("serves the next user, and no two at once", async () => {
    const first = takeProcess(python);
    const second = takeProcess(python);
    expect(second).not.toBe(first);
    await giveBack(first);
    expect(takeProcess(python)).toBe(first);
    await giveBack(first);
    await giveBack(second);
  });

  test("is not used for another Python", async () => {
    const process = takeProcess(python);
    await giveBack(process);
    const other = takeProcess("/nowhere/python3");
    expect(other).not.toBe(process);
    await other.stop("the test is over");
  });

  test("is not used again once it has ended", async () => {
    const process = takeProcess(python);
    await process.stop("the test is over");
    await giveBack(process);
    const next = takeProcess(python);
    expect(next.isAlive).toBe(true);
    await giveBack(next);
  });
});

test("a process that never started is not killed: its number would stand for everybody's", async () => {
  const kill = vi.spyOn(ChildProcess.prototype, "kill").mockReturnValue(false);
  try {
    await takeProcess("/nowhere/python3").stop("the test is over");
    expect(kill).not.toHaveBeenCalled();
  } finally {
    kill.mockRestore();
  }
});

describe("a worker in a process that has served before", () => {
  test("knows none of its flows", async () => {
    const before = await startWorker();
    expect(await before.loadAndRun("F", change, "Main", {}, silent)).toMatchObject({ ok: true, value: "a" });
    await before.close();
    const after = await startWorker();
    const result = await after.run("F", "Main", {}, silent);
    expect(result).toMatchObject({ ok: false, error: { message: "flow F has no skill Main" } });
    await after.close();
  });

  test("runs in the sandbox it asks for, not in the one before", async () => {
    const plain = await startWorker();
    await plain.loadFlow("F", change);
    await plain.close();
    const strict = await startWorker({ sandbox: "immutable" });
    const result = await strict.loadAndRun("F", change, "Main", {}, silent);
    expect(result).toMatchObject({ ok: false, error: { type: "SecurityError" } });
    await strict.close();
  });
});
