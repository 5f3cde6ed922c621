/**
 * Runs each test once, and then once more for every change it comes across, in the process it runs in: loading TypeScript
 * and a test's own preparation take longer than most tests. What happens is written to a journal, a line each, so that
 * `in-place-runner.mjs` can go on behind a change that never ends.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from "vitest";

/** What StrykerJS's instrumented code reads and writes. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage;
}

interface Coverage {
  readonly static: Record<string, number>;
  readonly perTest: Record<string, Record<string, number>>;
}

/** A test may run this many times as long as it did, and this many milliseconds at least. */
const [SLOWER, AT_LEAST] = [20, 10_000];

/** Stands for a test while a change is tried. */
const TRIAL = "trial";

/** A change may have a line run this many times as often. */
const MORE_OFTEN = 100;

const journal = process.env["ALTEGIO_MODULE_MUTANTS_JOURNAL"] ?? "";
const write = (...line: readonly unknown[]): void => {
  appendFileSync(journal, `${JSON.stringify(line)}\n`);
};

const shared = globalThis as { __stryker__?: Instrumented };
const instrumented = (shared.__stryker__ ??= {});
const coverage = (instrumented.mutantCoverage ??= { static: {}, perTest: {} });

const [tried, noticed] = [new Set<string>(), new Set<string>()];
for (const line of existsSync(journal) ? readFileSync(journal, "utf8").split("\n").slice(0, -1) : []) {
  const [kind, mutant, test] = JSON.parse(line) as readonly string[];
  if (kind === "trying") {
    tried.add(`${String(mutant)} ${String(test)}`);
  } else if (kind === "noticed") {
    noticed.add(String(mutant));
  }
}

/** The suites around a test, the innermost first. */
function suitesOf(test: RunnerTestCase): readonly RunnerTestSuite[] {
  const suites: RunnerTestSuite[] = [];
  for (let suite = test.suite; suite !== undefined; suite = suite.suite) {
    suites.push(suite);
  }
  return [...suites, test.file];
}

async function before(test: RunnerTestCase): Promise<readonly unknown[]> {
  const cleanups: unknown[] = [];
  for (const suite of suitesOf(test).toReversed()) {
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) {
      cleanups.push(await hook(test.context, suite));
    }
  }
  return cleanups;
}

async function after(test: RunnerTestCase, cleanups: readonly unknown[] = []): Promise<void> {
  for (const suite of suitesOf(test)) {
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach.toReversed()) {
      await hook(test.context, suite);
    }
  }
  for (const cleanup of cleanups) {
    if (typeof cleanup === "function") {
      await (cleanup as () => unknown)();
    }
  }
}

async function once(test: RunnerTestCase): Promise<void> {
  let cleanups: readonly unknown[] = [];
  try {
    cleanups = await before(test);
    await TestRunner.getTestFn(test)();
  } finally {
    await after(test, cleanups);
  }
}

async function within(limit: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It took longer than ${String(limit)} ms.`));
    }, limit);
  });
  await Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** Vitest's own runner, with more runs of each test. */
export default class extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    // Vitest has prepared one run; each of these prepares its own.
    await after(test);
    const began = performance.now();
    instrumented.currentTestId = test.id;
    const failure = await once(test).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    instrumented.currentTestId = undefined;
    const took = Math.round(performance.now() - began);
    const name = [...suitesOf(test).map((suite) => suite.name)].reverse().concat(test.name).join(" > ");
    write("test", test.id, name, test.file.filepath, took, failure === null ? null : String(failure.error));
    if (failure !== null) {
      throw failure.error;
    }
    const hits = coverage.perTest[test.id] ?? {};
    write("covered", test.id, hits);
    for (const [mutant, count] of Object.entries(hits)) {
      if (!noticed.has(mutant) && !tried.has(`${mutant} ${test.id}`)) {
        await this.tryOut(test, mutant, count, Math.max(AT_LEAST, SLOWER * took));
      }
    }
    await before(test);
  }

  private async tryOut(test: RunnerTestCase, mutant: string, count: number, limit: number): Promise<void> {
    write("trying", mutant, test.id, limit);
    const limits = { hitCount: 0, hitLimit: count * MORE_OFTEN };
    // What runs outside of every test is what is made once; this is neither.
    Object.assign(instrumented, { activeMutant: mutant, currentTestId: TRIAL, ...limits });
    try {
      await within(limit, once(test));
    } catch (error) {
      noticed.add(mutant);
      write("noticed", mutant, test.id, String(error).slice(0, 500));
    }
    const none = { hitCount: undefined, hitLimit: undefined };
    Object.assign(instrumented, { activeMutant: undefined, currentTestId: undefined, ...none });
    coverage.perTest[TRIAL] = {};
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles();
    write("static", coverage.static);
  }
}
