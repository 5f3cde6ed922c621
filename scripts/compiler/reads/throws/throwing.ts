/** Which functions throw what somebody catches, and what hinders an error on its way. */
import ts from "typescript";
import { CAUGHT, errorClass, isCaughtType, isErrorType } from "../../analysis/errors.ts";
import { isAsync, promised, resolveArrow, resolveFunction } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { usesOf } from "../../analysis/uses.ts";
import { returnsOf, walk } from "../../analysis/walk.ts";
import {
  functionsOf,
  isAsked,
  isJsonParse,
  isNever,
  isRaising,
  isVoid,
  keyOf,
  type Throwing,
} from "./functions.ts";
import { meansTheSame } from "../same-scope.ts";
import { lostChange } from "./lost-changes.ts";
import {
  CALLBACK,
  GIVEN,
  holdsCommentBetween,
  isCaughtInside,
  NAMED,
  ownerOf,
  statementBefore,
  tryAround,
} from "./places.ts";
import { isChangedFor } from "./read-before.ts";
import { ErrorUses, type Holder, isKeeping } from "./uses.ts";
import { valueCalledIn } from "./values.ts";

/** Something that may throw. */
type Site = ts.ThrowStatement | ts.CallExpression;

/** Looks through the functions of a program. */
export class ThrowReader {
  private readonly throwing = new Set<ts.FunctionDeclaration>();

  constructor(
    private readonly files: readonly ts.SourceFile[],
    private readonly checker: ts.TypeChecker,
    private readonly isEntry: (declaration: ts.FunctionDeclaration) => boolean,
    private readonly known: Throwing,
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

  /** The `try` statements of a file, the innermost first. */
  triesOf(file: ts.SourceFile): readonly ts.TryStatement[] {
    const found: ts.TryStatement[] = [];
    walk(file, (node) => {
      if (ts.isTryStatement(node)) {
        found.unshift(node);
      }
    });
    return found;
  }

  /** Notes the functions that throw what is caught where nothing hinders it. */
  plan(): void {
    // Once functions are written anew, none of them throws any more.
    this.known.hasThrowingValue = this.hasThrowingValue();
    for (const node of this.files.flatMap((file) => this.triesOf(file))) {
      if (this.hindranceOf(node) === undefined) {
        this.sitesIn(node.tryBlock).forEach((site) => {
          this.note(site);
        });
      }
    }
  }

  private note(site: Site): void {
    const called = this.throwingCallee(site);
    if (called !== undefined && !this.known.given.has(keyOf(called))) {
      this.known.given.add(keyOf(called));
      if (this.isUntold(called)) {
        this.known.untold.add(keyOf(called));
      }
      this.escaping(called).forEach((inner) => {
        this.note(inner);
      });
    }
  }

  /** What keeps a `try` from being followed; undefined where nothing does. */
  hindranceOf(node: ts.TryStatement): Hindrance | undefined {
    if (holdsCommentBetween(node)) {
      return { node, advice: "Take the comment between the blocks into one of them." };
    }
    const hidden = this.hiddenExit(node);
    if (hidden !== undefined) {
      return { node: hidden, advice: "Give what `finally` uses names that nothing in the block has." };
    }
    for (const inner of this.triesIn(node)) {
      const found = this.hindranceOf(inner);
      if (found !== undefined) {
        return found;
      }
    }
    return (
      (node.catchClause === undefined ? undefined : this.usesIn(node).hindranceOf(node.catchClause)) ??
      this.hindranceIn(this.sitesIn(node.tryBlock), ownerOf(node), []) ??
      this.unawaited(node) ??
      this.unknownCall(node)
    );
  }

  /** A way out of the block at which names of `finally`, which is done there first, mean something else. */
  private hiddenExit({ tryBlock, catchClause, finallyBlock }: ts.TryStatement): ts.Node | undefined {
    let found: ts.Node | undefined;
    for (const block of finallyBlock === undefined ? [] : [tryBlock, catchClause?.block ?? tryBlock]) {
      walk(block, (node) => {
        const isExit = ts.isReturnStatement(node) || ts.isBreakOrContinueStatement(node);
        found ??= isExit && !meansTheSame(finallyBlock ?? node, node, this.checker) ? node : undefined;
      });
    }
    return found;
  }

  private usesIn(node: ts.TryStatement): ErrorUses {
    return new ErrorUses(this.files, this.checker, this.isUntoldIn(node));
  }

  /** The names of the type `unknown` that hold an error a `try` has caught. */
  holdersOf(node: ts.TryStatement): ReadonlySet<Holder> {
    const uses = this.usesIn(node);
    return node.catchClause === undefined || uses.hindranceOf(node.catchClause) !== undefined
      ? new Set()
      : uses.holders;
  }

  /** May `JSON.parse` throw what is caught, as it stands or as it was written anew? */
  isUntoldIn({ tryBlock }: ts.TryStatement): boolean {
    let isFound = /\bunreadable_thrown\b|\bCaughtUntold/u.test(tryBlock.getText());
    walk(tryBlock, (node) => {
      const called = this.givenCallee(node) ?? this.throwingCallee(node);
      isFound ||=
        isJsonParse(node) ||
        this.throwsUntold(node) ||
        (called !== undefined && (this.isUntoldCallee(called) || this.isUntold(called)));
    });
    return isFound;
  }

  /** Does a `throw` throw again what `JSON.parse` may have thrown? */
  private throwsUntold(node: ts.Node): boolean {
    const named = ts.isThrowStatement(node) ? heldIn(node.expression) : undefined;
    const declaration =
      named === undefined ? undefined : this.checker.getSymbolAtLocation(named)?.valueDeclaration;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration)) {
      return false;
    }
    const { parent } = declaration;
    return (
      declaration.type?.getText().startsWith(CAUGHT.untold) === true ||
      (ts.isCatchClause(parent) && this.isUntoldIn(parent.parent)) ||
      (isKeeping(declaration, this.checker) &&
        this.triesOf(declaration.getSourceFile()).some(
          (one) => one.catchClause !== undefined && this.keeps(one, declaration) && this.isUntoldIn(one),
        ))
    );
  }

  /** Is what a `try` catches kept in the variable? */
  private keeps({ catchClause }: ts.TryStatement, declaration: ts.VariableDeclaration): boolean {
    let isFound = false;
    walk(catchClause ?? declaration, (node) => {
      isFound ||=
        ts.isBinaryExpression(node) &&
        this.checker.getSymbolAtLocation(node.left)?.valueDeclaration === declaration;
    });
    return isFound;
  }

  /** The call of a function that is a value, where one that is a value throws. */
  private unknownCall(node: ts.TryStatement): Hindrance | undefined {
    const call = valueCalledIn(node.tryBlock, this.files, this.checker);
    if (call === undefined || !(this.known.hasThrowingValue ?? this.hasThrowingValue())) {
      return undefined;
    }
    return { node: call, advice: GIVEN };
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

  /** Does anything in a function keep a `try` from being followed but that it is given functions? */
  isHindered(declaration: ts.FunctionDeclaration): boolean {
    return this.triesIn(declaration).some((node) => {
      const advice = this.hindranceOf(node)?.advice;
      return advice !== undefined && advice !== GIVEN;
    });
  }

  private triesIn(node: ts.Node): readonly ts.TryStatement[] {
    const found: ts.TryStatement[] = [];
    walk(node, (part) => {
      if (ts.isTryStatement(part) && part !== node) {
        found.push(part);
      }
    });
    return found;
  }

  private hindranceIn(
    sites: readonly Site[],
    owner: ts.SignatureDeclaration | undefined,
    callers: readonly ts.FunctionDeclaration[],
  ): Hindrance | undefined {
    for (const site of sites) {
      const found = this.hindranceAt(site, owner, callers);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  private hindranceAt(
    site: Site,
    owner: ts.SignatureDeclaration | undefined,
    callers: readonly ts.FunctionDeclaration[],
  ): Hindrance | undefined {
    if (ownerOf(site) !== owner) {
      return { node: site, advice: isGivenByName(ownerOf(site)) ? GIVEN : CALLBACK };
    }
    if (isRaising(site)) {
      return { node: site, advice: NAMED };
    }
    if (ts.isThrowStatement(site)) {
      return this.isError(site.expression)
        ? undefined
        : { node: site.expression, advice: 'Throw an error: `throw new Error("...")`.' };
    }
    const called = this.throwingCallee(site);
    if (called !== undefined && !callers.includes(called)) {
      const found =
        this.hindranceOfFunction(called) ??
        this.hindranceIn(this.escaping(called), called, [...callers, called]);
      if (found !== undefined) {
        return found;
      }
    }
    if (called !== undefined && isNever(called)) {
      return ts.isExpressionStatement(site.parent) || ts.isReturnStatement(site.parent)
        ? undefined
        : { node: site, advice: "Make it an `if`, with the call as a statement of its own." };
    }
    if (this.isGivenThrowing(site)) {
      return { node: site, advice: ts.isPropertyAccessExpression(site.expression) ? CALLBACK : GIVEN };
    }
    if (this.throwingArrow(site) !== undefined) {
      return { node: site, advice: "Write what is called as `function name(...) { ... }` at module level." };
    }
    if (called !== undefined && isChangedFor(site, called, this.checker)) {
      return { node: site, advice: NAMED };
    }
    const place = this.placeOf(site);
    return "hindrance" in place ? { node: site, advice: place.hindrance } : undefined;
  }

  /** Where a call can be made, and be asked for its outcome. */
  placeOf(call: ts.CallExpression): ReturnType<typeof statementBefore> {
    return statementBefore(call, (other) => this.mayThrow(other) || this.givenCallee(other) !== undefined);
  }

  /** `new BookingError(...)`, an error that was caught, or a name for one. */
  private isError(node: ts.Expression): boolean {
    return ts.isNewExpression(node)
      ? errorClass(node.expression, this.checker) !== undefined
      : isErrorType(this.checker.getNonNullableType(this.checker.getTypeAtLocation(node)), this.checker) ||
          this.isCaught(node);
  }

  private isCaught(node: ts.Expression): boolean {
    const declaration = ts.isIdentifier(node)
      ? this.checker.getSymbolAtLocation(node)?.valueDeclaration
      : undefined;
    return (
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      (ts.isCatchClause(declaration.parent) ||
        isCaughtType(declaration.type?.getText()) ||
        isKeeping(declaration, this.checker))
    );
  }

  /** What keeps a function from giving an outcome. */
  private hindranceOfFunction(declaration: ts.FunctionDeclaration): Hindrance | undefined {
    const { name = declaration, type } = declaration;
    if (this.isEntry(declaration)) {
      return {
        node: name,
        advice: "Move what it does into a function of its own, and call that in both places.",
      };
    }
    if (type !== undefined && ts.isTypePredicateNode(type)) {
      return {
        node: type,
        advice: "Let it return the value, or nothing: the type it asserts is then written by the caller.",
      };
    }
    if (isAsync(declaration) && type !== undefined && promised(type) === undefined) {
      return { node: type, advice: "Write its type as `Promise<...>`." };
    }
    if (
      isVoid(declaration, this.checker) &&
      returnsOf(declaration.body).some(({ expression }) => expression !== undefined)
    ) {
      return { node: name, advice: "Write `return;` behind the call, as a statement of its own." };
    }
    const lost = lostChange(declaration, this.escaping(declaration), this.checker);
    if (lost !== undefined) {
      return {
        node: lost,
        advice:
          "What is changed before the error would be lost: throw before anything is changed, or make a new value and return it.",
      };
    }
    const handedOn = this.handedOn(declaration);
    return handedOn === undefined
      ? undefined
      : {
          node: handedOn,
          advice: "A function that throws is called where its error is caught: call it by its name.",
        };
  }

  /** Where a function is a value, or an async one is not waited for. */
  private handedOn(declaration: ts.FunctionDeclaration): ts.Node | undefined {
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

  /** `return load(id);` of a promise in a `try`, which JavaScript leaves before it is settled. */
  private unawaited(node: ts.TryStatement): Hindrance | undefined {
    const returned = this.sitesIn(node.tryBlock).find((site) => {
      const called = this.throwingCallee(site);
      return called !== undefined && isAsync(called) && ts.isReturnStatement(site.parent);
    });
    return returned === undefined
      ? undefined
      : { node: returned, advice: "Write `return await ...`: what is not waited for is not caught." };
  }

  /** What may throw out of a function. */
  private escaping(declaration: ts.FunctionDeclaration): readonly Site[] {
    return this.known.written.has(keyOf(declaration)) || declaration.body === undefined
      ? []
      : this.sitesIn(declaration.body).filter(
          (site) => ownerOf(site) !== declaration || !isCaughtInside(site),
        );
  }

  private sitesIn(block: ts.Block): readonly Site[] {
    const found: Site[] = [];
    walk(block, (node) => {
      const isSite =
        ts.isThrowStatement(node) ||
        isRaising(node) ||
        (ts.isCallExpression(node) && !isAsked(node) && this.mayThrow(node));
      const around = isSite ? tryAround(node) : undefined;
      const isCaught = around !== undefined && around.tryBlock !== block && this.isCaughtWithin(node, block);
      if (isSite && !isCaught) {
        found.push(node as Site);
      }
    });
    return found;
  }

  /** Is what is thrown there caught before it leaves the block? */
  private isCaughtWithin(node: ts.Node, block: ts.Block): boolean {
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
  private isGivenThrowing(call: ts.CallExpression, callers: readonly ts.ArrowFunction[] = []): boolean {
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
  private throwingArrow(
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

  private isUntold(declaration: ts.FunctionDeclaration, callers: readonly ts.Node[] = []): boolean {
    return this.escaping(declaration).some((site) => {
      const called = this.throwingCallee(site);
      return (
        isJsonParse(site) ||
        this.throwsUntold(site) ||
        (called !== undefined &&
          !callers.includes(called) &&
          this.isUntold(called, [...callers, declaration, called]))
      );
    });
  }

  private isUntoldCallee(declaration: ts.FunctionDeclaration): boolean {
    return this.known.untold.has(keyOf(declaration));
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

  /** The call of a function that gives an outcome; undefined for any other. */
  givenCallee(node: ts.Node): ts.FunctionDeclaration | undefined {
    const called = ts.isCallExpression(node) ? this.calleeOf(node) : undefined;
    return called !== undefined && this.known.given.has(keyOf(called)) ? called : undefined;
  }
}

/** The name that is thrown, through what says only its type. */
function heldIn(node: ts.Expression): ts.Identifier | undefined {
  return ts.isIdentifier(node)
    ? node
    : ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)
      ? heldIn(node.expression)
      : undefined;
}

/** Is it an arrow function that is given to a function, and not to a method? */
function isGivenByName(arrow: ts.Node | undefined): boolean {
  const call = arrow?.parent;
  return call !== undefined && ts.isCallExpression(call) && ts.isIdentifier(call.expression);
}
