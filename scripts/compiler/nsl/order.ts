/** What may be computed later than it is written, because nothing that happens in between can change it. */
import type { Expression, Statement } from "./ast.ts";

/** Methods and module functions that only compute. */
const COMPUTING: ReadonlySet<string> = new Set(
  `decode dumps encode endswith find get group groups index keys loads lower lstrip replace rstrip search
   split startswith strip sub upper`.split(/\s+/),
);

/** Does the expression give the same value before and after the statements? */
export function isUndisturbed(expression: Expression, statements: readonly Statement[]): boolean {
  const made = new Set<string>();
  const read = new Set<string>();
  return computes(expression, read) && statements.every((statement) => leavesAlone(statement, made, read));
}

/** Is it free of effects and of what the platform tells? Notes the variables it reads. */
function computes(expression: Expression, read: Set<string>): boolean {
  const all = (children: readonly (Expression | null)[]): boolean =>
    children.every((child) => child === null || computes(child, read));
  switch (expression.kind) {
    case "name":
    case "held":
      read.add(expression.name);
      return true;
    case "list":
    case "tuple":
      return all(expression.items);
    case "dict":
      return all(expression.entries.flat());
    case "item":
      return all([expression.target, expression.key]);
    case "slice":
      return all([expression.target, expression.from, expression.to]);
    case "attribute":
      return computes(expression.target, read);
    case "call":
      return (
        expression.callee.kind === "attribute" &&
        COMPUTING.has(expression.callee.name) &&
        all([expression.callee, ...expression.positional, ...expression.keywords.map(([, value]) => value)])
      );
    case "filter":
      return all([expression.target, ...expression.positional]);
    case "test":
      return all([expression.target, expression.argument]);
    case "unary":
      return computes(expression.operand, read);
    case "binary":
      return all([expression.left, expression.right]);
    case "conditional":
      return all([expression.test, expression.then, expression.otherwise]);
    default:
      return true;
  }
}

/** Does the statement change nothing but variables that it, or one before it, has made? */
function leavesAlone(statement: Statement, made: Set<string>, read: ReadonlySet<string>): boolean {
  switch (statement.kind) {
    case "set":
    case "box":
      made.add(statement.name);
      return !read.has(statement.name);
    case "put":
      return made.has(statement.name);
    case "output":
      return true;
    case "effect":
      return changesOnly(statement.value, made);
    case "if":
      return [...statement.then, ...statement.otherwise].every((inner) => leavesAlone(inner, made, read));
    case "for":
      return statement.body.every((inner) => leavesAlone(inner, made, read));
  }
}

/** `made.append(...)`, or a call that can reach no variable. */
function changesOnly(value: Expression, made: ReadonlySet<string>): boolean {
  if (value.kind !== "call") {
    return true;
  }
  const { callee } = value;
  const target = callee.kind === "attribute" ? callee.target : null;
  return callee.kind === "name" || (target?.kind === "name" && made.has(target.name));
}
