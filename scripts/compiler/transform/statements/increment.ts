/** `count++`, `--object.count`. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
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
