/** Walks and rewrites trees of NSL. */
import type { Expression, Statement } from "../nsl/ast.ts";

/** The parts of an expression, in the order in which they are computed. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "list":
    case "tuple":
      return expression.items;
    case "dict":
      return expression.entries.flat();
    case "item":
      return [expression.target, expression.key];
    case "slice":
      return [expression.target, expression.from, expression.to].filter((part) => part !== null);
    case "attribute":
      return [expression.target];
    case "call":
      return [expression.callee, ...expression.positional, ...expression.keywords.map(([, value]) => value)];
    case "filter":
      return [expression.target, ...expression.positional];
    case "test":
      return expression.argument === null ? [expression.target] : [expression.target, expression.argument];
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.test, expression.then, expression.otherwise];
    default:
      return [];
  }
}

/** The expression with each of its parts changed; the same object when none did. Parts are visited as they are computed. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  const before = partsOf(expression);
  const after = before.map(change);
  if (after.every((part, index) => part === before[index])) {
    return expression;
  }
  let next = 0;
  const take = (): Expression => after[next++] as Expression;
  switch (expression.kind) {
    case "list":
    case "tuple":
      return { ...expression, items: after };
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

/** The statement with each of its blocks changed. */
export function mapBlocks(
  statement: Statement,
  change: (block: readonly Statement[]) => readonly Statement[],
): Statement {
  return statement.kind === "if"
    ? { ...statement, then: change(statement.then), otherwise: change(statement.otherwise) }
    : statement.kind === "for"
      ? { ...statement, body: change(statement.body) }
      : statement;
}

/** Rewrites every expression of a block, from the leaves up. */
export function mapExpressions(
  block: readonly Statement[],
  change: (part: Expression) => Expression,
): readonly Statement[] {
  return block.map((statement) =>
    mapBlocks(withHead(statement, mapExpression(headOf(statement), change)), (inner) =>
      mapExpressions(inner, change),
    ),
  );
}

/** Calls `see` with every statement of a block, outer ones first. */
export function eachStatement(block: readonly Statement[], see: (statement: Statement) => void): void {
  for (const statement of block) {
    see(statement);
    blocksOf(statement).forEach((inner) => {
      eachStatement(inner, see);
    });
  }
}

/** Calls `see` with every expression of a block, outer ones first. */
export function eachExpression(block: readonly Statement[], see: (expression: Expression) => void): void {
  const visit = (expression: Expression): void => {
    see(expression);
    partsOf(expression).forEach(visit);
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
