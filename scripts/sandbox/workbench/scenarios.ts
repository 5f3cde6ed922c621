/** The scenarios on the canvas of an account. */
import { canvasAttribute, canvasShape } from "../../sdk/contract.ts";
import type { Sandbox } from "../platform/index.ts";

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

/** The idn, where an item has one. */
function keyOf({ idn = "", title = "" }: Item): string {
  return idn === "" ? plainTitle(title) : idn;
}

/** Without the marks of a heading. */
function plainTitle(title: string): string {
  return title.replace(/[#*"]/gu, "").replace(/\s+/gu, " ").trim();
}
