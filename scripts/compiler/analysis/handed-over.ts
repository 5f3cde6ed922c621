/** Values that a function hands over to be changed, and gets back: `out = owned(collect(node, out))`. */
import ts from "typescript";
import { changedObjects, variableOfPart } from "./changed-parts.ts";
import { isAssignment, rootOf } from "./changes.ts";
import { bare } from "./function-values.ts";
import { resolveFunction } from "./functions.ts";
import type { ProgramView } from "./program-view.ts";
import { functionAround, resultsOf, walk } from "./walk.ts";

/** An assignment of what comes back. */
export interface HandOver {
  /** The variable or the property that is assigned. */
  readonly place: ts.Expression;
  readonly call: ts.CallExpression;
  /** The argument by which it is handed over. */
  readonly given: ts.Expression;
  /** The variable of the called function that has the value, and that function. */
  readonly handed: ts.Symbol;
  readonly called: ts.FunctionDeclaration;
}

/** Takes `place = owned(call)`, and `const r = call; place = owned(r.name);`, apart; undefined for anything else. */
export function handOverOf(node: ts.Node, view: ProgramView): HandOver | undefined {
  if (
    !ts.isBinaryExpression(node) ||
    node.operatorToken.kind !== ts.SyntaxKind.EqualsToken ||
    !view.sdk.isOwned(node.right)
  ) {
    return undefined;
  }
  const [given] = node.right.arguments;
  const call = given === undefined ? undefined : callBehind(given, view);
  const called = call === undefined ? undefined : resolveFunction(view.checker, call.expression);
  if (call === undefined || called === undefined) {
    return undefined;
  }
  const index = call.arguments.findIndex(
    (argument, at) =>
      bare(argument).getText() === node.left.getText() &&
      handedVariable(called.parameters[at], view) !== undefined,
  );
  const handed = handedVariable(called.parameters[index], view);
  const argument = call.arguments[index];
  return handed === undefined || argument === undefined
    ? undefined
    : { place: node.left, call, given: argument, handed, called };
}

function callBehind(node: ts.Expression, view: ProgramView): ts.CallExpression | undefined {
  const plain = bare(node);
  if (ts.isAwaitExpression(plain)) {
    return callBehind(plain.expression, view);
  }
  if (ts.isCallExpression(plain)) {
    return plain;
  }
  const name = ts.isPropertyAccessExpression(plain) ? plain.expression : plain;
  const declaration = view.checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined
    ? callBehind(declaration.initializer, view)
    : undefined;
}

/** The variable that a function keeps in what it is handed to change: `let out = owned(given);`. */
export function handedVariable(
  parameter: ts.ParameterDeclaration | undefined,
  view: ProgramView,
): ts.Symbol | undefined {
  const body = parameter?.parent.kind === ts.SyntaxKind.FunctionDeclaration ? parameter.parent : undefined;
  if (parameter === undefined || body === undefined || !ts.isFunctionDeclaration(body)) {
    return undefined;
  }
  const own = view.checker.getSymbolAtLocation(parameter.name);
  for (const statement of body.body?.statements ?? []) {
    const declaration = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0]
      : undefined;
    const value = declaration?.initializer;
    if (declaration === undefined || value === undefined || !view.sdk.isOwned(value)) {
      return undefined;
    }
    const [given] = value.arguments;
    if (given !== undefined && view.checker.getSymbolAtLocation(given) === own) {
      return view.checker.getSymbolAtLocation(declaration.name);
    }
  }
  return undefined;
}

/** What a call is handed to be changed, and gives back as its value: `list` of `add(list, item)`. */
export function givenItself(call: ts.CallExpression, view: ProgramView): ts.Expression | undefined {
  const called = resolveFunction(view.checker, call.expression);
  const results = called?.body === undefined ? [] : resultsOf(called.body);
  const index = called?.parameters.findIndex((parameter) => {
    const handed = handedVariable(parameter, view);
    return (
      handed !== undefined && results.every((result) => view.checker.getSymbolAtLocation(result) === handed)
    );
  });
  return index === undefined || results.length === 0 ? undefined : call.arguments[index];
}

/** Was the variable handed to its function, or handed on by it, so that it is known to nobody else? */
export function isHanded(symbol: ts.Symbol | undefined, view: ProgramView): symbol is ts.Symbol {
  const declaration = symbol?.valueDeclaration;
  const owner = declaration === undefined ? undefined : functionAround(declaration);
  if (
    declaration === undefined ||
    owner === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.initializer === undefined
  ) {
    return false;
  }
  let handed = view.sdk.isOwned(declaration.initializer);
  walk(owner, (node) => {
    handed ||=
      ts.isBinaryExpression(node) &&
      ts.isIdentifier(node.left) &&
      view.sdk.isOwned(node.right) &&
      view.checker.getSymbolAtLocation(node.left) === symbol;
  });
  return handed;
}

/** Is the value handed over there, to be assigned again: `out` in `collect(node, out)`? */
export function isHandedOver(node: ts.Node, symbol: ts.Symbol, view: ProgramView): boolean {
  const call = node.parent;
  if (
    !ts.isCallExpression(call) ||
    !ts.isExpression(node) ||
    view.checker.getSymbolAtLocation(rootOf(node)) !== symbol
  ) {
    return false;
  }
  const called = resolveFunction(view.checker, call.expression);
  return handedVariable(called?.parameters[call.arguments.indexOf(node)], view) !== undefined;
}

/** The types of the objects inside of a variable that its function, and those it hands it to, change in place. */
export function changedInside(
  symbol: ts.Symbol,
  view: ProgramView,
  seen = new Set<ts.Symbol>(),
): readonly ts.Type[] {
  const { checker } = view;
  const declaration = symbol.valueDeclaration;
  const owner = declaration === undefined ? undefined : functionAround(declaration);
  if (owner === undefined || seen.has(symbol)) {
    return [];
  }
  seen.add(symbol);
  const types: ts.Type[] = [];
  const add = (object: ts.Expression): void => {
    const isWhole = ts.isIdentifier(bare(object)) && checker.getSymbolAtLocation(bare(object)) === symbol;
    if (!isWhole && variableOfPart(object, checker) === symbol) {
      types.push(checker.getTypeAtLocation(object));
    }
  };
  walk(owner, (node) => {
    changedObjects(node, checker).forEach(add);
    const over = handOverOf(node, view);
    if (over !== undefined && variableOfPart(over.place, checker) === symbol) {
      add(over.place);
      types.push(...changedInside(over.handed, view, seen));
    }
  });
  return types;
}

/** The fields of a variable in which something changes in place; null where that is not to be seen. */
export function changedFields(
  symbol: ts.Symbol,
  view: ProgramView,
  seen = new Set<ts.Symbol>(),
): ReadonlySet<string> | null {
  const { checker } = view;
  const owner = symbol.valueDeclaration === undefined ? undefined : functionAround(symbol.valueDeclaration);
  if (owner === undefined || seen.has(symbol)) {
    return owner === undefined ? null : new Set();
  }
  seen.add(symbol);
  const fields = new Set<string>();
  let isSeen = true;
  const add = (object: ts.Expression): void => {
    const isWhole = ts.isIdentifier(bare(object)) && checker.getSymbolAtLocation(bare(object)) === symbol;
    if (!isWhole && variableOfPart(object, checker) === symbol) {
      const field = fieldOf(object, symbol, checker);
      isSeen &&= field !== undefined;
      fields.add(field ?? "");
    }
  };
  walk(owner, (node) => {
    changedObjects(node, checker).forEach(add);
    const over = handOverOf(node, view);
    if (over === undefined || variableOfPart(over.place, checker) !== symbol) {
      return;
    }
    add(over.place);
    const inner = ts.isIdentifier(bare(over.place))
      ? changedFields(over.handed, view, seen)
      : new Set<string>();
    isSeen &&= inner !== null;
    inner?.forEach((field) => fields.add(field));
  });
  return isSeen ? fields : null;
}

/** The field of a variable in which a part of it stands: `entries` of `self.entries[0].name`. */
export function fieldOf(part: ts.Expression, symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const plain = bare(part);
  if (!ts.isPropertyAccessExpression(plain) && !ts.isElementAccessExpression(plain)) {
    return undefined;
  }
  const whole = bare(plain.expression);
  return ts.isIdentifier(whole) && checker.getSymbolAtLocation(whole) === symbol
    ? ts.isPropertyAccessExpression(plain)
      ? plain.name.text
      : undefined
    : fieldOf(whole, symbol, checker);
}

/** What an assignment, a `push` or a `set` puts into the lists and objects of a variable. */
export function putInto(
  node: ts.Node,
  holds: (root: ts.Symbol) => boolean,
  view: ProgramView,
): readonly ts.Expression[] {
  const { checker } = view;
  const isIts = (object: ts.Expression): boolean => {
    const root = variableOfPart(object, checker);
    return root !== undefined && holds(root);
  };
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    return isIts(node.left) ? [node.right] : [];
  }
  return ts.isCallExpression(node) && changedObjects(node, checker).some(isIts) ? node.arguments : [];
}
