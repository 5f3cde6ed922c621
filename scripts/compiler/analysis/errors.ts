/** Errors: the classes of JavaScript, the program's own that extend them, and what a program reads of one. */
import ts from "typescript";
import { resolveSymbol } from "./functions.ts";
import { isOfLibrary } from "./globals.ts";
import { mayBeNull, mayBeUndefined } from "./types.ts";

const BUILT_IN: ReadonlySet<string> = new Set([
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
]);

/** Properties that an error inherits or an engine gives it: what they hold nobody has written. */
const OF_ENGINE: ReadonlySet<string> = new Set(["cause", "constructor", "stack"]);

/** A class of errors. */
export interface ErrorClass {
  readonly name: string;
  /** The class it extends; null for `Error` itself. */
  readonly base: ErrorClass | null;
  /** Where the program declares it; null for one of JavaScript. */
  readonly declaration: ts.ClassDeclaration | null;
}

const error: ErrorClass = { name: "Error", base: null, declaration: null };

/** The class of errors a name stands for; undefined for anything else. */
export function errorClass(node: ts.Expression, checker: ts.TypeChecker): ErrorClass | undefined {
  const symbol = ts.isIdentifier(node) ? resolveSymbol(checker, node) : undefined;
  return symbol === undefined ? undefined : classOf(symbol, checker);
}

function classOf(symbol: ts.Symbol, checker: ts.TypeChecker): ErrorClass | undefined {
  if (BUILT_IN.has(symbol.name) && isOfLibrary(symbol)) {
    return symbol.name === "Error" ? error : { name: symbol.name, base: error, declaration: null };
  }
  const declaration = symbol.declarations?.find(ts.isClassDeclaration);
  const extended = declaration?.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const [parent] = extended?.types ?? [];
  const base = parent === undefined ? undefined : errorClass(parent.expression, checker);
  return declaration === undefined || base === undefined || !ts.isSourceFile(declaration.parent)
    ? undefined
    : { name: declaration.name?.text ?? "", base, declaration };
}

/** Is every value of the type an error? */
export function isErrorType(type: ts.Type, checker: ts.TypeChecker): boolean {
  return classesOf(type, checker).every((one) => one !== undefined);
}

/** Is every value of the type an error of a class of the program? */
export function isOwnErrorType(type: ts.Type, checker: ts.TypeChecker): boolean {
  return classesOf(type, checker).every((one) => one !== undefined && one.declaration !== null);
}

/** The class of each kind of value of the type; undefined for what is no error. */
function classesOf(type: ts.Type, checker: ts.TypeChecker): readonly (ErrorClass | undefined)[] {
  return (type.isUnion() ? type.types : [type]).map((member) => {
    const symbol = member.getSymbol();
    return symbol === undefined ? undefined : classOf(symbol, checker);
  });
}

/** May the property of an error be read: has the program written it? */
export function isWrittenProperty(name: string): boolean {
  return !OF_ENGINE.has(name);
}

/** `new Error("...", { cause: error })`: the literal, of which nothing reads anything. */
export function isCause(node: ts.Expression): node is ts.ObjectLiteralExpression {
  const [property, more] = ts.isObjectLiteralExpression(node) ? node.properties : [];
  const value =
    property === undefined || !ts.isPropertyAssignment(property) ? property?.name : property.initializer;
  return (
    property?.name?.getText() === "cause" &&
    more === undefined &&
    value !== undefined &&
    ts.isIdentifier(value) &&
    ts.isNewExpression(node.parent)
  );
}

/** The names by which the compiler types what was caught: `unknown`, as in JavaScript. */
export const CAUGHT = {
  told: "CaughtError",
  /** It may be of `JSON.parse`. */
  untold: "CaughtUntold",
  /** A variable that keeps such an error, or none yet. */
  toldOrNone: "CaughtOrNone",
  untoldOrNone: "CaughtUntoldOrNone",
} as const;

const NAMES: readonly string[] = Object.values(CAUGHT);

/** Is it one of these names? */
export function isCaughtType(type: string | undefined): boolean {
  return type !== undefined && NAMES.includes(type);
}

/**
 * Is it an error, by its type or by what declares it? A caught error is of the type `unknown`, whatever was thrown; the name
 * by which the compiler types it tells it from other values.
 */
export function isError(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return (
    isCaughtType(declaredType(node, checker)) ||
    isErrorType(checker.getNonNullableType(checker.getTypeAtLocation(node)), checker)
  );
}

/** Is the class of an error only claimed, `error as BookingError`, by what is read or by the constant it was given to? */
export function isClaimed(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return isClaimed(node.expression, checker);
  }
  if (ts.isAsExpression(node)) {
    return !checker.isTypeAssignableTo(
      checker.getTypeAtLocation(node.expression),
      checker.getTypeAtLocation(node),
    );
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return (
    declaration !== undefined &&
    isAlias(declaration) &&
    declaration.initializer !== undefined &&
    isClaimed(declaration.initializer, checker)
  );
}

/** `const failure = error as BookingError`: another name for the error. */
export function isAlias(node: ts.Node): node is ts.VariableDeclaration {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isIdentifier(node.name) &&
    node.type === undefined &&
    (node.parent.flags & ts.NodeFlags.Const) !== 0
  );
}

/** May there be no error yet? */
export function mayLackError(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const declared = declaredType(node, checker);
  const type = checker.getTypeAtLocation(node);
  return (
    mayBeNull(type) ||
    mayBeUndefined(type) ||
    ((declared === CAUGHT.toldOrNone || declared === CAUGHT.untoldOrNone) && !isErrorType(type, checker))
  );
}

/** May it be the error of `JSON.parse`, whose message is the engine's own? */
export function isUntold(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getTypeAtLocation(node).getSymbol();
  const { declaration = null } = (symbol && classOf(symbol, checker)) ?? {};
  const declared = declaredType(node, checker);
  return declaration === null && (declared === CAUGHT.untold || declared === CAUGHT.untoldOrNone);
}

/** The type that is written where a value is declared, also under another name: `const failure = error as BookingError`. */
function declaredType(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    return declaredType(node.expression, checker);
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (declaration === undefined || !(ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))) {
    return undefined;
  }
  const { type, initializer } = declaration;
  return type === undefined && initializer !== undefined
    ? declaredType(initializer, checker)
    : type?.getText();
}
