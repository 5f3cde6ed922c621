/** Decimals that are given to methods as positions and counts. */
import ts from "typescript";
import { mayBeDecimal } from "../analysis/decimals.ts";
import { isList, isNumber, isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { asPlace, finite } from "./infinity.ts";

/** Methods of texts and lists whose numbers are positions or counts, of which JavaScript takes the whole part. */
const BY_POSITION: ReadonlySet<string> = new Set(
  `at charAt charCodeAt codePointAt endsWith includes indexOf lastIndexOf padEnd padStart repeat slice splice split
   startsWith substring toSpliced`.split(/\s+/u),
);

/** An argument as the method takes it that it is given to. */
export function asPosition(value: Expression, node: ts.Expression, context: FunctionContext): Expression {
  const call = node.parent;
  if (
    !ts.isCallExpression(call) ||
    !call.arguments.includes(node) ||
    !ts.isPropertyAccessExpression(call.expression) ||
    !BY_POSITION.has(call.expression.name.text) ||
    !mayBeDecimal(node, context)
  ) {
    return value;
  }
  const { checker } = context;
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(call.expression.expression));
  const isSought = SEARCHES.has(call.expression.name.text) && call.arguments[0] === node;
  const isPutIn = SPLICES.has(call.expression.name.text) && call.arguments.indexOf(node) > 1;
  const isTaken =
    (isText(owner) || isList(checker, owner)) &&
    !isSought &&
    !isPutIn &&
    strictly(isNumber, checker.getTypeAtLocation(node));
  if (!isTaken) {
    return value;
  }
  const isPlace = CUTS.has(call.expression.name.text);
  return isPlace ? asPlace(value, node, context) : nsl.filter(finite(value, node, context), "int");
}

/** Those of them that take a place behind the end for the end. */
const CUTS: ReadonlySet<string> = new Set(["at", "charAt", "slice", "splice", "substring", "toSpliced"]);

/** Those of them that seek what they are given first. */
const SEARCHES: ReadonlySet<string> = new Set(["includes", "indexOf", "lastIndexOf"]);

/** Those that put in what they are given from the third on. */
const SPLICES: ReadonlySet<string> = new Set(["splice", "toSpliced"]);
