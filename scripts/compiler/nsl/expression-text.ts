/** Expressions as text: the one place that knows Jinja2's precedence. */
import type { BinaryOperator, Expression } from "./ast.ts";
import { numberLiteral, textLiteral } from "./literals.ts";

/**
 * Binding strength by Jinja2's parser (`jinja2/parser.py`: condexpr, or, and, not, compare, math1,
 * concat, math2, unary, postfix). `~` binds tighter than `+`; filters and tests bind to the nearest
 * operand and take no postfix of their own.
 */
const LEVEL = {
  conditional: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  sum: 5,
  concat: 6,
  product: 7,
  negative: 8,
  filtered: 9,
  primary: 10,
} as const;

const BINARY_LEVEL: Readonly<Record<BinaryOperator, number>> = {
  or: LEVEL.or,
  and: LEVEL.and,
  "==": LEVEL.compare,
  "!=": LEVEL.compare,
  "<": LEVEL.compare,
  "<=": LEVEL.compare,
  ">": LEVEL.compare,
  ">=": LEVEL.compare,
  in: LEVEL.compare,
  "not in": LEVEL.compare,
  "+": LEVEL.sum,
  "-": LEVEL.sum,
  "~": LEVEL.concat,
  "*": LEVEL.product,
  "/": LEVEL.product,
  "//": LEVEL.product,
  "%": LEVEL.product,
};

/** How strongly an expression holds together; a weaker one is put in parentheses. */
export function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case "conditional":
      return LEVEL.conditional;
    case "binary":
      return BINARY_LEVEL[expression.operator];
    case "unary":
      return expression.operator === "not" ? LEVEL.not : LEVEL.negative;
    case "number":
      return expression.value < 0 ? LEVEL.negative : LEVEL.primary;
    case "test":
      // A test swallows what follows as its argument, so it is never left bare inside another operand.
      return LEVEL.not;
    case "filter":
      return LEVEL.filtered;
    default:
      return LEVEL.primary;
  }
}

/** The text of an expression, in parentheses when its place asks for more strength than it has. */
export function expressionText(expression: Expression, minimum: number = LEVEL.conditional): string {
  const text = isLeaf(expression) ? write(expression) : knownText(expression);
  return levelOf(expression) < minimum ? `(${text})` : text;
}

/** A long expression is asked for whole and then part by part; nothing in the tree changes between. */
const texts = new WeakMap<Expression, string>();

function knownText(expression: Expression): string {
  const known = texts.get(expression);
  if (known !== undefined) {
    return known;
  }
  const text = write(expression);
  texts.set(expression, text);
  return text;
}

/** Has it no parts? Then to write it costs no more than to look it up. */
function isLeaf({ kind }: Expression): boolean {
  return kind === "name" || kind === "number" || kind === "boolean" || kind === "none";
}

function write(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "text":
      return textLiteral(expression.value);
    case "number":
      return numberLiteral(expression.value);
    case "boolean":
      return expression.value ? "true" : "false";
    case "none":
      return "none";
    case "held":
      throw new Error("boxes are rewritten by the dialect before printing");
    case "list":
      return `[${expression.items.map((entry) => expressionText(entry)).join(", ")}]`;
    case "tuple":
      return `(${expression.items.map((entry) => expressionText(entry)).join(", ")})`;
    case "dict":
      return writeDict(
        expression.entries.map(([key, value]) => `${expressionText(key)}: ${expressionText(value)}`),
      );
    case "item":
      return `${expressionText(expression.target, LEVEL.primary)}[${expressionText(expression.key)}]`;
    case "slice":
      return writeSlice(expression);
    case "attribute":
      return `${expressionText(expression.target, LEVEL.primary)}.${expression.name}`;
    case "call":
      return writeCall(expression);
    case "filter": {
      return `${expressionText(expression.target, LEVEL.filtered)}${filterSuffix(expression)}`;
    }
    case "test": {
      const argument =
        expression.argument === null ? "" : ` ${expressionText(expression.argument, LEVEL.primary)}`;
      return `${expressionText(expression.target, LEVEL.filtered)} is ${expression.negated ? "not " : ""}${expression.name}${argument}`;
    }
    case "unary":
      return expression.operator === "not"
        ? `not ${expressionText(expression.operand, LEVEL.not)}`
        : `-${expressionText(expression.operand, LEVEL.primary)}`;
    case "binary":
      return writeBinary(expression.operator, expression.left, expression.right);
    case "conditional":
      return [
        expressionText(expression.then, chosenLevel(expression.then)),
        "if",
        expressionText(expression.test, LEVEL.or),
        "else",
        expressionText(expression.otherwise, LEVEL.conditional),
      ].join(" ");
  }
}

/** ` | name(arguments)`. */
export function filterSuffix({
  name,
  positional,
  attribute,
}: Extract<Expression, { kind: "filter" }>): string {
  const args = positional.map((entry) => expressionText(entry));
  const all = attribute === undefined ? args : [...args, `attribute=${textLiteral(attribute)}`];
  return ` | ${name}${all.length === 0 ? "" : `(${all.join(", ")})`}`;
}

function writeCall(expression: Extract<Expression, { kind: "call" }>): string {
  const args = [
    ...expression.positional.map((entry) => expressionText(entry)),
    ...expression.keywords.map(([keyword, value]) => `${keyword}=${expressionText(value)}`),
  ];
  return `${expressionText(expression.callee, LEVEL.primary)}(${args.join(", ")})`;
}

/**
 * How strong the first part of `a if b else c` must be: a test at its end would take the `if` for its
 * argument (`jinja2/parser.py`, parse_test), so it is put in parentheses.
 */
export function chosenLevel(then: Expression): number {
  return endsWithTest(then) ? LEVEL.primary : LEVEL.or;
}

function endsWithTest(expression: Expression): boolean {
  switch (expression.kind) {
    case "test":
      return expression.argument === null;
    case "binary":
      return levelOf(expression.right) > levelOf(expression) && endsWithTest(expression.right);
    case "unary":
      return expression.operator === "not" && endsWithTest(expression.operand);
    default:
      return false;
  }
}

/** Keeps `}}` out of code: tools count delimiters as plain text (docs/platform.md, "The vendor's checks"). */
function writeDict(entries: readonly string[]): string {
  const inner = entries.join(", ");
  return `{${inner}${inner.endsWith("}") ? " " : ""}}`;
}

function writeSlice(expression: Extract<Expression, { kind: "slice" }>): string {
  const from = expression.from === null ? "" : expressionText(expression.from);
  const to = expression.to === null ? "" : expressionText(expression.to);
  const step = expression.step === null ? "" : `:${String(expression.step)}`;
  return `${expressionText(expression.target, LEVEL.primary)}[${from}:${to}${step}]`;
}

function writeBinary(operator: BinaryOperator, left: Expression, right: Expression): string {
  const level = BINARY_LEVEL[operator];
  // Comparisons chain in Jinja2 (`a < b < c`), so neither side may be one; the others group to the left.
  const leftLevel = level === LEVEL.compare ? level + 1 : level;
  return `${expressionText(left, leftLevel)} ${operator} ${expressionText(right, level + 1)}`;
}
