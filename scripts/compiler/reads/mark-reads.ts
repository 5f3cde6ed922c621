/** Marks the reads that need a value: `!` behind each has the compiler check that it is there. */
import ts from "typescript";
import { isAssignment } from "../analysis/changes.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { mayBeNull, mayBeUndefined } from "../analysis/types.ts";
import { at, type Insertion } from "./edited-sources.ts";
import { uncheckedReads } from "./unchecked-reads.ts";

/** TypeScript's numbers for a value that may be undefined where one is needed. */
const MISSING_VALUES: ReadonlySet<number> = new Set([
  2322, 2339, 2345, 2362, 2363, 2365, 2375, 2379, 2488, 2532, 2538, 2722, 2769, 18048,
]);

const COMPOUND: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, "+"],
  [ts.SyntaxKind.MinusEqualsToken, "-"],
  [ts.SyntaxKind.AsteriskEqualsToken, "*"],
  [ts.SyntaxKind.SlashEqualsToken, "/"],
]);

const STEPS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PlusPlusToken, "+"],
  [ts.SyntaxKind.MinusMinusToken, "-"],
]);

const ARITHMETIC: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PlusToken,
]);

/** The marks a file needs, by what TypeScript has found in it and by what is made a number. */
export function marksOf(
  file: ts.SourceFile,
  diagnostics: readonly ts.Diagnostic[],
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const wanted = diagnostics
    .filter((diagnostic) => MISSING_VALUES.has(diagnostic.code) && diagnostic.start !== undefined)
    .flatMap(({ start = 0, length = 0 }) => valuesAt(file, start, start + length));
  const reads = new Set([
    ...[...wanted, ...readValues(file)].flatMap((node) => uncheckedReads(node, checker)),
    ...eitherReads(file, checker),
  ]);
  return [...reads].flatMap((node) => changeOf(node, file) ?? [markOf(node, file)]);
}

/** `totals[key] += value` becomes `totals[key] = totals[key]! + (value)`; null where nothing is changed so. */
function changeOf(node: ts.Expression, file: ts.SourceFile): readonly Insertion[] | null {
  const { parent } = node;
  if (!isRepeatable(node)) {
    return null;
  }
  const isStep = ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
  const sign = isStep
    ? STEPS.get(parent.operator)
    : ts.isBinaryExpression(parent) && parent.left === node
      ? COMPOUND.get(parent.operatorToken.kind)
      : undefined;
  if (sign === undefined) {
    return null;
  }
  const value = ` = ${inOneLine(node)}! ${sign} `;
  if (ts.isBinaryExpression(parent)) {
    const { operatorToken, right } = parent;
    return [
      at(file, operatorToken.getStart(file), "/*"),
      at(file, operatorToken.end, `*/${value}(`),
      at(file, right.end, ")"),
    ];
  }
  return ts.isPrefixUnaryExpression(parent)
    ? [
        at(file, parent.getStart(file), "/*"),
        at(file, node.getStart(file), "*/"),
        at(file, node.end, `${value}1`),
      ]
    : [at(file, node.end, `${value}1/*`), at(file, parent.end, "*/")];
}

/** May it be written twice: names and literals, of which nothing acts? */
function isRepeatable(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) {
    return isRepeatable(node.expression) && isRepeatable(node.argumentExpression);
  }
  if (ts.isBinaryExpression(node)) {
    return ARITHMETIC.has(node.operatorToken.kind) && isRepeatable(node.left) && isRepeatable(node.right);
  }
  return ts.isPropertyAccessExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isParenthesizedExpression(node)
    ? isRepeatable(node.expression)
    : ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}

/** `{ hour }` becomes `{ hour: hour! }`. */
function markOf(node: ts.Expression, file: ts.SourceFile): Insertion {
  const { parent } = node;
  const isShort = ts.isShorthandPropertyAssignment(parent) && parent.name === node;
  return at(file, node.end, isShort ? `: ${node.getText()}!` : "!");
}

/** The expressions that may be what TypeScript complains about from one position to another. */
function valuesAt(file: ts.SourceFile, start: number, end: number): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (node.end < start || node.getStart(file) > end) {
      return;
    }
    // Of a `return` TypeScript shows the word alone.
    const isShown = node.end === end || ts.isReturnStatement(node);
    if (node.getStart(file) === start && isShown) {
      found.push(...valuesOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a value is given by, where TypeScript points at what takes it. */
function valuesOf(node: ts.Node): readonly ts.Expression[] {
  const { parent } = node;
  if (ts.isReturnStatement(node)) {
    return node.expression === undefined ? [] : [node.expression];
  }
  if (
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === node &&
    parent.initializer !== undefined
  ) {
    return [parent.initializer];
  }
  if (ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind)) {
    return COMPOUND.has(parent.operatorToken.kind) ? [parent.left, parent.right] : [parent.right];
  }
  if (ts.isBindingElement(parent) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) {
    const declaration = ts.findAncestor(node, ts.isVariableDeclaration);
    return declaration?.initializer === undefined ? [] : [declaration.initializer];
  }
  if (ts.isBinaryExpression(node)) {
    return [node.left, node.right];
  }
  return ts.isExpression(node) ? [node] : [];
}

/** The reads in a property that may be null otherwise: beside null, JSON could not tell that nothing was found. */
function eitherReads(file: ts.SourceFile, checker: ts.TypeChecker): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const type = checker.getTypeAtLocation(node.initializer);
      const reads = mayBeNull(type) && mayBeUndefined(type) ? uncheckedReads(node.initializer, checker) : [];
      found.push(...reads.filter((read) => !mayBeNull(checker.getTypeAtLocation(read))));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const READERS: ReadonlySet<string> = new Set(["Number", "Number.parseInt", "parseInt"]);

/** What is made a number: TypeScript takes anything there. */
function readValues(file: ts.SourceFile): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && READERS.has(node.expression.getText(file))) {
      found.push(...node.arguments);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
