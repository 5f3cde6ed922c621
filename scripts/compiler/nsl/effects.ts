/** What computing an expression does, and what writing it twice costs. */
import type { Expression } from "./ast.ts";

/** Using the expression twice, or later, gives the same value at no cost. */
export function isStable(expression: Expression): boolean {
  return ["name", "text", "number", "boolean", "none"].includes(expression.kind);
}

/** Stable, or a plain read of one: it may be written twice, once to test it and once to use it. */
export function isRepeatable(expression: Expression): boolean {
  return (
    isStable(expression) ||
    (expression.kind === "item" && isStable(expression.target) && isStable(expression.key))
  );
}

/** Free of effects: nothing but reading and computing. */
export function isPure(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      return false;
    case "list":
    case "tuple":
      return expression.items.every(isPure);
    case "dict":
      return expression.entries.every(([key, value]) => isPure(key) && isPure(value));
    case "item":
      return isPure(expression.target) && isPure(expression.key);
    case "slice":
    case "attribute":
      return isPure(expression.target);
    case "filter":
      return isPure(expression.target) && expression.positional.every(isPure);
    case "test":
      return isPure(expression.target);
    case "unary":
      return isPure(expression.operand);
    case "binary":
      return isPure(expression.left) && isPure(expression.right);
    case "conditional":
      return isPure(expression.test) && isPure(expression.then) && isPure(expression.otherwise);
    default:
      return true;
  }
}

/** Does computing the value do something: call an action or another skill? */
export function acts(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      return (
        expression.callee.kind === "name" ||
        acts(expression.callee) ||
        expression.positional.some(acts) ||
        expression.keywords.some(([, value]) => acts(value))
      );
    case "list":
    case "tuple":
      return expression.items.some(acts);
    case "dict":
      return expression.entries.some(([, value]) => acts(value));
    case "item":
      return acts(expression.target) || acts(expression.key);
    case "slice":
      return [expression.target, expression.from, expression.to].some((part) => part !== null && acts(part));
    case "attribute":
    case "test":
      return acts(expression.target);
    case "filter":
      return acts(expression.target) || expression.positional.some(acts);
    case "unary":
      return acts(expression.operand);
    case "binary":
      return acts(expression.left) || acts(expression.right);
    case "conditional":
      return acts(expression.test) || acts(expression.then) || acts(expression.otherwise);
    default:
      return false;
  }
}
