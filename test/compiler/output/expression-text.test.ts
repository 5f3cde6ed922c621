/** Jinja2's precedence, operator by operator: a pair of brackets too few means something else there. */
import { describe, expect, test } from "vitest";
import type { BinaryOperator, Expression } from "../../../scripts/compiler/nsl/ast.ts";
import { expressionText } from "../../../scripts/compiler/nsl/expression-text.ts";
import * as nsl from "../../../scripts/compiler/nsl/factory.ts";

const [a, b, c] = ["a", "b", "c"].map(nsl.name) as [Expression, Expression, Expression];

/** From the weakest to the strongest (`jinja2/parser.py`). */
const levels: readonly (readonly BinaryOperator[])[] = [
  ["or"],
  ["and"],
  ["==", "!=", "<", "<=", ">", ">=", "in", "not in"],
  ["+", "-"],
  ["~"],
  ["*", "//", "%"],
];

const operators = levels.flatMap((level, strength) => level.map((operator) => [operator, strength] as const));

describe.each(operators)("a operator b with %s", (outer, strength) => {
  const chains = strength !== 2;
  test.each(operators)("beside %s", (inner, innerStrength) => {
    const first = expressionText({
      kind: "binary",
      operator: outer,
      left: nsl.binary(inner, a, b),
      right: c,
    });
    const bare = innerStrength > strength || (innerStrength === strength && chains);
    expect(first).toBe(bare ? `a ${inner} b ${outer} c` : `(a ${inner} b) ${outer} c`);
    const last = expressionText({ kind: "binary", operator: outer, left: a, right: nsl.binary(inner, b, c) });
    expect(last).toBe(innerStrength > strength ? `a ${outer} b ${inner} c` : `a ${outer} (b ${inner} c)`);
  });
});

const sum = nsl.binary("+", a, b);
const choice = nsl.conditional(a, b, c);
const test_ = nsl.isNone(a);
const filtered = nsl.filter(a, "list");

test.each<[string, Expression]>([
  ["a", a],
  ['"x\\n"', nsl.text("x\n")],
  ["-1", nsl.number(-1)],
  ["true", nsl.boolean(true)],
  ["false", nsl.boolean(false)],
  ["none", nsl.none],
  ["[a, b]", nsl.list([a, b])],
  ["(a, b)", nsl.tuple([a, b])],
  [
    '{"x": a, "y": b}',
    nsl.dict([
      ["x", a],
      ["y", b],
    ]),
  ],
  ['{"x": {"y": a} }', nsl.dict([["x", nsl.dict([["y", a]])]])],
  ["{}", nsl.dict([])],
  ["a[b]", nsl.item(a, b)],
  ["(a + b)[a + b]", nsl.item(sum, sum)],
  ["(a | list)[0]", nsl.item(filtered, nsl.number(0))],
  ["(-1)[0]", nsl.item(nsl.number(-1), nsl.number(0))],
  ["1[0]", nsl.item(nsl.number(1), nsl.number(0))],
  ["0[0]", nsl.item(nsl.number(0), nsl.number(0))],
  ["a[:]", nsl.slice(a, null, null)],
  ["a[b:c]", nsl.slice(a, b, c)],
  ["(a + b)[a + b:]", nsl.slice(sum, sum, null)],
  ["a[::-1]", nsl.slice(a, null, null, -1)],
  ["(a + b).x", nsl.attribute(sum, "x")],
  ["f(a, x=b)", nsl.call(nsl.name("f"), [a], [["x", b]])],
  ["a.m(b)", nsl.method(a, "m", b)],
  ["(b if a else c)()", nsl.call(choice)],
  ["a | list", filtered],
  ["a | join(b, a + b)", nsl.filter(a, "join", b, sum)],
  ["a | list | last", nsl.filter(filtered, "last")],
  ["(a + b) | list", nsl.filter(sum, "list")],
  ["(-a) | list", nsl.filter(nsl.unary("-", a), "list")],
  ["(a is none) | list", nsl.filter(test_, "list")],
  ["a is none", test_],
  ["a is not none", nsl.isNotNone(a)],
  ["a | list is none", nsl.isNone(filtered)],
  ["(a + b) is none", nsl.isNone(sum)],
  ["a is sameas true", nsl.test(a, "sameas", false, nsl.boolean(true))],
  ["a is sameas (a + b)", nsl.test(a, "sameas", false, sum)],
  ["(a is none) == b", nsl.binary("==", test_, b)],
  ["a == (a is none)", nsl.binary("==", a, test_)],
  ["a is none and b", nsl.and(test_, b)],
  ["a and a is none", nsl.and(a, test_)],
  ["not a", nsl.unary("not", a)],
  ["not not a", nsl.unary("not", nsl.unary("not", a))],
  ["not a == b", nsl.unary("not", nsl.binary("==", a, b))],
  ["not (a and b)", nsl.unary("not", nsl.and(a, b))],
  ["not a and b", nsl.and(nsl.unary("not", a), b)],
  ["(not a) == b", nsl.binary("==", nsl.unary("not", a), b)],
  ["-a", nsl.unary("-", a)],
  ["-(a + b)", nsl.unary("-", sum)],
  ["-(-a)", nsl.unary("-", nsl.unary("-", a))],
  ["-(a | list)", nsl.unary("-", filtered)],
  ["-a * b", nsl.binary("*", nsl.unary("-", a), b)],
  ["a * -b", nsl.binary("*", a, nsl.unary("-", b))],
  ["a * b | list", nsl.binary("*", a, nsl.filter(b, "list"))],
  ["b if a else c", choice],
  ["(b if a else c) if a else b if a else c", nsl.conditional(a, choice, choice)],
  ["b if (b if a else c) else c", nsl.conditional(choice, b, c)],
  ["b if a or b else c", nsl.conditional(nsl.or(a, b), b, c)],
  ["a or b if a else c", nsl.conditional(a, nsl.or(a, b), c)],
  ["(b if a else c) + a", nsl.binary("+", choice, a)],
  ["a + (b if a else c)", nsl.binary("+", a, choice)],
  // A test at the end of the first part would take the `if` for its argument.
  ["(a is none) if a else b", nsl.conditional(a, test_, b)],
  ["(b and a is none) if a else b", nsl.conditional(a, nsl.and(b, test_), b)],
  ["a is none and b if a else b", nsl.conditional(a, nsl.and(test_, b), b)],
  ["(not a is none) if a else b", nsl.conditional(a, nsl.unary("not", test_), b)],
  ["a and (b and a is none) if c else b", nsl.conditional(c, nsl.and(a, nsl.and(b, test_)), b)],
  ["-(a is none) if c else b", nsl.conditional(c, nsl.unary("-", test_), b)],
  ["not a if c else b", nsl.conditional(c, nsl.unary("not", a), b)],
  ["-a if a else b", nsl.conditional(a, nsl.unary("-", a), b)],
  ["b == (a is none) if a else b", nsl.conditional(a, nsl.binary("==", b, test_), b)],
  ["a is sameas true if a else b", nsl.conditional(a, nsl.test(a, "sameas", false, nsl.boolean(true)), b)],
])("%s", (text, expression) => {
  // A text that is known is not written again; a copy is.
  const copy = structuredClone(expression);
  expect(expressionText(copy)).toBe(text);
  // Asked for a second time it is looked up.
  expect(expressionText(copy)).toBe(text);
});

test("what the dialect has to rewrite is not printed", () => {
  expect(() => expressionText(nsl.held("x"))).toThrow("boxes");
});
