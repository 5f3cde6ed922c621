/** The toolkit (`scripts/` without the simulator of this project's module) knows no module. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { filesOf } from "../assemble/files-of.ts";

const folder = fileURLToPath(new URL("../../scripts", import.meta.url));
const files = [...filesOf(folder)].filter(([name]) => !name.startsWith("simulator/"));

/** The files a pattern occurs in. */
function holding(pattern: RegExp): string[] {
  return files.filter(([, text]) => pattern.test(text)).map(([name]) => name);
}

test("its own name is the only word of it", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(holding(/altegio/iu)).toEqual(["toolkit.ts"]);
  expect(readFileSync(`${folder}/toolkit.ts`, "utf8").match(/altegio/giu)).toHaveLength(1);
});

test("it imports neither the module's folders nor its simulator", () => {
  expect(holding(/from "(?:\.\.\/)+(?:module|skills|attributes|scenarios)\//u)).toEqual([]);
  expect(holding(/from "(?:\.\.?\/)+simulator\//u)).toEqual([]);
});
