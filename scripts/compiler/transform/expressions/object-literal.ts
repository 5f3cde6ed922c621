/** Objects: `{ a, ...b, c: 1 }`. */
import ts from "typescript";
import { isPlainName, isSpecialName } from "../../analysis/literals.ts";
import { isRecord, mayBeUndefined, membersOf, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { propertyAdvice } from "../../diagnostics/advice.ts";
import { describe } from "../../diagnostics/describe.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { choose } from "../choose.ts";
import { putInOrder } from "../key-order.ts";

function spreadObject(node: ts.Expression, context: FunctionContext): Expression {
  if (ts.isParenthesizedExpression(node)) {
    return spreadObject(node.expression, context);
  }
  const spread = context.held(node) === undefined ? conditionalSpread(node, context) : null;
  if (spread !== null) {
    return spread;
  }
  const type = context.checker.getTypeAtLocation(node);
  return isRecord(context.checker, type)
    ? context.expression(node)
    : context.refuse(node, "spreadType", typeName(context.checker, type));
}

/** `...(test ? { a: 1 } : {})`, `...(test && { a: 1 })`: what is not true spreads into nothing. */
function conditionalSpread(node: ts.Expression, context: FunctionContext): Expression | null {
  if (ts.isConditionalExpression(node)) {
    const test = context.condition(node.condition);
    const then = context.capture(() => spreadObject(node.whenTrue, context));
    const otherwise = context.capture(() => spreadObject(node.whenFalse, context));
    return choose(test, then, otherwise, context, "spread");
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    const test = context.condition(node.left);
    const then = context.capture(() => spreadObject(node.right, context));
    return choose(test, then, { statements: [], result: nsl.dict([]) }, context, "spread");
  }
  return null;
}

/** `{ a, ...b, c: 1 }`: a dict, or a dict filled step by step when there is a spread. */
export function transformObject(node: ts.ObjectLiteralExpression, context: FunctionContext): Expression {
  const entries: (readonly [string | null, ts.Expression])[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      entries.push([null, property.expression]);
    } else if (
      ts.isPropertyAssignment(property) &&
      isPlainName(property.name) &&
      !isSpecialName(property.name.text)
    ) {
      entries.push([property.name.text, property.initializer]);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      entries.push([property.name.text, property.name]);
    } else {
      context.refuse(
        property,
        "unsupportedSyntax",
        `The property ${describe(property)}`,
        propertyAdvice(property),
      );
    }
  }
  const values = context.ordered(
    entries.map(([key, value]) => () => {
      if (key === null) {
        return spreadObject(value, context);
      }
      if (mayBeUndefined(context.checker.getTypeAtLocation(value))) {
        return context.refuse(value, "undefinedProperty");
      }
      return context.expression(value);
    }),
    entries.map(([key]) => (key === null ? "spread" : `${key}_field`)),
  );
  if (!entries.some(([key]) => key === null)) {
    return nsl.dict(entries.map(([key], index) => [key ?? "", values[index] ?? nsl.text("")] as const));
  }
  const result = context.temporaries.result("merged");
  const steps: Expression[] = [];
  let plain: [string, Expression][] = [];
  entries.forEach(([key], index) => {
    const value = values[index] ?? nsl.text("");
    if (key !== null) {
      plain.push([key, value]);
      return;
    }
    steps.push(nsl.dict(plain), value);
    plain = [];
  });
  steps.push(nsl.dict(plain));
  const [first, ...rest] = steps.filter((step) => step.kind !== "dict" || step.entries.length > 0);
  const startsFresh = first?.kind === "dict";
  context.emit({ kind: "set", name: result, value: startsFresh ? first : nsl.dict([]), origin: node });
  for (const step of startsFresh ? rest : [...(first === undefined ? [] : [first]), ...rest]) {
    context.emit({ ...nsl.effect(nsl.method(nsl.name(result), "update", step)), origin: node });
  }
  if (bringsIndexes(node, context)) {
    putInOrder(nsl.name(result), node, context);
  }
  return nsl.name(result);
}

/** Is an object whose names are not all known spread behind something else? Names that are indexes go before it. */
function bringsIndexes(node: ts.ObjectLiteralExpression, context: FunctionContext): boolean {
  return node.properties
    .slice(1)
    .some(
      (property) =>
        ts.isSpreadAssignment(property) &&
        membersOf(context.checker.getTypeAtLocation(property.expression)).some(
          (member) => context.checker.getIndexInfosOfType(member).length > 0,
        ),
    );
}
