/**
 * Changes that stand inside of an expression, read as statements before the one they stand in: `if ((n += 1) > 5)` becomes
 * `n += 1; if (n > 5)`. So is a choice between changes: `open && list.push(1);` becomes `if (open) { list.push(1); }`.
 */
import ts from "typescript";
import { changedObjects } from "../analysis/changed-parts.ts";
import { isChange } from "../analysis/changes.ts";
import { isOnlyBody } from "../analysis/handing-calls.ts";
import { unwrapped } from "../analysis/paths.ts";
import { isInList } from "../analysis/walk.ts";
import { at, type Insertion } from "./edited-sources.ts";
import { FreeNames, leadingChange, takenOut } from "./leading-changes.ts";
import { rewritten } from "./rewritten.ts";

const K = ts.SyntaxKind;

/** What a node reads as: texts, and nodes of its own in their order. */
type Parts = readonly (string | ts.Node)[];

/** What has to be put into a file for its changes to be statements. */
export function plainChanges(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const found: Insertion[] = [];
  const names = new FreeNames(file);
  const visit = (node: ts.Node): void => {
    const parts = opened(node, checker) ?? looped(node, checker);
    const insertions =
      parts === null
        ? (chosen(node, checker) ?? takenOut(node, names, checker))
        : rewritten(node, parts, file);
    if (insertions === null) {
      ts.forEachChild(node, visit);
    } else {
      // What stands inside is looked at again once it is written anew.
      found.push(...insertions);
    }
  };
  visit(file);
  return found;
}

/** `test ? change : other;`, `test && change;`, `change, other;`, `void change;` as statements. */
function chosen(node: ts.Node, checker: ts.TypeChecker): readonly Insertion[] | null {
  const parts = ts.isExpressionStatement(node) ? asStatements(node, checker) : null;
  const file = node.getSourceFile();
  const insertions =
    parts === null || !ts.isExpressionStatement(node) ? null : rewritten(node.expression, parts, file);
  const end = node.end - 1;
  if (insertions === null || file.text[end] !== ";") {
    return insertions;
  }
  const isThere = insertions.some((insertion) => insertion.at === end);
  const opened = insertions.map((one) => (one.at === end ? { ...one, text: `${one.text}/*` } : one));
  return [...opened, ...(isThere ? [] : [at(file, end, "/*")]), at(file, node.end, "*/")];
}

function asStatements(node: ts.ExpressionStatement, checker: ts.TypeChecker): Parts | null {
  const expression = unwrapped(node.expression);
  const changes = (part: ts.Node): boolean => changesOf(part, checker);
  if (ts.isVoidExpression(expression)) {
    return changes(expression.expression) ? [expression.expression, ";"] : null;
  }
  if (ts.isConditionalExpression(expression)) {
    const { condition, whenTrue, whenFalse } = expression;
    return changes(whenTrue) || changes(whenFalse)
      ? ["if (", condition, ") { ", whenTrue, "; } else { ", whenFalse, "; }"]
      : null;
  }
  if (!ts.isBinaryExpression(expression)) {
    return null;
  }
  const { left, operatorToken, right } = expression;
  // An `else` behind it is not its own.
  const [opens, closes] = isInList(node) ? ["", ""] : ["{ ", " }"];
  switch (operatorToken.kind) {
    case K.AmpersandAmpersandToken:
      return changes(right) ? [`${opens}if (`, left, ") { ", right, `; }${closes}`] : null;
    case K.BarBarToken:
      return changes(right) ? [`${opens}if (!(`, left, ")) { ", right, `; }${closes}`] : null;
    case K.CommaToken:
      return [opens, left, "; ", right, `;${closes}`];
    default:
      return null;
  }
}

/** Does it change something when it is computed, and not only in a function in it? */
function changesOf(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (
    isChange(node) ||
    changedObjects(node, checker).length > 0 ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, (part) => changesOf(part, checker)) ?? false))
  );
}

/** The body of `(item) => change`, as statements. */
function opened(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const arrow = node.parent;
  if (!ts.isExpression(node) || !ts.isArrowFunction(arrow) || arrow.body !== node) {
    return null;
  }
  const plain = unwrapped(node);
  if (isOnlyBody(node)) {
    return isChange(plain) || (isChoice(plain) && changesOf(plain, checker)) ? ["{ ", plain, "; }"] : null;
  }
  if (ts.isBinaryExpression(plain) && plain.operatorToken.kind === K.CommaToken) {
    return ["{ ", plain.left, "; return ", plain.right, "; }"];
  }
  return leadingChange(node, checker) === undefined ? null : ["{ return ", node, "; }"];
}

function isChoice(node: ts.Node): boolean {
  return ts.isConditionalExpression(node) || ts.isVoidExpression(node) || ts.isBinaryExpression(node);
}

/** `while ((next = queue.shift()) !== undefined)` as a loop that is left when its test does not hold. */
function looped(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  return ts.isWhileStatement(node) && leadingChange(node.expression, checker) !== undefined
    ? ["while (true) { if (!(", node.expression, ")) break; ", node.statement, " }"]
    : null;
}
