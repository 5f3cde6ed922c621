/** Which functions of a program throw, and what in them does. */
import ts from "typescript";
import { isAsync, resolveArrow, resolveFunction, keyOf } from "../../analysis/functions.ts";
import { usesOf } from "../../analysis/uses.ts";
import { walk } from "../../analysis/walk.ts";
import { functionsOf, isAsked, isJsonParse, isRaising, type Throwing } from "./functions.ts";
import { isCaughtInside, ownerOf, statementBefore, tryAround } from "./places.ts";

/** Something that may throw. */
export type Site = ts.ThrowStatement | ts.CallExpression;

/** Looks through the functions of a program. */
export class ThrowingFunctions {
  private readonly throwing = new Set<ts.FunctionDeclaration>();

  constructor(
    protected readonly files: readonly ts.SourceFile[],
    protected readonly checker: ts.TypeChecker,
    protected readonly known: Throwing,
  ) {
    const left = files.flatMap(functionsOf).filter((declaration) => !known.written.has(keyOf(declaration)));
    // A function throws when it calls one that does: until nothing more is found.
    for (let before = -1; before < this.throwing.size;) {
      before = this.throwing.size;
      left
        .filter((declaration) => this.escaping(declaration).length > 0)
        .forEach((declaration) => this.throwing.add(declaration));
    }
  }

  /** The `try` statements in a file or in a part of it, the innermost first. */
  triesIn(node: ts.Node): readonly ts.TryStatement[] {
    const found: ts.TryStatement[] = [];
    walk(node, (part) => {
      if (ts.isTryStatement(part) && part !== node) {
        found.unshift(part);
      }
    });
    return found;
  }

  /** Where a call can be made, and be asked for its outcome. */
  placeOf(call: ts.CallExpression): ReturnType<typeof statementBefore> {
    return statementBefore(call, (other) => this.mayThrow(other) || this.givenCallee(other) !== undefined);
  }

  /** What may throw out of a function, the defaults of its parameters too. */
  escaping(declaration: ts.FunctionDeclaration): readonly Site[] {
    const { body, parameters } = declaration;
    return this.known.written.has(keyOf(declaration)) || body === undefined
      ? []
      : [...parameters, body]
          .flatMap((part) => this.sitesIn(part))
          .filter((site) => ownerOf(site) !== declaration || !isCaughtInside(site));
  }

  /** What may throw out of a part of a program. */
  sitesIn(part: ts.Node): readonly Site[] {
    const found: Site[] = [];
    walk(part, (node) => {
      const isSite =
        ts.isThrowStatement(node) ||
        isRaising(node) ||
        (ts.isCallExpression(node) && !isAsked(node) && this.mayThrow(node));
      const around = isSite ? tryAround(node) : undefined;
      const isCaught = around !== undefined && around.tryBlock !== part && this.isCaughtWithin(node, part);
      if (isSite && !isCaught) {
        found.push(node as Site);
      }
    });
    return found;
  }

  /** Is what is thrown there caught before it leaves the block? */
  private isCaughtWithin(node: ts.Node, block: ts.Node): boolean {
    const around = tryAround(node);
    return (
      around !== undefined &&
      around.tryBlock !== block &&
      block.pos <= around.pos &&
      around.end <= block.end &&
      (around.catchClause !== undefined || this.isCaughtWithin(around, block))
    );
  }

  /** May the call throw what could be caught? */
  mayThrow(call: ts.CallExpression): boolean {
    return (
      isJsonParse(call) ||
      this.throwingCallee(call) !== undefined ||
      this.throwingArrow(call) !== undefined ||
      this.isGivenThrowing(call)
    );
  }

  /** Is a function that throws given to the call, by its name? */
  isGivenThrowing(call: ts.CallExpression, callers: readonly ts.ArrowFunction[] = []): boolean {
    return call.arguments.some((given) => !ts.isArrowFunction(given) && this.isThrowing(given, callers));
  }

  /** Does a callback throw, in place or by its name? */
  isThrowing(callback: ts.Expression, callers: readonly ts.ArrowFunction[] = []): boolean {
    const named = resolveFunction(this.checker, callback);
    const arrow = ts.isArrowFunction(callback) ? callback : resolveArrow(this.checker, callback);
    return (
      (named !== undefined && this.throwing.has(named)) ||
      (arrow !== undefined &&
        !callers.includes(arrow) &&
        this.files.includes(arrow.getSourceFile()) &&
        this.isThrowingArrow(arrow, callers))
    );
  }

  private isThrowingArrow(arrow: ts.ArrowFunction, callers: readonly ts.ArrowFunction[]): boolean {
    const through = [...callers, arrow];
    let isThrowing = false;
    walk(arrow, (node) => {
      isThrowing ||=
        (ts.isThrowStatement(node) ||
          isJsonParse(node) ||
          this.throwingCallee(node) !== undefined ||
          (ts.isCallExpression(node) &&
            (this.throwingArrow(node, through) !== undefined || this.isGivenThrowing(node, through)))) &&
        !isCaughtInside(node);
    });
    return isThrowing;
  }

  /** The arrow function that is called by its name, when it throws. */
  throwingArrow(
    { expression }: ts.CallExpression,
    callers: readonly ts.ArrowFunction[] = [],
  ): ts.ArrowFunction | undefined {
    const arrow = resolveArrow(this.checker, expression);
    return arrow !== undefined && this.isThrowing(arrow, callers) ? arrow : undefined;
  }

  /** The function of the program that is called, when it throws. */
  throwingCallee(node: ts.Node): ts.FunctionDeclaration | undefined {
    const called = ts.isCallExpression(node) ? this.calleeOf(node) : undefined;
    return called !== undefined && this.throwing.has(called) ? called : undefined;
  }

  private calleeOf({ expression }: ts.CallExpression): ts.FunctionDeclaration | undefined {
    const called = resolveFunction(this.checker, expression);
    return called !== undefined && this.files.includes(called.getSourceFile()) ? called : undefined;
  }

  /** The call of a function that gives an outcome; undefined for any other. */
  givenCallee(node: ts.Node): ts.FunctionDeclaration | undefined {
    const called = ts.isCallExpression(node) ? this.calleeOf(node) : undefined;
    return called !== undefined && this.known.given.has(keyOf(called)) ? called : undefined;
  }
  /** Has the file functions that give an outcome, or calls of them? */
  isConcerned(file: ts.SourceFile): boolean {
    let isFound = false;
    walk(file, (node) => {
      isFound ||=
        this.givenCallee(node) !== undefined ||
        (ts.isFunctionDeclaration(node) && this.known.given.has(keyOf(node)));
    });
    return isFound;
  }

  /** Where a function is a value, or an async one is not waited for. */
  handedOn(declaration: ts.FunctionDeclaration): ts.Node | undefined {
    return usesOf(declaration, this.files, this.checker).find((node) => {
      const { parent } = node;
      if (
        node === declaration.name ||
        ts.isImportSpecifier(parent) ||
        ts.isExportSpecifier(parent) ||
        ts.isTypeQueryNode(parent) ||
        (ts.isPropertyAccessExpression(parent) && parent.name === node)
      ) {
        return false;
      }
      const call = ts.isCallExpression(parent) && parent.expression === node ? parent : undefined;
      const isWaited =
        call !== undefined && (ts.isAwaitExpression(call.parent) || ts.isReturnStatement(call.parent));
      return call === undefined || (isAsync(declaration) && !isWaited);
    });
  }

  /** Is there an arrow function that throws, or a function that does and is a value? */
  hasThrowingValue(): boolean {
    let found = [...this.throwing].some((declaration) => this.handedOn(declaration) !== undefined);
    for (const file of found ? [] : this.files) {
      walk(file, (node) => {
        found ||= ts.isArrowFunction(node) && this.isThrowing(node);
      });
    }
    return found;
  }
}
