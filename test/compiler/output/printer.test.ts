/** The text of a skill and, beside it, where each line comes from. */
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Statement } from "../../../scripts/compiler/nsl/ast.ts";
import { conservativeDialect, type Dialect } from "../../../scripts/compiler/nsl/dialect.ts";
import * as nsl from "../../../scripts/compiler/nsl/factory.ts";
import { printSkill } from "../../../scripts/compiler/nsl/printer.ts";

const sources = [
  ["b.ts", "one;\n  two;\nthree;\n"],
  ["a.ts", "four;\n"],
] as const;
const [b, a] = sources.map(([name, text]) => ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));

function nodeAt(file: ts.SourceFile | undefined, index: number): ts.Node {
  const node = file?.statements[index];
  if (node === undefined) {
    throw new Error("no such statement");
  }
  return node;
}
const one = nodeAt(b, 0);
const two = nodeAt(b, 1);
const three = nodeAt(b, 2);
const four = nodeAt(a, 0);

const locate = (node: ts.Node): { file: string; line: number; column: number } => {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { file: file.fileName, line: line + 1, column: character + 1 };
};

const print = (body: readonly Statement[], dialect: Dialect = conservativeDialect) =>
  printSkill({ idn: "_s", source: { name: "s", place: null }, parameters: [], body }, locate, dialect);
const text = (...body: readonly Statement[]): string => print(body).text;

const x = nsl.name("x");
const show = (name: string): Statement => nsl.output(nsl.name(name));

describe("a statement", () => {
  test.each<[string, Statement, string]>([
    ["a variable", nsl.set("x", nsl.number(1)), "{% set x = 1 %}\n"],
    ["an output", nsl.output(x), "{{ x }}\n"],
    ["a loop", nsl.forEach(["k", "v"], x, [show("k")]), "{% for k, v in x %}\n  {{ k }}\n{% endfor %}\n"],
    [
      "a loop over a choice",
      nsl.forEach(["k"], nsl.conditional(x, nsl.name("y"), x), []),
      "{% for k in (y if x else x) %}\n{% endfor %}\n",
    ],
    ["a branch", nsl.when(x, [show("a")]), "{% if x %}\n  {{ a }}\n{% endif %}\n"],
    [
      "a branch with another way",
      nsl.when(x, [show("a")], [show("b")]),
      "{% if x %}\n  {{ a }}\n{% else %}\n  {{ b }}\n{% endif %}\n",
    ],
    [
      "a chain of branches",
      nsl.when(
        x,
        [show("a")],
        [nsl.when(nsl.name("y"), [show("b")], [nsl.when(nsl.name("z"), [], [show("c")])])],
      ),
      "{% if x %}\n  {{ a }}\n{% elif y %}\n  {{ b }}\n{% elif z %}\n{% else %}\n  {{ c }}\n{% endif %}\n",
    ],
    [
      "a branch in another way that does more",
      nsl.when(x, [], [nsl.when(nsl.name("y"), [show("b")]), show("c")]),
      "{% if x %}\n{% else %}\n  {% if y %}\n    {{ b }}\n  {% endif %}\n  {{ c }}\n{% endif %}\n",
    ],
    [
      "a long value",
      nsl.set("x", nsl.list([nsl.text("y".repeat(60)), nsl.text("z".repeat(60))])),
      `{% set x = [\n  "${"y".repeat(60)}",\n  "${"z".repeat(60)}",\n] %}\n`,
    ],
  ])("%s", (_, statement, expected) => {
    expect(text(statement)).toBe(expected);
  });

  test("an effect is written as the dialect has it", () => {
    const effect = nsl.effect(x);
    expect(print([effect]).text).toBe("{% set _ = x %}\n");
    expect(print([effect], { ...conservativeDialect, doStatement: true }).text).toBe("{% do x %}\n");
  });
});

describe("where lines come from", () => {
  const at = <S extends Statement>(statement: S, origin: ts.Node): S => ({ ...statement, origin });
  const inner = nsl.when(x, [show("b")]);
  const printed = () =>
    print([
      at(nsl.forEach(["k"], x, [show("k"), at(show("a"), two)]), one),
      at(nsl.when(x, [show("k")], [at(inner, three)]), four),
      nsl.when(x, []),
    ]);

  test("each line stands for the nearest node around it, and one without a node for nothing", () => {
    const file = (name: string, ...places: readonly (readonly [number, number])[]) =>
      places.map(([line, sourceLine]) => ({ line, file: name, sourceLine }));
    expect(printed().lines).toEqual([
      ...file("b.ts", [1, 1], [2, 1], [3, 2], [4, 1]),
      ...file("a.ts", [5, 1], [6, 1]),
      ...file("b.ts", [7, 3], [8, 3]),
      ...file("a.ts", [9, 1]),
    ]);
    expect(printed().sources).toEqual(["a.ts", "b.ts"]);
  });

  test("the map leads to line and column", () => {
    const map = new TraceMap(printed().map);
    expect(JSON.parse(printed().map)).toMatchObject({ file: "_s.nsl" });
    expect(originalPositionFor(map, { line: 3, column: 2 })).toMatchObject({
      source: "b.ts",
      line: 2,
      column: 2,
    });
    expect(originalPositionFor(map, { line: 1, column: 0 })).toMatchObject({
      source: "b.ts",
      line: 1,
      column: 0,
    });
    expect(originalPositionFor(map, { line: 3, column: 0 })).toMatchObject({ source: null });
  });

  test("the parts of a long value have their own", () => {
    const long = (letter: string, origin: ts.Node) => ({ ...nsl.text(letter.repeat(60)), origin });
    const { lines } = print([at(nsl.set("x", nsl.list([long("y", two), long("z", three)])), one)]);
    expect(lines.map(({ sourceLine }) => sourceLine)).toEqual([1, 2, 3, 1]);
  });
});

test("boxes are the dialect's to rewrite", () => {
  expect(text(nsl.box("c", x), nsl.put("c", nsl.held("c")))).toBe(
    '{% set c = {"value": x} %}\n{% set _ = c.update({"value": c["value"]}) %}\n',
  );
});
