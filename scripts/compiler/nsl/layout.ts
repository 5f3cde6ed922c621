/** Lays an expression out over lines: what does not fit on one is broken at its outermost list of parts. */
import type ts from "typescript";
import type { BinaryOperator, Expression } from "./ast.ts";
import { chosenLevel, expressionText, levelOf, filterSuffix } from "./expression-text.ts";
import * as nsl from "./factory.ts";

/** One line of an expression, with the place it comes from. */
interface Line {
  readonly depth: number;
  readonly text: string;
  readonly origin: ts.Node | undefined;
}

const WIDTH = 110;

/** Operators whose operands may stand on lines of their own. */
const CHAINS: ReadonlySet<BinaryOperator> = new Set(["~", "and", "or", "+", "-"]);

/** An expression and what is written around it. */
export interface Part {
  readonly before: string;
  readonly value: Expression;
  readonly after: string;
  /** The value must stand in brackets, its own or these. */
  readonly bracketed?: boolean;
}

/** Lays out a part at a depth; `origin` is for lines that have none of their own. */
export function layOut(
  { before, value, after, bracketed = false }: Part,
  depth: number,
  origin: ts.Node | undefined,
): Line[] {
  const place = value.origin ?? origin;
  const written = expressionText(value);
  const single = `${before}${bracketed ? `(${written})` : written}${after}`;
  const parts = depth * 2 + single.length > WIDTH ? partsOf(value) : null;
  if (parts === null) {
    return [{ depth, text: single, origin: place }];
  }
  const [open, close] =
    bracketed && !isWrapped(parts) ? [`(${parts.open}`, `${parts.close})`] : [parts.open, parts.close];
  return [
    { depth, text: `${before}${open}`, origin: place },
    ...parts.items.flatMap((part) => layOut(part, depth + 1, place)),
    { depth, text: `${close}${after}`, origin: place },
  ];
}

interface Parts {
  readonly open: string;
  readonly items: readonly Part[];
  readonly close: string;
}

/** The parts an expression can be broken into; null when it must stay on its line. */
function partsOf(expression: Expression): Parts | null {
  switch (expression.kind) {
    case "list":
      return {
        open: "[",
        items: expression.items.map((value) => ({ before: "", value, after: "," })),
        close: "]",
      };
    case "dict":
      return {
        open: "{",
        items: expression.entries.map(([key, value]) => ({
          before: `${expressionText(key)}: `,
          value,
          after: ",",
        })),
        close: "}",
      };
    case "call":
      return callParts(expression);
    case "filter":
      return extended(expression.target, filterSuffix(expression));
    case "item":
      return extended(expression.target, `[${expressionText(expression.key)}]`);
    case "conditional":
      return {
        open: "(",
        items: [
          {
            before: "",
            value: expression.then,
            after: "",
            bracketed: levelOf(expression.then) < chosenLevel(expression.then),
          },
          {
            before: "if ",
            value: expression.test,
            after: "",
            bracketed: expression.test.kind === "conditional",
          },
          { before: "else ", value: expression.otherwise, after: "" },
        ],
        close: ")",
      };
    case "binary":
      return CHAINS.has(expression.operator) ? chainParts(expression) : null;
    default:
      return null;
  }
}

function callParts(expression: Extract<Expression, { kind: "call" }>): Parts | null {
  const { callee: called } = expression;
  const callee = expressionText(called);
  if (called.kind === "attribute") {
    // `json.dumps(...).encode("utf-8")`: the long part is the one before.
    const args = [
      ...expression.positional.map((value) => expressionText(value)),
      ...expression.keywords.map(([keyword, value]) => `${keyword}=${expressionText(value)}`),
    ];
    const before = extended(called.target, `.${called.name}(${args.join(", ")})`);
    if (before !== null) {
      return before;
    }
  }
  const [only] = expression.positional;
  if (expression.positional.length === 1 && expression.keywords.length === 0 && only !== undefined) {
    const inner = partsOf(only);
    return inner === null ? null : { ...inner, open: `${callee}(${inner.open}`, close: `${inner.close})` };
  }
  if (expression.keywords.length === 0 && expression.positional.every(isLiteral)) {
    return null;
  }
  const items = [
    ...expression.positional.map((value) => ({ before: "", value, after: "," })),
    ...expression.keywords.map(([keyword, value]) => ({ before: `${keyword}=`, value, after: "," })),
  ];
  return { open: `${callee}(`, items, close: ")" };
}

function isLiteral(expression: Expression): boolean {
  return expression.kind === "text" || expression.kind === "number";
}

/** The parts of a target, with what follows it on the last line. */
function extended(target: Expression, suffix: string): Parts | null {
  const inner = partsOf(target);
  // A filter may follow a filter; an index and a method bind tighter.
  const isWeak = levelOf(target) < levelOf(suffix.startsWith(" | ") ? nsl.filter(target, "list") : nsl.none);
  return inner === null || (isWeak && !isWrapped(inner))
    ? null
    : { ...inner, close: `${inner.close}${suffix}` };
}

/** Do the parts begin and end with brackets of their own? */
function isWrapped({ open, close }: Parts): boolean {
  return open === "(" && close === ")";
}

/** `a ~ b ~ c` as three lines. */
function chainParts(expression: Extract<Expression, { kind: "binary" }>): Parts | null {
  const { operator } = expression;
  const operands: Expression[] = [];
  let left: Expression = expression;
  while (left.kind === "binary" && left.operator === operator) {
    operands.unshift(left.right);
    left = left.left;
  }
  operands.unshift(left);
  const items = operands.map((value, index) => ({
    before: index === 0 ? "" : `${operator} `,
    value,
    after: "",
    bracketed: levelOf(value) < levelOf(expression) + (index === 0 ? 0 : 1),
  }));
  return { open: "(", items, close: ")" };
}
