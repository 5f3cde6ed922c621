/** Lists of a function's own whose entries were made there, too: an entry may then be changed where it is. */
import ts from "typescript";
import { assignmentTargets, isAssignment, isPush } from "./changes.ts";
import { isFresh, isFreshMethod } from "./fresh.ts";
import { bare } from "./function-values.ts";
import { isConstant, symbolOf } from "./functions.ts";
import { isCallOf } from "./method-calls.ts";
import type { ProgramView } from "./program-view.ts";
import { mayBeObject } from "./types.ts";
import { functionAround, walk } from "./walk.ts";

/** Methods that give one entry of their list. */
const PICKING: readonly string[] = ["at", "find", "findLast", "get"];

/** Methods that give a new list of the same entries. */
const SELECTING: readonly string[] = ["concat", "filter", "slice", "sort", "toReversed", "toSorted"];

/** Methods that hand each entry to the first parameter of their callback. */
const EACH: readonly string[] = ["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"];

/** The list of which the value is an entry: `list[i]`, `list.at(-1)`, the variable of a loop; undefined for anything else. */
export function listOfEntry(node: ts.Expression, view: ProgramView): ts.Identifier | undefined {
  const plain = bare(node);
  if (isCompleted(plain, view)) {
    return listOfEntry(plain.left, view);
  }
  if (ts.isElementAccessExpression(plain)) {
    return named(plain.expression);
  }
  if (ts.isCallExpression(plain)) {
    return isCallOf(plain, PICKING) ? named(plain.expression.expression) : undefined;
  }
  const declaration = ts.isIdentifier(plain)
    ? view.checker.getSymbolAtLocation(plain)?.valueDeclaration
    : undefined;
  if (declaration === undefined) {
    return undefined;
  }
  const { parent } = declaration;
  if (ts.isParameter(declaration)) {
    const call = parent.parent;
    return ts.isArrowFunction(parent) && parent.parameters[0] === declaration && isCallOf(call, EACH)
      ? named(call.expression.expression)
      : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) || !isConstant(declaration)) {
    return undefined;
  }
  const loop = parent.parent;
  if (loop !== undefined && ts.isForOfStatement(loop)) {
    return named(loop.expression);
  }
  return declaration.initializer === undefined ? undefined : listOfEntry(declaration.initializer, view);
}

/** `map.get(key) ?? []`: an entry, or a new one. */
function isCompleted(node: ts.Expression, view: ProgramView): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
    isFresh(node.right, view)
  );
}

function named(node: ts.Expression): ts.Identifier | undefined {
  const plain = bare(node);
  return ts.isIdentifier(plain) ? plain : undefined;
}

/** Was every entry the list ever has made in the function, and so a field of each, when that is named? */
export function hasOwnEntries(list: ts.Identifier, view: ProgramView, field: string | null = null): boolean {
  return new OwnEntries(view, field).ofName(list);
}

/** Is every value that is assigned to a field of that name in the function a list or an object written in place? */
export function assignsOwnField(owner: ts.Node, field: string): boolean {
  let own = true;
  walk(owner, (node) => {
    const left = ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) ? node.left : undefined;
    if (left !== undefined && ts.isBinaryExpression(node) && nameOfField(left) === field) {
      own &&= isMade(node.right);
    }
  });
  return own;
}

function nameOfField(node: ts.Expression): string | undefined {
  return ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined;
}

/** Does an object written in place have the field, made there as well? */
export function makesField(node: ts.Expression, field: string): boolean {
  const plain = bare(node);
  const last = ts.isObjectLiteralExpression(plain)
    ? plain.properties.findLast(
        (property) =>
          ts.isSpreadAssignment(property) ||
          (property.name !== undefined && property.name.getText() === field),
      )
    : undefined;
  return last !== undefined && ts.isPropertyAssignment(last) && isMade(cast(last.initializer));
}

function cast(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) ? node.expression : node;
}

class OwnEntries {
  private readonly seen = new Set<ts.Symbol>();

  constructor(
    private readonly view: ProgramView,
    private readonly field: string | null,
  ) {}

  ofName(list: ts.Identifier): boolean {
    const { checker } = this.view;
    const symbol = checker.getSymbolAtLocation(list);
    const declaration = symbol?.valueDeclaration;
    const owner = declaration === undefined ? undefined : functionAround(declaration);
    if (symbol === undefined || declaration === undefined || owner === undefined) {
      return false;
    }
    if (this.seen.has(symbol)) {
      return true;
    }
    this.seen.add(symbol);
    if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) {
      return false;
    }
    let own = this.ofList(declaration.initializer);
    const isIt = (node: ts.Node): boolean => ts.isIdentifier(node) && symbolOf(node, checker) === symbol;
    walk(owner, (node) => {
      if (isPush(node) && isIt(node.expression.expression)) {
        own &&= node.arguments.every((entry) => this.isOwn(entry));
      } else if (isCallOf(node, ["set"]) && isIt(node.expression.expression)) {
        own &&= node.arguments.slice(1).every((entry) => this.isOwn(entry));
      } else if (ts.isBinaryExpression(node) && assignmentTargets(node).some(isIt)) {
        own &&= this.ofList(node.right);
      } else if (
        ts.isBinaryExpression(node) &&
        ts.isElementAccessExpression(node.left) &&
        isIt(node.left.expression) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ) {
        own &&= this.isOwn(node.right);
      }
    });
    return own;
  }

  /** Is it a new list, all of whose entries were made in the function? */
  private ofList(node: ts.Expression): boolean {
    const plain = ts.isAsExpression(node) ? node.expression : bare(node);
    if (ts.isNewExpression(plain)) {
      return (plain.arguments ?? []).length === 0;
    }
    if (ts.isArrayLiteralExpression(plain)) {
      return plain.elements.every((entry) => this.isOwn(entry));
    }
    if (!ts.isCallExpression(plain) || !ts.isPropertyAccessExpression(plain.expression)) {
      return this.view.sdk.isOwned(plain);
    }
    const { name, expression: target } = plain.expression;
    if (SELECTING.includes(name.text)) {
      return (
        this.ofEntries(target) &&
        (name.text !== "concat" || plain.arguments.every((list) => this.ofEntries(list)))
      );
    }
    const callback = plain.arguments[name.text === "from" ? 1 : 0];
    return (
      ["from", "map"].includes(name.text) &&
      callback !== undefined &&
      ts.isArrowFunction(callback) &&
      !ts.isBlock(callback.body) &&
      this.isOwn(callback.body)
    );
  }

  private ofEntries(node: ts.Expression): boolean {
    const plain = bare(node);
    return ts.isIdentifier(plain) ? this.ofName(plain) : this.ofList(plain);
  }

  /** Is the entry a value nobody can change, or an object made here? */
  private isOwn(node: ts.Expression): boolean {
    if (ts.isSpreadElement(node)) {
      return this.ofEntries(node.expression);
    }
    const plain = bare(node);
    const declaration = ts.isIdentifier(plain)
      ? this.view.checker.getSymbolAtLocation(plain)?.valueDeclaration
      : undefined;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isConstant(declaration)) {
      return this.isMadeWhole(plain);
    }
    const { initializer } = declaration;
    const list = initializer === undefined ? undefined : listOfEntry(initializer, this.view);
    return (
      initializer !== undefined &&
      (this.isMadeWhole(initializer) || (list !== undefined && this.ofName(list)))
    );
  }

  private isMadeWhole(node: ts.Expression): boolean {
    return this.field === null
      ? isMade(node) || this.isNewRow(node) || this.view.sdk.isOwned(node)
      : makesField(node, this.field);
  }

  /** Is it a list that a method has made, of what nobody can change? */
  private isNewRow(node: ts.Expression): boolean {
    const { checker } = this.view;
    const plain = bare(node);
    const entry = checker.getIndexTypeOfType(checker.getTypeAtLocation(plain), ts.IndexKind.Number);
    return ts.isCallExpression(plain) && isFreshMethod(plain) && entry !== undefined && !mayBeObject(entry);
  }
}

/** An object or a list written in place; what a method gives may be somebody else's. */
function isMade(node: ts.Expression): boolean {
  const plain = bare(node);
  return ts.isObjectLiteralExpression(plain) || ts.isArrayLiteralExpression(plain);
}

/** The value a `reduce` begins with, of a callback's first parameter that it hands on from turn to turn. */
export function accumulatorStart(node: ts.Expression, view: ProgramView): ts.Expression | undefined {
  const symbol = ts.isIdentifier(node) ? symbolOf(node, view.checker) : undefined;
  const declaration = symbol?.valueDeclaration;
  const arrow = declaration?.parent;
  if (declaration === undefined || arrow === undefined || !ts.isArrowFunction(arrow)) {
    return undefined;
  }
  const call = arrow.parent;
  const start = isCallOf(call, ["reduce"]) ? call.arguments[1] : undefined;
  if (arrow.parameters[0] !== declaration || start === undefined || !isFresh(start, view)) {
    return undefined;
  }
  const isHandedOn = (result: ts.Expression | undefined): boolean =>
    result !== undefined &&
    ((ts.isIdentifier(result) && view.checker.getSymbolAtLocation(result) === symbol) ||
      isFresh(result, view));
  let all = ts.isBlock(arrow.body) || isHandedOn(arrow.body);
  walk(arrow.body, (inner) => {
    if (ts.isReturnStatement(inner) && ts.findAncestor(inner, ts.isArrowFunction) === arrow) {
      all &&= isHandedOn(inner.expression);
    }
  });
  return all ? start : undefined;
}
