/** `===`: the same question in both languages, or refused. */
import ts from "typescript";
import { isAbsentLiteral } from "../../analysis/literals.ts";
import { mayBeAbsence } from "../../analysis/open-values.ts";
import { isOpenKind, membersGiven } from "../../analysis/type-arguments.ts";
import { isToldFromNull, isToldFromOther } from "../../analysis/told-from-null.ts";
import {
  isAbsent,
  isAny,
  isText,
  mayBeBoolean,
  mayBeNull,
  mayBeNumber,
  mayBeObject,
  mayBeUndefined,
  membersOf,
  typeName,
} from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { absenceAdvice } from "../absence-advice.ts";
import { authorsText } from "../../diagnostics/authors-text.ts";
import { comparedAdvice } from "../../diagnostics/own-words.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { numberTest } from "../decimals.ts";
import { presenceInMap } from "../map-presence.ts";
import { isBooleanValue } from "../value-tests.ts";

/** `===`, `!==`, and `== null`. */
export function transformEquality(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operator = node.operatorToken.getText();
  const negated = operator.startsWith("!");
  const apply = (equal: Expression): Expression => (negated ? nsl.not(equal) : equal);
  const absence = [node.left, node.right].findIndex(isAbsentLiteral);
  if (absence >= 0) {
    return apply(absent(node, absence === 0 ? node.right : node.left, context));
  }
  if (operator.length === 2) {
    return context.refuse(node, "looseEquality", operator, comparedAdvice(node, `${operator}=`));
  }
  const [asked, named] = ts.isTypeOfExpression(node.left) ? [node.left, node.right] : [node.right, node.left];
  if (ts.isTypeOfExpression(asked) && ts.isStringLiteral(named)) {
    return apply(typeTest(node, asked.expression, named, context));
  }
  return apply(comparison(node, context));
}

function absent(node: ts.BinaryExpression, operand: ts.Expression, context: FunctionContext): Expression {
  const strict = node.operatorToken.getText().length === 3;
  const asked = [node.left, node.right].some((side) => side.kind === ts.SyntaxKind.NullKeyword)
    ? "null"
    : "undefined";
  const isOther = strict && !mayBeAbsence(operand, asked, context);
  if (isOther && context.handed(operand) === null) {
    // It was given the other one.
    return nsl.boolean(false);
  }
  const isOtherOfCallers =
    isOther &&
    mayBeAbsence(operand, asked === "null" ? "undefined" : "null", context) &&
    isOpenValue(operand, context);
  if (isOtherOfCallers || (strict && mayBeBothAbsent(operand, context) && !isToldFromOther(node, operand))) {
    const isThere = presenceInMap(operand, context);
    if (isThere !== undefined) {
      return asked === "null" ? nsl.and(isThere, nsl.isNone(context.expression(operand))) : nsl.not(isThere);
    }
    const loose = comparedAdvice(node, node.operatorToken.getText().slice(0, 2));
    const advice = absenceAdvice(operand, context.checker) || (loose && `${loose}.`);
    context.refuse(node, "bothAbsent", authorsText(operand), advice);
  }
  return nsl.isNone(context.expression(operand));
}

/** Is it of a type that only callers tell? */
function isOpenValue(node: ts.Expression, { checker }: FunctionContext): boolean {
  return membersOf(checker.getTypeAtLocation(node)).some((member) => isOpenKind(member, checker));
}

/** May the value be null as well as undefined? Of an `unknown` one what is given to it is asked. */
function mayBeBothAbsent(node: ts.Expression, context: FunctionContext): boolean {
  return (
    !isAny(context.checker.getTypeAtLocation(node)) &&
    mayBeAbsence(node, "null", context) &&
    mayBeAbsence(node, "undefined", context)
  );
}

/** `typeof x === "string"`, in the tests the platform is known to have. */
function typeTest(
  node: ts.BinaryExpression,
  operand: ts.Expression,
  { text: kind }: ts.StringLiteral,
  context: FunctionContext,
): Expression {
  const type = context.checker.getTypeAtLocation(operand);
  const both = mayBeBothAbsent(operand, context);
  // JavaScript calls null an object, and undefined not.
  if (
    (kind === "undefined" && (mayBeNull(type) || both)) ||
    (kind === "object" && both && !isToldFromNull(node, operand))
  ) {
    return context.refuse(node, "bothAbsent", authorsText(operand), absenceAdvice(operand, context.checker));
  }
  const value = context.stable(context.expression(operand), "value");
  switch (kind) {
    case "string":
      return nsl.test(value, "string");
    case "number":
      return numberTest(value, node, context);
    case "boolean":
      return isBooleanValue(value);
    case "undefined":
      return nsl.isNone(value);
    case "object": {
      // In JavaScript null and lists are objects too; null is only there when the type says so.
      const container = nsl.test(value, "iterable");
      const object = nsl.and(container, nsl.test(value, "string", true));
      return mayBeNull(type) ? nsl.or(nsl.isNone(value), object) : object;
    }
    default:
      return context.refuse(
        node,
        "unsupportedSyntax",
        `\`typeof\` with "${kind}"`,
        'Compare with "string", "number", "boolean", "object" or "undefined", in place.',
      );
  }
}

function comparison(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const emptiness = emptyText(node, context);
  if (emptiness !== null) {
    return emptiness;
  }
  const { checker } = context;
  const types = [checker.getTypeAtLocation(node.left), checker.getTypeAtLocation(node.right)] as const;
  const [left = nsl.none, right = nsl.none] = context.ordered(
    [() => context.expression(node.left), () => context.expression(node.right)],
    "left",
  );
  if (left.refused === true || right.refused === true) {
    return nsl.refused;
  }
  const literal = [left, right].find((side) => side.kind === "boolean");
  if (literal !== undefined) {
    return nsl.test(literal === left ? right : left, "sameas", false, literal);
  }
  const [a, b] = [membersGiven(types[0], checker), membersGiven(types[1], checker)];
  const isOfTexts = (side: readonly ts.Type[]): boolean =>
    !side.every(isAbsent) && side.every((member) => isAbsent(member) || isText(member));
  const objectAgainstOther = [a, b].some((side) => side.some(mayBeObject)) && ![a, b].some(isOfTexts);
  const numberAgainstBoolean =
    (a.some(mayBeBoolean) && b.some(mayBeNumber)) || (a.some(mayBeNumber) && b.some(mayBeBoolean));
  const differentAbsence =
    (a.some(mayBeNull) || a.some(mayBeUndefined)) &&
    (b.some(mayBeNull) || b.some(mayBeUndefined)) &&
    (a.some(mayBeNull) !== b.some(mayBeNull) || a.some(mayBeUndefined) !== b.some(mayBeUndefined));
  if (objectAgainstOther || numberAgainstBoolean || differentAbsence) {
    return context.refuse(
      node,
      "equalityTypes",
      node.operatorToken.getText(),
      typeName(checker, types[0]),
      typeName(checker, types[1]),
    );
  }
  return nsl.binary("==", left, right);
}

/** `value.length === 0` of a text. */
function emptyText(node: ts.BinaryExpression, context: FunctionContext): Expression | null {
  const { left, right } = node;
  // No other number is a property of a text. Of an absent one, both languages say that it is not empty.
  return ts.isPropertyAccessExpression(left) &&
    ts.isNumericLiteral(right) &&
    right.text === "0" &&
    isText(context.checker.getTypeAtLocation(left.expression))
    ? nsl.binary("==", context.expression(left.expression), nsl.text(""))
    : null;
}
