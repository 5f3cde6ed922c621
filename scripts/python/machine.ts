/** What the set-up needs from the machine it runs on; tests give their own. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { PythonPlaces } from "../project/index.ts";
import { describeSlowPythons, findPython, type Python } from "../sandbox/platform/index.ts";

/** A machine. */
export interface Machine {
  /** The Python skills can run in, looked for anew at each call. */
  findPython(): Python | null;
  /** Which Pythons were there but did not answer `findPython` in time; "" when there is none. */
  describeSlowPythons(): string;
  /** Whether a program of this name is on the path. */
  hasProgram(name: string): boolean;
  /** Runs a program to its end and gives what it complained about; null when it ended well. */
  run(program: string, args: readonly string[]): string | null;
  readonly isRoot: boolean;
  /** The folder of the virtual environment, and whether it exists. */
  readonly venv: string;
  venvExists(): boolean;
  removeVenv(): void;
}

/**
 * This machine.
 *
 * @param places where Python is looked for; a virtual environment is made in the first of its places
 */
export function thisMachine(places: PythonPlaces): Machine {
  const [venv = ".venv"] = places.environments;
  return {
    findPython: () => findPython(places),
    describeSlowPythons,
    hasProgram: (name) =>
      (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, name))),
    run: (program, args) => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      const { status, stderr, error } = spawnSync(program, [...args], { encoding: "utf8", env });
      return status === 0 ? null : (error?.message ?? lastLine(stderr));
    },
    isRoot: process.getuid?.() === 0,
    venv,
    venvExists: () => existsSync(venv),
    removeVenv: () => {
      rmSync(venv, { recursive: true, force: true });
    },
  };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
