/**
 * Lets StrykerJS try its changes in minutes: its own Vitest runner starts a run of the test files for each of them, which
 * takes seconds. Here the first run tries everything (`in-place-tests.ts`), and is only asked for what came of it.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";

/** How long after its limit a run that does not even notice the limit is ended, in milliseconds. */
const GRACE = 5000;

/** Lines of the journal; the last may still be written. */
const lines = (journal) =>
  existsSync(journal)
    ? readFileSync(journal, "utf8")
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : [];

/** Runs the tests (all when no file is named), and gives what the process said when it went wrong; null for a run that had to be ended. */
function runTests(journal, testFiles) {
  const child = spawn(
    process.execPath,
    [
      join("node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      "vitest.mutants.config.ts",
      ...testFiles,
    ],
    { detached: true, env: { ...process.env, ALTEGIO_MODULE_MUTANTS_JOURNAL: journal } },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      said = `${said}${String(part)}`.slice(-4000);
    });
  }
  return new Promise((done) => {
    let hung = false;
    let [since, before] = [Date.now(), ""];
    const watch = setInterval(() => {
      const text = existsSync(journal) ? readFileSync(journal, "utf8").trimEnd() : "";
      const last = text.slice(text.lastIndexOf("\n") + 1);
      if (last !== before) {
        [since, before] = [Date.now(), last];
      } else if (last.startsWith('["trying"')) {
        const [, mutant, test, limit] = JSON.parse(last);
        if (Date.now() - since > limit + GRACE) {
          hung = true;
          clearInterval(watch);
          void appendFile(journal, `${JSON.stringify(["noticed", mutant, test, "It never ended."])}\n`).then(
            () => process.kill(-child.pid, "SIGKILL"),
          );
        }
      }
    }, 1000);
    child.on("close", () => {
      clearInterval(watch);
      done(hung ? null : said);
    });
  });
}

class InPlaceRunner {
  #noticed = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles = [] }) {
    // The process is in the copy of the project by now.
    const journal = resolve("mutants.jsonl");
    rmSync(journal, { force: true });
    let said = null;
    while (said === null) {
      said = await runTests(journal, testFiles);
    }
    const [tests, perTest] = [new Map(), {}];
    let once;
    for (const [kind, ...line] of lines(journal)) {
      if (kind === "test") {
        const [id, name, fileName, timeSpentMs, failureMessage] = line;
        const result =
          failureMessage === null
            ? { status: TestStatus.Success }
            : { status: TestStatus.Failed, failureMessage };
        tests.set(id, { id, name, fileName, timeSpentMs, ...result });
      } else if (kind === "covered") {
        perTest[line[0]] = line[1];
      } else if (kind === "noticed") {
        this.#noticed.set(line[0], { killedBy: [line[1]], failureMessage: line[2] });
      } else if (kind === "static") {
        once = line[0];
      }
    }
    return once === undefined
      ? { status: DryRunStatus.Error, errorMessage: said }
      : {
          status: DryRunStatus.Complete,
          tests: [...tests.values()],
          mutantCoverage: { static: once, perTest },
        };
  }

  mutantRun({ activeMutant, testFilter = [] }) {
    const noticed = this.#noticed.get(activeMutant.id);
    const nrOfTests = testFilter.length;
    return Promise.resolve(
      noticed === undefined
        ? { status: MutantRunStatus.Survived, nrOfTests }
        : { status: MutantRunStatus.Killed, nrOfTests, ...noticed },
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-place", InPlaceRunner)];
