/** Literals: numbers, templates, lists and objects. */
import ts from "typescript";
import { propertyAdvice } from "../../diagnostics/advice.ts";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { isGlobal } from "../../builtins/globals.ts";
import { isMatchesCall } from "../../builtins/regex/matches.ts";
import { putInOrder } from "../../builtins/key-order.ts";
import type { FunctionContext } from "../function-context.ts";
import {
  isBoolean,
  isList,
  isNumber,
  isObjectOnly,
  isPrimitive,
  isText,
  mayBeBoolean,
  mayBeNull,
  mayBeUndefined,
  membersOf,
  typeName,
} from "../types.ts";
import { choose } from "./choose.ts";
import { transformCondition } from "./condition.ts";
import { isBooleanValue } from "./equality.ts";
import { describe, transformExpression, transformOrdered } from "./index.ts";

/** Numbers are integers both runtimes print alike. */
export function transformNumber(node: ts.NumericLiteral, context: FunctionContext): Expression {
  const value = Number(node.text);
  if (!Number.isInteger(value) || Math.abs(value) >= 1e15) {
    return context.refuse(node, "decimalLiteral", node.getText());
  }
  return nsl.number(value);
}

/** `${a} and ${b}` becomes `a ~ " and " ~ b`. */
export function transformTemplate(node: ts.TemplateExpression, context: FunctionContext): Expression {
  const values = transformOrdered(
    node.templateSpans.map((span) => () => textOf(span.expression, context)),
    context,
    "text",
  );
  const parts: Expression[] = [];
  const add = (part: Expression): void => {
    const last = parts.at(-1);
    const literal = part.kind === "number" ? nsl.text(String(part.value)) : part;
    if (literal.kind === "text" && last?.kind === "text") {
      parts.splice(-1, 1, nsl.text(`${last.value}${literal.value}`));
    } else if (literal.kind !== "text" || literal.value !== "") {
      parts.push(literal);
    }
  };
  add(nsl.text(node.head.text));
  node.templateSpans.forEach((span, index) => {
    add(values[index] ?? nsl.text(""));
    add(nsl.text(span.literal.text));
  });
  const [first, ...rest] = parts;
  if (first === undefined) {
    return nsl.text("");
  }
  // A lone number would stay a number.
  return rest.length === 0
    ? first.kind === "text"
      ? first
      : nsl.filter(first, "string")
    : rest.reduce((left, right) => nsl.binary("~", left, right), first);
}

/** A value as `String(value)` would print it: texts, integers and booleans only. */
export function textOf(node: ts.Expression, context: FunctionContext): Expression {
  const type = context.checker.getTypeAtLocation(node);
  const before = context.flow.reporter.count;
  const value = transformExpression(node, context);
  if (context.flow.reporter.count > before) {
    return value;
  }
  return textOfValue(value, type, node, context);
}

/** The same of a value of a type, which was computed before. */
export function textOfValue(
  value: Expression,
  type: ts.Type,
  node: ts.Node,
  context: FunctionContext,
): Expression {
  // What never comes, as in the last branch of a complete `switch`, may be written as it is.
  const isNever = (type.flags & ts.TypeFlags.Never) !== 0;
  const isPlain = isNever || (isPrimitive(type) && !mayBeNull(type) && !mayBeUndefined(type));
  return isPlain
    ? printed(value, type, context)
    : context.refuse(node, "templateType", typeName(context.checker, type));
}

/** A text, a number or a boolean as it is joined to a text: Python prints `True` for true. */
export function printed(value: Expression, type: ts.Type, context: FunctionContext): Expression {
  if (!mayBeBoolean(type)) {
    return value;
  }
  const known = isBoolean(type) ? value : context.stable(value, "text");
  const word = nsl.conditional(known, nsl.text("true"), nsl.text("false"));
  return isBoolean(type) ? word : nsl.conditional(isBooleanValue(known), word, known);
}

/** `[a, ...b, c]` becomes `[a] + b + [c]`. */
export function transformArray(node: ts.ArrayLiteralExpression, context: FunctionContext): Expression {
  const [only] = node.elements;
  if (node.elements.length === 1 && only !== undefined && ts.isSpreadElement(only)) {
    if (isMatchesCall(only.expression)) {
      return transformExpression(only.expression, context);
    }
  }
  const hint = context.hint;
  context.hint = null;
  const values = transformOrdered(
    node.elements.map(
      (element) => () =>
        ts.isSpreadElement(element)
          ? spreadList(element.expression, context)
          : transformExpression(element, context),
    ),
    context,
    "item",
  );
  context.hint = hint;
  const runs: Expression[] = [];
  let run: Expression[] = [];
  node.elements.forEach((element, index) => {
    const value = values[index];
    if (value === undefined) {
      return;
    }
    if (!ts.isSpreadElement(element)) {
      run.push(value);
      return;
    }
    if (run.length > 0) {
      runs.push(nsl.list(run));
      run = [];
    }
    runs.push(value);
  });
  if (run.length > 0 || runs.length === 0) {
    runs.push(nsl.list(run));
  }
  const [first, ...rest] = runs;
  // A lone spread still makes a new list: `[...items]` is a copy.
  const start = rest.length === 0 && first?.kind !== "list" ? [nsl.list([]), ...runs] : runs;
  return start.slice(1).reduce((left, right) => nsl.binary("+", left, right), start[0] ?? nsl.list([]));
}

/** What `...` stands before in a list: a list, and never a text or an absent value. */
export function spreadList(node: ts.Expression, context: FunctionContext, advice = ""): Expression {
  const repeated = setOf(node, context);
  if (repeated !== undefined) {
    return distinct(repeated, node, context);
  }
  const type = context.checker.getTypeAtLocation(node);
  return isMatchesCall(node) || (isList(context.checker, type) && !mayBeNull(type) && !mayBeUndefined(type))
    ? transformExpression(node, context)
    : context.refuse(node, "spreadType", typeName(context.checker, type), advice);
}

/** The list of `new Set(list)`, when both runtimes find the same elements equal. */
export function setOf(node: ts.Expression, context: FunctionContext): ts.Expression | undefined {
  const given =
    ts.isNewExpression(node) && isGlobal(node.expression, "Set", context) ? node.arguments : undefined;
  const [argument] = given ?? [];
  const type = argument === undefined ? undefined : context.checker.getTypeAtLocation(argument);
  const element =
    type !== undefined && isList(context.checker, type)
      ? context.checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
  const isAlike = [isText, isNumber, isBoolean].some((is) => element !== undefined && is(element));
  return element !== undefined && isAlike && !mayBeNull(element) && !mayBeUndefined(element)
    ? argument
    : undefined;
}

/** Each element once, where it stands first. */
export function distinct(node: ts.Expression, origin: ts.Node, context: FunctionContext): Expression {
  const repeated = context.unhinted(() => transformExpression(node, context));
  const result = context.unhinted(() => context.start(nsl.list([]), "distinct"));
  const turn = (entry: Expression): Statement[] => [
    nsl.when(nsl.binary("not in", entry, result), [nsl.effect(nsl.method(result, "append", entry))]),
  ];
  context.eachItem("entry", repeated, turn, origin);
  return result;
}

function spreadObject(node: ts.Expression, context: FunctionContext): Expression {
  if (ts.isParenthesizedExpression(node)) {
    return spreadObject(node.expression, context);
  }
  const spread = context.held(node) === undefined ? conditionalSpread(node, context) : null;
  if (spread !== null) {
    return spread;
  }
  const type = context.checker.getTypeAtLocation(node);
  const isRecord =
    isObjectOnly(type) && !membersOf(type).some((member) => context.checker.isArrayLikeType(member));
  return isRecord && !mayBeNull(type) && !mayBeUndefined(type)
    ? transformExpression(node, context)
    : context.refuse(node, "spreadType", typeName(context.checker, type));
}

/** `...(test ? { a: 1 } : {})`, `...(test && { a: 1 })`: what is not true spreads into nothing. */
function conditionalSpread(node: ts.Expression, context: FunctionContext): Expression | null {
  if (ts.isConditionalExpression(node)) {
    const test = transformCondition(node.condition, context);
    const then = context.capture(() => spreadObject(node.whenTrue, context));
    const otherwise = context.capture(() => spreadObject(node.whenFalse, context));
    return choose(test, then, otherwise, context, "spread");
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    const test = transformCondition(node.left, context);
    const then = context.capture(() => spreadObject(node.right, context));
    return choose(test, then, { statements: [], result: nsl.dict([]) }, context, "spread");
  }
  return null;
}

/** `{ a, ...b, c: 1 }`: a dict, or a dict filled step by step when there is a spread. */
export function transformObject(node: ts.ObjectLiteralExpression, context: FunctionContext): Expression {
  const hint = context.hint;
  context.hint = null;
  const entries: (readonly [string | null, ts.Expression])[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      entries.push([null, property.expression]);
    } else if (
      ts.isPropertyAssignment(property) &&
      isPlainName(property.name) &&
      !isSpecialName(property.name.text)
    ) {
      entries.push([property.name.text, property.initializer]);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      entries.push([property.name.text, property.name]);
    } else {
      context.refuse(
        property,
        "unsupportedSyntax",
        `The property ${describe(property)}`,
        propertyAdvice(property),
      );
    }
  }
  const values = transformOrdered(
    entries.map(([key, value]) => () => {
      if (key === null) {
        return spreadObject(value, context);
      }
      if (mayBeUndefined(context.checker.getTypeAtLocation(value))) {
        return context.refuse(value, "undefinedProperty");
      }
      return transformExpression(value, context);
    }),
    context,
    entries.map(([key]) => (key === null ? "spread" : `${key}_field`)),
  );
  context.hint = hint;
  if (!entries.some(([key]) => key === null)) {
    return nsl.dict(entries.map(([key], index) => [key ?? "", values[index] ?? nsl.text("")] as const));
  }
  const result = context.result("merged");
  const steps: Expression[] = [];
  let plain: [string, Expression][] = [];
  entries.forEach(([key], index) => {
    const value = values[index] ?? nsl.text("");
    if (key !== null) {
      plain.push([key, value]);
      return;
    }
    steps.push(nsl.dict(plain), value);
    plain = [];
  });
  steps.push(nsl.dict(plain));
  const [first, ...rest] = steps.filter((step) => step.kind !== "dict" || step.entries.length > 0);
  const startsFresh = first?.kind === "dict";
  context.emit({ kind: "set", name: result, value: startsFresh ? first : nsl.dict([]), origin: node });
  for (const step of startsFresh ? rest : [...(first === undefined ? [] : [first]), ...rest]) {
    context.emit({ ...nsl.effect(nsl.method(nsl.name(result), "update", step)), origin: node });
  }
  if (bringsIndexes(node, context)) {
    putInOrder(nsl.name(result), node, context);
  }
  return nsl.name(result);
}

/** Is an object whose names are not all known spread behind something else? Names that are indexes go before it. */
function bringsIndexes(node: ts.ObjectLiteralExpression, context: FunctionContext): boolean {
  return node.properties
    .slice(1)
    .some(
      (property) =>
        ts.isSpreadAssignment(property) &&
        membersOf(context.checker.getTypeAtLocation(property.expression)).some(
          (member) => context.checker.getIndexInfosOfType(member).length > 0,
        ),
    );
}

/** In JavaScript one name sets what the object inherits from, and names that are indexes come first. */
export function isSpecialName(name: string): boolean {
  return name === "__proto__" || /^(?:0|[1-9][0-9]*)$/.test(name);
}

/** An identifier or text as a property name; computed names are not. */
export function isPlainName(node: ts.PropertyName): node is ts.Identifier | ts.StringLiteral {
  return ts.isIdentifier(node) || ts.isStringLiteral(node);
}
