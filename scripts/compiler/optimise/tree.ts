/** Walks and rewrites trees of NSL. */
import type { Expression, Statement } from "../nsl/ast.ts";

/** The parts of an expression, in the order in which they are computed. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  everyPart(expression, (part) => parts.push(part) > 0);
  return parts;
}

/** Does something hold for every part of an expression? They are looked at as they are computed, until it does not. */
export function everyPart(expression: Expression, holds: (part: Expression) => boolean): boolean {
  switch (expression.kind) {
    case "list":
    case "tuple":
      return expression.items.every((item) => holds(item));
    case "dict":
      return expression.entries.every(([key, value]) => holds(key) && holds(value));
    case "item":
      return holds(expression.target) && holds(expression.key);
    case "slice":
      return (
        holds(expression.target) &&
        (expression.from === null || holds(expression.from)) &&
        (expression.to === null || holds(expression.to))
      );
    case "attribute":
      return holds(expression.target);
    case "call":
      return (
        holds(expression.callee) &&
        expression.positional.every((value) => holds(value)) &&
        expression.keywords.every(([, value]) => holds(value))
      );
    case "filter":
      return holds(expression.target) && expression.positional.every((value) => holds(value));
    case "test":
      return holds(expression.target) && (expression.argument === null || holds(expression.argument));
    case "unary":
      return holds(expression.operand);
    case "binary":
      return holds(expression.left) && holds(expression.right);
    case "conditional":
      return holds(expression.test) && holds(expression.then) && holds(expression.otherwise);
    default:
      return true;
  }
}

/** The expression with each of its parts changed; the same object when none did. Parts are visited as they are computed. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  let after: Expression[] | null = null;
  let seen = 0;
  everyPart(expression, (part) => {
    const changed = change(part);
    if (changed !== part) {
      after ??= partsOf(expression).slice(0, seen);
    }
    after?.push(changed);
    seen += 1;
    return true;
  });
  return after === null ? expression : withParts(expression, after);
}

/** The expression with other parts, in the order in which they are computed. */
function withParts(expression: Expression, parts: readonly Expression[]): Expression {
  let next = 0;
  const take = (): Expression => parts[next++] as Expression;
  switch (expression.kind) {
    case "list":
    case "tuple":
      return { ...expression, items: parts };
    case "dict":
      return { ...expression, entries: expression.entries.map(() => [take(), take()] as const) };
    case "item":
      return { ...expression, target: take(), key: take() };
    case "slice":
      return {
        ...expression,
        target: take(),
        from: expression.from === null ? null : take(),
        to: expression.to === null ? null : take(),
      };
    case "attribute":
      return { ...expression, target: take() };
    case "call":
      return {
        ...expression,
        callee: take(),
        positional: expression.positional.map(take),
        keywords: expression.keywords.map(([keyword]) => [keyword, take()] as const),
      };
    case "filter":
      return { ...expression, target: take(), positional: expression.positional.map(take) };
    case "test":
      return { ...expression, target: take(), argument: expression.argument === null ? null : take() };
    case "unary":
      return { ...expression, operand: take() };
    case "binary":
      return { ...expression, left: take(), right: take() };
    case "conditional":
      return { ...expression, test: take(), then: take(), otherwise: take() };
    default:
      return expression;
  }
}

/** Rewrites an expression from its leaves up. */
export function mapExpression(expression: Expression, change: (part: Expression) => Expression): Expression {
  return change(mapParts(expression, (part) => mapExpression(part, change)));
}

/** The expression that a statement computes first. */
export function headOf(statement: Statement): Expression {
  return statement.kind === "if"
    ? statement.test
    : statement.kind === "for"
      ? statement.iterable
      : statement.value;
}

/** The statement with another head. */
export function withHead(statement: Statement, head: Expression): Statement {
  if (head === headOf(statement)) {
    return statement;
  }
  return statement.kind === "if"
    ? { ...statement, test: head }
    : statement.kind === "for"
      ? { ...statement, iterable: head }
      : { ...statement, value: head };
}

/** The blocks inside a statement. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  return statement.kind === "if"
    ? [statement.then, statement.otherwise]
    : statement.kind === "for"
      ? [statement.body]
      : [];
}

/** The statement with each of its blocks changed; the same object when none did. */
export function mapBlocks(
  statement: Statement,
  change: (block: readonly Statement[]) => readonly Statement[],
): Statement {
  if (statement.kind === "if") {
    const [then, otherwise] = [change(statement.then), change(statement.otherwise)];
    return then === statement.then && otherwise === statement.otherwise
      ? statement
      : { ...statement, then, otherwise };
  }
  if (statement.kind === "for") {
    const body = change(statement.body);
    return body === statement.body ? statement : { ...statement, body };
  }
  return statement;
}

/** The block with what stands in place of each statement; the same object when each stays as it is. */
export function mapBlock(
  block: readonly Statement[],
  change: (statement: Statement) => Statement | readonly Statement[],
): readonly Statement[] {
  let after: Statement[] | null = null;
  block.forEach((statement, index) => {
    const changed = change(statement);
    if (changed !== statement) {
      after ??= block.slice(0, index);
    }
    if ("kind" in changed) {
      after?.push(changed);
    } else {
      after?.push(...changed);
    }
  });
  return after ?? block;
}

/** A change that remembers the statements it leaves as they are. */
export function remembering<Changed>(
  change: (statement: Statement) => Statement | Changed,
): (statement: Statement) => Statement | Changed {
  const settled = new WeakSet<Statement>();
  return (statement) => {
    if (settled.has(statement)) {
      return statement;
    }
    const changed = change(statement);
    if (changed === statement) {
      settled.add(statement);
    }
    return changed;
  };
}

/** Rewrites every expression of a block, from the leaves up; the same block when nothing changed. */
export function mapExpressions(
  block: readonly Statement[],
  change: (part: Expression) => Expression,
): readonly Statement[] {
  return mapBlock(block, (statement) =>
    mapBlocks(withHead(statement, mapExpression(headOf(statement), change)), (inner) =>
      mapExpressions(inner, change),
    ),
  );
}

/** Calls `see` with every statement of a block, outer ones first. */
export function eachStatement(block: readonly Statement[], see: (statement: Statement) => void): void {
  for (const statement of block) {
    see(statement);
    if (statement.kind === "if") {
      eachStatement(statement.then, see);
      eachStatement(statement.otherwise, see);
    } else if (statement.kind === "for") {
      eachStatement(statement.body, see);
    }
  }
}

/** Calls `see` with every expression of a block, outer ones first. */
export function eachExpression(block: readonly Statement[], see: (expression: Expression) => void): void {
  const visit = (expression: Expression): boolean => {
    see(expression);
    return everyPart(expression, visit);
  };
  eachStatement(block, (statement) => {
    visit(headOf(statement));
  });
}

/** The names a statement gives values to. */
export function definedBy(statement: Statement): readonly string[] {
  return statement.kind === "set" || statement.kind === "box"
    ? [statement.name]
    : statement.kind === "for"
      ? statement.names
      : [];
}
