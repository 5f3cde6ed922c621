/** The scenarios on the canvas of an account, and what an update has made of them. */
import { diffLines } from "diff";
import { canvasAttribute, canvasShape } from "../../sdk/contract.ts";
import type { Sandbox } from "../platform/index.ts";
import type { UpdateReport } from "./protocol.ts";

/** Title of an item -> its text, in the order of the canvas. */
export type Scenarios = ReadonlyMap<string, string>;

interface Item {
  idn?: string;
  title?: string;
  body?: string;
}

interface Canvas {
  types?: { idn?: string; items?: Item[] }[];
}

/** A canvas as an account has it before anything is installed: its columns, without an item. */
export const emptyCanvas = JSON.stringify({
  [canvasShape.types]: ["introduction", "intent_types", "scenarios", "procedures"].map((idn) => ({
    idn,
    [canvasShape.items[0]]: [],
  })),
});

function canvasOf(sandbox: Sandbox): Canvas {
  try {
    return JSON.parse(sandbox.getAttribute(canvasAttribute)) as Canvas;
  } catch {
    return {};
  }
}

/** Those of an account now; none when it has no canvas. */
export function scenariosOf(sandbox: Sandbox): Scenarios {
  const items = (canvasOf(sandbox).types ?? []).flatMap(({ items: inside = [] }) => inside);
  return new Map(items.map(({ idn = "", title = "", body = "" }) => [plainTitle(title) || idn, body]));
}

/** The canvas with another text for one of them. */
export function canvasWith(sandbox: Sandbox, name: string, text: string): string {
  const canvas = canvasOf(sandbox);
  for (const { items = [] } of canvas.types ?? []) {
    for (const item of items) {
      if ((plainTitle(item.title ?? "") || item.idn) === name) {
        item.body = text;
      }
    }
  }
  return JSON.stringify(canvas);
}

/** What an update has done to them. @param edited names of those that a person had changed */
export function reportUpdate(
  versions: { readonly from: string; readonly to: string },
  before: Scenarios,
  after: Scenarios,
  edited: ReadonlySet<string>,
): UpdateReport {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  const stayed = [...edited].filter((name) => before.get(name) === after.get(name));
  return {
    ...versions,
    kept: [
      ...stayed.map((name) => `Your edit of "${name}" was kept.`),
      ...[...edited]
        .filter((name) => !stayed.includes(name))
        .map((name) => `"${name}", which you had edited, has changed.`),
      changed.length === 0
        ? "No other scenario has changed."
        : `${String(changed.length)} of ${String(after.size)} scenarios have changed.`,
    ],
    changed: changed.map((name) => ({
      name,
      lines: diffLines(before.get(name) ?? "", after.get(name) ?? "").flatMap(({ value, added, removed }) =>
        value
          .replace(/\n$/u, "")
          .split("\n")
          .map((line) => `${added ? "+" : removed ? "-" : " "} ${line}`),
      ),
    })),
  };
}

/** Without the marks of a heading. */
function plainTitle(title: string): string {
  return title.replace(/[#*"]/gu, "").replace(/\s+/gu, " ").trim();
}
