/** How long Python may take for one answer. */
import { environmentName } from "../../toolkit.ts";

/** The environment variable that gives it more, or less, time; whole or decimal seconds. */
export const patienceVariable = environmentName("PYTHON_TIMEOUT_S");

const DEFAULT_SECONDS = 60;

/** Milliseconds Python may take to start, or for one run of a skill: a minute, unless the environment says else. */
export function pythonPatience(): number {
  const seconds = Number(process.env[patienceVariable] ?? "");
  return (seconds > 0 && Number.isFinite(seconds) ? seconds : DEFAULT_SECONDS) * 1000;
}
