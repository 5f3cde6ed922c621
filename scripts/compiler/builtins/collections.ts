/** Methods of `Map` and `Set`. */
import ts from "typescript";
import { isLogical } from "../analysis/choices.ts";
import type { Collection } from "../analysis/collections.ts";
import { hasPlainKeys, isListing } from "../analysis/collections.ts";
import { isOnlyBody } from "../analysis/handing-calls.ts";
import { isCallOf, TESTING } from "../analysis/method-calls.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { textKeys } from "../diagnostics/advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { checkMutation } from "../transform/mutation.ts";
import { addOnce, mapKey, putEntry } from "../transform/collections.ts";
import { argumentsOf } from "./arguments.ts";

const LOOPS =
  "Go over it with `for (const [key, value] of map)`, or make a list of it: `[...map.values()]`. ";

/** `map.get(key)`, `set.add(value)`. */
export function callCollectionMethod(
  target: Expression,
  kind: Collection,
  node: ts.CallExpression,
  name: string,
  context: FunctionContext,
): Expression {
  const owner = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node;
  if (!hasPlainKeys(owner, context.checker)) {
    return context.refuse(owner, "classes", kind, textKeys);
  }
  const [first = nsl.none, value = nsl.none] = argumentsOf(node, context);
  const key = kind === "Map" && node.arguments.length > 0 ? mapKey(first, owner, node, context) : first;
  switch (name) {
    case "get":
      return nsl.method(target, "get", key);
    case "has":
      return nsl.binary("in", key, target);
    case "set":
    case "add":
    case "delete":
      return name === "delete" || isUnused(node) || isAsked(node)
        ? change(target, kind, name, key, value, node, context)
        : context.refuse(node, "assignmentExpression", `\`${name}\``, "Make it a statement of its own.");
    default:
      return context.refuse(node, "unknownMethod", name, kind === "Map" ? "a map" : "a set", LOOPS);
  }
}

/** Is the value wanted by nobody: of a statement of its own, or of all that a callback does? */
function isUnused(node: ts.CallExpression): boolean {
  return ts.isExpressionStatement(node.parent) || isOnlyBody(node);
}

/** Is the map or the set, which is what a change of it gives, only asked something more, or whether it is there? */
function isAsked({ parent }: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) {
    return isAsked(parent);
  }
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isBinaryExpression(parent) && isLogicalTest(parent))
  );
}

/** Is it asked for nothing but whether it holds: all of a condition, or all that a callback gives? */
function isLogicalTest(node: ts.BinaryExpression): boolean {
  const { parent } = node;
  if (!isLogical(node)) {
    return false;
  }
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isArrowFunction(parent) && isCallOf(parent.parent, TESTING)) ||
    (ts.isParenthesizedExpression(parent) && isAsked(parent)) ||
    (ts.isBinaryExpression(parent) && isLogicalTest(parent))
  );
}

function change(
  target: Expression,
  kind: Collection,
  name: string,
  key: Expression,
  value: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  if (isListing(node, context.checker)) {
    return context.refuse(node, "iteratedMutation", node.expression.getText().replace(/\.\w+$/u, ""));
  }
  if (ts.isPropertyAccessExpression(node.expression) && !checkMutation(node.expression.expression, context)) {
    return nsl.refused;
  }
  const entry = context.unhinted(() => context.stable(key, "key"));
  const isDeleted = name === "delete" && !isUnused(node);
  const had = isDeleted
    ? context.unhinted(() => context.spill(nsl.binary("in", entry, target), "had"))
    : nsl.binary("in", entry, target);
  if (name === "add") {
    context.emit({ ...addOnce(target, entry), origin: node });
  } else if (name === "set") {
    context.emit({ ...putEntry(target, entry, value), origin: node });
  } else {
    const removed =
      kind === "Map"
        ? nsl.method(target, "pop", entry, nsl.none)
        : nsl.method(target, "pop", nsl.method(target, "index", entry));
    context.emit({ ...nsl.when(had, [nsl.effect(removed)]), origin: node });
  }
  return isUnused(node) ? nsl.none : isDeleted ? had : target;
}
