/** Pass `json-pairs`: a value that is written as JSON and read again at once stays what it is. */
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { headOf, mapBlock, mapBlocks, mapExpression, remembering, withHead } from "./tree.ts";

/** Drops the pairs everywhere in a block. */
export function jsonPairs(block: readonly Statement[]): readonly Statement[] {
  return mapBlock(block, withoutPairs);
}

const withoutPairs = remembering((statement) =>
  mapBlocks(withHead(statement, mapExpression(headOf(statement), withoutPair)), jsonPairs),
);

function withoutPair(expression: Expression): Expression {
  const read = argumentOf(expression, "loads");
  if (read !== null) {
    return readBack(read) ?? expression;
  }
  const written = argumentOf(expression, "dumps");
  const text = written === null ? null : argumentOf(written, "loads");
  // What a skill of ours gives back is what `dumps` would write again.
  return text !== null && isSkillCall(text) ? text : expression;
}

/** The value that `json.loads` gives for a text whose value is known; null when it is not. */
export function readBack(text: Expression): Expression | null {
  if (text.kind === "text") {
    return literalOf(text.value);
  }
  return argumentOf(text, "dumps");
}

/** The value of `json.dumps(value)` and `json.loads(value)` without further arguments. */
export function argumentOf(expression: Expression, method: "dumps" | "loads"): Expression | null {
  if (expression.kind !== "call" || expression.keywords.length > 0 || expression.positional.length !== 1) {
    return null;
  }
  const { callee } = expression;
  const isMethod =
    callee.kind === "attribute" &&
    callee.name === method &&
    callee.target.kind === "name" &&
    callee.target.name === "json";
  return isMethod ? (expression.positional[0] ?? null) : null;
}

function isSkillCall(expression: Expression): boolean {
  return (
    expression.kind === "call" && expression.callee.kind === "name" && expression.callee.name.startsWith("_")
  );
}

function literalOf(text: string): Expression | null {
  if (!/^(?:null|true|false|-?\d{1,15}|\{\}|\[\])$/u.test(text)) {
    return null;
  }
  const value = JSON.parse(text) as null | boolean | number | object;
  if (value === null) {
    return nsl.none;
  }
  return typeof value === "object"
    ? Array.isArray(value)
      ? nsl.list([])
      : nsl.dict([])
    : nsl.literal(value);
}
