/** Tests of what a value is at run time. */
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** Is the value true or false itself, and not 1 or 0? */
export function isBooleanValue(value: Expression): Expression {
  return nsl.or(
    nsl.test(value, "sameas", false, nsl.boolean(true)),
    nsl.test(value, "sameas", false, nsl.boolean(false)),
  );
}

/** Is the value a list? */
export function isListValue(value: Expression): Expression {
  return nsl.and(
    nsl.and(nsl.test(value, "iterable"), nsl.test(value, "string", true)),
    nsl.test(value, "mapping", true),
  );
}
