/** What `JSON.parse` throws, whose message is the engine's own, on its way through a program. */
import ts from "typescript";
import { keyOf } from "../../analysis/functions.ts";
import { CAUGHT } from "../../analysis/errors.ts";
import { isWrapping } from "../../analysis/paths.ts";
import { holds } from "../../analysis/walk.ts";
import { isJsonParse, type Throwing } from "./functions.ts";
import type { ThrowingFunctions } from "./throwing-functions.ts";
import { isKeeping } from "./uses.ts";

/** Tells where an error may be of `JSON.parse`. */
export class UntoldErrors {
  constructor(
    private readonly functions: ThrowingFunctions,
    private readonly checker: ts.TypeChecker,
    private readonly known: Throwing,
  ) {}

  /** May it be what a `try` catches, as it stands or as it was written anew? */
  isCaughtBy({ tryBlock }: ts.TryStatement): boolean {
    return (
      /\bunreadable_thrown\b|\bCaughtUntold/u.test(tryBlock.getText()) ||
      holds(tryBlock, (node) => {
        const called = this.functions.givenCallee(node) ?? this.functions.throwingCallee(node);
        return (
          isJsonParse(node) ||
          this.throwsUntold(node) ||
          (called !== undefined && (this.known.untold.has(keyOf(called)) || this.isThrownBy(called)))
        );
      })
    );
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
      (ts.isCatchClause(parent) && this.isCaughtBy(parent.parent)) ||
      (isKeeping(declaration, this.checker) &&
        this.functions
          .triesIn(declaration.getSourceFile())
          .some(
            (one) => one.catchClause !== undefined && this.keeps(one, declaration) && this.isCaughtBy(one),
          ))
    );
  }

  /** Is what a `try` catches kept in the variable? */
  private keeps({ catchClause }: ts.TryStatement, declaration: ts.VariableDeclaration): boolean {
    return holds(
      catchClause ?? declaration,
      (node) =>
        ts.isBinaryExpression(node) &&
        this.checker.getSymbolAtLocation(node.left)?.valueDeclaration === declaration,
    );
  }

  /** May a function throw it? */
  isThrownBy(declaration: ts.FunctionDeclaration, callers: readonly ts.Node[] = []): boolean {
    return this.functions.escaping(declaration).some((site) => {
      const called = this.functions.throwingCallee(site);
      return (
        isJsonParse(site) ||
        this.throwsUntold(site) ||
        (called !== undefined &&
          !callers.includes(called) &&
          this.isThrownBy(called, [...callers, declaration, called]))
      );
    });
  }
}

/** The name that is thrown, through what says only its type. */
function heldIn(node: ts.Expression): ts.Identifier | undefined {
  return ts.isIdentifier(node) ? node : isWrapping(node) ? heldIn(node.expression) : undefined;
}
