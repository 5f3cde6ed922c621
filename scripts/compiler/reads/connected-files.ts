/** Files that import each other, directly or through others: what is written anew in one concerns no other files. */
import type ts from "typescript";
import { importedBy } from "../analysis/imports.ts";

/** The names of the files in groups between which nothing is imported, each in the order of the files. */
export function connectedFiles(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): readonly ReadonlySet<string>[] {
  const groups = new Map(files.map((file) => [file, new Set([file])]));
  for (const file of files) {
    for (const other of importedBy(file, checker)) {
      const [own, joined] = [groups.get(file), groups.get(other)];
      if (own !== undefined && joined !== undefined && own !== joined) {
        joined.forEach((member) => {
          groups.set(member, own.add(member));
        });
      }
    }
  }
  return [...new Set(groups.values())].map(
    (group) => new Set(files.filter((file) => group.has(file)).map(({ fileName }) => fileName)),
  );
}
