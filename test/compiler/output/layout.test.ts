/** What the layout breaks over lines must mean what it meant on one. Sums are read by JavaScript, which groups alike. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../../scripts/compiler/nsl/ast.ts";
import { expressionText } from "../../../scripts/compiler/nsl/expression-text.ts";
import * as nsl from "../../../scripts/compiler/nsl/factory.ts";
import { layOut } from "../../../scripts/compiler/nsl/layout.ts";

/** Names that leave no room for two of them on one line. */
const long = (letter: string): Expression => nsl.name(letter.repeat(60));
const [a, b, c, d] = ["a", "b", "c", "d"].map(long) as [Expression, Expression, Expression, Expression];

const pair = (operator: "+" | "-"): Expression => nsl.binary(operator, nsl.name("x"), nsl.name("y"));

const lines = (value: Expression, before = "", after = ""): readonly string[] =>
  layOut({ before, value, after }, 0, undefined).map(({ depth, text }) => `${"  ".repeat(depth)}${text}`);

/** Long names as single letters. */
const short = (text: string): string => text.replace(/([a-d])\1{59}/gu, "$1");

const shown = (value: Expression): string => short(lines(value).join("\n"));

describe("a wrapped expression", () => {
  test.each<[string, Expression, string]>([
    [
      "a sum in a difference",
      nsl.binary("-", a, nsl.binary("+", b, c)),
      "(\n  a\n  - (\n    b\n    + c\n  )\n)",
    ],
    [
      "a difference in a difference",
      nsl.binary("-", a, nsl.binary("-", b, c)),
      "(\n  a\n  - (\n    b\n    - c\n  )\n)",
    ],
    [
      "a short sum in a difference",
      nsl.binary("-", nsl.binary("-", a, b), pair("+")),
      "(\n  a\n  - b\n  - (x + y)\n)",
    ],
    [
      "a short difference first",
      nsl.binary("+", pair("-"), nsl.binary("~", a, b)),
      "(\n  x - y\n  + (\n    a\n    ~ b\n  )\n)",
    ],
    ["a difference first", nsl.binary("-", nsl.binary("-", a, b), c), "(\n  a\n  - b\n  - c\n)"],
    [
      "a sum of a difference",
      nsl.binary("+", nsl.binary("-", a, b), c),
      "(\n  (\n    a\n    - b\n  )\n  + c\n)",
    ],
    ["an or in an and", nsl.and(nsl.or(a, b), c), "(\n  (\n    a\n    or b\n  )\n  and c\n)"],
    ["an and in an or", nsl.or(nsl.and(a, b), c), "(\n  (\n    a\n    and b\n  )\n  or c\n)"],
    [
      "a choice in a sum",
      nsl.binary("+", nsl.conditional(a, b, c), d),
      "(\n  (\n    b\n    if a\n    else c\n  )\n  + d\n)",
    ],
    [
      "a choice as the test of a choice",
      nsl.conditional(nsl.conditional(a, b, c), d, a),
      "(\n  d\n  if (\n    b\n    if a\n    else c\n  )\n  else a\n)",
    ],
    ["a test before an if", nsl.conditional(a, nsl.isNone(b), c), "(\n  (b is none)\n  if a\n  else c\n)"],
    ["a list", nsl.list([a, b]), "[\n  a,\n  b,\n]"],
    [
      "a record",
      nsl.dict([
        ["x", a],
        ["y", b],
      ]),
      '{\n  "x": a,\n  "y": b,\n}',
    ],
    ["a filtered sum", nsl.filter(nsl.binary("+", a, b), "list"), "(\n  a\n  + b\n) | list"],
    ["an element of a list", nsl.item(nsl.list([a, b]), nsl.number(0)), "[\n  a,\n  b,\n][0]"],
    [
      "an element of what is filtered",
      nsl.item(nsl.filter(nsl.list([a, b]), "list"), nsl.number(0)),
      "([a, b] | list)[0]",
    ],
    [
      "a filter of what is filtered",
      nsl.filter(nsl.filter(nsl.list([a, b]), "list"), "last"),
      "[\n  a,\n  b,\n] | list | last",
    ],
    ["a call with one argument", nsl.callGlobal("f", nsl.list([a, b])), "f([\n  a,\n  b,\n])"],
    [
      "a call with a short and a long name",
      nsl.invoke("f", [
        ["x", a],
        ["y", b],
      ]),
      "f(\n  x=a,\n  y=b,\n)",
    ],
    ["a call of two", nsl.callGlobal("f", a, b), "f(\n  a,\n  b,\n)"],
    ["a method of a list", nsl.method(nsl.list([a, b]), "m", nsl.text("x")), '[\n  a,\n  b,\n].m("x")'],
    ["a method of a name", nsl.method(a, "m", nsl.list([b, c])), "a.m([\n  b,\n  c,\n])"],
    [
      "a filter with arguments",
      nsl.filter(nsl.list([a, b]), "join", nsl.name("x"), nsl.name("y")),
      "[\n  a,\n  b,\n] | join(x, y)",
    ],
    [
      "an element of a filtered sum",
      nsl.item(nsl.filter(nsl.binary("+", a, b), "list"), nsl.number(0)),
      "((a + b) | list)[0]",
    ],
    [
      "a short choice as the test of a choice",
      nsl.conditional(nsl.conditional(nsl.name("x"), nsl.name("y"), nsl.name("z")), a, b),
      "(\n  a\n  if (y if x else z)\n  else b\n)",
    ],
    [
      "a short or before an if",
      nsl.conditional(a, nsl.or(nsl.name("x"), nsl.name("y")), b),
      "(\n  x or y\n  if a\n  else b\n)",
    ],
    [
      "a method with names",
      nsl.call(nsl.attribute(nsl.list([a, b]), "m"), [nsl.name("x")], [["k", nsl.name("y")]]),
      "[\n  a,\n  b,\n].m(x, k=y)",
    ],
    [
      "a call of a text and a name",
      nsl.callGlobal("f", nsl.text("x".repeat(60)), a),
      `f(\n  "${"x".repeat(60)}",\n  a,\n)`,
    ],
    [
      "a call of a list and a keyword",
      nsl.call(nsl.name("f"), [nsl.list([a, b])], [["k", nsl.name("x")]]),
      "f(\n  [\n    a,\n    b,\n  ],\n  k=x,\n)",
    ],
    ["a call of what stays", nsl.callGlobal("f", nsl.binary("*", a, b)), "f(a * b)"],
    ["a call of two lists", nsl.callGlobal("f", nsl.list([a]), nsl.list([b])), "f(\n  [a],\n  [b],\n)"],
    [
      "a call of texts, which stays",
      nsl.callGlobal("f", nsl.text("x".repeat(60)), nsl.number(1), nsl.text("y".repeat(60))),
      `f("${"x".repeat(60)}", 1, "${"y".repeat(60)}")`,
    ],
    ["a product, which stays", nsl.binary("*", a, b), "a * b"],
  ])("%s", (_, value, text) => {
    expect(shown(value)).toBe(text);
  });

  test("is put in brackets where its place asks for them, once", () => {
    const bracketed = (value: Expression): string =>
      short(
        layOut({ before: "if ", value, after: " %}", bracketed: true }, 0, undefined)
          .map(({ text }) => text)
          .join("\n"),
      );
    expect(bracketed(nsl.conditional(a, b, c))).toBe("if (\nb\nif a\nelse c\n) %}");
    expect(bracketed(nsl.list([a, b]))).toBe("if ([\na,\nb,\n]) %}");
    expect(bracketed(nsl.callGlobal("f", a, b))).toBe("if (f(\na,\nb,\n)) %}");
    expect(bracketed(nsl.name("x"))).toBe("if (x) %}");
  });

  test("begins where a line would be longer than 110", () => {
    const sum = (length: number): Expression =>
      nsl.binary("+", nsl.name("x".repeat(50)), nsl.name("y".repeat(length)));
    expect(lines(sum(57))).toHaveLength(1);
    expect(lines(sum(58)).length).toBeGreaterThan(1);
    expect(lines(sum(54), "if ")).toHaveLength(1);
    expect(lines(sum(55), "if ").length).toBeGreaterThan(1);
    expect(layOut({ before: "", value: sum(53), after: "" }, 2, undefined)).toHaveLength(1);
    expect(layOut({ before: "", value: sum(54), after: "" }, 2, undefined).length).toBeGreaterThan(1);
  });
});

const sums = fc.letrec<{ sum: Expression }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(a, b, c, d, nsl.name("e"), nsl.name("f")),
    fc
      .tuple(fc.constantFrom<"+" | "-" | "*">("+", "-", "*"), tie("sum"), tie("sum"))
      .map(([operator, left, right]) => nsl.binary(operator, left, right)),
  ),
})).sum;

const values: Readonly<Record<string, number>> = { a: 3, b: 5, c: 7, d: 11, e: 13, f: 17 };

function compute(value: Expression): number {
  if (value.kind !== "binary") {
    return values[value.kind === "name" ? value.name.slice(0, 1) : ""] ?? 0;
  }
  const [left, right] = [compute(value.left), compute(value.right)];
  return value.operator === "+" ? left + right : value.operator === "-" ? left - right : left * right;
}

test("any sum means the same on one line and on many", () => {
  const read = (text: string): unknown =>
    new Function(...Object.keys(values), `return (${short(text)})`)(...Object.values(values));
  fc.assert(
    fc.property(sums, (value) => {
      expect(read(expressionText(value))).toBe(compute(value));
      expect(read(lines(value).join("\n"))).toBe(compute(value));
    }),
    { numRuns: 500 },
  );
});
