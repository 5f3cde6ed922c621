/** What the names of a pattern stand for. */
import ts from "typescript";
import { symbolOf } from "../functions.ts";
import type { FunctionObjects } from "./function-objects.ts";
import { ANY, type Sites, union } from "./heap.ts";

/** Gives the names of a pattern their parts of some values. */
export function bindName(
  name: ts.BindingName,
  values: Sites,
  origin: ts.Node,
  objects: FunctionObjects,
): void {
  const { heap, view } = objects;
  if (ts.isIdentifier(name)) {
    const symbol = symbolOf(name, view.checker);
    if (symbol !== undefined) {
      heap.give(symbol, values);
    }
    return;
  }
  const taken = ts.isObjectBindingPattern(name) ? name.elements.map(fieldOf) : [];
  for (const element of name.elements) {
    if (ts.isOmittedExpression(element)) {
      continue;
    }
    const isOfObject = ts.isObjectBindingPattern(name);
    if (element.dotDotDotToken !== undefined) {
      const rest = objects.made(element);
      heap.copyFields(rest, values, element, (field) => !taken.includes(field) || !isOfObject);
      heap.store(new Set([rest]), ANY, values.has(heap.foreign) ? objects.foreign : new Set(), element);
      bindName(element.name, new Set([rest]), element, objects);
      continue;
    }
    const part = heap.load(values, isOfObject ? fieldOf(element) : ANY);
    const instead =
      element.initializer === undefined ? new Set<never>() : objects.sitesOf(element.initializer);
    bindName(element.name, union(part, instead), origin, objects);
  }
}

function fieldOf(element: ts.BindingElement): string {
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : ANY;
}
