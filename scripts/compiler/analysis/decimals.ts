/** Numbers that may be decimals, in the files that have any; every other number is an integer. */
import ts from "typescript";
import { assignmentTargets } from "./changes.ts";
import { ROUNDING } from "./decimal-files.ts";
import { resolveArrow, resolveFunction } from "./functions.ts";
import { numberConstant } from "./number-constants.ts";
import type { ProgramView } from "./program-view.ts";
import { isNumber, literalValue, mayBeNumber, presentMembers } from "./types.ts";
import { functionAround, resultsOf, walk } from "./walk.ts";

const K = ts.SyntaxKind;

/** What they give is an integer, whatever they are given. */
const WHOLE: ReadonlySet<string> = new Set([...ROUNDING, "Math.sign", "Number.parseInt", "parseInt"]);
const POSITIONS: ReadonlySet<string> = new Set([
  "charCodeAt",
  "codePointAt",
  "findIndex",
  "findLastIndex",
  "indexOf",
  "lastIndexOf",
  "localeCompare",
  "push",
  "search",
]);
const SIZES: ReadonlySet<string> = new Set(["index", "length", "size"]);

/** May the number be one that is no integer? */
export function mayBeDecimal(node: ts.Expression, view: ProgramView): boolean {
  return view.decimals.has(node.getSourceFile()) && isDecimal(node, view, new Set());
}

/** May the number be infinite? Whatever may be a decimal, in files that have infinite ones. */
export function mayBeInfinite(node: ts.Expression, view: ProgramView): boolean {
  return view.decimals.get(node.getSourceFile()) === "infinite" && mayBeDecimal(node, view);
}

/** @param asked what is being asked for already: it is an integer unless something else in it is none */
function isDecimal(node: ts.Expression, view: ProgramView, asked: Set<ts.Node>): boolean {
  const of = (inner: ts.Expression): boolean => isDecimal(inner, view, asked);
  const type = view.checker.getTypeAtLocation(node);
  const literals = presentMembers(type).map((member) => literalValue(view.checker, member));
  if (!mayBeNumber(type) || literals.every((value) => value !== undefined)) {
    return literals.some((value) => typeof value === "number" && !Number.isInteger(value));
  }
  const constant = numberConstant(node, view);
  if (asked.has(node) || constant !== undefined) {
    return !Number.isInteger(constant ?? 0);
  }
  asked.add(node);
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAwaitExpression(node)
  ) {
    return of(node.expression);
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === K.PlusToken && !isNumber(view.checker.getTypeAtLocation(node.operand))
      ? true
      : of(node.operand);
  }
  if (ts.isConditionalExpression(node)) {
    return of(node.whenTrue) || of(node.whenFalse);
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    return operator === K.SlashToken || operator === K.SlashEqualsToken || of(node.left) || of(node.right);
  }
  if (ts.isPropertyAccessExpression(node)) {
    return !isOfToolkit(node, view);
  }
  if (ts.isCallExpression(node)) {
    return isDecimalCall(node, view, asked);
  }
  return ts.isIdentifier(node) ? isDecimalName(node, view, asked) : true;
}

/** `list.length`, `answer.status`: a number of the language or of the SDK. */
function isOfToolkit(node: ts.PropertyAccessExpression, view: ProgramView): boolean {
  const declared = view.checker.getSymbolAtLocation(node.name)?.declarations ?? [];
  return (
    declared.length > 0 &&
    declared.every((declaration) => {
      const file = declaration.getSourceFile();
      const isNumeric = ts.isPropertySignature(declaration) && declaration.type?.kind === K.NumberKeyword;
      return !view.decimals.has(file) && (file.isDeclarationFile ? SIZES.has(node.name.text) : isNumeric);
    })
  );
}

function isDecimalCall(node: ts.CallExpression, view: ProgramView, asked: Set<ts.Node>): boolean {
  const callee = node.expression;
  const text = callee.getText();
  if (WHOLE.has(text)) {
    return false;
  }
  if (["Math.abs", "Math.max", "Math.min"].includes(text)) {
    return node.arguments.some(
      (argument) => ts.isSpreadElement(argument) || isDecimal(argument, view, asked),
    );
  }
  if (ts.isPropertyAccessExpression(callee)) {
    return !POSITIONS.has(callee.name.text);
  }
  const called = resolveFunction(view.checker, callee) ?? resolveArrow(view.checker, callee);
  if (called?.body === undefined) {
    return true;
  }
  if (!view.decimals.has(called.getSourceFile())) {
    return false;
  }
  return resultsOf(called.body).some((value) => isDecimal(value, view, asked));
}

/** A variable, by all it is given. */
function isDecimalName(node: ts.Identifier, view: ProgramView, asked: Set<ts.Node>): boolean {
  const symbol = view.checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration;
  if (
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isIdentifier(declaration.name) ||
    ts.isForOfStatement(declaration.parent.parent)
  ) {
    return true;
  }
  if (asked.has(declaration)) {
    return false;
  }
  asked.add(declaration);
  const of = (value: ts.Expression): boolean => isDecimal(value, view, asked);
  let found = declaration.initializer !== undefined && of(declaration.initializer);
  walk(functionAround(declaration) ?? declaration.getSourceFile(), (inner) => {
    const isGiven = assignmentTargets(inner).some(
      (target) => view.checker.getSymbolAtLocation(target) === symbol,
    );
    // A step leaves an integer an integer.
    found ||=
      isGiven &&
      ts.isBinaryExpression(inner) &&
      (!ts.isIdentifier(inner.left) || of(inner.right) || isQuotient(inner));
  });
  return found;
}

function isQuotient(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === K.SlashEqualsToken;
}
