/** The project's own module, built once for all test files (see `build-once.ts`). */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deserialize } from "node:v8";
import { inject } from "vitest";
// The build is made from it: a change of it changes every test that takes the build (`test:changed`).
import "../../module/index.ts";
import type { Build, BuildResult } from "../../scripts/assemble/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/u, "");

let read: Pick<BuildResult, "build" | "problems"> | null = null;

/** Fails with the problems when the module does not build. */
export function builtModule(): Build {
  read ??= deserialize(readFileSync(inject("builtModule"))) as Pick<BuildResult, "build" | "problems">;
  const { build, problems } = read;
  if (build === null) {
    throw new Error(problems.map(({ code, message }) => `${code} ${message}`).join("\n"));
  }
  return build;
}

/** The artifact of the build. @throws Error when the module does not build, or not without a warning */
export function builtArtifact(): ArtifactTree {
  const { tree } = builtModule();
  if (read?.problems.length !== 0) {
    throw new Error(JSON.stringify(read?.problems, null, 2));
  }
  return tree;
}
