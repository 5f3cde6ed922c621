/** Checks that a value has the form a cast claims: where it has another, the skill stops. */
import ts from "typescript";
import {
  isAbsent,
  isBoolean,
  isList,
  isNumber,
  isObjectOnly,
  isText,
  literalValue,
  mayBeNull,
  mayBeUndefined,
  presentMembers,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { numberTest } from "./decimals.ts";
import { eachItem } from "./ranges.ts";
import { stopWhen } from "./stop.ts";
import { isBooleanValue, isListValue } from "./value-tests.ts";

/** A form may hold forms; one that holds itself has no end. */
const DEEPEST = 6;

/** Can a value be checked for the type? */
export function hasCheckedForm(type: ts.Type, context: FunctionContext, depth = 0): boolean {
  const { checker } = context;
  const members = presentMembers(type);
  if (depth > DEEPEST || (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) !== 0) {
    return false;
  }
  if (isUnknown(type) || members.every((member) => primitiveTest(nsl.none, member, null, context) !== null)) {
    return true;
  }
  const [only] = members;
  if (members.length !== 1 || only === undefined || !isObjectOnly(only)) {
    return false;
  }
  const places = placesOf(only, checker);
  if (places !== undefined) {
    return places.every((place) => hasCheckedForm(place, context, depth + 1));
  }
  if (isList(checker, only)) {
    const entry = checker.getIndexTypeOfType(only, ts.IndexKind.Number);
    return !checker.isTupleType(only) && entry !== undefined && hasCheckedForm(entry, context, depth + 1);
  }
  const isPlain =
    only.getCallSignatures().length === 0 && only.symbol?.declarations?.some(ts.isClassLike) !== true;
  const named = checker.getPropertiesOfType(only).map((property) => checker.getTypeOfSymbol(property));
  const indexed = checker.getIndexInfosOfType(only).map((info) => info.type);
  return isPlain && [...named, ...indexed].every((part) => hasCheckedForm(part, context, depth + 1));
}

/** The types of the elements of `[string, number]`; undefined for what is no such list or has optional ones. */
function placesOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] | undefined {
  if (!checker.isTupleType(type)) {
    return undefined;
  }
  const { target } = type as ts.TupleTypeReference;
  const isFixed = target.elementFlags.every((flags) => flags === ts.ElementFlags.Required);
  return isFixed ? checker.getTypeArguments(type as ts.TupleTypeReference) : undefined;
}

/** Writes the check of a value, which may be read again. `path` names it where it does not fit. */
export function checkForm(
  value: Expression,
  type: ts.Type,
  path: string,
  node: ts.Node,
  context: FunctionContext,
): void {
  if (isUnknown(type)) {
    return;
  }
  const members = presentMembers(type);
  const isOptional = mayBeNull(type) || mayBeUndefined(type);
  const statements = context.collect(() => {
    const tests = members.map((member) => primitiveTest(value, member, node, context));
    const simple = tests.filter((test) => test !== null);
    if (simple.length === members.length) {
      const fits = simple.reduce<Expression>((any, test) => nsl.or(any, test), nsl.boolean(false));
      stopWhen(nsl.not(withoutFalse(fits)), `${path} is not of the type that is claimed`, node, context);
    } else if (members[0] !== undefined) {
      checkObject(value, members[0], path, node, context);
    }
  });
  context.emitAll(isOptional ? [nsl.when(nsl.isNotNone(value), statements)] : statements);
}

function withoutFalse(test: Expression): Expression {
  return test.kind === "binary" && test.operator === "or" && test.left.kind === "boolean"
    ? test.right
    : test.kind === "binary" && test.operator === "or"
      ? nsl.or(withoutFalse(test.left), test.right)
      : test;
}

function checkObject(
  value: Expression,
  type: ts.Type,
  path: string,
  node: ts.Node,
  context: FunctionContext,
): void {
  const { checker } = context;
  const isRow = isList(checker, type);
  const isOfKind = isRow ? isListValue(value) : nsl.test(value, "mapping");
  stopWhen(nsl.unary("not", isOfKind), `${path} is no ${isRow ? "list" : "object"}`, node, context);
  const each = (list: Expression, entryOf: (part: Expression) => Expression, entry: ts.Type): void => {
    const turn = (part: Expression): Statement[] =>
      context.collect(() => {
        checkForm(
          context.unhinted(() => context.stable(entryOf(part), "entry")),
          entry,
          `${path}[]`,
          node,
          context,
        );
      });
    if (!isUnknown(entry)) {
      eachItem("part", list, turn, node, context);
    }
  };
  const places = placesOf(type, checker);
  if (places !== undefined) {
    const length = nsl.filter(value, "length");
    const isShort = nsl.binary("<", length, nsl.number(places.length));
    stopWhen(isShort, `${path} has too few elements`, node, context);
    places.forEach((place, index) => {
      const part = context.unhinted(() => context.stable(nsl.item(value, nsl.number(index)), "entry"));
      checkForm(part, place, `${path}[${String(index)}]`, node, context);
    });
    return;
  }
  if (isRow) {
    const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (entry !== undefined) {
      each(value, (part) => part, entry);
    }
    return;
  }
  for (const property of checker.getPropertiesOfType(type)) {
    const partType = checker.getTypeOfSymbol(property);
    const name = nsl.text(property.name);
    const isLeftOut = (property.flags & ts.SymbolFlags.Optional) !== 0 || mayBeUndefined(partType);
    if (!isLeftOut && mayBeNull(partType)) {
      stopWhen(nsl.binary("not in", name, value), `${path}.${property.name} is missing`, node, context);
    }
    if (isLeftOut && !mayBeNull(partType)) {
      // JavaScript tells null from what is left out.
      const isNull = nsl.and(nsl.binary("in", name, value), nsl.isNone(nsl.method(value, "get", name)));
      stopWhen(isNull, `${path}.${property.name} is null`, node, context);
    }
    const part = context.unhinted(() =>
      context.spill(nsl.method(value, "get", name), `${property.name}_part`),
    );
    checkForm(part, partType, `${path}.${property.name}`, node, context);
  }
  for (const { type: entry } of checker.getIndexInfosOfType(type)) {
    each(value, (key) => nsl.item(value, key), entry);
  }
}

/** The test of a text, a number, a boolean or a literal of them; null for anything else. */
function primitiveTest(
  value: Expression,
  type: ts.Type,
  node: ts.Node | null,
  context: FunctionContext,
): Expression | null {
  const literal = literalValue(context.checker, type);
  if (literal !== undefined) {
    return typeof literal === "boolean"
      ? nsl.test(value, "sameas", false, nsl.boolean(literal))
      : nsl.and(
          typeof literal === "string" ? nsl.test(value, "string") : numberTest(value, node, context),
          nsl.binary("==", value, nsl.literal(literal)),
        );
  }
  if (isAbsent(type)) {
    return null;
  }
  if (isText(type)) {
    return nsl.test(value, "string");
  }
  if (isNumber(type)) {
    return numberTest(value, node, context);
  }
  return isBoolean(type) ? isBooleanValue(value) : null;
}

/** `unknown`, or a type of which any JSON is one. */
function isUnknown(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Unknown) !== 0 || type.aliasSymbol?.name === "JsonValue";
}
