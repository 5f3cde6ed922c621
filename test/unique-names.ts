/** Fails a run in which two tests of a file have the same name: a report could not tell them apart. */
import type { Reporter, TestModule } from "vitest/node";

/** Prints each name that is there twice, and makes the run fail. */
export const uniqueNames: Reporter = {
  onTestRunEnd(modules) {
    const repeated = modules.flatMap(repeatedNames);
    if (repeated.length > 0) {
      process.stderr.write(`Several tests of a file have the same name:\n${repeated.join("\n")}\n`);
      process.exitCode = 1;
    }
  },
};

/** The names two or more tests of the file have, each after the file. */
export function repeatedNames(module: Pick<TestModule, "children" | "relativeModuleId">): string[] {
  const names = [...module.children.allTests()].map(({ fullName }) => fullName);
  const seen = new Set<string>();
  const repeated = new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  return [...repeated].map((name) => `  ${module.relativeModuleId}: ${name}`);
}
