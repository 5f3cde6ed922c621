/** Takes back the columns that an earlier release made where a canvas had none: the Builder's page need not show them. */
import { canvasShape, asText, property } from "#sdk";
import type { JsonValue } from "#sdk";
import { readCanvasTypes, readColumn } from "./canvas-columns.ts";
import { joinJson, placeOf, readMember, replaceValue, splitJson } from "./json-text.ts";
import { isOneOf } from "./plan-items.ts";
import type { KnownItem, ScenariosState } from "./scenarios-state.ts";

/**
 * The canvas without them. One is known by its form, by standing at the end, and by holding nothing but items of the
 * module as it wrote them; what the user has touched stays.
 */
export function withoutMadeColumns(stored: string, state: ScenariosState): string {
  const types = state.makesNoColumns || state.items.length === 0 ? null : readCanvasTypes(stored);
  if (types === null) {
    return stored;
  }
  const rootPieces = splitJson(stored);
  const place = placeOf(rootPieces, canvasShape.types);
  const typesText = readMember(rootPieces[place] ?? "").value;
  const pieces = splitJson(typesText);
  const made = pieces.map((piece, index) => isMade(piece, types[index] ?? null, state.items));
  const kept = pieces.filter((_, index) => !made.slice(index).every((one) => one));
  const value = joinJson(typesText, kept);
  return kept.length === pieces.length
    ? stored
    : joinJson(
        stored,
        rootPieces.map((piece, at) => (at === place ? replaceValue(piece, value) : piece)),
      );
}

function isMade(piece: string, type: JsonValue, known: readonly KnownItem[]): boolean {
  const keys = splitJson(piece).map((member) => readMember(member).key);
  const name = `${asText(property(type, "idn"))} ${asText(property(type, "title"))}`;
  const items = readColumn(type);
  return (
    keys.join(" ") === `idn title ${canvasShape.items[0]}` &&
    (name === `${canvasShape.intents[0]} Intent Types` ||
      name === `${canvasShape.scenarios[0]} Scenarios` ||
      name === `${canvasShape.procedures[0]} Procedures`) &&
    items.length > 0 &&
    items.every((item) => isOneOf(item, known))
  );
}
