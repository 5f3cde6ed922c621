/** Pass `known-values`: what is known from the text alone is not computed when the skill runs. */
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { onlyComputes } from "./effects.ts";
import { expressionText } from "../nsl/expression-text.ts";
import { everyPart, headOf, mapBlock, mapBlocks, mapExpression, remembering, withHead } from "./tree.ts";

/** Applies the rules everywhere in a block; an `if` whose test is known gives way to its branch. */
export function knownValues(block: readonly Statement[]): readonly Statement[] {
  return mapBlock(block, known);
}

const known = remembering((statement): Statement | readonly Statement[] => {
  const head = mapExpression(headOf(statement), simpler);
  if (statement.kind === "if" && head.kind === "boolean") {
    return knownValues(head.value ? statement.then : statement.otherwise);
  }
  const changed = mapBlocks(withHead(statement, head), knownValues);
  if (changed.kind !== "if" || changed.then.length > 0) {
    return changed;
  }
  if (changed.otherwise.length > 0) {
    return { ...changed, test: nsl.not(changed.test), then: changed.otherwise, otherwise: [] };
  }
  return onlyComputes(changed.test) ? [] : changed;
});

/** The expression, whose parts are as simple as they can be, in a simpler form. */
function simpler(expression: Expression): Expression {
  switch (expression.kind) {
    case "item":
      return entryOf(expression) ?? expression;
    case "conditional":
      return chosen(expression);
    case "test":
      return expression.name === "none" ? isAbsent(expression) : expression;
    case "unary":
      return expression.operator === "not" ? negated(expression) : expression;
    case "binary":
      return ofTwo(expression);
    default:
      return expression;
  }
}

/** `{"a": x, "b": y}["a"]` is `x` where `y` does nothing. */
function entryOf({ target, key }: Extract<Expression, { kind: "item" }>): Expression | null {
  if (target.kind !== "dict" || key.kind !== "text") {
    return null;
  }
  const others = target.entries.filter(([name]) => !(name.kind === "text" && name.value === key.value));
  const isPlain = others.every(([name, value]) => name.kind === "text" && onlyComputes(value));
  const [found, ...more] = target.entries.filter((entry) => !others.includes(entry));
  return found !== undefined && more.length === 0 && isPlain ? found[1] : null;
}

function chosen(expression: Extract<Expression, { kind: "conditional" }>): Expression {
  const { test, then, otherwise } = expression;
  if (test.kind === "boolean") {
    return test.value ? then : otherwise;
  }
  // `x if x is not none else none`
  if (test.kind === "test" && test.name === "none") {
    const [absent, present] = test.negated ? [otherwise, then] : [then, otherwise];
    if (absent.kind === "none" && isRead(present) && isSame(present, test.target)) {
      return present;
    }
  }
  return isRead(then) && isSame(then, otherwise) && onlyComputes(test) ? then : expression;
}

function isAbsent(expression: Extract<Expression, { kind: "test" }>): Expression {
  const { target, negated: turned } = expression;
  switch (target.kind) {
    case "none":
      return nsl.boolean(!turned);
    case "text":
    case "number":
    case "boolean":
      return nsl.boolean(turned);
    case "list":
    case "dict":
      return onlyComputes(target) ? nsl.boolean(turned) : expression;
    default:
      return expression;
  }
}

function negated(expression: Extract<Expression, { kind: "unary" }>): Expression {
  const { operand } = expression;
  return operand.kind === "boolean" ? nsl.boolean(!operand.value) : expression;
}

function ofTwo(expression: Extract<Expression, { kind: "binary" }>): Expression {
  const { operator, left, right } = expression;
  if (operator === "and" || operator === "or") {
    if (left.kind === "boolean") {
      return left.value === (operator === "and") ? right : left;
    }
    return expression;
  }
  if (
    (operator === "==" || operator === "!=") &&
    isPlain(left) &&
    isPlain(right) &&
    left.kind === right.kind
  ) {
    return nsl.boolean((left.value === right.value) === (operator === "=="));
  }
  if (operator === "~" && left.kind === "text" && right.kind === "text") {
    return nsl.text(left.value + right.value);
  }
  // What is joined already is text.
  const isJoined = operator === "~" && left.kind === "binary" && left.operator === "~";
  return isJoined && right.kind === "text" && right.value === "" ? left : expression;
}

function isPlain(
  expression: Expression,
): expression is Extract<Expression, { kind: "text" | "number" | "boolean" }> {
  return expression.kind === "text" || expression.kind === "number" || expression.kind === "boolean";
}

/** A variable, a literal, or a part of one: reading it twice gives the same. */
function isRead(expression: Expression): boolean {
  return expression.kind === "item" || expression.kind === "attribute"
    ? everyPart(expression, isRead)
    : ["name", "text", "number", "boolean", "none"].includes(expression.kind);
}

function isSame(left: Expression, right: Expression): boolean {
  return isRead(left) && isRead(right) && expressionText(left) === expressionText(right);
}
