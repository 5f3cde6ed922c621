/** `===` and its kin, each with the expression that asks the same in NSL, or with why it is refused. */
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { expressionText } from "../../../scripts/compiler/nsl/expression-text.ts";
import { transformEquality } from "../../../scripts/compiler/transform/expressions/equality.ts";
import { type TinyFunction, tinyFunctions } from "../tiny-program.ts";

/** The parameters, the comparison, and what becomes of it. */
type Row = readonly [parameters: string, comparison: string, expected: string];

/** `===` and `!==` of the same, unless the row is about one of them. */
const rows: readonly Row[] = [
  // Values of one kind.
  ["a: string, b: string", "a === b", "a == b"],
  ["a: string, b: string", "a !== b", "a != b"],
  ["a: number, b: number", "a === b", "a == b"],
  ["a: boolean, b: boolean", "a === b", "a == b"],
  ["a: string | null, b: string", "a === b", "a == b"],
  ["a: string | null, b: string | null", "a === b", "a == b"],
  ["a: string | undefined, b: string | undefined", "a === b", "a == b"],
  ["a: string | undefined, b: string", "a === b", "a == b"],
  ["a: string | number, b: string", "a === b", "a == b"],
  ["a: 'x' | 'y'", "a === 'x'", 'a == "x"'],
  ["a: number", "a === 1", "a == 1"],
  // A literal that is true or false is itself, and not 1 or 0.
  ["a: boolean", "a === true", "a is sameas true"],
  ["a: boolean", "false === a", "a is sameas false"],
  ["a: boolean", "a !== true", "a is not sameas true"],
  ["a: unknown", "a === true", "a is sameas true"],
  ["a: JsonValue", "true === a", "a is sameas true"],
  ["a: number | boolean", "a === false", "a is sameas false"],
  // An open value beside a text.
  ["a: JsonValue, b: string", "a === b", "a == b"],
  ["a: string, b: JsonValue", "a === b", "a == b"],
  ["a: unknown, b: string", "a === b", "a == b"],
  // Refused: the two languages answer differently.
  ["a: JsonValue, b: JsonValue", "a === b", "equalityTypes: ===, JsonValue, JsonValue"],
  ["a: string[], b: string[]", "a === b", "equalityTypes: ===, string[], string[]"],
  [
    "a: { x: string }, b: { x: string }",
    "a !== b",
    "equalityTypes: !==, { x: string; }, { x: string; } and not none",
  ],
  ["a: unknown, b: unknown", "a === b", "equalityTypes: ===, unknown, unknown"],
  ["a: unknown, b: number", "a === b", "equalityTypes: ===, unknown, number"],
  ["a: number, b: JsonValue", "a === b", "equalityTypes: ===, number, JsonValue"],
  ["a: boolean, b: number | boolean", "a === b", "equalityTypes: ===, boolean, number | boolean"],
  ["a: number | boolean, b: boolean", "a === b", "equalityTypes: ===, number | boolean, boolean"],
  [
    "a: string | number, b: string | boolean",
    "a === b",
    "equalityTypes: ===, string | number, string | boolean",
  ],
  [
    "a: string | boolean, b: string | number",
    "a === b",
    "equalityTypes: ===, string | boolean, string | number",
  ],
  [
    "a: string | null, b: string | undefined",
    "a === b",
    "equalityTypes: ===, string | null, string | undefined",
  ],
  [
    "a: string | undefined, b: string | null",
    "a === b",
    "equalityTypes: ===, string | undefined, string | null",
  ],
  [
    "a: string | null | undefined, b: string | null",
    "a === b",
    "equalityTypes: ===, string | null | undefined, string | null",
  ],
  [
    "a: string | null, b: string | null | undefined",
    "a === b",
    "equalityTypes: ===, string | null, string | null | undefined",
  ],
  [
    "a: string | undefined, b: string | null | undefined",
    "a === b",
    "equalityTypes: ===, string | undefined, string | null | undefined",
  ],
  ["a: string | null | undefined, b: string | null | undefined", "a === b", "a == b"],
  ["a: string | null | undefined, b: string", "a === b", "a == b"],
  ["a: string, b: string", "a == b", "looseEquality: ==, Write `a === b`"],
  ["a: string, b: string", "a != b", "looseEquality: !=, Write `a !== b`"],
  // Nothing.
  ["a: string | null", "a === null", "a is none"],
  ["a: string | null", "null === a", "a is none"],
  ["a: string | null", "a !== null", "a is not none"],
  ["a: string | undefined", "a === undefined", "a is none"],
  ["a: string | undefined", "undefined !== a", "a is not none"],
  ["a: string | null | undefined", "a == null", "a is none"],
  ["a: string | null | undefined", "undefined == a", "a is none"],
  ["a: string | null | undefined", "a != null", "a is not none"],
  ["a: unknown", "a == null", "a is none"],
  ["a: JsonValue", "a === null", "a is none"],
  ["a: string | null | undefined", "a === null", "bothAbsent: a, Write `a == null`. and a is none"],
  [
    "a: string | null | undefined",
    "a !== undefined",
    "bothAbsent: a, Write `a != undefined`. and a is not none",
  ],
  ["a: unknown", "a === null", "bothAbsent: a, Write `a == null`. and a is none"],
  ["a: any", "a === null", "anyType:  and none is none"],
  ["<T> a: T | string", "a === null", "bothAbsent: a, Write `a == null`. and a is none"],
  ["a: null, b: null", "a === b", "a == b"],
  ["<T> a: T", "a === undefined", "bothAbsent: a, Write `a == undefined`. and a is none"],
  ["<T extends string | null> a: T", "a === null", "a is none"],
  ["<T extends string> a: T | null", "a === null", "a is none"],
  // Kinds.
  ["a: JsonValue", 'typeof a === "string"', "a is string"],
  ["a: JsonValue", '"string" === typeof a', "a is string"],
  ["a: JsonValue", 'typeof a !== "string"', "a is not string"],
  ["a: JsonValue", 'typeof a === "number"', "a is integer"],
  ["a: JsonValue", 'typeof a === "boolean"', "a is sameas true or a is sameas false"],
  ["a: JsonValue", 'typeof a === "object"', "a is none or a is iterable and a is not string"],
  ["a: string | string[]", 'typeof a === "object"', "a is iterable and a is not string"],
  ["a: string | undefined", 'typeof a === "undefined"', "a is none"],
  ["a: string | undefined", 'typeof a !== "undefined"', "a is not none"],
  ["a: string | null", 'typeof a === "undefined"', "bothAbsent: a"],
  ["a: unknown", 'typeof a === "undefined"', "bothAbsent: a"],
  ["a: string | null | undefined", 'typeof a === "undefined"', "bothAbsent: a"],
  ["a: string | null", 'typeof a === "string"', "a is string"],
  [
    "a: unknown",
    'typeof a === "function"',
    'unsupportedSyntax: `typeof` with "function", Compare with "string", "number", "boolean", "object" or "undefined", in place.',
  ],
  [
    "a: unknown, b: 'string'",
    "typeof a === b",
    '("string" if a is string else "boolean" if a is sameas true or a is sameas false else "number" if a is integer else "object") == b',
  ],
  ["a: JsonObject", 'typeof a["x"] === "number"', 'value = a.get("x"); value is integer'],
  [
    "a: JsonObject",
    'typeof a["x"] === "boolean"',
    'value = a.get("x"); value is sameas true or value is sameas false',
  ],
  // Is a text empty?
  ["a: string", "a.length === 0", 'a == ""'],
  ["a: string", "a.length !== 0", 'a != ""'],
  ["a: string", "a.length === 1", 'a.encode("utf-16-le", "surrogatepass") | length // 2 == 1'],
  ["a: string", "0 === a.length", '0 == a.encode("utf-16-le", "surrogatepass") | length // 2'],
  ["a: string[]", "a.length === 0", "a | length == 0"],
  ["a: { length: number }", "a.length === 0", "unknownMethod: length, `{ length: number; }`"],
  ["a: { size: number }", "a.size === 0", 'a["size"] == 0'],
  ["a: string | undefined", "a?.length === 0", 'a == ""'],
  ["a: { b: string } | undefined", "a?.b.length !== 0", '(a["b"] if a is not none else none) != ""'],
  ["a: string, b: number", "a.length === b", 'a.encode("utf-16-le", "surrogatepass") | length // 2 == b'],
  // One side computes something first: the other is asked before it.
  [
    "a: string, b: string[]",
    'a === b.map((entry) => `${entry}!`).join("")',
    'mapped = []; for; a == (mapped | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")',
  ],
  [
    "a: string[], b: string",
    'a.map((entry) => `${entry}!`).join("") === b',
    'mapped = []; for; (mapped | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") == b',
  ],
  [
    "a: string[], b: string[]",
    'a.map((entry) => `${entry}!`).join("") === b.map((entry) => `${entry}!`).join("")',
    'mapped = []; for; mapped_2 = []; for; (mapped | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") == (mapped_2 | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")',
  ],
  ["a: string", 'a.trim() === "x"', 'a.strip(WHITESPACE) == "x"'],
  [
    "ctx: SkillContext, b: string[]",
    'ctx.getCustomerAttribute("a") === b.map((entry) => noted(ctx, entry)).join("")',
    'stored = GetCustomerAttribute(field="a"); mapped = []; for; (stored if stored is string else json.dumps(stored) if stored else "") == (mapped | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")',
  ],
  [
    "b: string[]",
    'const a = { x: "1" }; return a.x === b.map((entry) => { a.x = entry; return entry; }).join("")',
    'left = a["x"]; mapped = []; for; left == (mapped | join("")).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")',
  ],
  // What is refused on one side stays refused.
  ["a: { length: number }, b: number", "a.length === b", "unknownMethod: length, `{ length: number; }`"],
  ["a: { length: number }, b: number", "b === a.length", "unknownMethod: length, `{ length: number; }`"],
  [
    "a: { length: number }",
    'typeof a.length === "number"',
    "unknownMethod: length, `{ length: number; }` and none is integer",
  ],
  ["a: string", "a.length === 0 === true", '(a == "") is sameas true'],
  ["a: string | null, b: JsonValue", "a === b", "a == b"],
  [
    "a: string | string[], b: string | string[]",
    "a === b",
    "equalityTypes: ===, string | string[], string | string[]",
  ],
  ["a: string | string[], b: string", "a === b", "a == b"],
  [
    "a: string | string[], b: string | number",
    "a === b",
    "equalityTypes: ===, string | string[], string | number",
  ],
  [
    "a: string | number, b: string | string[]",
    "a === b",
    "equalityTypes: ===, string | number, string | string[]",
  ],
  ["<T> a: T, b: string", "a === b", "a == b"],
  ["<T extends string> a: T, b: string", "a === b", "a == b"],
  ["<T> a: T | null", "a == null", "a is none"],
  ["a: unknown", 'typeof a === "object"', "bothAbsent: a"],
  ["a: JsonValue | undefined", 'typeof a !== "object"', "bothAbsent: a and not none"],
  ["a: string[] | undefined", 'typeof a === "object"', "a is iterable and a is not string"],
  ["<T> a: T", 'typeof a === "object"', "bothAbsent: a"],
  ["<T> a: T", 'typeof a === "undefined"', "bothAbsent: a"],
  [
    "a: string | undefined",
    "a === void 0",
    "unsupportedSyntax: `void 0`, Leave `void` out: a call is a statement of its own.",
  ],
  ["a: string | undefined", '"undefined" === typeof a', "a is none"],
  ["a: string | null", "a!.length === 0", 'if; a == ""'],
  ["a: any", 'typeof a === "string"', "anyType:  and none is string"],
  ["a: any, b: string", "a === b", "anyType: "],
  [
    "a: string, b: string",
    "a[b.length] === undefined",
    'index = b.encode("utf-16-le", "surrogatepass") | length // 2; character = a.encode("utf-16-le", "surrogatepass")[2 * index:2 * index + 2].decode("utf-16-le", "surrogatepass") if index >= 0 else ""; (character if character != "" else none) is none',
  ],
  ["a: string | boolean", "a === true", "a is sameas true"],
  ["a: boolean, b: boolean", "a === !b", "a == (not b)"],
  ["a: boolean | null, b: boolean", "a === b", "a == b"],
  ["a: number | null, b: number | boolean", "a === b", "equalityTypes: ===, number | null, number | boolean"],
  ["a: string[]", "a[0] === undefined", "a[0] | default(none) is none"],
  ["a: string", "a[`length`] === 0", 'a.encode("utf-16-le", "surrogatepass") | length // 2 == 0'],
];

/** The comparison with the statements before it, or what is refused. */
function askedIn({ declaration, checker, context: open }: TinyFunction): string {
  const refusals: string[] = [];
  const context = open(
    refusals,
    (_, key, details) => `${key}: ${details.filter((detail) => detail !== "").join(", ")}`,
  );
  for (const { name } of declaration.parameters) {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol !== undefined && ts.isIdentifier(name)) {
      context.variables.declare(symbol, name.text);
    }
  }
  const statements = [...(declaration.body?.statements ?? [])];
  const statement = statements.pop();
  const node = statement && ts.isReturnStatement(statement) ? statement.expression : undefined;
  if (node === undefined || !ts.isBinaryExpression(node)) {
    throw new Error(`No comparison: ${declaration.getText()}`);
  }
  context.statements(statements);
  const { statements: written, result } = context.capture(() => transformEquality(node, context));
  const before = written.map((entry) =>
    entry.kind === "set" ? `${entry.name} = ${expressionText(entry.value)}; ` : `${entry.kind}; `,
  );
  return refusals.length > 0
    ? `${refusals.join("; ")}${result.refused === true ? "" : ` and ${expressionText(result)}`}`
    : `${before.join("")}${expressionText(result)}`;
}

describe("a comparison", () => {
  let functions: readonly TinyFunction[] = [];
  beforeAll(() => {
    functions = tinyFunctions(
      rows.map(([parameters, comparison]) => {
        const [, kinds = "", rest = ""] = /^(<[^>]*>)? ?(.*)$/u.exec(parameters) ?? [];
        return `export function main${kinds}(${rest}): boolean {\n  ${comparison.startsWith("const ") ? "" : "return "}${comparison};\n}`;
      }),
    );
  });

  it.each(rows.map((row, index) => [...row, index] as const))("(%s) %s", (_, __, expected, index) => {
    const found = functions[index];
    expect(found && askedIn(found)).toBe(expected);
  });
});
