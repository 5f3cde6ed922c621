/** The scenarios on the canvas of an account, and what an update has made of them. */
import { diffLines } from "diff";
import { canvasAttribute, canvasShape } from "../../sdk/contract.ts";
import type { Sandbox } from "../platform/index.ts";
import type { UpdateReport } from "./protocol.ts";

/** A scenario, intent or procedure on the canvas. */
interface CanvasItem {
  /** For people. */
  readonly title: string;
  readonly text: string;
}

/** By idn, which stays where a version changes the title; in the order of the canvas. */
export type Scenarios = ReadonlyMap<string, CanvasItem>;

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
  return new Map(
    items.map((item) => [
      keyOf(item),
      { title: plainTitle(item.title ?? "") || keyOf(item), text: item.body ?? "" },
    ]),
  );
}

/** The canvas with another text for one of them. */
export function canvasWith(sandbox: Sandbox, key: string, text: string): string {
  const canvas = canvasOf(sandbox);
  for (const { items = [] } of canvas.types ?? []) {
    for (const item of items) {
      if (keyOf(item) === key) {
        item.body = text;
      }
    }
  }
  return JSON.stringify(canvas);
}

/** What an update has done to them. @param edited idns of those that a person had changed */
export function reportUpdate(
  versions: { readonly from: string; readonly to: string },
  before: Scenarios,
  after: Scenarios,
  edited: ReadonlySet<string>,
): UpdateReport {
  const textIn = (scenarios: Scenarios, idn: string): string => {
    const item = scenarios.get(idn);
    return item === undefined ? "" : `${item.title}\n${item.text}`;
  };
  const titleOf = (idn: string): string => (after.get(idn) ?? before.get(idn))?.title ?? idn;
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (idn) => textIn(before, idn) !== textIn(after, idn),
  );
  const stayed = [...edited].filter((idn) => before.get(idn)?.text === after.get(idn)?.text);
  return {
    ...versions,
    kept: [
      ...stayed.map((idn) => `Your edit of "${titleOf(idn)}" was kept.`),
      ...[...edited]
        .filter((idn) => !stayed.includes(idn))
        .map((idn) => `"${titleOf(idn)}", which you had edited, has changed.`),
      changed.length === 0
        ? "No other scenario has changed."
        : `${String(changed.length)} of ${String(after.size)} scenarios have changed.`,
    ],
    changed: changed.map((idn) => ({
      name: titleOf(idn),
      lines: diffLines(textIn(before, idn), textIn(after, idn)).flatMap(({ value, added, removed }) =>
        value
          .replace(/\n$/u, "")
          .split("\n")
          .map((line) => `${added ? "+" : removed ? "-" : " "} ${line}`),
      ),
    })),
  };
}

/** The idn, where an item has one. */
function keyOf({ idn = "", title = "" }: Item): string {
  return idn === "" ? plainTitle(title) : idn;
}

/** Without the marks of a heading. */
function plainTitle(title: string): string {
  return title.replace(/[#*"]/gu, "").replace(/\s+/gu, " ").trim();
}
