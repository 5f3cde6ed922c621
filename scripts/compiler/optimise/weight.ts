/** About how many bytes a block is printed as. */
import type { Expression, Statement } from "../nsl/ast.ts";
import { blocksOf, definedBy, headOf, partsOf } from "./tree.ts";

/** What stands around the value of a statement: delimiters, words, a share of the indentation. */
const STATEMENT = 14;

/** Bytes that describe a skill in the file of its flow: they go with a skill nobody calls any more. */
export const DESCRIPTION = 350;

/** The weight of a block. */
export function weightOf(block: readonly Statement[]): number {
  return block.reduce((sum, statement) => {
    const names = definedBy(statement).reduce((length, name) => length + name.length, 0);
    const inner = blocksOf(statement).reduce((whole, part) => whole + weightOf(part) + part.length * 2, 0);
    return sum + STATEMENT + names + weightOfExpression(headOf(statement)) + inner;
  }, 0);
}

/** The weight of an expression. */
export function weightOfExpression(expression: Expression): number {
  const own =
    expression.kind === "name" || expression.kind === "held" || expression.kind === "attribute"
      ? expression.name.length
      : expression.kind === "text"
        ? expression.value.length + 2
        : expression.kind === "call"
          ? expression.keywords.reduce((sum, [keyword]) => sum + keyword.length + 1, 2)
          : 4;
  return partsOf(expression).reduce((sum, part) => sum + weightOfExpression(part), own);
}
