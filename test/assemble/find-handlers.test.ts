import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findHandlers } from "../../scripts/assemble/find-handlers.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { openProject } from "../../scripts/project/index.ts";

/** A project whose `skills/` holds these files. */
function project(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, "skills", name, ".."), { recursive: true });
    writeFileSync(join(root, "skills", name), text);
  }
  return root;
}

const find = (root: string, overlay: Readonly<Record<string, string>> = {}) =>
  findHandlers(
    openProject(root),
    new Map([["handle", { flow: "SomeFlow", span: null }]]),
    new Map(Object.entries(overlay).map(([file, text]) => [join(root, file), text])),
  );

describe("findHandlers", () => {
  it.each([
    "export function handle(): void {}",
    "export async function handle(): Promise<void> {}",
    "export const handle = (): void => undefined;",
    "export const handle = function (): void {} satisfies () => void;",
  ])("finds %s", (text) => {
    const root = project({ "deep/handle.ts": text });
    expect(find(root)).toEqual({
      files: new Map([["handle", join(root, "skills/deep/handle.ts")]]),
      problems: [],
    });
  });

  it.each([
    "function handle(): void {}",
    "export { handle } from './other.ts';",
    "export const handle = 1;",
    "export declare function handle(): void;",
    "// export function handle(): void {}",
  ])("does not take %s for the handler", (text) => {
    const { files, problems } = find(project({ "handle.ts": text }));
    expect(files.size).toBe(0);
    expect(problems.map(({ code }) => code)).toEqual(["BLD3001"]);
  });

  it("points to the second of two", () => {
    const text = "export function handle(): void {}\n";
    const { problems } = find(project({ "b.ts": `\n${text}`, "a.ts": text }));
    expect(problems).toMatchObject([
      {
        code: "BLD3002",
        message: 'The handler "handle" is exported here and in skills/a.ts.',
        position: { file: "skills/b.ts", line: 2, column: 17 },
        length: 6,
      },
    ]);
  });

  it("reads the overlay instead of the disk, and files that are only in it", () => {
    const root = project({ "handle.ts": "export function handle(): void {}" });
    const { files } = find(root, {
      "skills/handle.ts": "",
      "skills/new.ts": "export function handle(): void {}",
    });
    expect(files.get("handle")).toBe(join(root, "skills/new.ts"));
  });
});
