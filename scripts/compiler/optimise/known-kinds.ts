/** Part of pass `kinds`: what is known of values where they are read, and what that says of an expression. */
import type { Expression } from "../nsl/ast.ts";
import { isAsciiGroup, isDigitsGroup } from "../builtins/regex/ascii.ts";
import { settledGroups } from "../builtins/regex/tree.ts";
import { type Match, matchOf } from "./match-facts.ts";

/** It is there: neither none nor undefined. The other kinds say what it is if it is there. */
export const PRESENT = 1;
export const TEXT = 2;
export const ASCII = 4 | TEXT;
/** A text of one to fifteen ASCII digits. */
export const DIGITS = 8 | ASCII;
export const INTEGER = 16;
const BOOLEAN = 32;
export const MAPPING = 64;
export const LIST = 128;
/** What `none` is if it is there: anything. */
const ANYTHING = TEXT | ASCII | DIGITS | INTEGER | BOOLEAN | MAPPING | LIST;

/** Kinds no two of which one value is. */
const APART = [TEXT, INTEGER, BOOLEAN, MAPPING, LIST];

/** Is it there, and of the kind? */
export function isKind(kinds: number, kind: number): boolean {
  return (kinds & (kind | PRESENT)) === (kind | PRESENT);
}

/** Is it there, and of another kind? */
export function isOther(kinds: number, kind: number): boolean {
  return APART.some((other) => (other & kind) === 0 && isKind(kinds, other));
}

/** What is known at a place, by the names of variables. */
export class Known {
  constructor(
    private readonly kinds = new Map<string, number>(),
    private readonly matches = new Map<string, Match>(),
  ) {}

  copy(): Known {
    return new Known(new Map(this.kinds), new Map(this.matches));
  }

  /** What is known in both. */
  with(other: Known): Known {
    const kinds = [...this.kinds].map(([name, kind]) => [name, kind & (other.kinds.get(name) ?? 0)] as const);
    const matches = [...this.matches].filter(([name, match]) => other.matches.get(name) === match);
    return new Known(new Map(kinds), new Map(matches));
  }

  forget(name: string): void {
    this.kinds.delete(name);
    this.matches.delete(name);
    for (const [other, { found }] of this.matches) {
      if (found === name) {
        this.matches.delete(other);
      }
    }
  }

  /** The match of Python that a variable is, or whose text and groups it lists. */
  matchOf(name: string): Match | undefined {
    return this.matches.get(name);
  }

  /** Was the match found? */
  isFound({ found }: Match): boolean {
    return isKind(this.kinds.get(found) ?? 0, 0);
  }

  /** The variable is given a value. */
  give(name: string, value: Expression): void {
    const match = matchOf(name, value, (other) => this.matches.get(other));
    const kinds = this.kindsOf(value);
    this.forget(name);
    this.kinds.set(name, kinds);
    if (match !== undefined) {
      this.matches.set(name, match);
    }
  }

  /** The value of the variable was seen to be of a kind. */
  see(name: string, kinds: number): void {
    this.kinds.set(name, (this.kinds.get(name) ?? 0) | kinds);
  }

  kindsOf(expression: Expression): number {
    const of = (part: Expression): number => this.kindsOf(part);
    switch (expression.kind) {
      case "name":
        return this.kinds.get(expression.name) ?? 0;
      case "text":
        return PRESENT | kindsOfText(expression.value);
      case "number":
        return PRESENT | (Number.isInteger(expression.value) ? INTEGER : 0);
      case "boolean":
      case "test":
        return PRESENT | BOOLEAN;
      case "none":
        return ANYTHING;
      case "list":
        return PRESENT | LIST;
      case "dict":
        return PRESENT | MAPPING;
      case "item":
        return expression.key.kind === "number" ? this.group(expression.target, expression.key.value) : 0;
      case "slice":
        return partly(of(expression.target));
      case "unary":
        return PRESENT | (expression.operator === "not" ? BOOLEAN : of(expression.operand) & INTEGER);
      case "conditional":
        return of(expression.then) & of(expression.otherwise);
      case "binary":
        return ofTwo(expression.operator, of(expression.left), of(expression.right));
      case "filter":
        return ofFilter(expression, of);
      case "call":
        return this.ofCall(expression);
      default:
        return 0;
    }
  }

  private ofCall({ callee, positional, keywords }: Extract<Expression, { kind: "call" }>): number {
    if (callee.kind !== "attribute") {
      // The moment in ISO 8601, where there is one.
      return callee.kind === "name" && callee.name === "GetDateTime" ? ASCII : 0;
    }
    const [first, second, third] = positional.map((part) => this.kindsOf(part));
    const target = this.kindsOf(callee.target);
    if (callee.target.kind === "name" && ["re", "json"].includes(callee.target.name)) {
      return ofModule(callee.name, keywords.length === 0, second ?? 0, third ?? 0);
    }
    switch (callee.name) {
      case "group":
        return positional[0]?.kind === "number" ? this.group(callee.target, positional[0].value) : 0;
      case "lower":
      case "upper":
      case "strip":
      case "lstrip":
      case "rstrip":
        return PRESENT | TEXT | partly(target);
      case "replace":
        return PRESENT | TEXT | (isKind(second ?? 0, ASCII) && isKind(first ?? 0, TEXT) ? partly(target) : 0);
      case "isoformat":
        return PRESENT | ASCII;
      case "toordinal":
        return PRESENT | INTEGER;
      default:
        return 0;
    }
  }

  /** A group of a match that was found, by its number: always there, or only if it took part. */
  private group(target: Expression, group: number): number {
    const match = target.kind === "name" ? this.matches.get(target.name) : undefined;
    if (match === undefined || !this.isFound(match)) {
      return 0;
    }
    const { tree } = match;
    const isSettled = group === 0 || settledGroups(tree.body).has(group);
    return (
      TEXT |
      (isSettled ? PRESENT : 0) |
      (isAsciiGroup(tree, group) ? ASCII : 0) |
      (group > 0 && isDigitsGroup(tree, group) ? DIGITS : 0)
    );
  }
}

/** What `json.dumps(value)` gives, which is ASCII, and `re.sub(pattern, put, text)`. */
function ofModule(name: string, isPlain: boolean, put: number, text: number): number {
  if (name === "sub") {
    return PRESENT | (isKind(put, ASCII) && isKind(text, ASCII) ? ASCII : TEXT);
  }
  return name === "dumps" && isPlain ? PRESENT | ASCII : 0;
}

/** What a text is. */
function kindsOfText(text: string): number {
  return /^[0-9]{1,15}$/u.test(text) ? DIGITS : /^[\0-\x7f]*$/u.test(text) ? ASCII : TEXT;
}

/** A part of a text may be no digit. */
function partly(kinds: number): number {
  return isKind(kinds, TEXT) ? kinds & (PRESENT | ASCII) : 0;
}

function ofTwo(operator: string, left: number, right: number): number {
  const both = left & right;
  switch (operator) {
    case "and":
    case "or":
      return both;
    case "~":
      return PRESENT | ([left, right].every(isPrintedAscii) ? ASCII : TEXT);
    case "+":
    case "-":
    case "*":
    case "//":
    case "%":
      return isKind(both, INTEGER)
        ? PRESENT | INTEGER
        : operator === "*" && isKind(left, ASCII) && isKind(right, INTEGER)
          ? PRESENT | ASCII
          : 0;
    case "/":
      return PRESENT;
    default:
      return PRESENT | BOOLEAN;
  }
}

/** Is it ASCII when it is joined to a text? */
function isPrintedAscii(kinds: number): boolean {
  return [ASCII, INTEGER, BOOLEAN].some((kind) => isKind(kinds, kind));
}

function ofFilter(
  { name, target, positional }: Extract<Expression, { kind: "filter" }>,
  of: (part: Expression) => number,
): number {
  const kinds = of(target);
  const [first] = positional;
  switch (name) {
    case "string":
      return PRESENT | (isPrintedAscii(kinds) ? ASCII : TEXT);
    case "int":
    case "length":
      return PRESENT | INTEGER;
    case "list":
    case "sort":
      return PRESENT | LIST;
    case "default":
      return first === undefined ? 0 : ofDefault(kinds, of(first), positional.length > 1);
    case "urlencode":
      return PRESENT | ASCII;
    case "join":
      return PRESENT | TEXT;
    default:
      return 0;
  }
}

/** `value | default(instead)`: of one that is none, the value itself, unless every false one is replaced. */
function ofDefault(kinds: number, instead: number, isFalse: boolean): number {
  return isFalse ? (kinds | PRESENT) & instead : isKind(kinds, 0) ? kinds : kinds & instead;
}
