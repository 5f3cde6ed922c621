import { describe, expect, it } from "vitest";
import { ensurePython, thisMachine, type Machine } from "../../scripts/python/index.ts";
import { pythonPlaces } from "../../scripts/project/index.ts";

interface Made {
  readonly programs?: readonly string[];
  readonly isRoot?: boolean;
  readonly venvExists?: boolean;
  /** Whether Python finds Jinja2 after a command of this kind has run; "start" = from the beginning. */
  readonly readyAfter?: string;
  /** Commands whose line holds one of these fail. */
  readonly failing?: readonly string[];
  /** What is said of Pythons that are there but slow. */
  readonly slow?: string;
}

function machine({
  programs = [],
  isRoot = false,
  venvExists = false,
  readyAfter,
  failing = [],
  slow = "",
}: Made) {
  const log: string[] = [];
  let ready = readyAfter === "start";
  const made: Machine = {
    findPython: () => (ready ? { path: "/usr/bin/python3", jinjaVersion: "3.1.6" } : null),
    describeSlowPythons: () => slow,
    hasProgram: (name) => programs.includes(name),
    run: (program, args) => {
      const line = [program, ...args].join(" ");
      log.push(line);
      if (failing.some((part) => line.includes(part))) {
        return `${program} did not work`;
      }
      ready ||= readyAfter !== undefined && line.includes(readyAfter);
      return null;
    },
    isRoot,
    venv: "/project/.venv",
    venvExists: () => venvExists,
    removeVenv: () => void log.push("remove .venv"),
  };
  const outcome = ensurePython(made, (text) => log.push(`# ${text}`));
  return { log, outcome };
}

const pip = "/project/.venv/bin/python -m pip install --quiet jinja2>=3.1 tzdata";

describe("ensurePython", () => {
  it("uses what is there and runs nothing", () => {
    const { log, outcome } = machine({ readyAfter: "start", programs: ["python3"] });
    expect(outcome).toEqual({ python: { path: "/usr/bin/python3", jinjaVersion: "3.1.6" }, advice: "" });
    expect(log).toEqual([]);
  });

  it("asks for patience with a Python that is slow, and installs nothing", () => {
    const slow = "Python at /usr/bin/python3 did not answer within 60 s; give it more time with X";
    const { log, outcome } = machine({ slow, programs: ["python3", "apt-get"], isRoot: true });
    expect(outcome).toEqual({ python: null, advice: `${slow}.` });
    expect(log).toEqual([]);
  });

  it("makes a virtual environment", () => {
    const { log, outcome } = machine({
      programs: ["python3", "apt-get"],
      isRoot: true,
      readyAfter: "pip install",
    });
    expect(outcome.python?.jinjaVersion).toBe("3.1.6");
    expect(log).toEqual(["# Installing Jinja2 into .venv ...", "python3 -m venv /project/.venv", pip]);
  });

  it("installs into a virtual environment that exists, and leaves it when that fails", () => {
    const { log } = machine({ programs: ["python3"], venvExists: true, failing: ["pip"] });
    expect(log).toEqual(["# Installing Jinja2 into .venv ...", pip]);
  });

  it("goes on with apt when the virtual environment cannot be made, and removes the rest of it", () => {
    const { log, outcome } = machine({
      programs: ["python3", "apt-get"],
      isRoot: true,
      failing: ["-m venv"],
      readyAfter: "apt-get install",
    });
    expect(outcome.python).not.toBeNull();
    expect(log).toEqual([
      "# Installing Jinja2 into .venv ...",
      "python3 -m venv /project/.venv",
      "remove .venv",
      "# Installing python3-jinja2 with apt-get ...",
      "apt-get update",
      "apt-get install -y python3-jinja2 tzdata",
    ]);
  });

  it.each([
    ["without root", { programs: ["apt-get"] }],
    ["without apt", { isRoot: true }],
  ])("does not try apt %s, and says what to install", (_what, made: Made) => {
    const { log, outcome } = machine(made);
    expect(log).toEqual([]);
    expect(outcome.python).toBeNull();
    expect(outcome.advice).toContain("there is no python3 on the path");
    expect(outcome.advice).toContain("sudo apt-get install python3-jinja2 tzdata");
    expect(outcome.advice).toContain('python3 -m pip install "jinja2>=3.1" "tzdata"');
  });

  it("says why each attempt failed", () => {
    const { outcome } = machine({
      programs: ["python3", "apt-get"],
      isRoot: true,
      failing: ["pip", "update"],
    });
    expect(outcome.advice).toContain("Virtual environment: /project/.venv/bin/python did not work");
    expect(outcome.advice).toContain("System packages: apt-get did not work");
  });

  it("does not take an installation for a success that Python does not see", () => {
    const { outcome } = machine({ programs: ["python3"] });
    expect(outcome.python).toBeNull();
    expect(outcome.advice).toContain("still does not find Jinja2");
  });
});

describe("this machine", () => {
  it("has a Python with Jinja2: without it nothing below it is tested", () => {
    expect(thisMachine(pythonPlaces()).findPython()).not.toBeNull();
  });

  it("runs programs and gives the last line of their complaint", () => {
    const { run, hasProgram } = thisMachine(pythonPlaces());
    expect(run(process.execPath, ["-e", ""])).toBeNull();
    expect(run(process.execPath, ["-e", "console.error('first\\nlast'); process.exit(3)"])).toBe("last");
    expect(run("no-such-program-here", [])).toContain("ENOENT");
    expect([hasProgram("sh"), hasProgram("no-such-program-here")]).toEqual([true, false]);
  });
});
