/** Methods that take entries out of a list that is a part of something, `self.entries.shift()`, or put some at its beginning. */
import ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { checkMutation } from "../transform/mutation.ts";
import { eachItem } from "../transform/ranges.ts";
import { splicedPlaces } from "./spliced.ts";

const NAMES: ReadonlySet<string> = new Set(["pop", "shift", "splice", "unshift"]);

/** Is the list, which such a method changes, a part of something, and does nobody ask for what `unshift` gives? */
export function isShrinking(
  node: ts.CallExpression,
  { expression: list, name }: ts.PropertyAccessExpression,
): boolean {
  return (
    NAMES.has(name.text) &&
    ts.isPropertyAccessExpression(list) &&
    !node.arguments.some(ts.isSpreadElement) &&
    (name.text !== "unshift" || ts.isExpressionStatement(node.parent))
  );
}

/** Changes the list in place, and gives what was taken. */
export function shrink(
  target: Expression,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  if (!checkMutation(callee.expression, context)) {
    return nsl.refused;
  }
  const list = context.unhinted(() => context.stable(target, "list"));
  switch (callee.name.text) {
    case "splice":
      return splice(list, node, context);
    case "unshift":
      return unshift(list, node, context);
    default: {
      const at = callee.name.text === "shift" ? [nsl.number(0)] : [];
      const isAny = nsl.binary(">", nsl.filter(list, "length"), nsl.number(0));
      return context.start(nsl.conditional(isAny, nsl.method(list, "pop", ...at), nsl.none), "taken");
    }
  }
}

function unshift(list: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const values = context.ordered(
    node.arguments.map((argument) => () => context.stable(context.expression(argument), "first")),
    "first",
  );
  values.forEach((value, index) => {
    context.emit({ ...nsl.effect(nsl.method(list, "insert", nsl.number(index), value)), origin: node });
  });
  return nsl.none;
}

function splice(list: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  const { start, end, items } = splicedPlaces(list, node, context);
  const taken = context.start(nsl.slice(list, start, end), "taken");
  eachItem("entry", taken, () => [nsl.effect(nsl.method(list, "pop", start))], node, context);
  items.forEach((item, index) => {
    const at = index === 0 ? start : nsl.binary("+", start, nsl.number(index));
    context.emit({ ...nsl.effect(nsl.method(list, "insert", at, item)), origin: node });
  });
  return taken;
}
