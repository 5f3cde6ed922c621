/** Variables: declarations and the patterns that take a value apart. */
import ts from "typescript";
import { type Expression, filter, item, method, none, number, text } from "../../nsl/ast.ts";
import type { FunctionContext } from "../function-context.ts";
import { isInherited } from "../expressions/access.ts";
import { isPlainName } from "../expressions/literals.ts";
import { isList, isTextLike, mayBeUndefined } from "../types.ts";

/** Binds a value to a name, or takes it apart into the names of a pattern. */
export function bindPattern(pattern: ts.BindingName, value: Expression, context: FunctionContext): void {
  if (ts.isIdentifier(pattern)) {
    bindName(pattern, value, context);
    return;
  }
  if (ts.isArrayBindingPattern(pattern) && value.kind === "list" && isWhole(pattern, value.items.length)) {
    value.items.forEach((part, index) => {
      const element = pattern.elements[index];
      if (element !== undefined && ts.isBindingElement(element)) {
        bindCopy(element.name, part, context);
      }
    });
    return;
  }
  const source = context.stable(value, "parts");
  if (ts.isArrayBindingPattern(pattern)) {
    pattern.elements.forEach((element, index) => {
      if (ts.isOmittedExpression(element)) {
        return;
      }
      if (isSimple(element)) {
        bindPattern(element.name, filter(item(source, number(index)), "default", none), context);
      } else {
        refuseElement(element, context);
      }
    });
    return;
  }
  for (const element of pattern.elements) {
    const key = element.propertyName ?? element.name;
    if (
      !isSimple(element) ||
      ts.isArrayBindingPattern(key) ||
      ts.isObjectBindingPattern(key) ||
      !isPlainName(key) ||
      isInherited(context.checker.getTypeAtLocation(pattern), key.text, context.checker) ||
      // The length of a text or a list is no property in NSL.
      (key.text === "length" && !isRecordPattern(pattern, context))
    ) {
      refuseElement(element, context);
      continue;
    }
    const optional = mayBeUndefined(context.checker.getTypeAtLocation(element));
    const part = optional ? method(source, "get", text(key.text)) : item(source, text(key.text));
    bindPattern(element.name, part, context);
  }
}

/** Binds a value that may be another variable, which may change later. */
function bindCopy(pattern: ts.BindingName, value: Expression, context: FunctionContext): void {
  const symbol = ts.isIdentifier(pattern) ? context.checker.getSymbolAtLocation(pattern) : undefined;
  if (symbol === undefined) {
    bindPattern(pattern, value, context);
  } else {
    context.initialise(symbol, value, pattern);
  }
}

/** Does every element of a list written in place get a name? */
function isWhole(pattern: ts.ArrayBindingPattern, count: number): boolean {
  return (
    pattern.elements.length === count &&
    pattern.elements.every((element) => ts.isBindingElement(element) && isSimple(element))
  );
}

/** Refuses a part of a pattern and makes its names known, so that their uses are not reported too. */
function refuseElement(element: ts.BindingElement, context: FunctionContext): void {
  context.refuse(element, "destructuring");
  declareNames(element.name, context);
}

function declareNames(pattern: ts.BindingName, context: FunctionContext): void {
  if (ts.isIdentifier(pattern)) {
    bindName(pattern, none, context);
    return;
  }
  pattern.elements.forEach((element) => {
    if (!ts.isOmittedExpression(element)) {
      declareNames(element.name, context);
    }
  });
}

function isRecordPattern(pattern: ts.ObjectBindingPattern, context: FunctionContext): boolean {
  const { checker } = context;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(pattern.parent));
  return !isTextLike(checker, type) && !isList(checker, type);
}

function isSimple(element: ts.BindingElement): boolean {
  return element.dotDotDotToken === undefined && element.initializer === undefined;
}

function bindName(pattern: ts.Identifier, value: Expression, context: FunctionContext): void {
  const symbol = context.checker.getSymbolAtLocation(pattern);
  if (symbol === undefined) {
    return;
  }
  if (value.kind === "name" && !context.isBoxed(symbol)) {
    context.declare(symbol, value.name);
  } else {
    context.initialise(symbol, value, pattern);
  }
}
