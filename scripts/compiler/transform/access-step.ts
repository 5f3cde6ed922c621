/** One property or element of a value that is in NSL already. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { findsInherited } from "../analysis/inherited.ts";
import { isBare, isOwnKey, literalKeys, recordAdvice } from "../analysis/keys.ts";
import { isRegexType } from "../analysis/regex-constants.ts";
import {
  isList,
  isObjectOnly,
  isText,
  isTextLike,
  mayBeUndefined,
  presentMembers,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { describe } from "../diagnostics/describe.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { isAnyName, nameText, stopAtInherited } from "./any-name.ts";
import { computedBefore } from "./computed-before.ts";
import { errorProperty } from "./errors.ts";
import { charAtIndex, textLength } from "./text-units.ts";

/** One step of access on a value already in NSL; `named` is the computed name, when that is too. */
export function accessStep(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
  named?: Expression,
): Expression {
  const { checker } = context;
  const ofMatch = context.library.matchProperty(target, node, context);
  if (ofMatch !== undefined) {
    return ofMatch;
  }
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  if (ts.isPropertyAccessExpression(node) && collectionOf(node.expression, checker) !== undefined) {
    return node.name.text === "size"
      ? nsl.filter(target, "length")
      : context.refuse(node, "unknownMethod", node.name.text, "a map or a set");
  }
  if (isRegexType(owner)) {
    return context.refuse(node, "unsupportedSyntax", "What a regular expression consists of", "");
  }
  if (ts.isPropertyAccessExpression(node)) {
    const ofError = errorProperty(target, node, context);
    if (ofError !== undefined) {
      return ofError;
    }
    return propertyStep(target, owner, node.name.text, node, context);
  }
  const key = node.argumentExpression;
  if (ts.isStringLiteralLike(key)) {
    return propertyStep(target, owner, key.text, node, context);
  }
  if (isText(owner)) {
    return charAtIndex(computedBefore(target, [key], context), node, context);
  }
  if (isList(checker, owner)) {
    return elementStep(target, key, node, context);
  }
  if (isObjectOnly(owner) && isOwnKey(node, context)) {
    return namedStep(target, owner, node, named, context);
  }
  return isObjectOnly(owner) && isAnyName(key, context)
    ? anyStep(target, node, named, context)
    : context.refuse(key, "dynamicKey", "", recordAdvice(node.expression, context));
}

/** `record[key]`: a name nobody knows before it is read. */
function anyStep(
  target: Expression,
  node: ts.ElementAccessExpression,
  named: Expression | undefined,
  context: FunctionContext,
): Expression {
  const key = node.argumentExpression;
  return context.unhinted(() => {
    const known = named === undefined ? computedBefore(target, [key], context) : target;
    const name = named ?? nameText(context.expression(key), key, context);
    const [record, text] = [context.stable(known, "record"), context.stable(name, "key")];
    stopAtInherited(record, text, node, context);
    return nsl.method(record, "get", text);
  });
}

/** `record[key]`: a name of the object's own, or one it does not have. */
function namedStep(
  target: Expression,
  owner: ts.Type,
  node: ts.ElementAccessExpression,
  named: Expression | undefined,
  context: FunctionContext,
): Expression {
  const key = node.argumentExpression;
  const record = named === undefined ? computedBefore(target, [key], context) : target;
  const value = named ?? context.unhinted(() => context.expression(key));
  const isThere = literalKeys(key, context)?.every((property) => alwaysHas(owner, property, context));
  return isThere === true ? nsl.item(record, value) : nsl.method(record, "get", value);
}

function propertyStep(
  target: Expression,
  owner: ts.Type,
  property: string,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  if (property === "length" && isText(owner)) {
    return textLength(target, isAccess(node) && context.library.known.isAscii(node.expression, context));
  }
  if (property === "length" && isList(context.checker, owner)) {
    return nsl.filter(target, "length");
  }
  if (isText(owner) || isList(context.checker, owner)) {
    return context.refuse(node, "unknownMethod", property, isText(owner) ? "a text" : "a list");
  }
  if (property === "length" && isTextLike(context.checker, owner)) {
    // A text or a list may stand behind this type, and theirs is no property in NSL.
    return context.refuse(node, "unknownMethod", property, `\`${typeName(context.checker, owner)}\``);
  }
  if (isAccess(node) && isBare(node.expression, context)) {
    return nsl.method(target, "get", nsl.text(property));
  }
  if (findsInherited(owner, property, context.checker)) {
    return context.refuse(node, "unsupportedSyntax", `The property ${describe(node)}`);
  }
  return alwaysHas(owner, property, context)
    ? nsl.item(target, nsl.text(property))
    : nsl.method(target, "get", nsl.text(property));
}

function isAccess(node: ts.Expression): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Every value of the type has the property; only then may NSL read it without a fallback. */
export function alwaysHas(owner: ts.Type, property: string, context: FunctionContext): boolean {
  return presentMembers(owner).every((member) => {
    const symbol = context.checker.getPropertyOfType(member, property);
    return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Optional) === 0;
  });
}

function elementStep(
  target: Expression,
  key: ts.Expression,
  node: ts.Expression,
  context: FunctionContext,
): Expression {
  if (ts.isNumericLiteral(key)) {
    const element = nsl.item(target, nsl.number(Number(key.text)));
    return mayBeUndefined(context.checker.getTypeAtLocation(node))
      ? nsl.filter(element, "default", nsl.none)
      : element;
  }
  const list = context.stable(target, "list");
  const index = context.stable(context.expression(key), "index");
  const element = nsl.filter(nsl.item(list, index), "default", nsl.none);
  // A negative index counts from the end in Python and finds nothing in JavaScript.
  return nsl.conditional(nsl.binary(">=", index, nsl.number(0)), element, nsl.none);
}
