/** Reads lists of small programs: `=== name`, or `=== name -> expected, expected`, and the program below it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One program of a list. */
export interface ListedProgram {
  readonly topic: string;
  readonly name: string;
  /** What stands behind the arrow, sorted. */
  readonly expected: readonly string[];
  readonly source: string;
}

/** Every program of the lists in a folder beside this file. */
export function readPrograms(folder: string): ListedProgram[] {
  const path = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return readdirSync(path)
    .sort()
    .flatMap((file) =>
      readFileSync(join(path, file), "utf8")
        .split(/^=== /mu)
        .slice(1)
        .map((part) => readProgram(file.replace(/\.txt$/u, ""), part)),
    );
}

function readProgram(topic: string, part: string): ListedProgram {
  const end = part.indexOf("\n");
  const [name = "", expected = ""] = part.slice(0, end).split(" -> ");
  return {
    topic,
    name: name.trim(),
    expected: expected === "" ? [] : expected.split(", ").sort(),
    source: part.slice(end + 1).trim(),
  };
}
