/** Where something may throw, and what is done before it. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import { isChoice } from "../../analysis/choices.ts";
import { isPlainCall } from "../../analysis/method-calls.ts";
import { holdsComment } from "../edited-sources.ts";

const K = ts.SyntaxKind;

/** The function a node belongs to, callbacks too. */
export function ownerOf(node: ts.Node): ts.SignatureDeclaration | undefined {
  return ts.findAncestor(node.parent, ts.isFunctionLike);
}

/** The `try` of the same function in whose block a node stands, the innermost. */
export function tryAround(node: ts.Node): ts.TryStatement | undefined {
  let inner = node;
  for (let { parent } = node; parent !== undefined && !ts.isFunctionLike(parent); { parent } = parent) {
    if (ts.isTryStatement(parent) && parent.tryBlock === inner) {
      return parent;
    }
    inner = parent;
  }
  return undefined;
}

/** Is what is thrown there caught in the same function? What stands in a `try` without `catch` goes on. */
export function isCaughtInside(node: ts.Node): boolean {
  const around = tryAround(node);
  return around !== undefined && (around.catchClause !== undefined || isCaughtInside(around));
}

/** `await call`, or the call itself. */
export function awaited(call: ts.CallExpression): ts.Expression {
  return ts.isAwaitExpression(call.parent) ? call.parent : call;
}

/**
 * The statement before which a call can be made; what else has to be written where there is none.
 *
 * @param isMade whether another call that stands earlier is made before the statement, too
 */
export function statementBefore(
  call: ts.CallExpression,
  isMade: (other: ts.CallExpression) => boolean,
): { readonly statement: ts.Statement } | { readonly hindrance: string } {
  let inner: ts.Node = awaited(call);
  for (let { parent } = inner; ; { parent } = parent) {
    if (ts.isStatement(parent)) {
      return isEvaluatedFirst(parent, inner) &&
        isRepeatable(call.getSourceFile(), parent.getStart(), awaited(call).getStart())
        ? { statement: parent }
        : { hindrance: loopAdvice(parent) ?? NAMED };
    }
    if (ts.isFunctionLike(parent)) {
      return { hindrance: CALLBACK };
    }
    if (isChoice(parent, inner)) {
      return { hindrance: "Make it an `if`, with the call as a statement of its own." };
    }
    const isLate = ts.isVariableDeclarationList(parent) && parent.declarations[0] !== inner;
    if (isLate || !before(parent, inner).every((part) => isCalm(part, isMade))) {
      return { hindrance: NAMED };
    }
    inner = parent;
  }
}

/** What is told of an error that a part of a statement may throw. */
export const NAMED = "Give what it returns a name of its own first: `const value = call(...);`.";

/** Can what stands there be written again, in one line? */
function isRepeatable(file: ts.SourceFile, from: number, to: number): boolean {
  return !holdsComment(file, from, to) && !/`[^]*\n|\n[^]*`/u.test(file.text.slice(from, to));
}

/** A part of a statement that holds no text over several lines, and no comment, to be written again. */
export function inLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, " ");
}

/** What is told of a function that throws and is called as a value. */
export const GIVEN =
  "In a `try`, call a function by its name: what one that is given throws cannot be caught.";

/** What is told of an error that leaves a callback. */
export const CALLBACK =
  "An error does not leave a callback here: write the loop, `for (const item of list) { ... }`, with the call in it.";

function loopAdvice(statement: ts.Statement): string | undefined {
  return ts.isWhileStatement(statement) || ts.isDoStatement(statement) || ts.isForStatement(statement)
    ? "Call it in the body of the loop, and leave the loop with `break`."
    : undefined;
}

/** Is the part of a statement computed once, and before anything else of it? */
function isEvaluatedFirst(statement: ts.Statement, part: ts.Node): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList === part;
  }
  if (ts.isForStatement(statement)) {
    return statement.initializer === part;
  }
  return (
    (ts.isForOfStatement(statement) ||
      ts.isIfStatement(statement) ||
      ts.isSwitchStatement(statement) ||
      ts.isReturnStatement(statement) ||
      ts.isThrowStatement(statement) ||
      ts.isExpressionStatement(statement)) &&
    statement.expression === part
  );
}

/** The parts of a node that are computed before one of them. */
function before(node: ts.Node, part: ts.Node): readonly ts.Node[] {
  const parts: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    parts.push(child);
  });
  // What is assigned to has no value of its own yet; `total += f(x)` has one.
  const isPlainAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === K.EqualsToken;
  const earlier = parts.slice(0, parts.indexOf(part));
  return isPlainAssignment ? earlier.filter((child) => !ts.isIdentifier(child)) : earlier;
}

/** Does it neither act nor depend on what acts? */
function isCalm(node: ts.Node, isMade: (other: ts.CallExpression) => boolean): boolean {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node) || (ts.isCallExpression(node) && isMade(node))) {
    return true;
  }
  if (
    ts.isAwaitExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isDeleteExpression(node) ||
    (ts.isPrefixUnaryExpression(node) && [K.PlusPlusToken, K.MinusMinusToken].includes(node.operator)) ||
    (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) ||
    (ts.isCallExpression(node) && !isPlainCall(node))
  ) {
    return false;
  }
  return !(ts.forEachChild(node, (child) => !isCalm(child, isMade)) ?? false);
}

/** Stands a comment where `catch` or `finally` has to become one? */
export function holdsCommentBetween({ tryBlock, catchClause, finallyBlock }: ts.TryStatement): boolean {
  const file = tryBlock.getSourceFile();
  return (
    (catchClause !== undefined && holdsComment(file, tryBlock.end, catchClause.block.getStart())) ||
    (catchClause === undefined &&
      finallyBlock !== undefined &&
      holdsComment(file, tryBlock.end, finallyBlock.getStart()))
  );
}

/** Does every way through the statement leave what it stands in? */
export function leaves(node: ts.Statement | undefined): boolean {
  if (node === undefined) {
    return false;
  }
  if (ts.isBlock(node)) {
    return node.statements.some(leaves);
  }
  if (ts.isTryStatement(node)) {
    const { tryBlock, catchClause, finallyBlock } = node;
    return (
      leaves(finallyBlock) || (leaves(tryBlock) && (catchClause === undefined || leaves(catchClause.block)))
    );
  }
  return (
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isBreakStatement(node) ||
    ts.isContinueStatement(node) ||
    (ts.isForStatement(node) && node.condition === undefined && !holdsBreak(node)) ||
    (ts.isSwitchStatement(node) && leavesAllWays(node.caseBlock)) ||
    (ts.isIfStatement(node) && leaves(node.thenStatement) && leaves(node.elseStatement))
  );
}

/** Is there a way for all else, and does the last, into which others may run, leave? */
function leavesAllWays(block: ts.CaseBlock): boolean {
  return (
    block.clauses.some(ts.isDefaultClause) &&
    !holdsBreak(block) &&
    block.clauses.at(-1)?.statements.some(leaves) === true
  );
}

function holdsBreak(node: ts.Node): boolean {
  return ts.isBreakStatement(node) || (ts.forEachChild(node, holdsBreak) ?? false);
}
