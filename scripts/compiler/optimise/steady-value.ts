/** Part of pass `copies`: which values may stand in the place of a name. */
import type { Expression } from "../nsl/ast.ts";

/** Texts that stand for themselves: none at all, and the labels of parts. Others stay on the line they were written on. */
const PLAIN_TEXT = /^(?:\w+@[0-9a-f]{8})?$/u;

/**
 * Is it a literal or a variable, and the same wherever it is written?
 *
 * @param isSingle tells of a variable that it never changes
 */
export function isSteadyValue(value: Expression, isSingle: (name: string) => boolean): boolean {
  switch (value.kind) {
    case "name":
      return isSingle(value.name);
    case "text":
      return PLAIN_TEXT.test(value.value);
    case "number":
    case "boolean":
    case "none":
      return true;
    default:
      return false;
  }
}
