/** Reads and changes the canvas: the page in the Builder that holds the agent's scenarios. */
import { canvasShape, asList, asObject, asText, parseJson, property } from "#sdk";
import type { JsonValue } from "#sdk";
import { joinJson, readMember, replaceValue, splitJson } from "./json-text.ts";
import type { CanvasItem, ItemPlan } from "./plan-items.ts";

/**
 * The types of a canvas; null when the text is none that is known: it must parse, and have a list `types` of
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
  // A key that is written with escapes could not be found again in the text.
  const place = splitJson(stored).some((piece) => readMember(piece).key === canvasShape.types);
  return strange || !place ? null : list;
}

/** All items of all types, because a user may have moved one. */
export function readCanvasItems(types: readonly JsonValue[]): readonly CanvasItem[] {
  return types
    .flatMap((type) => itemsOf(type))
    .map((item) => ({
      idn: asText(property(item, "idn")),
      title: asText(property(item, "title")),
      body: asText(property(item, "body")),
    }));
}

/** The canvas with the plans carried out; everything else keeps every byte. */
export function rewriteCanvas(
  stored: string,
  types: readonly JsonValue[],
  plans: readonly ItemPlan[],
): string {
  const rootPieces = splitJson(stored);
  const place = rootPieces.findIndex((piece) => readMember(piece).key === canvasShape.types);
  const typesText = readMember(rootPieces[place] ?? "").value;
  const idns = types.map((type) => asText(property(type, "idn")));
  const intents = idns.findIndex((idn) => canvasShape.intents.some((name) => name === idn));
  const procedures = idns.findIndex((idn) => canvasShape.procedures.some((name) => name === idn));
  const scenarios = idns.findIndex((idn) => canvasShape.scenarios.some((name) => name === idn));
  const added = plans.filter((plan) => plan.action === "add");
  const newIntents = added.filter((plan) => plan.kind === "intent").map((plan) => newItem(plan));
  const newProcedures = added.filter((plan) => plan.kind === "procedure").map((plan) => newItem(plan));
  const newScenarios = added.filter((plan) => plan.kind === "scenario").map((plan) => newItem(plan));
  const written: string[] = [];
  let index = 0;
  for (const piece of splitJson(typesText)) {
    const additions =
      index === intents
        ? newIntents
        : index === procedures
          ? newProcedures
          : index === scenarios
            ? newScenarios
            : [];
    written.push(rewriteType(piece, types[index] ?? null, plans, additions));
    index += 1;
  }
  if (intents < 0 && newIntents.length > 0) {
    written.push(newType(canvasShape.intents[0], "Intent Types", newIntents));
  }
  if (scenarios < 0 && newScenarios.length > 0) {
    written.push(newType(canvasShape.scenarios[0], "Scenarios", newScenarios));
  }
  if (procedures < 0 && newProcedures.length > 0) {
    written.push(newType(canvasShape.procedures[0], "Procedures", newProcedures));
  }
  const value = joinJson(typesText, written);
  const pieces = rootPieces.map((piece, at) => (at === place ? replaceValue(piece, value) : piece));
  return joinJson(stored, pieces);
}

/** One type with its items taken out, brought up to date and added. */
function rewriteType(
  piece: string,
  type: JsonValue,
  plans: readonly ItemPlan[],
  additions: readonly string[],
): string {
  const changes = plans.filter((plan) => plan.action === "replace" || plan.action === "remove");
  const items = itemsOf(type);
  const concerned = items.some((item) => changes.some((plan) => plan.idn === asText(property(item, "idn"))));
  if (!concerned && additions.length === 0) {
    return piece;
  }
  const members = splitJson(piece);
  const key = canvasShape.items.find((name) => Array.isArray(property(type, name))) ?? canvasShape.items[0];
  const place = members.findIndex((member) => readMember(member).key === key);
  const isList = Array.isArray(property(type, key));
  const itemsText = isList ? readMember(members[place] ?? "").value : "[]";
  const written: string[] = [];
  let index = 0;
  for (const itemPiece of splitJson(itemsText)) {
    const idn = asText(property(items[index] ?? null, "idn"));
    const plan = changes.find((entry) => entry.idn === idn);
    if (plan === undefined) {
      written.push(itemPiece);
    } else if (plan.action === "replace") {
      written.push(replaceItem(itemPiece, plan));
    }
    index += 1;
  }
  const value = joinJson(itemsText, [...written, ...additions]);
  const rest = members.map((member, at) => (at === place ? replaceValue(member, value) : member));
  return joinJson(piece, place < 0 ? [...rest, `${JSON.stringify(key)}:${value}`] : rest);
}

/** New title, body and description; what the platform has added to the item stays. */
function replaceItem(piece: string, plan: ItemPlan): string {
  const written: string[] = [];
  for (const member of splitJson(piece)) {
    const key = readMember(member).key;
    const value =
      key === "title"
        ? plan.title
        : key === "body"
          ? plan.body
          : key === "description"
            ? plan.description
            : "";
    written.push(value === "" ? member : replaceValue(member, JSON.stringify(value)));
  }
  return joinJson(piece, written);
}

function newItem(plan: ItemPlan): string {
  return JSON.stringify({
    idn: plan.idn,
    title: plan.title,
    body: plan.body,
    description: plan.description,
  });
}

function newType(idn: string, title: string, items: readonly string[]): string {
  return `{"idn":${JSON.stringify(idn)},"title":${JSON.stringify(title)},${JSON.stringify(canvasShape.items[0])}:[${items.join(",")}]}`;
}

/** The items of a type under whichever of the names they stand. */
function itemsOf(type: JsonValue): readonly JsonValue[] {
  const key = canvasShape.items.find((name) => Array.isArray(property(type, name))) ?? "";
  return asList(property(type, key));
}

/** Something that is neither a list nor absent where the items should be. */
function hasStrangeItems(type: JsonValue): boolean {
  return canvasShape.items.some(
    (name) => property(type, name) !== null && !Array.isArray(property(type, name)),
  );
}
