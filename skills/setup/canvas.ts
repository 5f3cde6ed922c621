/** Changes the canvas: items of the module are added, brought up to date and taken out. */
import { canvasShape, asText, property } from "#sdk";
import type { JsonValue } from "#sdk";
import { columnKinds, columnOf, itemsKeyIn, itemsOf } from "./canvas-columns.ts";
import { joinJson, placeOf, readMember, replaceValue, splitJson } from "./json-text.ts";
import type { ItemPlan } from "./plan-items.ts";

/**
 * The canvas with the plans carried out; everything else keeps every byte. No column is made.
 *
 * @param plans what is added has a column
 */
export function rewriteCanvas(
  stored: string,
  types: readonly JsonValue[],
  plans: readonly ItemPlan[],
): string {
  const rootPieces = splitJson(stored);
  const place = placeOf(rootPieces, canvasShape.types);
  const typesText = readMember(rootPieces[place] ?? "").value;
  const added = plans.filter((plan) => plan.action === "add");
  const changes = plans.filter((plan) => plan.action === "replace" || plan.action === "remove");
  const columns = columnKinds.map((kind) => columnOf(types, kind));
  const written: string[] = [];
  let index = 0;
  for (const piece of splitJson(typesText)) {
    const type = types[index] ?? null;
    const kind = columnKinds[columns.indexOf(index)] ?? "";
    const additions = added.filter((plan) => plan.kind === kind).map((plan) => newItem(plan));
    written.push(rewriteType(piece, type, itemsKeyIn(types, type), changes, additions));
    index += 1;
  }
  const value = joinJson(typesText, written);
  const pieces = rootPieces.map((piece, at) => (at === place ? replaceValue(piece, value) : piece));
  return joinJson(stored, pieces);
}

/** One column with its items taken out, brought up to date and added. */
function rewriteType(
  piece: string,
  type: JsonValue,
  key: string,
  changes: readonly ItemPlan[],
  additions: readonly string[],
): string {
  const items = itemsOf(type);
  const concerned = items.some((item) => changes.some((plan) => plan.idn === asText(property(item, "idn"))));
  if (!concerned && additions.length === 0) {
    return piece;
  }
  const members = splitJson(piece);
  const place = placeOf(members, key);
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
