/** Reads the canvas: the page in the Builder whose columns hold the agent's intents, scenarios and procedures. */
import { canvasShape, asList, asObject, asText, parseJson, property } from "#sdk";
import type { JsonValue } from "#sdk";
import type { CanvasItem } from "./plan-items.ts";
import type { ScenarioItem } from "./scenario-items.ts";

/** The kinds of items, each with a column of its own. */
export const columnKinds = ["intent", "scenario", "procedure"] as const;

/**
 * The columns of a canvas; null when the text is none that is known: it must parse, and have a list `types` of
 * objects with an `idn` each (docs/platform.md, "Form of the canvas").
 */
export function readCanvasTypes(stored: string): readonly JsonValue[] | null {
  const parsed = parseJson(stored);
  const types = property(parsed.value, canvasShape.types);
  if (asObject(parsed.value) === null || !Array.isArray(types)) {
    return null;
  }
  const list = asList(types);
  const strange = list.some((type) => asText(property(type, "idn")) === "" || hasStrangeItems(type));
  return strange ? null : list;
}

/** All items of all columns, because a user may have moved one. */
export function readCanvasItems(types: readonly JsonValue[]): readonly CanvasItem[] {
  return types.flatMap((type) => readColumn(type));
}

/** The items of one column; none where there is no such column. */
export function readColumn(type: JsonValue): readonly CanvasItem[] {
  return itemsOf(type).map((item) => ({
    idn: asText(property(item, "idn")),
    title: asText(property(item, "title")),
    body: asText(property(item, "body")),
  }));
}

/** The position of the column for items of a kind, -1 when there is none. */
export function columnOf(types: readonly JsonValue[], kind: ScenarioItem["kind"]): number {
  const names: readonly string[] =
    kind === "intent"
      ? canvasShape.intents
      : kind === "scenario"
        ? canvasShape.scenarios
        : canvasShape.procedures;
  return types.findIndex((type) => names.includes(asText(property(type, "idn"))));
}

/**
 * The kinds that nothing can be added to: there is no such column, or it has no list and neither has any other, so that
 * nobody knows what a list is called here. What is not there is never made: the page might not show it.
 */
export function missingColumns(types: readonly JsonValue[]): readonly ScenarioItem["kind"][] {
  const hasLists = types.some((type) => itemsKey(type) !== "");
  return columnKinds.filter((kind) => !hasLists || columnOf(types, kind) < 0);
}

/** What a list of items is called in this column, or in the first one that has any; "" when in none. */
export function itemsKeyIn(types: readonly JsonValue[], type: JsonValue): string {
  const own = itemsKey(type);
  return own !== "" ? own : (types.map((other) => itemsKey(other)).find((key) => key !== "") ?? "");
}

/** The items of a column under whichever of the names they stand. */
export function itemsOf(type: JsonValue): readonly JsonValue[] {
  return asList(property(type, itemsKey(type)));
}

function itemsKey(type: JsonValue): string {
  return canvasShape.items.find((name) => Array.isArray(property(type, name))) ?? "";
}

/** Something that is neither a list nor absent where the items should be. */
function hasStrangeItems(type: JsonValue): boolean {
  return canvasShape.items.some(
    (name) => property(type, name) !== null && !Array.isArray(property(type, name)),
  );
}
