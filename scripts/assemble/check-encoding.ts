/** Whether the sources are UTF-8: TypeScript, YAML and Handlebars read other bytes as replacement characters, silently. */
import { isUtf8 } from "node:buffer";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identityFileName } from "../model/read-identity.ts";
import { makeProblem, type SourceSpan } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { buildCatalogue } from "./problem-catalogue.ts";

const newLine = 0x0a;

/** A problem for the first place of each source that is not UTF-8. */
export function checkEncoding({ root, folders }: Pick<Project, "root" | "folders">): Problem[] {
  return [identityFileName, ...Object.values(folders).flatMap((folder) => filesOf(root, folder))].flatMap(
    (file) => {
      const path = join(root, file);
      const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      return isUtf8(bytes) ? [] : [makeProblem(buildCatalogue.notUtf8, {}, firstFault(file, bytes))];
    },
  );
}

/** Relative to the project. */
function filesOf(root: string, folder: string): string[] {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(?:ts|hbs|yaml)$/u.test(name))
        .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    : [];
}

/** No byte of a longer UTF-8 character is that of a line break. */
function firstFault(file: string, bytes: Buffer): SourceSpan {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const found = bytes.indexOf(newLine, start);
    const end = found < 0 ? bytes.length : found;
    const text = bytes.subarray(start, end);
    if (!isUtf8(text) || found < 0) {
      const column = text.toString("utf8").indexOf("\uFFFD") + 1;
      return { position: { file, line, column: Math.max(1, column) }, length: 1 };
    }
    start = end + 1;
  }
}
