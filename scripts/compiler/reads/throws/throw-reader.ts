/** What hinders an error on its way from where it is thrown to where it is caught. */
import ts from "typescript";
import { errorClass, isCaughtType, isErrorType } from "../../analysis/errors.ts";
import { isAsync, promised, keyOf } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { returnsOf } from "../../analysis/walk.ts";
import { meansTheSame } from "../same-scope.ts";
import { isNever, isRaising, isVoid, type Throwing } from "./functions.ts";
import { lostChange } from "./lost-changes.ts";
import { CALLBACK, GIVEN, holdsCommentBetween, NAMED, ownerOf } from "./places.ts";
import { isChangedFor } from "./read-before.ts";
import { type Site, ThrowingFunctions } from "./throwing-functions.ts";
import { UntoldErrors } from "./untold-errors.ts";
import { ErrorUses, type Holder, isKeeping } from "./uses.ts";
import { valueCalledIn } from "./values.ts";

/** Looks through the `try` statements of a program. */
export class ThrowReader extends ThrowingFunctions {
  private readonly untold: UntoldErrors;
  private found: ReadonlyMap<Holder, boolean> | undefined;

  constructor(
    files: readonly ts.SourceFile[],
    checker: ts.TypeChecker,
    known: Throwing,
    private readonly isEntry: (declaration: ts.FunctionDeclaration) => boolean,
  ) {
    super(files, checker, known);
    this.untold = new UntoldErrors(this, checker, known);
  }

  /** Notes the functions that throw what is caught where nothing hinders it. */
  plan(): void {
    // Once functions are written anew, none of them throws any more.
    this.known.hasThrowingValue = this.hasThrowingValue();
    for (const node of this.files.flatMap((file) => this.triesIn(file))) {
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
      if (this.untold.isThrownBy(called)) {
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
    const hiddenIn = (node: ts.Node): ts.Node | undefined => {
      const isExit = ts.isReturnStatement(node) || ts.isBreakOrContinueStatement(node);
      if (ts.isFunctionLike(node) || (isExit && meansTheSame(finallyBlock ?? node, node, this.checker))) {
        return undefined;
      }
      return isExit ? node : ts.forEachChild(node, hiddenIn);
    };
    return finallyBlock === undefined
      ? undefined
      : (hiddenIn(tryBlock) ?? (catchClause && hiddenIn(catchClause.block)));
  }

  private usesIn(node: ts.TryStatement): ErrorUses {
    return new ErrorUses(this.files, this.checker, this.isUntoldIn(node));
  }

  /** The names of the type `unknown` that hold an error a `try` has caught, and whether it may be of `JSON.parse`. */
  get holders(): ReadonlyMap<Holder, boolean> {
    return (this.found ??= this.findHolders());
  }

  private findHolders(): ReadonlyMap<Holder, boolean> {
    const found = new Map<Holder, boolean>();
    for (const node of this.files.flatMap((file) => this.triesIn(file))) {
      const { catchClause } = node;
      if (catchClause !== undefined && this.hindranceOf(node) === undefined) {
        const [uses, isUntold] = [this.usesIn(node), this.isUntoldIn(node)];
        uses.hindranceOf(catchClause);
        uses.holders.forEach((holder) => found.set(holder, isUntold || found.get(holder) === true));
      }
    }
    return found;
  }

  /** May `JSON.parse` throw what is caught? */
  isUntoldIn(node: ts.TryStatement): boolean {
    return this.untold.isCaughtBy(node);
  }

  /** The call of a function that is a value, where one that is a value throws. */
  private unknownCall(node: ts.TryStatement): Hindrance | undefined {
    const call = valueCalledIn(node.tryBlock, this.files, this.checker);
    if (call === undefined || !(this.known.hasThrowingValue ?? this.hasThrowingValue())) {
      return undefined;
    }
    return { node: call, advice: GIVEN };
  }

  /** Does anything in a function keep a `try` from being followed but that it is given functions? */
  isHindered(declaration: ts.FunctionDeclaration): boolean {
    return this.triesIn(declaration).some((node) => {
      const advice = this.hindranceOf(node)?.advice;
      return advice !== undefined && advice !== GIVEN;
    });
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
}

/** Is it an arrow function that is given to a function, and not to a method? */
function isGivenByName(arrow: ts.Node | undefined): boolean {
  const call = arrow?.parent;
  return call !== undefined && ts.isCallExpression(call) && ts.isIdentifier(call.expression);
}
