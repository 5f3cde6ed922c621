/** Builds the module before the tests that need it, once for all of their files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serialize } from "node:v8";
import type { TestProject } from "vitest/node";
import { buildModule } from "../../scripts/assemble/index.ts";
import { openProject } from "../../scripts/project/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds the outcome of the build, without its state. */
    readonly builtModule: string;
  }
}

/** Where the sources are that are built; in a run with changes made on purpose they are not those that are tested. */
const sources = process.env["ALTEGIO_MODULE_SOURCES"] ?? fileURLToPath(new URL("../..", import.meta.url));

/** Builds, tells the tests where the outcome is, and removes it when they are over. */
export default async function buildOnce(project: TestProject): Promise<() => void> {
  const { build, problems } = await buildModule({
    project: openProject(sources),
  });
  const folder = mkdtempSync(join(tmpdir(), "built-module-"));
  const file = join(folder, "build");
  writeFileSync(file, serialize({ build, problems }));
  project.provide("builtModule", file);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
