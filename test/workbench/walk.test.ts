/** The arrow keys in the calendar. */
import { describe, expect, test } from "vitest";
import { entryAt } from "../../scripts/workbench-page/walk.ts";
import type { EntryShown } from "../../scripts/sandbox/workbench/protocol.ts";

const columns = ["Anna", "Jonas", "Mila"];

function entry(column: string, start: number): EntryShown {
  const line = `${column} ${String(start)}`;
  return { day: "2026-10-20", start, column, line, minutes: 30, title: "Haircut", who: "Nora" };
}

const entries = [
  entry("Anna", 720),
  entry("Anna", 540),
  entry("Mila", 600),
  entry("Mila", 700),
  entry("Anna", 600),
];

function after(key: string, column: string, start: number): string | undefined {
  const from = entries.find((one) => one.column === column && one.start === start) as EntryShown;
  return entryAt(key, from, entries, (one) => columns.indexOf(one.column))?.line;
}

describe("an arrow key", () => {
  test.each([
    ["ArrowDown", "Anna", 540, "Anna 600"],
    ["ArrowUp", "Anna", 720, "Anna 600"],
    ["ArrowUp", "Anna", 540, undefined],
    ["ArrowDown", "Anna", 720, undefined],
    ["ArrowRight", "Anna", 720, "Mila 700"],
    ["ArrowRight", "Anna", 540, "Mila 600"],
    ["ArrowLeft", "Mila", 600, "Anna 600"],
    ["ArrowRight", "Mila", 600, undefined],
    ["ArrowLeft", "Anna", 600, undefined],
    ["Enter", "Anna", 540, undefined],
  ])("%s leads from %s at %i to %s", (key, column, start, line) => {
    expect(after(key, column, start)).toBe(line);
  });
});
