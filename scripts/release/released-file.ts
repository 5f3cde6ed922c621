/**
 * `module/released.yaml`: the public names of all releases, one a line. `release` writes it; nobody takes a line out, for
 * there are accounts that still hold what it names.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument, stringify } from "yaml";
import { comparePublicNames, publicKinds, type PublicName } from "./public-names.ts";

/** A public name and the release that brought it. */
export interface ReleasedName extends PublicName {
  /** Version, `1.2.3`. */
  readonly since: string;
  /** Where it stands in the file, from 1; 0 for one that was never read from it. */
  readonly line: number;
}

const head =
  "# What is public of every release: accounts hold these names. Written by the verb `release`; a line is never taken out.\n";

/** The file's name relative to the project. */
export function releasedFileName(moduleFolder: string): string {
  return `${moduleFolder}/released.yaml`;
}

/**
 * The released names of a project; none before its first release.
 *
 * @param file name of the file relative to `root`
 * @throws Error when the file is not of its form
 */
export function readReleased(root: string, file: string): ReleasedName[] {
  const path = join(root, file);
  return existsSync(path) ? parseReleased(readFileSync(path, "utf8")) : [];
}

/** The names in the text of the file. @throws Error that says which line is wrong */
export function parseReleased(text: string): ReleasedName[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new Error(`line ${String(lines.linePos(error.pos[0]).line)}: ${error.message}`);
  }
  return publicKinds.flatMap((kind) => {
    const group = document.get(kind, true);
    return (isMap(group) ? group.items : []).map(({ key, value }) => {
      const words = (isScalar(value) ? String(value.value) : "").split(" ");
      const line = lines.linePos((isScalar(key) ? key.range?.[0] : undefined) ?? 0).line;
      const [since = "", form = ""] = words;
      if (!isScalar(key) || !/^\d+\.\d+\.\d+$/u.test(since)) {
        throw new Error(`line ${String(line)}: a name with the version that brought it was expected`);
      }
      return { kind, idn: String(key.value), form, since, line };
    });
  });
}

/** The text of the file: what was released before, and the names that a version adds. A new form takes the old one's place. */
export function releasedText(
  before: readonly ReleasedName[],
  names: readonly PublicName[],
  version: string,
): string {
  const all = new Map<string, PublicName & { readonly since: string }>();
  const keyOf = ({ kind, idn }: PublicName): string => `${kind} ${idn}`;
  before.forEach((name) => all.set(keyOf(name), name));
  names.forEach((name) => all.set(keyOf(name), { ...name, since: all.get(keyOf(name))?.since ?? version }));
  const sorted = [...all.values()].sort(comparePublicNames);
  const groups = publicKinds.map((kind): [string, Record<string, string>] => [
    kind,
    Object.fromEntries(
      sorted
        .filter((name) => name.kind === kind)
        .map(({ idn, since, form }) => [idn, `${since} ${form}`.trim()]),
    ),
  ]);
  return `${head}${stringify(Object.fromEntries(groups), { lineWidth: 0 })}`;
}
