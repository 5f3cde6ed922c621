/** How deep a skill is nested: Jinja2 and the Python behind it give up on what no person would write. */
import type ts from "typescript";
import type { Expression, Statement } from "./ast.ts";

/** Python nests at most 20 loops in a function; its parser and Jinja2's recur once or more for every level. */
const MOST_LOOPS = 12;
const MOST_BLOCKS = 40;
const MOST_OPERATORS = 50;

/** What is nested too deeply, and the limit it passes. */
interface Excess {
  readonly place: ts.Node;
  readonly limit: string;
}

/** The place where a skill is nested too deeply; null when it is not, or when the place is not known. */
export function tooDeep(statements: readonly Statement[], blocks = 0, loops = 0): Excess | null {
  for (const statement of statements) {
    const found = tooDeepStatement(statement, blocks, loops);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function tooDeepStatement(statement: Statement, blocks: number, loops: number): Excess | null {
  const limit = passedLimit(statement, blocks, loops);
  if (limit !== null) {
    return statement.origin === undefined ? null : { place: statement.origin, limit };
  }
  if (statement.kind === "for") {
    return tooDeep(statement.body, blocks + 1, loops + 1);
  }
  if (statement.kind !== "if") {
    return null;
  }
  const [only] = statement.otherwise;
  // An `if` alone in the other branch is written as `elif`, on the same level.
  const isElif = statement.otherwise.length === 1 && only?.kind === "if";
  return (
    tooDeep(statement.then, blocks + 1, loops) ??
    tooDeep(statement.otherwise, isElif ? blocks : blocks + 1, loops)
  );
}

/** The limit a statement passes at its depth, in words; null when it passes none. */
function passedLimit(statement: Statement, blocks: number, loops: number): string | null {
  if (blocks > MOST_BLOCKS) {
    return `more than ${String(MOST_BLOCKS)} blocks in each other`;
  }
  if (statement.kind === "for" && loops >= MOST_LOOPS) {
    return `more than ${String(MOST_LOOPS)} loops in each other`;
  }
  const value =
    statement.kind === "for"
      ? statement.iterable
      : statement.kind === "if"
        ? statement.test
        : statement.value;
  return depthOf(value) > MOST_OPERATORS
    ? `an expression of more than ${String(MOST_OPERATORS)} levels`
    : null;
}

function depthOf(expression: Expression): number {
  const deepest = (children: readonly (Expression | null)[]): number =>
    children.reduce((most, child) => (child === null ? most : Math.max(most, 1 + depthOf(child))), 1);
  switch (expression.kind) {
    case "list":
    case "tuple":
      return deepest(expression.items);
    case "dict":
      return deepest(expression.entries.flat());
    case "item":
      return deepest([expression.target, expression.key]);
    case "slice":
      return deepest([expression.target, expression.from, expression.to]);
    case "attribute":
      return deepest([expression.target]);
    case "call":
      return deepest([
        expression.callee,
        ...expression.positional,
        ...expression.keywords.map(([, value]) => value),
      ]);
    case "filter":
      return deepest([expression.target, ...expression.positional]);
    case "test":
      return deepest([expression.target, expression.argument]);
    case "unary":
      return deepest([expression.operand]);
    case "binary":
      // Jinja2 reads a chain of `~` as one.
      return expression.operator === "~"
        ? Math.max(depthOf(expression.left), 1 + depthOf(expression.right))
        : deepest([expression.left, expression.right]);
    case "conditional":
      return deepest([expression.test, expression.then, expression.otherwise]);
    default:
      return 1;
  }
}
