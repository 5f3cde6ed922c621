/** Callbacks that only read an entry of the element: filters of Jinja2 look at it by its name. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { findsInherited } from "../analysis/inherited.ts";
import { isBare } from "../analysis/keys.ts";
import { isRecord } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { alwaysHas } from "../transform/access-step.ts";

/** A name that the filters take for the name of an entry: no point, no number. */
const NAME = /^[A-Za-z_]\w*$/;

/** The entry that `item.a.b` reads of an element, as `a.b`; null when it reads anything else, or may find nothing. */
export function entryPath(node: ts.Expression, element: ts.Symbol, context: FunctionContext): string | null {
  const names: string[] = [];
  for (let part = node; ; part = part.expression) {
    if (ts.isIdentifier(part)) {
      const isElement = context.checker.getSymbolAtLocation(part) === element;
      return isElement && names.length > 0 ? names.join(".") : null;
    }
    if (
      !ts.isPropertyAccessExpression(part) ||
      part.questionDotToken !== undefined ||
      isBare(part.expression, context) ||
      collectionOf(part.expression, context.checker) !== undefined ||
      !isEntry(context.checker.getTypeAtLocation(part.expression), part.name.text, context)
    ) {
      return null;
    }
    names.unshift(part.name.text);
  }
}

/** The entry that a callback of a method gives, `(item) => item.a` or `({ a }) => a`; null when it does more. */
export function callbackEntry(given: ts.Expression | undefined, context: FunctionContext): string | null {
  if (given === undefined || !ts.isArrowFunction(given) || given.parameters.length !== 1) {
    return null;
  }
  const [parameter] = given.parameters;
  const { body } = given;
  if (parameter?.initializer !== undefined || ts.isBlock(body) || parameter === undefined) {
    return null;
  }
  if (ts.isIdentifier(parameter.name)) {
    const symbol = context.checker.getSymbolAtLocation(parameter.name);
    return symbol === undefined ? null : entryPath(body, symbol, context);
  }
  const [only] = parameter.name.elements;
  if (
    !ts.isObjectBindingPattern(parameter.name) ||
    parameter.name.elements.length !== 1 ||
    only === undefined ||
    !ts.isBindingElement(only) ||
    only.initializer !== undefined ||
    only.dotDotDotToken !== undefined ||
    !ts.isIdentifier(only.name) ||
    !ts.isIdentifier(body) ||
    body.text !== only.name.text
  ) {
    return null;
  }
  const property = only.propertyName ?? only.name;
  const owner = context.checker.getTypeAtLocation(parameter);
  return ts.isIdentifier(property) && isEntry(owner, property.text, context) ? property.text : null;
}

/** Has every value of the type an entry of that name? */
function isEntry(owner: ts.Type, property: string, context: FunctionContext): boolean {
  return (
    NAME.test(property) &&
    isRecord(context.checker, owner) &&
    alwaysHas(owner, property, context) &&
    !findsInherited(owner, property, context.checker)
  );
}
