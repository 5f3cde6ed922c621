/** Variables: declarations and the patterns that take a value apart. */
import ts from "typescript";
import { type Expression, filter, item, method, none, number, text } from "../../nsl/ast.ts";
import type { FunctionContext } from "../function-context.ts";
import { isPlainName } from "../expressions/literals.ts";
import { mayBeUndefined } from "../types.ts";

/** Binds a value to a name, or takes it apart into the names of a pattern. */
export function bindPattern(pattern: ts.BindingName, value: Expression, context: FunctionContext): void {
  if (ts.isIdentifier(pattern)) {
    bindName(pattern, value, context);
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
        context.refuse(element, "destructuring");
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
      !isPlainName(key)
    ) {
      context.refuse(element, "destructuring");
      continue;
    }
    const optional = mayBeUndefined(context.checker.getTypeAtLocation(element));
    const part = optional ? method(source, "get", text(key.text)) : item(source, text(key.text));
    bindPattern(element.name, part, context);
  }
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
