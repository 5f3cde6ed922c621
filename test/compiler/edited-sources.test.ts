/** What an author wrote is found again in a source into which something was put. */
import { expect, test } from "vitest";
import { EditedSources } from "../../scripts/compiler/reads/edited-sources.ts";

const FILE = "/skills/a.ts";

test("what was put in is not quoted, and what became a comment is", () => {
  const edits = new EditedSources();
  const original = "last = list.pop(); x = grid[i][j];";
  const insert = (original: string, ...pieces: readonly (readonly [number, string])[]): string => {
    const insertions = pieces.map(([at, text]) => ({ file: FILE, at, text }));
    edits.insert(FILE, original, insertions);
    return edits.texts.get(FILE) ?? "";
  };
  const once = insert(original, [12, "at(-1)/*"], [17, "*/"], [30, "!"]);
  expect(once).toBe("last = list.at(-1)/*pop()*/; x = grid[i]![j];");
  // Put into what was put there before.
  const twice = insert(once, [17, " + 0"], [44, "!"]);
  expect(twice).toBe("last = list.at(-1 + 0)/*pop()*/; x = grid[i]![j]!;");
  const quoted = (piece: string): string => {
    const from = twice.indexOf(piece);
    return edits.writtenBetween(FILE, from, from + piece.length);
  };
  expect(quoted("list.at(-1 + 0)")).toBe("list.pop()");
  expect(quoted("grid[i]![j]!")).toBe("grid[i][j]");
  expect(quoted("grid")).toBe("grid");
  expect(edits.insertedBetween(FILE, 0, twice.length)).toBe(twice.length - original.length);
});

test("a comment goes on behind one that stands in it, also at its end", () => {
  const edits = new EditedSources();
  const original = "a /* b */ c /* d */e;";
  edits.insert(FILE, original, [
    { file: FILE, at: 0, text: "/*" },
    { file: FILE, at: 19, text: "*/" },
  ]);
  expect(edits.texts.get(FILE)).toBe("/*a /* b *//*  c /* d *//* */e;");
  expect(edits.writtenBetween(FILE, 0, 30)).toBe(original.slice(0, 20));
});
