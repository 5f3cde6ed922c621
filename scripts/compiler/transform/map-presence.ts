/** Whether a map has what it was asked for: it tells undefined from null, which are one value in NSL. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import { constantOf, isSteady } from "../analysis/steady.ts";
import { isAsync, symbolOf } from "../analysis/functions.ts";
import { mayBeUndefined } from "../analysis/types.ts";
import { functionAround, walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { mapKey } from "./collections.ts";

/** Does the map have the key whose value an expression is? undefined where that cannot be asked any more. */
export function presenceInMap(value: ts.Expression, context: FunctionContext): Expression | undefined {
  const got = ts.isIdentifier(value) ? constantOf(value, context) : value;
  const [key] = got !== undefined && isCallOf(got, ["get"]) ? got.arguments : [];
  if (got === undefined || key === undefined || !isCallOf(got, ["get"])) {
    return undefined;
  }
  const map = got.expression.expression;
  const owner = functionAround(value);
  if (
    owner === undefined ||
    isAsync(owner) ||
    collectionOf(map, context.checker) !== "Map" ||
    mayHoldUndefined(map, context) ||
    !ts.isIdentifier(map) ||
    !isSteadyKey(key, context) ||
    (got !== value && isTouched(map, owner, context))
  ) {
    return undefined;
  }
  const [name = nsl.none, record = nsl.none] = context.ordered([
    () => mapKey(context.expression(key), map, got, context),
    () => context.expression(map),
  ]);
  return nsl.binary("in", name, record);
}

function mayHoldUndefined(map: ts.Expression, { checker }: FunctionContext): boolean {
  const [, held] = checker.getTypeArguments(checker.getTypeAtLocation(map) as ts.TypeReference);
  return held === undefined || mayBeUndefined(held);
}

function isSteadyKey(key: ts.Expression, context: FunctionContext): boolean {
  return ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) || isSteady(key, context);
}

/** May the map have changed since: is it more than read in the function? */
function isTouched(map: ts.Identifier, owner: ts.Node, { checker }: FunctionContext): boolean {
  const symbol = checker.getSymbolAtLocation(map);
  let touched = false;
  walk(owner, (node) => {
    if (ts.isIdentifier(node) && symbolOf(node, checker) === symbol) {
      const { parent } = node;
      const isMade = ts.isVariableDeclaration(parent) && parent.name === node;
      const isRead =
        ts.isPropertyAccessExpression(parent) && ["get", "has", "size"].includes(parent.name.text);
      touched ||= !isMade && !isRead && !ts.isParameter(parent);
    }
  });
  return touched;
}
