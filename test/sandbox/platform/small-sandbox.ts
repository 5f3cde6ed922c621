/** Makes sandboxes for the tests of the platform; each is closed when its test is over. */
import { onTestFinished } from "vitest";
import {
  createSandbox,
  type LogEntry,
  type Sandbox,
  type SandboxOptions,
  scriptedBrain,
} from "../../../scripts/sandbox/platform/index.ts";

/** 2026-03-02T08:30:00Z, a Monday. */
const now = Date.UTC(2026, 2, 2, 8, 30);

/** A sandbox with the artifact installed, a fixed clock and a brain without facts unless told otherwise. */
export async function installed(
  artifact: SandboxOptions["artifact"],
  options: Partial<SandboxOptions> = {},
): Promise<Sandbox> {
  const sandbox = await createSandbox({ artifact, now: () => now, brain: scriptedBrain(), ...options });
  onTestFinished(() => sandbox.close());
  await sandbox.install();
  return sandbox;
}

/** What skills wrote with DUMMY, and the platform's own lines. */
export function logOf(sandbox: Sandbox): string[] {
  return sandbox.trace.of("log").map((entry: LogEntry) => entry.message);
}
