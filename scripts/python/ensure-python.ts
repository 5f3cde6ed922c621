/** Finds a Python with Jinja2, or prepares one: in the project's own environment, or by the system's packages. */
import { join } from "node:path";
import type { Python } from "../sandbox/platform/index.ts";
import { environmentName } from "../toolkit.ts";
import type { Machine } from "./machine.ts";

/** The Python, or null with what to do about it. */
export interface PythonOutcome {
  readonly python: Python | null;
  /** Whole sentences; "" when there is a Python. */
  readonly advice: string;
}

/** What is installed into a virtual environment: Jinja2, and the time zones some systems lack. */
const pythonPackages = ["jinja2>=3.1", "tzdata"];

/** Their names in Debian and its relatives. */
const systemPackages = ["python3-jinja2", "tzdata"];

/**
 * Tries, in this order, what is there, a virtual environment in `.venv`, and apt when run as root.
 *
 * @param progress hears of each step that takes long
 */
export function ensurePython(machine: Machine, progress: (text: string) => void): PythonOutcome {
  const found = machine.findPython();
  if (found !== null) {
    return { python: found, advice: "" };
  }
  // What is there but slow needs patience; to install another one beside it would not make it faster.
  const slow = machine.describeSlowPythons();
  if (slow !== "") {
    return { python: null, advice: `${slow}.` };
  }
  const complaints: string[] = [];
  for (const attempt of [tryVenv, tryApt]) {
    const complaint = attempt(machine, progress);
    const python = complaint === null ? machine.findPython() : null;
    if (python !== null) {
      return { python, advice: "" };
    }
    complaints.push(
      complaint ?? "It was installed, but Python still does not find Jinja2 or the time zones.",
    );
  }
  return { python: null, advice: adviceFor(complaints) };
}

/** Null when it worked, otherwise why not. */
type Attempt = (machine: Machine, progress: (text: string) => void) => string | null;

const tryVenv: Attempt = (machine, progress) => {
  if (!machine.hasProgram("python3")) {
    return "Virtual environment: there is no python3 on the path.";
  }
  progress("Installing Jinja2 into .venv ...");
  const existed = machine.venvExists();
  const complaint =
    (existed ? null : machine.run("python3", ["-m", "venv", machine.venv])) ??
    machine.run(join(machine.venv, "bin", "python"), ["-m", "pip", "install", "--quiet", ...pythonPackages]);
  if (complaint !== null && !existed) {
    // Half an environment would be found, and be useless, at the next attempt.
    machine.removeVenv();
  }
  return complaint === null ? null : `Virtual environment: ${complaint}`;
};

const tryApt: Attempt = (machine, progress) => {
  if (!machine.isRoot || !machine.hasProgram("apt-get")) {
    return "System packages: they can be installed only by root, with apt-get.";
  }
  progress("Installing python3-jinja2 with apt-get ...");
  const complaint =
    machine.run("apt-get", ["update"]) ?? machine.run("apt-get", ["install", "-y", ...systemPackages]);
  return complaint === null ? null : `System packages: ${complaint}`;
};

function adviceFor(complaints: readonly string[]): string {
  return [
    "Compiled skills run in Python with Jinja2 3.1 or newer, and none was found.",
    ...complaints.map((complaint) => `  ${complaint}`),
    "Install it in one of these ways and run the command again:",
    `  Debian, Ubuntu:  sudo apt-get install ${systemPackages.join(" ")}`,
    `  anywhere:        python3 -m pip install ${pythonPackages.map((name) => `"${name}"`).join(" ")}`,
    `  elsewhere:       set ${environmentName("PYTHON")} to a Python that has both`,
  ].join("\n");
}
