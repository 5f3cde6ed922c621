/** Patterns: they take a value apart into variables. */
import ts from "typescript";
import { isErrorType, isWrittenProperty } from "../analysis/errors.ts";
import { findsInherited } from "../analysis/inherited.ts";
import { isPlainName } from "../analysis/literals.ts";
import { isList, isText, isTextLike, mayBeNull, mayBeUndefined, membersOf } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { choose } from "./choose.ts";
import { eachItem } from "./ranges.ts";

/** Binds a value to a name, or takes it apart into the names of a pattern. */
export function bindPattern(pattern: ts.BindingName, value: Expression, context: FunctionContext): void {
  if (ts.isIdentifier(pattern)) {
    bindName(pattern, value, context);
    return;
  }
  if (ts.isArrayBindingPattern(pattern) && value.kind === "list" && isWhole(pattern, value.items.length)) {
    value.items.forEach((part, index) => {
      const element = pattern.elements[index];
      if (element !== undefined && ts.isBindingElement(element)) {
        bindCopy(element.name, part, context);
      }
    });
    return;
  }
  const source = context.stable(value, "parts");
  if (ts.isArrayBindingPattern(pattern)) {
    bindElements(pattern, source, context);
  } else {
    bindProperties(pattern, source, context);
  }
}

function bindElements(pattern: ts.ArrayBindingPattern, source: Expression, context: FunctionContext): void {
  const type = sourceType(pattern, context);
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) {
      return;
    }
    if (element.dotDotDotToken === undefined) {
      const part = nsl.filter(nsl.item(source, nsl.number(index)), "default", nsl.none);
      bindPattern(element.name, withDefault(element, part, String(index), type, context), context);
    } else if (isList(context.checker, type)) {
      bindPattern(element.name, nsl.slice(source, nsl.number(index), null), context);
    } else {
      refuseElement(element, context);
    }
  });
}

function bindProperties(
  pattern: ts.ObjectBindingPattern,
  source: Expression,
  context: FunctionContext,
): void {
  const type = sourceType(pattern, context);
  const names: Expression[] = [];
  for (const element of pattern.elements) {
    const key = element.propertyName ?? element.name;
    const isRecord = isRecordType(type, context) && !isErrorType(type, context.checker);
    if (element.dotDotDotToken !== undefined && isRecord) {
      bindPattern(element.name, others(source, names, element, context), context);
      continue;
    }
    if (
      element.dotDotDotToken !== undefined ||
      ts.isArrayBindingPattern(key) ||
      ts.isObjectBindingPattern(key) ||
      !isPlainName(key) ||
      findsInherited(context.checker.getTypeAtLocation(pattern), key.text, context.checker) ||
      // What a text or a list has, and a match beside its texts, is no property in NSL.
      isText(type) ||
      isList(context.checker, type) ||
      (key.text === "length" && !isRecord) ||
      (isErrorType(type, context.checker) && !isWrittenProperty(key.text))
    ) {
      refuseElement(element, context);
      continue;
    }
    names.push(nsl.text(key.text));
    const optional =
      element.initializer !== undefined || mayBeUndefined(context.checker.getTypeAtLocation(element));
    const part = optional
      ? nsl.method(source, "get", nsl.text(key.text))
      : nsl.item(source, nsl.text(key.text));
    bindPattern(element.name, withDefault(element, part, key.text, type, context), context);
  }
}

/** The type of what a pattern takes apart, without null and undefined. */
function sourceType(pattern: ts.BindingPattern, context: FunctionContext): ts.Type {
  const { checker } = context;
  return checker.getNonNullableType(checker.getTypeAtLocation(pattern));
}

/** The part, or the default of the element where it is undefined. */
function withDefault(
  element: ts.BindingElement,
  part: Expression,
  key: string,
  source: ts.Type,
  context: FunctionContext,
): Expression {
  const { initializer } = element;
  const given = partTypes(source, key, context);
  if (initializer === undefined || !given.some(mayBeUndefined)) {
    return part;
  }
  if (given.some(mayBeNull)) {
    return context.refuse(element, "nullDefault");
  }
  const known = context.stable(part, "part");
  const fallback = context.capture(() => context.expression(initializer));
  return choose(nsl.isNotNone(known), { statements: [], result: known }, fallback, context, "part");
}

/** The type of a part as the value has it; it may be undefined where no type tells of it. */
function partTypes(source: ts.Type, key: string, context: FunctionContext): readonly ts.Type[] {
  const { checker } = context;
  return membersOf(source).flatMap((member) => {
    const property = checker.getPropertyOfType(member, key);
    if (property !== undefined) {
      return [checker.getTypeOfSymbol(property)];
    }
    const kind = checker.isArrayLikeType(member) ? ts.IndexKind.Number : ts.IndexKind.String;
    const indexed = checker.getIndexTypeOfType(member, kind);
    return [checker.getUndefinedType(), ...(indexed === undefined ? [] : [indexed])];
  });
}

/** `...others`: a new object of what the pattern has not named. */
function others(
  source: Expression,
  names: readonly Expression[],
  element: ts.BindingElement,
  context: FunctionContext,
): Expression {
  const result = context.start(nsl.dict([]), "others");
  const turn = (key: Expression): Statement[] => {
    const entry: Expression = { kind: "dict", entries: [[key, nsl.item(source, key)]] };
    return [
      nsl.when(nsl.binary("not in", key, nsl.list(names)), [nsl.effect(nsl.method(result, "update", entry))]),
    ];
  };
  eachItem("key", source, turn, element, context);
  return result;
}

/** Binds a value that may be another variable, which may change later. */
function bindCopy(pattern: ts.BindingName, value: Expression, context: FunctionContext): void {
  const symbol = ts.isIdentifier(pattern) ? context.checker.getSymbolAtLocation(pattern) : undefined;
  if (symbol === undefined) {
    bindPattern(pattern, value, context);
  } else {
    context.variables.initialise(symbol, value, pattern);
  }
}

/** Does every element of a list written in place get a name? */
function isWhole(pattern: ts.ArrayBindingPattern, count: number): boolean {
  return (
    pattern.elements.length === count &&
    pattern.elements.every((element) => ts.isBindingElement(element) && isSimple(element))
  );
}

/** Refuses a part of a pattern and makes its names known, so that their uses are not reported too. */
function refuseElement(element: ts.BindingElement, context: FunctionContext): void {
  context.refuse(element, "destructuring");
  declareNames(element.name, context);
}

function declareNames(pattern: ts.BindingName, context: FunctionContext): void {
  if (ts.isIdentifier(pattern)) {
    bindName(pattern, nsl.none, context);
    return;
  }
  pattern.elements.forEach((element) => {
    if (!ts.isOmittedExpression(element)) {
      declareNames(element.name, context);
    }
  });
}

function isRecordType(type: ts.Type, context: FunctionContext): boolean {
  return !isText(type) && !isTextLike(context.checker, type) && !isList(context.checker, type);
}

function isSimple(element: ts.BindingElement): boolean {
  return element.dotDotDotToken === undefined && element.initializer === undefined;
}

function bindName(pattern: ts.Identifier, value: Expression, context: FunctionContext): void {
  const symbol = context.checker.getSymbolAtLocation(pattern);
  if (symbol === undefined) {
    return;
  }
  if (value.kind === "name" && !context.variables.isBoxed(symbol)) {
    context.variables.declare(symbol, value.name);
  } else {
    context.variables.initialise(symbol, value, pattern);
  }
}
