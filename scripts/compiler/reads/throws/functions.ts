/** Functions that throw what is caught, as the steps of reading a program know them. */
import ts from "typescript";
import { copiedBy } from "../../analysis/casts.ts";
import { walk } from "../../analysis/walk.ts";
import { awaited } from "./places.ts";

/** The functions of a program that give an outcome, from one look at it to the next. */
export class Throwing {
  /** Functions that throw what is caught somewhere, by file and name. */
  readonly given = new Set<string>();
  /** Those of them that may throw what `JSON.parse` does. */
  readonly untold = new Set<string>();
  /** Does a function throw that is a value? Asked before any is written anew. */
  hasThrowingValue: boolean | undefined;
  /** Functions whose signatures have been written anew: all calls of them are asked. */
  readonly written = new Set<string>();
  /** Those that never return, and give the error itself. */
  readonly never = new Set<string>();
}

/** Is it `JSON.parse(text)`? */
export function isJsonParse(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    node.expression.getText() === "JSON.parse" &&
    node.arguments.length === 1 &&
    // What was written as JSON can be read.
    copiedBy(node) === undefined
  );
}

/** Is it a call whose outcome could not be asked for before its statement, so that it raises as it did? */
export function isRaising(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^(?:raise|valueOf)_thrown$/u.test(node.expression.getText());
}

/** Is the call asked for its outcome already? */
export function isAsked(call: ts.CallExpression): boolean {
  const { parent } = awaited(call);
  return (
    (ts.isVariableDeclaration(parent) && /^outcome_\d+$/u.test(parent.name.getText())) ||
    isRaising(parent) ||
    // A function that always throws gives the error itself.
    ts.isThrowStatement(parent)
  );
}

/** The functions a file declares. */
export function functionsOf(file: ts.SourceFile): readonly ts.FunctionDeclaration[] {
  const found: ts.FunctionDeclaration[] = [];
  walk(file, (node) => {
    if (ts.isFunctionDeclaration(node)) {
      found.push(node);
    }
  });
  return found;
}

/** Does the function never return? */
export function isNever({ type }: ts.FunctionDeclaration): boolean {
  return type?.kind === ts.SyntaxKind.NeverKeyword;
}

/** Does the function give nothing? */
export function isVoid(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  const signature = checker.getSignatureFromDeclaration(declaration);
  const type = signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
  const given = type === undefined ? undefined : (checker.getAwaitedType(type) ?? type);
  return ((given?.flags ?? 0) & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) !== 0;
}
