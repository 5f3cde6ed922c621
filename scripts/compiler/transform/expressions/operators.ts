/** Operators. Each is either the same in both languages for the operand types, or refused. */
import ts from "typescript";
import { operatorAdvice, statementAdvice } from "../../diagnostics/advice.ts";
import type { BinaryOperator, Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import type { FunctionContext } from "../function-context.ts";
import {
  fitsPrimitive,
  isNumber,
  isObjectOnly,
  isPrimitive,
  isAbsent,
  isText,
  mayBeNull,
  mayBeUndefined,
  membersOf,
  typeName,
} from "../types.ts";
import { isBare, isInherited } from "../keys.ts";
import { isAssignment } from "../statements/boxing.ts";
import { completedList } from "../statements/members.ts";
import { choose } from "./choose.ts";
import { transformCondition } from "./condition.ts";
import { transformEquality } from "./equality.ts";
import { transformExpression, transformOrdered } from "./index.ts";

const K = ts.SyntaxKind;

const EQUALITY: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsEqualsEqualsToken,
  K.ExclamationEqualsEqualsToken,
  K.EqualsEqualsToken,
  K.ExclamationEqualsToken,
]);

const ORDER = new Map<ts.SyntaxKind, BinaryOperator>([
  [K.LessThanToken, "<"],
  [K.LessThanEqualsToken, "<="],
  [K.GreaterThanToken, ">"],
  [K.GreaterThanEqualsToken, ">="],
]);

/** A binary operator; assignments are statements and refused here. */
export function transformBinary(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operator = node.operatorToken.kind;
  if (EQUALITY.has(operator)) {
    return transformEquality(node, context);
  }
  if (ORDER.has(operator)) {
    return transformOrder(node, context);
  }
  switch (operator) {
    case K.PlusToken:
      return transformOperands(node, context, (left, right) => plus(node, left, right, context));
    case K.MinusToken:
      return transformOperands(node, context, (left, right) => arithmetic(node, "-", left, right, context));
    case K.AsteriskToken:
      return transformOperands(node, context, (left, right) => arithmetic(node, "*", left, right, context));
    case K.PercentToken:
      return remainder(node, context);
    case K.SlashToken:
      return context.refuse(node, "division");
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
      return transformLogical(node, operator === K.AmpersandAmpersandToken, context);
    case K.QuestionQuestionToken:
      return transformCoalesce(node, context);
    case K.InKeyword:
      return hasName(node, context);
    default:
      return isAssignment(operator)
        ? (completedList(node, context) ??
            context.refuse(node, "assignmentExpression", "", statementAdvice(node)))
        : context.refuse(
            node,
            "unsupportedSyntax",
            `\`${node.operatorToken.getText()}\``,
            operatorAdvice(operator),
          );
  }
}

function transformOperands(
  node: ts.BinaryExpression,
  context: FunctionContext,
  combine: (left: Expression, right: Expression) => Expression,
): Expression {
  const [left = nsl.none, right = nsl.none] = transformOrdered(
    [() => transformExpression(node.left, context), () => transformExpression(node.right, context)],
    context,
    "left",
  );
  return combine(left, right);
}

/** `+`: two texts are joined, two numbers added; `node` gives the operand types. */
export function plus(
  node: ts.BinaryExpression,
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const [a, b] = operandTypes(node, context);
  if (strictly(isText, a) && strictly(isText, b)) {
    return nsl.binary("~", left, right);
  }
  if (strictly(isNumber, a) && strictly(isNumber, b)) {
    return nsl.binary("+", left, right);
  }
  return context.refuse(node, "plusTypes", typeName(context.checker, a), typeName(context.checker, b));
}

/** `-` and `*` of two numbers. */
export function arithmetic(
  node: ts.BinaryExpression,
  operator: "-" | "*",
  left: Expression,
  right: Expression,
  context: FunctionContext,
): Expression {
  const [a, b] = operandTypes(node, context);
  if (strictly(isNumber, a) && strictly(isNumber, b)) {
    return nsl.binary(operator, left, right);
  }
  return context.refuse(
    node,
    "arithmeticTypes",
    operator,
    `\`${typeName(context.checker, a)}\` and \`${typeName(context.checker, b)}\``,
  );
}

/** `%` takes the sign of the left side in JavaScript and of the right side in Python. */
function remainder(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const divisor = positiveLiteral(node.right);
  const type = context.checker.getTypeAtLocation(node.left);
  if (divisor === null) {
    return context.refuse(node.right, "remainder");
  }
  if (!strictly(isNumber, type)) {
    return context.refuse(node, "arithmeticTypes", "%", `\`${typeName(context.checker, type)}\``);
  }
  const value = context.unhinted(() => transformExpression(node.left, context));
  const left = context.stable(value, "dividend");
  return nsl.conditional(
    nsl.binary(">=", left, nsl.number(0)),
    nsl.binary("%", left, nsl.number(divisor)),
    nsl.unary("-", nsl.binary("%", nsl.unary("-", left), nsl.number(divisor))),
  );
}

/** The value of a positive integer literal; null for anything else. */
export function positiveLiteral(node: ts.Expression): number | null {
  const value = ts.isNumericLiteral(node) ? Number(node.text) : 0;
  return Number.isInteger(value) && value > 0 ? value : null;
}

function transformOrder(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const operator = ORDER.get(node.operatorToken.kind) ?? "<";
  const [a, b] = operandTypes(node, context);
  const texts = strictly(isText, a) && strictly(isText, b);
  if (!texts && !(strictly(isNumber, a) && strictly(isNumber, b))) {
    return context.refuse(
      node,
      "orderTypes",
      operator,
      typeName(context.checker, a),
      typeName(context.checker, b),
    );
  }
  const emptiness = lengthTest(node, operator, context);
  if (emptiness !== null) {
    return emptiness;
  }
  return transformOperands(node, context, (left, right) =>
    texts ? nsl.binary(operator, codeUnits(left), codeUnits(right)) : nsl.binary(operator, left, right),
  );
}

/** JavaScript orders texts by UTF-16 code units, Python by code points; big-endian bytes order alike. */
export function codeUnits(value: Expression): Expression {
  return nsl.method(value, "encode", nsl.text("utf-16-be"), nsl.text("surrogatepass"));
}

/** `value.length > 0` of a text, the commonest test there is, without counting UTF-16 units. */
function lengthTest(
  node: ts.BinaryExpression,
  operator: BinaryOperator,
  context: FunctionContext,
): Expression | null {
  if (
    operator !== ">" ||
    !ts.isPropertyAccessExpression(node.left) ||
    node.left.name.text !== "length" ||
    node.left.questionDotToken !== undefined ||
    !ts.isNumericLiteral(node.right) ||
    node.right.text !== "0" ||
    !strictly(isText, context.checker.getTypeAtLocation(node.left.expression))
  ) {
    return null;
  }
  return nsl.binary("!=", transformExpression(node.left.expression, context), nsl.text(""));
}

function operandTypes(node: ts.BinaryExpression, context: FunctionContext): [ts.Type, ts.Type] {
  return [context.checker.getTypeAtLocation(node.left), context.checker.getTypeAtLocation(node.right)];
}

/** The predicate holds and the value cannot be absent. */
export function strictly(predicate: (type: ts.Type) => boolean, type: ts.Type): boolean {
  return predicate(type) && !mayBeNull(type) && !mayBeUndefined(type);
}

/** `a && b`, `a || b` as values. */
function transformLogical(node: ts.BinaryExpression, isAnd: boolean, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node.left);
  const wish = isAnd ? "both" : "either";
  const judgedAlike = isPrimitive(type) || isAbsent(type);
  if (!judgedAlike && (!isObjectOnly(type) || fitsPrimitive(context.checker, type))) {
    return context.refuse(node, "logicalType", node.operatorToken.getText(), typeName(context.checker, type));
  }
  const left = context.unhinted(() => transformExpression(node.left, context));
  const right = context.unhinted(() => context.capture(() => transformExpression(node.right, context)));
  if (judgedAlike && right.statements.length === 0) {
    return isAnd ? nsl.and(left, right.result) : nsl.or(left, right.result);
  }
  const stable = context.stable(left, wish);
  const kept = { statements: [], result: stable };
  const test = judgedAlike ? stable : nsl.isNotNone(stable);
  return isAnd ? choose(test, right, kept, context, wish) : choose(test, kept, right, context, wish);
}

/** `a ?? b`. */
function transformCoalesce(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const value = context.unhinted(() => transformExpression(node.left, context));
  const left = context.stable(value, "known");
  const right = context.unhinted(() => context.capture(() => transformExpression(node.right, context)));
  return choose(nsl.isNotNone(left), { statements: [], result: left }, right, context, "known");
}

/** `"name" in record`: also what is inherited is found, so the name must be none of those. */
function hasName(node: ts.BinaryExpression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node.right);
  const isRecord =
    strictly(isObjectOnly, type) &&
    !membersOf(type).some((member) => context.checker.isArrayLikeType(member));
  if (isBare(node.right, context) && strictly(isText, context.checker.getTypeAtLocation(node.left))) {
    return nsl.binary(
      "in",
      transformExpression(node.left, context),
      transformExpression(node.right, context),
    );
  }
  return isRecord && ts.isStringLiteral(node.left) && !isInherited(node.left.text)
    ? nsl.binary("in", nsl.text(node.left.text), transformExpression(node.right, context))
    : context.refuse(node, "unsupportedSyntax", "`in` with anything but a literal name and an object");
}

/** `!x`, `-x`; `++` and `--` are statements. */
export function transformPrefix(node: ts.PrefixUnaryExpression, context: FunctionContext): Expression {
  switch (node.operator) {
    case K.ExclamationToken: {
      const test = transformCondition(node.operand, context);
      // `!!text` is a boolean; taking both away would leave the text.
      return test.kind === "unary" && test.operator === "not" ? nsl.unary("not", test) : nsl.not(test);
    }
    case K.MinusToken: {
      const type = context.checker.getTypeAtLocation(node.operand);
      if (!strictly(isNumber, type)) {
        return context.refuse(node, "arithmeticTypes", "-", `\`${typeName(context.checker, type)}\``);
      }
      const operand = transformExpression(node.operand, context);
      return operand.kind === "number" ? nsl.number(-operand.value) : nsl.unary("-", operand);
    }
    case K.PlusPlusToken:
    case K.MinusMinusToken:
      return context.refuse(node, "assignmentExpression", "", statementAdvice(node));
    case K.PlusToken: {
      const isRead = isText(context.checker.getTypeAtLocation(node.operand));
      const advice = isRead ? "Read the number with `toInteger(text)` of the SDK." : "Leave the `+` out.";
      return context.refuse(node, "unsupportedSyntax", "A `+` in front of a value", advice);
    }
    default:
      return context.refuse(
        node,
        "unsupportedSyntax",
        `\`${ts.tokenToString(node.operator) ?? ""}\``,
        operatorAdvice(node.operator),
      );
  }
}

/** `test ? a : b`. */
export function transformConditional(node: ts.ConditionalExpression, context: FunctionContext): Expression {
  const hint = context.hint;
  context.hint = null;
  const test = transformCondition(node.condition, context);
  const then = context.capture(() => transformExpression(node.whenTrue, context));
  const otherwise = context.capture(() => transformExpression(node.whenFalse, context));
  context.hint = hint;
  return choose(test, then, otherwise, context, "chosen");
}
