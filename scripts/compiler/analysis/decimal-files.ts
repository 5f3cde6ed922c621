/** Files whose numbers may be decimals: those that make one, and those it may come to. */
import ts from "typescript";
import { parsesNumbers, readsDecimals } from "./decimal-makers.ts";
import { positiveLiteral } from "./literals.ts";
import { isInfinity, numberConstant } from "./number-constants.ts";
import type { DecimalFiles } from "./program-view.ts";
import { isNumber, literalValue, strictly } from "./types.ts";
import { holds } from "./walk.ts";

/** Without one of these in its text no file makes a decimal. */
const SIGN =
  /\.[0-9]|[0-9][eE]-|Math\.round|toFixed|parseFloat|EPSILON|JSON\.parse|readJson|\bNumber\b|(?:[=(,?:&|<>[{;*]|return)\s*\+[\w(]|[\w)\]}]\s*\/=?\s*[\w(]/u;

/** Who imports whom. */
interface Imports {
  reachable(fileNames: readonly string[]): ReadonlySet<ts.SourceFile>;
}

/** Does the program itself say of the text that it is an integer? */
type IsDigits = (text: ts.Expression) => boolean;

/**
 * A decimal goes up to the files that import the one that makes it, and from all of these down into what they import.
 * Files of the toolkit count in integers, whatever calls them.
 */
export function decimalFiles(
  files: readonly ts.SourceFile[],
  imports: Imports,
  checker: ts.TypeChecker,
  isDigits: IsDigits,
): DecimalFiles {
  const infinite = reached(
    files.filter(({ text }) => text.includes("INFINITY") || text.includes("Infinity")),
    files,
    imports,
    (node) => isInfinity(node, { checker }),
  );
  const decimal = reached(
    files.filter(({ text }) => SIGN.test(text)),
    files,
    imports,
    (node) => isMaker(node, checker, isDigits),
  );
  return new Map([
    ...decimal.map((file) => [file, "finite"] as const),
    ...infinite.map((file) => [file, "infinite"] as const),
  ]);
}

/** The files of which one makes such numbers, and those they may come to. */
function reached(
  candidates: readonly ts.SourceFile[],
  files: readonly ts.SourceFile[],
  imports: Imports,
  isMade: (node: ts.Node) => boolean,
): readonly ts.SourceFile[] {
  const makers = candidates.filter((file) => holds(file, isMade));
  if (makers.length === 0) {
    return [];
  }
  const above = files.filter((file) => {
    const below = imports.reachable([file.fileName]);
    return makers.some((maker) => below.has(maker));
  });
  const below = imports.reachable(above.map(({ fileName }) => fileName));
  return files.filter((file) => below.has(file));
}

function isMaker(node: ts.Node, checker: ts.TypeChecker, isDigits: IsDigits): boolean {
  if (ts.isNumericLiteral(node)) {
    return !Number.isInteger(Number(node.text));
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return (
      operator === ts.SyntaxKind.SlashEqualsToken ||
      (operator === ts.SyntaxKind.SlashToken && !isRounded(node) && !isFixed(node, checker))
    );
  }
  if (readsDecimals(node, checker, isDigits)) {
    return true;
  }
  if (ts.isIdentifier(node)) {
    return ["parseFloat", "readJson_thrown"].includes(node.text);
  }
  if (ts.isCallExpression(node)) {
    return node.expression.getText() === "JSON.parse" && parsesNumbers(node, checker);
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (!Number.isInteger(numberConstant(node, { checker }) ?? 0)) {
      return true;
    }
    const { parent } = node;
    const isCalled = ts.isCallExpression(parent) && parent.expression === node;
    return isCalled && node.name.text === "toFixed"
      ? scaledBy(parent, checker) === undefined
      : node.getText() === "Math.round" && !(isCalled && isQuotient(parent.arguments[0]));
  }
  return false;
}

/** The functions that make an integer of a decimal. */
export const ROUNDING: ReadonlySet<string> = new Set(["Math.ceil", "Math.floor", "Math.round", "Math.trunc"]);

function isRounded(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent)
    ? isRounded(parent)
    : ts.isCallExpression(parent) && ROUNDING.has(parent.expression.getText());
}

function isQuotient(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isParenthesizedExpression(node)
    ? isQuotient(node.expression)
    : node !== undefined &&
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.SlashToken;
}

function isFixed(node: ts.BinaryExpression, checker: ts.TypeChecker): boolean {
  const call = node.parent.parent.parent;
  return ts.isCallExpression(call) && scaledBy(call, checker)?.quotient === node;
}

/** `(cents / 100).toFixed(2)`, made of two integers: the quotient and how many places it has. */
export function scaledBy(
  node: ts.CallExpression,
  checker: ts.TypeChecker,
): { readonly quotient: ts.BinaryExpression; readonly digits: number } | undefined {
  const callee = node.expression;
  const [places] = node.arguments;
  const quotient =
    ts.isPropertyAccessExpression(callee) && ts.isParenthesizedExpression(callee.expression)
      ? callee.expression.expression
      : undefined;
  if (
    quotient === undefined ||
    places === undefined ||
    !ts.isBinaryExpression(quotient) ||
    quotient.operatorToken.kind !== ts.SyntaxKind.SlashToken
  ) {
    return undefined;
  }
  const divisor = literalValue(checker, checker.getTypeAtLocation(quotient.right));
  const digits = positiveLiteral(places);
  const power = digits === null ? 0 : 10 ** digits;
  const isScale = digits !== null && power <= 1_000_000 && divisor === power;
  return isScale && strictly(isNumber, checker.getTypeAtLocation(quotient.left))
    ? { quotient, digits }
    : undefined;
}
