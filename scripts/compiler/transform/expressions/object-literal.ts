/** Objects: `{ a, ...b, c: 1 }`. */
import ts from "typescript";
import { overwrittenByUndefined } from "../../analysis/absent/overwritten.ts";
import { isPlainName, isSpecialName } from "../../analysis/literals.ts";
import { isRecord, membersOf, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { propertyAdvice } from "../../diagnostics/advice.ts";
import { describe } from "../../diagnostics/describe.ts";
import type { Expression } from "../../nsl/ast.ts";
import { acts } from "../../nsl/effects.ts";
import * as nsl from "../../nsl/factory.ts";
import { isAnyName, nameText } from "../any-name.ts";
import { choose } from "../choose.ts";
import { putInOrder } from "../key-order.ts";
import { refuseMethods } from "../own-methods.ts";
import { placeText, stopWhen } from "../stop.ts";

function spreadObject(node: ts.Expression, context: FunctionContext): Expression {
  if (ts.isParenthesizedExpression(node)) {
    return spreadObject(node.expression, context);
  }
  const spread = context.held(node) === undefined ? conditionalSpread(node, context) : null;
  if (spread !== null) {
    return spread;
  }
  const type = context.checker.getTypeAtLocation(node);
  const present = context.checker.getNonNullableType(type);
  if (present !== type && isRecord(context.checker, present)) {
    // What is absent spreads into nothing.
    return nsl.filter(context.expression(node), "default", nsl.dict([]), nsl.boolean(true));
  }
  return isRecord(context.checker, type)
    ? context.expression(node)
    : context.refuse(node, "spreadType", typeName(context.checker, type));
}

/** `...(test ? { a: 1 } : {})`, `...(test && { a: 1 })`: what is not true spreads into nothing. */
function conditionalSpread(node: ts.Expression, context: FunctionContext): Expression | null {
  if (ts.isConditionalExpression(node)) {
    const test = context.condition(node.condition);
    const then = context.capture(() => spreadObject(node.whenTrue, context));
    const otherwise = context.capture(() => spreadObject(node.whenFalse, context));
    return choose(test, then, otherwise, context, "spread");
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    const test = context.condition(node.left);
    const then = context.capture(() => spreadObject(node.right, context));
    return choose(test, then, { statements: [], result: nsl.dict([]) }, context, "spread");
  }
  return null;
}

/** What a literal is made of: a name that is written, one that is computed, or a spread. */
type Entry =
  | { readonly kind: "named"; readonly name: string; readonly value: ts.Expression }
  | { readonly kind: "computed"; readonly key: ts.Expression; readonly value: ts.Expression }
  | { readonly kind: "spread"; readonly value: ts.Expression };

/** `{ a, [b]: 1, ...c, d: 1 }`: a dict, or a dict filled step by step when there is more than written names. */
export function transformObject(node: ts.ObjectLiteralExpression, context: FunctionContext): Expression {
  const entries = node.properties.flatMap((property) => entryOf(property, context) ?? []);
  const values = context.ordered(
    entries.flatMap((entry) => worksOf(entry, context)),
    entries.flatMap(namesOf),
  );
  let at = 0;
  const steps: { readonly isPlain: boolean; readonly value: Expression }[] = [];
  let plain: [string, Expression][] = [];
  const next = (): Expression => values[at++] ?? nsl.none;
  const endPlain = (): void => {
    if (plain.length > 0) {
      steps.push({ isPlain: true, value: nsl.dict(plain) });
      plain = [];
    }
  };
  for (const entry of entries) {
    if (entry.kind === "named") {
      plain.push([entry.name, next()]);
      continue;
    }
    endPlain();
    const first = entry.kind === "spread" ? spreadWhole(next(), entry, entries, node, context) : next();
    const value: Expression = entry.kind === "spread" ? first : { kind: "dict", entries: [[first, next()]] };
    steps.push({ isPlain: false, value });
  }
  endPlain();
  if (steps.every(({ isPlain }) => isPlain)) {
    return inIndexOrder(steps[0]?.value ?? nsl.dict([]), context);
  }
  const result = context.temporaries.result("merged");
  const [first, ...rest] = steps;
  const startsFresh =
    first?.value.kind === "dict" && first.value.entries.every(([key]) => key.kind === "text");
  context.emit({ kind: "set", name: result, value: startsFresh ? first.value : nsl.dict([]), origin: node });
  for (const step of startsFresh ? rest : steps) {
    context.emit({ ...nsl.effect(nsl.method(nsl.name(result), "update", step.value)), origin: node });
  }
  if (bringsIndexes(node, context) || entries.some(mayBeIndex)) {
    putInOrder(nsl.name(result), node, context);
  }
  return nsl.name(result);
}

function entryOf(property: ts.ObjectLiteralElementLike, context: FunctionContext): Entry | null {
  if (ts.isSpreadAssignment(property)) {
    return { kind: "spread", value: property.expression };
  }
  if (ts.isShorthandPropertyAssignment(property)) {
    return { kind: "named", name: property.name.text, value: property.name };
  }
  if (ts.isPropertyAssignment(property)) {
    const { name, initializer: value } = property;
    if (ts.isComputedPropertyName(name) && isAnyName(name.expression, context)) {
      return { kind: "computed", key: name.expression, value };
    }
    const written = ts.isNumericLiteral(name)
      ? String(Number(name.text))
      : isPlainName(name)
        ? name.text
        : null;
    if (written !== null && written !== "__proto__") {
      return { kind: "named", name: written, value };
    }
  }
  if (ts.isMethodDeclaration(property) && ts.isObjectLiteralExpression(property.parent)) {
    refuseMethods(property.parent, context);
    return null;
  }
  context.refuse(
    property,
    "unsupportedSyntax",
    `The property ${describe(property)}`,
    propertyAdvice(property),
  );
  return null;
}

function worksOf(entry: Entry, context: FunctionContext): (() => Expression)[] {
  if (entry.kind === "spread") {
    return [() => spreadObject(entry.value, context)];
  }
  const value = (): Expression => context.expression(entry.value);
  return entry.kind === "named"
    ? [value]
    : [() => nameText(context.expression(entry.key), entry.key, context), value];
}

/** What is spread; where it puts undefined over what is always there by its type, the skill stops. */
function spreadWhole(
  given: Expression,
  entry: Entry,
  entries: readonly Entry[],
  node: ts.ObjectLiteralExpression,
  context: FunctionContext,
): Expression {
  const later = entries.slice(entries.indexOf(entry) + 1);
  const names = overwrittenByUndefined(entry.value, node, context).filter(
    (name) => !later.some((other) => other.kind === "named" && other.name === name),
  );
  if (names.length === 0 || given.refused === true) {
    return given;
  }
  return context.unhinted(() => {
    const known = context.stable(given, "spread");
    for (const name of names) {
      const value = nsl.method(known, "get", nsl.text(name));
      const isUndefined = nsl.and(nsl.binary("in", nsl.text(name), known), nsl.isNone(value));
      stopWhen(isUndefined, `${placeText(entry.value)}.${name} is undefined`, node, context);
    }
    return known;
  });
}

function namesOf(entry: Entry): readonly string[] {
  return entry.kind === "spread"
    ? ["spread"]
    : entry.kind === "named"
      ? [`${entry.name.replace(/^\d/u, "at_$&")}_field`]
      : ["key", "value"];
}

/** JavaScript puts names that are indexes first, in ascending order; what acts is computed in the order it is written. */
function inIndexOrder(written: Expression, context: FunctionContext): Expression {
  if (written.kind !== "dict") {
    return written;
  }
  const nameOf = ([key]: readonly [Expression, Expression]): string => (key.kind === "text" ? key.value : "");
  const isIndex = (entry: readonly [Expression, Expression]): boolean => isSpecialName(nameOf(entry));
  if (!written.entries.some(isIndex)) {
    return written;
  }
  const settled = written.entries.map(
    ([key, value]) => [key, acts(value) ? context.spill(value, "value") : value] as const,
  );
  const indexes = settled.filter(isIndex).sort((a, b) => Number(nameOf(a)) - Number(nameOf(b)));
  return { kind: "dict", entries: [...indexes, ...settled.filter((entry) => !isIndex(entry))] };
}

function mayBeIndex(entry: Entry): boolean {
  return entry.kind === "computed" || (entry.kind === "named" && isSpecialName(entry.name));
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
