/** Lays an expression out over lines: what does not fit on one is broken at its outermost list of parts. */
import type ts from "typescript";
import type { BinaryOperator, Expression } from "./ast.ts";
import { expressionText, levelOf } from "./expression-text.ts";

/** One line of an expression, with the place it comes from. */
export interface Line {
  readonly depth: number;
  readonly text: string;
  readonly origin: ts.Node | undefined;
}

const WIDTH = 110;

/** Operators whose operands may stand on lines of their own. */
const CHAINS: ReadonlySet<BinaryOperator> = new Set(["~", "and", "or", "+"]);

/** Lays out `open expression close` at a depth; `origin` is for lines that have none of their own. */
export function layOut(
  expression: Expression,
  open: string,
  close: string,
  depth: number,
  origin: ts.Node | undefined,
): Line[] {
  const place = expression.origin ?? origin;
  const single = `${open}${expressionText(expression)}${close}`;
  const parts = depth * 2 + single.length > WIDTH ? partsOf(expression) : null;
  if (parts === null) {
    return [{ depth, text: single, origin: place }];
  }
  return [
    { depth, text: `${open}${parts.open}`, origin: place },
    ...parts.items.flatMap((part) => layOut(part.value, part.before, part.after, depth + 1, place)),
    { depth, text: `${parts.close}${close}`, origin: place },
  ];
}

interface Part {
  readonly before: string;
  readonly value: Expression;
  readonly after: string;
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
    case "filter": {
      const inner = partsOf(expression.target);
      const args = expression.positional.map((value) => expressionText(value)).join(", ");
      const suffix = ` | ${expression.name}${args === "" ? "" : `(${args})`}`;
      return inner === null || needsBrackets(expression.target)
        ? null
        : { ...inner, close: `${inner.close}${suffix}` };
    }
    case "conditional":
      return bracketed([
        { before: "", value: expression.then, after: "" },
        { before: "if ", value: expression.test, after: "" },
        { before: "else ", value: expression.otherwise, after: "" },
      ]);
    case "binary":
      return CHAINS.has(expression.operator) ? chainParts(expression) : null;
    default:
      return null;
  }
}

function callParts(expression: Extract<Expression, { kind: "call" }>): Parts | null {
  const callee = expressionText(expression.callee);
  const [only] = expression.positional;
  if (expression.positional.length === 1 && expression.keywords.length === 0 && only !== undefined) {
    const inner = partsOf(only);
    return inner === null ? null : { ...inner, open: `${callee}(${inner.open}`, close: `${inner.close})` };
  }
  const items = [
    ...expression.positional.map((value) => ({ before: "", value, after: "," })),
    ...expression.keywords.map(([keyword, value]) => ({ before: `${keyword}=`, value, after: "," })),
  ];
  return items.length === 0 ? null : { open: `${callee}(`, items, close: ")" };
}

/** `a ~ b ~ c` as three lines. An operand that would need brackets keeps the whole on one line. */
function chainParts(expression: Extract<Expression, { kind: "binary" }>): Parts | null {
  const { operator } = expression;
  const operands: Expression[] = [];
  let left: Expression = expression;
  while (left.kind === "binary" && left.operator === operator) {
    operands.unshift(left.right);
    left = left.left;
  }
  operands.unshift(left);
  return operands.some((operand) => levelOf(operand) <= levelOf(expression))
    ? null
    : bracketed(
        operands.map((value, index) => ({ before: index === 0 ? "" : `${operator} `, value, after: "" })),
      );
}

function bracketed(items: readonly Part[]): Parts | null {
  // A conditional among the parts binds weaker than its neighbours and would need brackets of its own.
  return items.some((part, index) => part.value.kind === "conditional" && index < items.length - 1)
    ? null
    : { open: "(", items, close: ")" };
}

function needsBrackets(target: Expression): boolean {
  return target.kind === "conditional" || target.kind === "binary";
}
