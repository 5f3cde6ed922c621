/** The module in a folder of its own, with the toolkit, so that tests can be run there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../assemble/built-module.ts";

const copied = [
  ...["attributes", "module", "scenarios", "scripts", "skills", "test/conversations", "test/assemble"],
  ...[
    "module.yaml",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
    "test/unique-names.ts",
    ".prettierrc.json",
  ],
];

/** Makes the copy; whoever asks for it removes it. */
export function moduleCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), "module-"));
  for (const name of copied) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** The sources of a project, by name. */
export function sourcesOf(project: string): ReadonlyMap<string, string> {
  const names = ["attributes", "module", "scenarios", "skills", "test"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name),
    ),
  );
  const files = names.filter((name) => statSync(join(project, name)).isFile()).sort();
  return new Map(files.map((name) => [name, readFileSync(join(project, name), "utf8")]));
}
