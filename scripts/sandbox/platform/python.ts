/** Finds the Python the sandbox runs skills in. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pythonPlaces, type PythonPlaces } from "../../project/index.ts";
import { patienceVariable, pythonPatience } from "./python-patience.ts";

/** A Python that can run skills. */
export interface Python {
  /** The executable. */
  readonly path: string;
  /** Version of its Jinja2, `3.1.6`. */
  readonly jinjaVersion: string;
}

const probe =
  "import sys, jinja2, zoneinfo; zoneinfo.ZoneInfo('Europe/Riga'); print(sys.executable); print(jinja2.__version__)";

/**
 * The first Python with Jinja2 >= 3.1 and time zone data: the one that was named, those of virtual environments,
 * `python3` on the path, the system's.
 *
 * @param places where to look first; those of the toolkit when left out
 * @returns null when there is none
 */
export function findPython(places: PythonPlaces = pythonPlaces()): Python | null {
  for (const candidate of candidates(places)) {
    const python = tryPython(candidate);
    if (python !== null) {
      return python;
    }
  }
  return null;
}

/** Which Pythons gave `findPython` no answer in time, and what to do about it; "" when none was that slow. */
export function describeSlowPythons(): string {
  const seconds = String(pythonPatience() / 1000);
  const slowOnes = [...slow].map((path) => `Python at ${path} did not answer within ${seconds} s`);
  return slowOnes.length === 0 ? "" : `${slowOnes.join("; ")}; give it more time with ${patienceVariable}`;
}

/** Every distinct Python that `findPython` would accept, in its order. */
export function findAllPythons(): Python[] {
  const found = new Map<string, Python>();
  for (const candidate of candidates(pythonPlaces())) {
    const python = tryPython(candidate);
    if (python !== null && !found.has(python.path)) {
      found.set(python.path, python);
    }
  }
  return [...found.values()];
}

/** One Python for each version of Jinja2 that is installed: what a test of the dialect has to run on. */
export function findJinjaVersions(): Python[] {
  const versions = new Map<string, Python>();
  for (const python of findAllPythons()) {
    if (!versions.has(python.jinjaVersion)) {
      versions.set(python.jinjaVersion, python);
    }
  }
  return [...versions.values()];
}

function candidates({ named, environments }: PythonPlaces): string[] {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [
    ...(named === "" ? [] : [named]),
    ...environments.map((folder) => join(folder, "bin", "python")),
    ...onPath.map((folder) => join(folder, "python3")),
    "/usr/bin/python3",
  ];
}

/** What was found before: starting a Python takes long. A failure may be put right, and is not kept. */
const known = new Map<string, Python>();

/** Executables that were there but gave no answer in time, the last time they were asked. */
const slow = new Set<string>();

function tryPython(path: string): Python | null {
  const before = known.get(path);
  if (before !== undefined) {
    return before;
  }
  const answer = askPython(path);
  if (answer !== null) {
    known.set(path, answer);
  }
  return answer;
}

/** Asks the executable itself: a shim on the path hides which Python it starts. */
function askPython(path: string): Python | null {
  const answer = spawnSync(path, ["-c", probe], { encoding: "utf8", timeout: pythonPatience() });
  if ((answer.error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT") {
    slow.add(path);
  } else {
    slow.delete(path);
  }
  const [executable, jinjaVersion] = answer.status === 0 ? answer.stdout.trim().split("\n") : [];
  if (executable === undefined || jinjaVersion === undefined || !isSupported(jinjaVersion)) {
    return null;
  }
  return { path: resolveLink(executable), jinjaVersion };
}

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 3 || (major === 3 && minor >= 1);
}

/** Links are followed to tell doubles apart, but never out of a virtual environment. */
function resolveLink(path: string): string {
  return path.includes(".venv") ? path : realpathSync(path);
}
