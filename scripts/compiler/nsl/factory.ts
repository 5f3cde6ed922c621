/** Makes the nodes of an NSL tree. Imported as `nsl`: the nodes have everyday names, `nsl.name`, `nsl.text`, `nsl.set`. */
import type { BinaryOperator, Expression, Keyword, Statement, UnaryOperator } from "./ast.ts";

export const none: Expression = { kind: "none" };
/** Stands where a part of the source was refused; it is never printed. */
export const refused: Expression = { kind: "none", refused: true };
export const name = (value: string): Expression => ({ kind: "name", name: value });
export const text = (value: string): Expression => ({ kind: "text", value });
export const number = (value: number): Expression => ({ kind: "number", value });
export const boolean = (value: boolean): Expression => ({ kind: "boolean", value });
/** A text, a number or a boolean as it is. */
export const literal = (value: string | number | boolean): Expression =>
  typeof value === "string" ? text(value) : typeof value === "number" ? number(value) : boolean(value);
export const list = (items: readonly Expression[]): Expression => ({ kind: "list", items });
export const tuple = (items: readonly Expression[]): Expression => ({ kind: "tuple", items });
export const dict = (entries: readonly (readonly [string, Expression])[]): Expression => ({
  kind: "dict",
  entries: entries.map(([key, value]) => [text(key), value] as const),
});
export const item = (target: Expression, key: Expression): Expression => ({ kind: "item", target, key });
export const slice = (
  target: Expression,
  from: Expression | null,
  to: Expression | null,
  step: number | null = null,
): Expression => ({ kind: "slice", target, from, to, step });
export const attribute = (target: Expression, attributeName: string): Expression => ({
  kind: "attribute",
  target,
  name: attributeName,
});
export const call = (
  callee: Expression,
  positional: readonly Expression[] = [],
  keywords: readonly Keyword[] = [],
): Expression => ({ kind: "call", callee, positional, keywords });
/** A method call on a Python object. */
export const method = (target: Expression, methodName: string, ...positional: Expression[]): Expression =>
  call(attribute(target, methodName), positional);
/** A call of an action or of another skill: keyword arguments only. */
export const invoke = (callee: string, keywords: readonly Keyword[] = []): Expression =>
  call(name(callee), [], keywords);
/** A call of one of the few functions Jinja2 has by itself. */
export const callGlobal = (global: string, ...positional: Expression[]): Expression =>
  call(name(global), positional);
/** `x | filter(...)`; a literal number becomes text at once. */
export function filter(target: Expression, filterName: string, ...positional: Expression[]): Expression {
  return filterName === "string" && target.kind === "number"
    ? text(String(target.value))
    : { kind: "filter", target, name: filterName, positional };
}
/** `x | filter(..., attribute="price")`: a filter that looks at an entry of each element. */
export const filterBy = (
  target: Expression,
  filterName: string,
  entry: string,
  ...positional: Expression[]
): Expression => ({ kind: "filter", target, name: filterName, positional, attribute: entry });
export const test = (
  target: Expression,
  testName: string,
  negated = false,
  argument: Expression | null = null,
): Expression => ({ kind: "test", target, name: testName, argument, negated });
export const isNone = (target: Expression): Expression => test(target, "none");
export const isNotNone = (target: Expression): Expression => test(target, "none", true);
export const unary = (operator: UnaryOperator, operand: Expression): Expression => ({
  kind: "unary",
  operator,
  operand,
});
/** Joined texts group to the left, which says the same without brackets. */
export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return operator === "~" && right.kind === "binary" && right.operator === "~"
    ? binary("~", binary("~", left, right.left), right.right)
    : { kind: "binary", operator, left, right };
}
export const conditional = (condition: Expression, then: Expression, otherwise: Expression): Expression => ({
  kind: "conditional",
  test: condition,
  then,
  otherwise,
});
export const and = (left: Expression, right: Expression): Expression => binary("and", left, right);
export const or = (left: Expression, right: Expression): Expression => binary("or", left, right);

/** `not x`, with double negations and negatable tests and comparisons turned round. */
export function not(operand: Expression): Expression {
  if (operand.kind === "unary" && operand.operator === "not") {
    return operand.operand;
  }
  if (operand.kind === "boolean") {
    return boolean(!operand.value);
  }
  if (operand.kind === "test") {
    return { ...operand, negated: !operand.negated };
  }
  if (operand.kind === "binary") {
    const opposite = { "==": "!=", "!=": "==", in: "not in", "not in": "in" } as const;
    const operator = opposite[operand.operator as keyof typeof opposite] as BinaryOperator | undefined;
    if (operator !== undefined) {
      return { ...operand, operator };
    }
  }
  return unary("not", operand);
}

/** `json.dumps(x)`: how a value crosses a skill boundary. ASCII, so that any text survives. */
export function dumps(value: Expression): Expression {
  switch (value.kind) {
    case "number":
    case "boolean":
      return text(String(value.value));
    case "none":
      return text("null");
    default:
      return method(name("json"), "dumps", value);
  }
}
/** `json.loads(x)` of text that a skill of ours wrote. */
export const loads = (value: Expression): Expression => method(name("json"), "loads", value);

export const set = (target: string, value: Expression): Statement => ({ kind: "set", name: target, value });
/** Evaluates for the effect. */
export const effect = (value: Expression): Statement => ({ kind: "effect", value });
export const output = (value: Expression): Statement => ({ kind: "output", value });
export const when = (
  condition: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: "if", test: condition, then, otherwise });
export const forEach = (
  names: readonly string[],
  iterable: Expression,
  body: readonly Statement[],
): Statement => ({ kind: "for", names, iterable, body });
/** `{{ Return(val=x) }}`: ends the skill. */
export const returnValue = (value: Expression): Statement => output(invoke("Return", [["val", value]]));
/** `{{ Return() }}`. */
export const returnNothing = (): Statement => output(invoke("Return"));

/** Declares a box: what carries a value out of a Jinja2 loop, where `set` does not. */
export const box = (target: string, value: Expression): Statement => ({ kind: "box", name: target, value });
/** Changes what a box holds. */
export const put = (target: string, value: Expression): Statement => ({ kind: "put", name: target, value });
/** What a box holds. */
export const held = (target: string): Expression => ({ kind: "held", name: target });
