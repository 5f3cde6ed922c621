/** Texts of which the program itself says enough: they are ASCII, or digits, or always there. */
import ts from "typescript";
import { constantOf, isSteady } from "../analysis/steady.ts";
import { testsAt } from "../analysis/facts.ts";
import { isConstant } from "../analysis/functions.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import { matchSource, patternOf } from "../analysis/matches.ts";
import type { ProgramView, Typed } from "../analysis/program-view.ts";
import { regexLiteral } from "../analysis/regex-constants.ts";
import { isSameValue } from "../analysis/same-value.ts";
import { isBoolean, isNumber, literalValue, membersOf, strictly } from "../analysis/types.ts";
import { isAsciiGroup, isDigitsGroup, leavesAscii, provesAscii, treeOf } from "./regex/ascii.ts";
import { settledGroups, type RegexTree } from "./regex/tree.ts";

/** Methods that give nothing but what was in the text, or ASCII letters for ASCII letters. */
const KEEPING: ReadonlySet<string> = new Set([
  "charAt",
  "repeat",
  "slice",
  "substring",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
]);

/** Is the text ASCII, so that both languages count it alike? */
export function isAscii(node: ts.Expression, view: ProgramView): boolean {
  const { checker } = view;
  const type = checker.getTypeAtLocation(node);
  if (strictly(isNumber, type) || strictly(isBoolean, type)) {
    return true;
  }
  const literals = membersOf(type).map((member) => literalValue(checker, member));
  if (literals.every((value) => value !== undefined && isAsciiText(String(value)))) {
    return true;
  }
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return isAscii(node.expression, view);
  }
  if (ts.isConditionalExpression(node)) {
    return isAscii(node.whenTrue, view) && isAscii(node.whenFalse, view);
  }
  if (ts.isTemplateExpression(node)) {
    return (
      isAsciiText(node.head.text) &&
      node.templateSpans.every((span) => isAsciiText(span.literal.text) && isAscii(span.expression, view))
    );
  }
  if (ts.isBinaryExpression(node)) {
    const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];
    return joins.includes(node.operatorToken.kind) && isAscii(node.left, view) && isAscii(node.right, view);
  }
  if (isTested(node, view)) {
    return true;
  }
  const part = matchPart(node, view);
  if (part !== null) {
    const isInstead = part.instead === undefined || isAscii(part.instead, view);
    return isAsciiGroup(part.tree, part.group) && isInstead;
  }
  if (ts.isIdentifier(node)) {
    const value = constantOf(node, view);
    return value !== undefined && isAscii(value, view);
  }
  return ts.isCallExpression(node) && isAsciiCall(node, view);
}

/** Is it a group of a match that holds digits, as many as an integer may have? */
export function isDigits(node: ts.Expression, view: Typed): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return isDigits(node.expression, view);
  }
  const part = matchPart(node, view);
  return (
    part !== null && settledGroups(part.tree.body).has(part.group) && isDigitsGroup(part.tree, part.group)
  );
}

/** Is it a group that takes part in every match of its pattern? */
export function isSettledGroup(node: ts.Expression, view: ProgramView): boolean {
  const part = matchPart(node, view);
  return part !== null && (part.group === 0 || settledGroups(part.tree.body).has(part.group));
}

/** A group of a match whose pattern is known. */
interface MatchPart {
  readonly tree: RegexTree;
  readonly group: number;
  /** What stands in its place where it took no part. */
  readonly instead: ts.Expression | undefined;
}

/** The group that is read, as `match[1]`, by the name of a constant, or as a part of `const [, hours] = match`. */
function matchPart(node: ts.Expression, view: Typed): MatchPart | null {
  const declaration = ts.isIdentifier(node)
    ? view.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  if (declaration !== undefined && ts.isBindingElement(declaration)) {
    const pattern = declaration.parent;
    const source = pattern.parent;
    return ts.isArrayBindingPattern(pattern) &&
      ts.isVariableDeclaration(source) &&
      isConstant(source) &&
      declaration.dotDotDotToken === undefined &&
      source.initializer !== undefined
      ? partOf(
          source.initializer,
          pattern.elements.findIndex((element) => element === declaration),
          declaration.initializer,
          view,
        )
      : null;
  }
  const read = ts.isIdentifier(node) ? constantOf(node, view) : node;
  const access = read !== undefined && ts.isNonNullExpression(read) ? read.expression : read;
  return access !== undefined &&
    ts.isElementAccessExpression(access) &&
    ts.isNumericLiteral(access.argumentExpression)
    ? partOf(access.expression, Number(access.argumentExpression.text), undefined, view)
    : null;
}

function partOf(
  match: ts.Expression,
  group: number,
  instead: ts.Expression | undefined,
  view: Typed,
): MatchPart | null {
  const source = matchSource(ts.isNonNullExpression(match) ? match.expression : match, view.checker);
  const literal =
    source === undefined ? undefined : patternOf(source, ["match", "exec", "matchAll"], view.checker);
  const tree = literal === undefined ? null : treeOf(literal.text);
  return tree === null ? null : { tree, group, instead };
}

/** Has a test of the whole text, `/^[0-9]+$/u.test(text)`, held before the place? */
function isTested(node: ts.Expression, view: ProgramView): boolean {
  return (
    (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
    isSteady(node, view) &&
    testsAt(node, view.checker).some((test) => {
      const [text] = test.arguments;
      if (!isCallOf(test, ["test"]) || text === undefined || !isSameValue(text, node, view.checker)) {
        return false;
      }
      const literal = regexLiteral(test.expression.expression, view.checker);
      const tree = literal === undefined ? null : treeOf(literal.text);
      return tree !== null && provesAscii(tree);
    })
  );
}

function isAsciiCall(node: ts.CallExpression, view: ProgramView): boolean {
  const { expression: callee, arguments: given } = node;
  if (ts.isIdentifier(callee)) {
    const [value] = given;
    return callee.text === "String" && value !== undefined && isAscii(value, view);
  }
  if (!ts.isPropertyAccessExpression(callee)) {
    return false;
  }
  const [first, second] = given;
  const method = callee.name.text;
  if (method === "replace" || method === "replaceAll") {
    const literal = first === undefined ? undefined : regexLiteral(first, view.checker);
    const tree = literal === undefined ? null : treeOf(literal.text);
    const isPlain =
      second !== undefined && ts.isStringLiteralLike(second) && /^[^$\u0080-\uffff]*$/.test(second.text);
    return isPlain && ((tree !== null && leavesAscii(tree)) || isAscii(callee.expression, view));
  }
  if (method === "padStart" || method === "padEnd") {
    return (second === undefined || isAscii(second, view)) && isAscii(callee.expression, view);
  }
  return KEEPING.has(method) && isAscii(callee.expression, view);
}

function isAsciiText(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
