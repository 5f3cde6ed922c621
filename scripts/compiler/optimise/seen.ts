/** Part of pass `kinds`: what a test that held, or did not, has shown. */
import type { Expression } from "../nsl/ast.ts";
import { ASCII, INTEGER, type Known, MAPPING, PRESENT, TEXT } from "./known-kinds.ts";
import { isAsciiPattern, searchOf } from "./match-facts.ts";

/** What the tests of Jinja2 say of a value. */
export const TESTED: ReadonlyMap<string, number> = new Map([
  ["string", TEXT],
  ["integer", INTEGER],
  ["mapping", MAPPING],
]);

/** What is known once a test has held, or has not. */
export function seen(known: Known, test: Expression, holds: boolean): Known {
  const facts = learned(known, test, holds);
  if (facts.length === 0) {
    return known;
  }
  const after = known.copy();
  facts.forEach(([name, kind]) => {
    after.see(name, kind);
  });
  return after;
}

type Fact = readonly [name: string, kinds: number];

function learned(known: Known, test: Expression, holds: boolean): readonly Fact[] {
  if (test.kind === "unary" && test.operator === "not") {
    return learned(known, test.operand, !holds);
  }
  if (test.kind === "name") {
    return holds ? [[test.name, PRESENT]] : [];
  }
  if (test.kind === "binary") {
    const { operator, left, right } = test;
    if (operator === (holds ? "and" : "or")) {
      return [...learned(known, left, holds), ...learned(known, right, holds)];
    }
    const isEqual = operator === (holds ? "==" : "!=");
    return isEqual && left.kind === "name" && right.kind === "text"
      ? [[left.name, known.kindsOf(right)]]
      : [];
  }
  return test.kind === "test" ? tested(test, holds !== test.negated) : [];
}

function tested({ target, name }: Extract<Expression, { kind: "test" }>, isSo: boolean): readonly Fact[] {
  if (target.kind === "name") {
    const kind = name === "none" ? (isSo ? undefined : PRESENT) : isSo ? TESTED.get(name) : undefined;
    return kind === undefined ? [] : [[target.name, PRESENT | kind]];
  }
  const search = name === "none" && !isSo ? searchOf(target) : null;
  return search?.text.kind === "name" && isAsciiPattern(search.pattern)
    ? [[search.text.name, PRESENT | ASCII]]
    : [];
}
