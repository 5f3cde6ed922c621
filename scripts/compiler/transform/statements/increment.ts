/** `count++`, `--object.count`. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import { walk } from "../../analysis/walk.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { isMember } from "../changeable.ts";
import { whole } from "../decimals.ts";
import { refuseOuter } from "./assignment.ts";
import { countMember } from "./member-assignment.ts";

const K = ts.SyntaxKind;

/** Counts a variable or a property up or down. */
export function count(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  context: FunctionContext,
): void {
  if (isMember(node.operand)) {
    countMember(node.operand, node, context);
    return;
  }
  const symbol = ts.isIdentifier(node.operand)
    ? context.checker.getSymbolAtLocation(node.operand)
    : undefined;
  if (
    ts.isIdentifier(node.operand) &&
    (symbol === undefined || context.variables.nameOf(symbol) === undefined)
  ) {
    refuseOuter(node.operand, symbol, context);
    return;
  }
  if (symbol === undefined) {
    context.refuse(node, "unsupportedSyntax", `\`${node.getText()}\``);
    return;
  }
  const sign = node.operator === K.PlusPlusToken ? "+" : "-";
  const current = context.variables.read(symbol) ?? nsl.name("none");
  const next = whole(nsl.binary(sign, current, nsl.number(1)), node.operand, context);
  context.variables.assign(symbol, next, node);
}

/** `object.count++` where its value is wanted: it is counted before the statement goes on; null where that is not its order. */
export function countedValue(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  context: FunctionContext,
): Expression | null {
  const { operand } = node;
  if (!isCountedInPlace(node) || !ts.isPropertyAccessExpression(operand)) {
    return null;
  }
  const isPostfix = ts.isPostfixUnaryExpression(node);
  const before = isPostfix ? context.spill(context.expression(operand), "counted") : null;
  count(node, context);
  return before ?? context.spill(context.expression(operand), "counted");
}

/** Does it stand in a statement that is gone through once, from its beginning to its end, and does not wait? */
function isCountedInPlace(node: ts.Node): boolean {
  const around = ts.findAncestor(node, (part) => ts.isStatement(part) || ts.isFunctionLike(part));
  if (
    around === undefined ||
    !(
      ts.isExpressionStatement(around) ||
      ts.isVariableStatement(around) ||
      ts.isReturnStatement(around) ||
      ts.isIfStatement(around)
    )
  ) {
    return false;
  }
  let waits = false;
  walk(ts.isIfStatement(around) ? around.expression : around, (part) => {
    waits ||= ts.isAwaitExpression(part);
  });
  return !waits;
}
