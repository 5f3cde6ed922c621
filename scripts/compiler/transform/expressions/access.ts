/** Names, properties and elements. */
import ts from "typescript";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { charAtIndex, textLength } from "../../builtins/strings.ts";
import { personaId } from "../../builtins/platform.ts";
import { regexLiteral } from "../../builtins/regex/constants.ts";
import { isGroupsOfMatch, matchProperty } from "../../builtins/regex/matches.ts";
import { regexAdvice } from "../../diagnostics/advice.ts";
import { type FunctionContext, isRepeatable } from "../function-context.ts";
import { arrowOf, isContextExpression, resolveSymbol } from "../functions.ts";
import { findsInherited, isOwnKey, literalKeys, recordAdvice } from "../keys.ts";
import { markBoxed } from "../statements/boxing.ts";
import {
  isList,
  isObjectOnly,
  isText,
  isTextLike,
  literalValue,
  mayBeUndefined,
  presentMembers,
  typeName,
} from "../types.ts";
import { computedBefore, transformCallStep } from "./calls.ts";
import { describe, transformExpression } from "./index.ts";

/** A variable, a parameter, a module-level table, or `undefined`. */
export function transformIdentifier(node: ts.Identifier, context: FunctionContext): Expression {
  if (node.text === "undefined") {
    return nsl.none;
  }
  const { checker } = context;
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : resolveSymbol(checker, node);
  if (symbol === undefined) {
    return context.refuse(node, "externalValue", node.text);
  }
  const known = context.read(symbol);
  if (known !== undefined) {
    return known;
  }
  if (isContextExpression(checker, node)) {
    return context.refuse(node, "contextEscapes");
  }
  if (regexLiteral(node, checker) !== undefined) {
    return context.refuse(
      node,
      "unsupportedSyntax",
      "A regular expression away from its call",
      regexAdvice(node),
    );
  }
  const { valueDeclaration } = resolveAlias(checker, symbol);
  if (
    valueDeclaration !== undefined &&
    ts.isVariableDeclaration(valueDeclaration) &&
    arrowOf(valueDeclaration) !== undefined
  ) {
    return context.refuse(node, "functionValue");
  }
  const declaration = tableDeclaration(resolveAlias(checker, symbol));
  return declaration === undefined
    ? refuseName(node, symbol.flags, context)
    : transformTable(declaration, node, context);
}

function refuseName(node: ts.Identifier, flags: ts.SymbolFlags, context: FunctionContext): Expression {
  if ((flags & ts.SymbolFlags.Function) !== 0) {
    return context.refuse(node, "functionValue");
  }
  if ((flags & ts.SymbolFlags.Enum) !== 0) {
    return context.refuse(node, "enums");
  }
  return (flags & ts.SymbolFlags.Class) !== 0
    ? context.refuse(node, "classes", "class")
    : context.refuse(node, "externalValue", node.text);
}

function resolveAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The declaration of a module-level variable; undefined for anything else. */
export function tableDeclaration(symbol: ts.Symbol): ts.VariableDeclaration | undefined {
  return symbol.declarations?.find(
    (declaration): declaration is ts.VariableDeclaration =>
      ts.isVariableDeclaration(declaration) &&
      ts.isVariableStatement(declaration.parent.parent) &&
      ts.isSourceFile(declaration.parent.parent.parent),
  );
}

function transformTable(
  declaration: ts.VariableDeclaration,
  node: ts.Identifier,
  context: FunctionContext,
): Expression {
  const { initializer } = declaration;
  if (declaration.getSourceFile().isDeclarationFile) {
    const read = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
    return context.refuse(
      read,
      "unknownGlobal",
      read.getText(),
      "See the list of functions in docs/subset.md.",
    );
  }
  const isConst = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  if (initializer === undefined || !isConst) {
    return context.refuse(node, "uninitialisedConstant", isConst ? "const" : "let");
  }
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  if (value !== undefined) {
    return literal(value);
  }
  const symbol = context.checker.getSymbolAtLocation(declaration.name);
  return symbol === undefined
    ? nsl.none
    : context.table(
        symbol,
        () => {
          markBoxed([initializer], context);
          return transformExpression(initializer, context);
        },
        declaration,
      );
}

function literal(value: string | number | boolean): Expression {
  return typeof value === "string"
    ? nsl.text(value)
    : typeof value === "number"
      ? nsl.number(value)
      : nsl.boolean(value);
}

/** `a.b`, `a["b"]`, `a[0]`, and chains with `?.`. */
export function transformAccess(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
): Expression {
  if (ts.isOptionalChain(node)) {
    return transformChain(node, context);
  }
  const constant = constantMember(node, context);
  if (constant !== undefined) {
    return literal(constant);
  }
  if (isContextExpression(context.checker, node.expression)) {
    return ts.isPropertyAccessExpression(node) && node.name.text === "personaId"
      ? personaId(node, context)
      : context.refuse(node, "contextEscapes");
  }
  const before = context.flow.reporter.count;
  const target = context.unhinted(() => transformExpression(node.expression, context));
  return context.flow.reporter.count > before ? nsl.none : accessStep(target, node, context);
}

/** `partnerToken.idn` of a module-level table has a literal type: its value stands in the NSL. */
function constantMember(
  node: ts.Expression,
  context: FunctionContext,
): string | number | boolean | undefined {
  let root: ts.Expression = node;
  while (ts.isPropertyAccessExpression(root) || isPlainElement(root)) {
    root = root.expression;
  }
  const symbol = ts.isIdentifier(root) ? resolveSymbol(context.checker, root) : undefined;
  const isTable = symbol !== undefined && tableDeclaration(symbol) !== undefined;
  return isTable ? literalValue(context.checker, context.checker.getTypeAtLocation(node)) : undefined;
}

/** `table[0]`, `table["a"]`, `table[key]`: the key neither does anything nor claims a type. */
function isPlainElement(node: ts.Expression): node is ts.ElementAccessExpression {
  return (
    ts.isElementAccessExpression(node) &&
    (ts.isStringLiteralLike(node.argumentExpression) ||
      ts.isNumericLiteral(node.argumentExpression) ||
      ts.isIdentifier(node.argumentExpression))
  );
}

/** One step of access on a value already in NSL; `named` is the computed name, when that is too. */
export function accessStep(
  target: Expression,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  context: FunctionContext,
  named?: Expression,
): Expression {
  const { checker } = context;
  const ofMatch = matchProperty(target, node, context);
  if (ofMatch !== undefined) {
    return ofMatch;
  }
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
  if (ts.isPropertyAccessExpression(node)) {
    return propertyStep(target, owner, node.name.text, node, context);
  }
  const key = node.argumentExpression;
  if (ts.isStringLiteralLike(key)) {
    return propertyStep(target, owner, key.text, node, context);
  }
  if (isText(owner)) {
    return charAtIndex(computedBefore(target, [key], context), key, context);
  }
  if (isList(checker, owner)) {
    return elementStep(target, key, node, context);
  }
  return isObjectOnly(owner) && isOwnKey(node, context)
    ? namedStep(target, owner, node, named, context)
    : context.refuse(key, "dynamicKey", "", recordAdvice(node.expression, context));
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
  const value = named ?? context.unhinted(() => transformExpression(key, context));
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
    return textLength(target);
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
  if (findsInherited(owner, property, context.checker)) {
    return context.refuse(node, "unsupportedSyntax", `The property ${describe(node)}`);
  }
  return alwaysHas(owner, property, context)
    ? nsl.item(target, nsl.text(property))
    : nsl.method(target, "get", nsl.text(property));
}

/** Every value of the type has the property; only then may NSL read it without a fallback. */
function alwaysHas(owner: ts.Type, property: string, context: FunctionContext): boolean {
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
  const index = context.stable(transformExpression(key, context), "index");
  const element = nsl.filter(nsl.item(list, index), "default", nsl.none);
  // A negative index counts from the end in Python and finds nothing in JavaScript.
  return nsl.conditional(nsl.binary(">=", index, nsl.number(0)), element, nsl.none);
}

/**
 * `a?.b.c`: everything after `?.` is skipped when `a` is absent. The links are followed from the root;
 * each `?.` adds a test, and what needs statements is put behind the tests made so far.
 */
export function transformChain(node: ts.Expression, context: FunctionContext): Expression {
  const links: ts.Expression[] = [];
  let root: ts.Expression = node;
  while (
    (ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isCallExpression(root)) &&
    ts.isOptionalChain(root)
  ) {
    links.unshift(root);
    root = root.expression;
  }
  let current = context.unhinted(() => transformExpression(root, context));
  let guard: Expression | null = null;
  for (const link of links) {
    if (isOptionalLink(link, context)) {
      if (!isRepeatable(current)) {
        current = settle(current, guard, context);
        guard = null;
      }
      guard = guard === null ? nsl.isNotNone(current) : nsl.and(guard, nsl.isNotNone(current));
    }
    const target = current;
    const step = context.unhinted(() => context.capture(() => chainStep(target, link, context)));
    if (step.statements.length === 0) {
      current = step.result;
      continue;
    }
    const reached = link === links.at(-1) ? context.result("reached") : context.temporary("reached");
    context.emit(nsl.set(reached, nsl.none));
    context.emit(
      nsl.when(guard ?? nsl.boolean(true), [
        ...step.statements,
        { ...nsl.set(reached, step.result), origin: link },
      ]),
    );
    current = nsl.name(reached);
    guard = nsl.isNotNone(current);
  }
  return guard === null ? current : nsl.conditional(guard, current, nsl.none);
}

function settle(value: Expression, guard: Expression | null, context: FunctionContext): Expression {
  return context.spill(guard === null ? value : nsl.conditional(guard, value, nsl.none), "reached");
}

function isOptionalLink(node: ts.Expression, { checker }: FunctionContext): boolean {
  return (
    (ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isCallExpression(node)) &&
    node.questionDotToken !== undefined &&
    !isGroupsOfMatch(node.expression, checker)
  );
}

function chainStep(target: Expression, link: ts.Expression, context: FunctionContext): Expression {
  if (ts.isCallExpression(link)) {
    return transformCallStep(target, link, context);
  }
  if (
    ts.isPropertyAccessExpression(link) &&
    ts.isCallExpression(link.parent) &&
    link.parent.expression === link
  ) {
    // The method itself is no value; the call that follows takes the target.
    return target;
  }
  return ts.isPropertyAccessExpression(link) || ts.isElementAccessExpression(link)
    ? accessStep(target, link, context)
    : target;
}
