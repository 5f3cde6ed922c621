/** What is done with what a generator gives, and whether that could tell when it is made. */
import ts from "typescript";
import { bare } from "../function-values.ts";
import { symbolOf } from "../functions.ts";
import { isOfLibrary } from "../globals.ts";
import { isRepeating } from "../iterables.ts";
import { mayBeObject } from "../types.ts";
import { contains, walk } from "../walk.ts";
import type { GeneratorHindrance } from "./bodies.ts";
import { endOfRepeating, holdsOwn, isAlone } from "./changes.ts";
import { Doings } from "./doings.ts";
import { givenBy } from "./given.ts";

/** Calls that take all that something gives at once. */
const GATHERING = /^(?:Array\.from|Map|Object\.fromEntries|Set)$/u;

/** What hinders one use of a generator's name. */
export function useHindrance(
  name: ts.Identifier,
  declaration: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): GeneratorHindrance | undefined {
  const { parent } = name;
  if (
    name === declaration.name ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isExportSpecifier(parent)
  ) {
    return undefined;
  }
  if (!ts.isCallExpression(parent) || parent.expression !== name) {
    return { node: name, reason: "value" };
  }
  return new Use(parent, checker).hindranceOf(parent);
}

/** One call of a generator. */
class Use {
  constructor(
    private readonly call: ts.CallExpression,
    private readonly checker: ts.TypeChecker,
  ) {}

  /** What hinders the place where all that is given goes to. */
  hindranceOf(given: ts.Expression): GeneratorHindrance | undefined {
    const { parent } = given;
    if (ts.isParenthesizedExpression(parent)) {
      return this.hindranceOf(parent);
    }
    if (ts.isForOfStatement(parent) && parent.expression === given && parent.awaitModifier === undefined) {
      return this.hindranceOfTurns(parent.initializer) ?? this.hindranceOfTurns(parent.statement);
    }
    if (
      (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
      parent.arguments?.[0] === given &&
      GATHERING.test(parent.expression.getText()) &&
      isOfLibrary(this.checker.getSymbolAtLocation(parent.expression))
    ) {
      const [, callback] = parent.arguments;
      return callback === undefined ? undefined : this.hindranceOfTurns(callback);
    }
    if (ts.isVariableDeclaration(parent) && parent.initializer === given && parent.type === undefined) {
      return ts.isIdentifier(parent.name)
        ? this.hindranceOfVariable(parent, parent.name)
        : ts.isArrayBindingPattern(parent.name)
          ? this.hindranceOfTurns(parent.name)
          : this.unknown();
    }
    return ts.isSpreadElement(parent) || (ts.isYieldExpression(parent) && parent.asteriskToken !== undefined)
      ? undefined
      : this.unknown();
  }

  private unknown(): GeneratorHindrance {
    return { node: this.call, reason: "use" };
  }

  /** A constant that is used once, behind it. */
  private hindranceOfVariable(
    variable: ts.VariableDeclaration,
    name: ts.Identifier,
  ): GeneratorHindrance | undefined {
    const symbol = this.checker.getSymbolAtLocation(name);
    const { parent: list } = variable;
    const statement = list.parent;
    const block = statement.parent;
    const uses: ts.Identifier[] = [];
    walk(block, (node) => {
      if (ts.isIdentifier(node) && node !== name && symbolOf(node, this.checker) === symbol) {
        uses.push(node);
      }
    });
    const [use, more] = uses;
    const isConstant =
      ts.isVariableDeclarationList(list) &&
      (list.flags & ts.NodeFlags.Const) !== 0 &&
      list.declarations.length === 1 &&
      ts.isBlock(block);
    const isAgain =
      use !== undefined &&
      ts.findAncestor(use, (around) =>
        around === block
          ? "quit"
          : (isRepeating(around) && !isGoneThrough(around, use)) || ts.isFunctionLike(around),
      ) !== undefined;
    const next = ts.isBlock(block)
      ? block.statements[block.statements.indexOf(statement as ts.Statement) + 1]
      : undefined;
    const isNext =
      use !== undefined && next !== undefined && contains(next, use) && this.isUndisturbed(next, use);
    if (
      use === undefined ||
      more !== undefined ||
      !isConstant ||
      isAgain ||
      (this.takesObject() && !isNext)
    ) {
      return { node: this.call, reason: "kept" };
    }
    return this.hindranceOfUse(use);
  }

  /** Does the statement begin with going through it, or change nothing at all? */
  private isUndisturbed(next: ts.Statement, use: ts.Identifier): boolean {
    return (
      (ts.isForOfStatement(next) && bare(next.expression) === use) ||
      new Doings(this.checker, false).first(next, { root: next, isOwn: () => false }) === undefined
    );
  }

  private hindranceOfUse(use: ts.Identifier): GeneratorHindrance | undefined {
    const isKept = ts.isVariableDeclaration(use.parent) && ts.isIdentifier(use.parent.name);
    return isKept ? this.unknown() : this.hindranceOf(use);
  }

  private takesObject(): boolean {
    return this.call.arguments.some(
      (argument) => ts.isSpreadElement(argument) || mayBeObject(this.checker.getTypeAtLocation(argument)),
    );
  }

  private givesObject(): boolean {
    const given = givenBy(this.checker.getTypeAtLocation(this.call), this.checker);
    return given === undefined || mayBeObject(given);
  }

  /** Does what is done with each thing that is given change what the next is made of? */
  private hindranceOfTurns(turn: ts.Node): GeneratorHindrance | undefined {
    if (!this.takesObject() && !this.givesObject()) {
      return undefined;
    }
    const root = outermostFunction(turn);
    const isOwn = (object: ts.Expression): boolean => {
      const symbol = ts.isIdentifier(object) ? symbolOf(object, this.checker) : undefined;
      return (
        symbol !== undefined &&
        holdsOwn(symbol, root, this.checker) &&
        !this.isGiven(symbol) &&
        isAlone(symbol, root, endOfRepeating(turn, blockOf(symbol, root)), this.checker)
      );
    };
    const done = new Doings(this.checker, false).first(turn, { root, isOwn });
    return done === undefined ? undefined : { node: done.node, reason: "turns" };
  }

  /** Is the generator given the variable? */
  private isGiven(symbol: ts.Symbol): boolean {
    let isGiven = false;
    walk(this.call, (node) => {
      isGiven ||= ts.isIdentifier(node) && symbolOf(node, this.checker) === symbol;
    });
    return isGiven;
  }
}

/** Is it the loop that goes over what is given? */
function isGoneThrough(around: ts.Node, use: ts.Node): boolean {
  return ts.isForOfStatement(around) && contains(around.expression, use);
}

/** What the variable is declared in: each turn of a loop around that has another. */
function blockOf({ valueDeclaration }: ts.Symbol, root: ts.Node): ts.Node {
  return valueDeclaration === undefined
    ? root
    : (ts.findAncestor(valueDeclaration, (around) => around === root || ts.isBlock(around)) ?? root);
}

function outermostFunction(node: ts.Node): ts.Node {
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return around === undefined
    ? node
    : ts.findAncestor(around.parent, ts.isFunctionLike) === undefined
      ? around
      : outermostFunction(around.parent);
}
