/** A change inside of an expression that comes before all else which it could touch, and so may be a statement before it. */
import ts from "typescript";
import { assignmentTargets, isChange, isPush } from "../analysis/changes.ts";
import { isChoice } from "../analysis/choices.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { isPrimitive } from "../analysis/types.ts";
import { isInList, walk } from "../analysis/walk.ts";
import { holdsComment, type Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";

const K = ts.SyntaxKind;

type Change = ts.BinaryExpression | ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;

/** The first change that a value makes when it is computed, where nothing before it could tell; undefined where there is none. */
export function leadingChange(whole: ts.Expression, checker: ts.TypeChecker): Change | undefined {
  let found: Change | undefined;
  const look = (node: ts.Node): void => {
    if (found === undefined && !ts.isFunctionLike(node) && !isPattern(node)) {
      ts.forEachChild(node, look);
      // What stands inside of a change is computed before it.
      found ??= isMovable(node) ? node : undefined;
    }
  };
  look(whole);
  return found !== undefined && isFirst(found, whole, checker) ? found : undefined;
}

/** What is taken apart by an assignment: a `=` in it is for what is not there. */
function isPattern(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) &&
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === K.EqualsToken
  );
}

/** A change that is no statement of its own, of a place that can be read again. */
function isMovable(node: ts.Node): node is Change {
  if (!isChange(node) || ts.isDeleteExpression(node)) {
    return false;
  }
  const change = node as Change;
  const [target, value] = [targetOf(change), valueIn(change)];
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) {
    return ts.isIdentifier(target);
  }
  const key = computedKey(target, value);
  return (
    isPlace(key === undefined ? target : target.expression) &&
    [key, value].every((part) => part === undefined || leavesAlone(part)) &&
    // What is called may put another object where a longer path leads.
    (ts.isIdentifier(target.expression) || value === undefined || !calls(value))
  );
}

function targetOf(change: Change): ts.Expression {
  return ts.isBinaryExpression(change) ? change.left : change.operand;
}

function valueIn(change: Change): ts.Expression | undefined {
  return ts.isBinaryExpression(change) ? change.right : undefined;
}

/** The key of `record[key]` where it has to be computed once, before the value. */
function computedKey(target: ts.Expression, value: ts.Expression | undefined): ts.Expression | undefined {
  const key = ts.isElementAccessExpression(target) ? target.argumentExpression : undefined;
  const isRepeatable =
    key === undefined || isName(key) || (isKey(key) && (value === undefined || !calls(value)));
  return isRepeatable ? undefined : key;
}

/** A name, or a part of one by names that can be read twice. */
function isPlace(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isPlace(node.expression);
  }
  return ts.isElementAccessExpression(node)
    ? node.questionDotToken === undefined && isPlace(node.expression) && isKey(node.argumentExpression)
    : ts.isIdentifier(node);
}

function isKey(node: ts.Expression): boolean {
  return ts.isLiteralExpression(node) || isPlace(node) || (ts.isTemplateExpression(node) && isTemplate(node));
}

function isTemplate({ templateSpans }: ts.TemplateExpression): boolean {
  return templateSpans.every(({ expression }) => isKey(expression));
}

/** Does computing the value change nothing itself, and wait for nothing? */
function leavesAlone(value: ts.Expression): boolean {
  let alone = true;
  walk(value, (node) => {
    alone &&= !isChange(node) && !ts.isAwaitExpression(node);
  });
  return alone;
}

function calls(value: ts.Expression): boolean {
  let calls = false;
  walk(value, (node) => {
    calls ||= ts.isCallExpression(node);
  });
  return calls;
}

function isName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isLiteralExpression(node);
}

/** Is it always computed, and nothing before it that it could change, or that acts? */
function isFirst(change: Change, whole: ts.Expression, checker: ts.TypeChecker): boolean {
  const written = new Set<ts.Symbol | undefined>();
  let isOfNames = true;
  walk(change, (node) => {
    assignmentTargets(node).forEach((name) => written.add(checker.getSymbolAtLocation(name)));
    isOfNames &&= !ts.isCallExpression(node) && !ts.isNewExpression(node);
  });
  isOfNames &&= ts.isIdentifier(targetOf(change));
  const isUntouched = (before: ts.Node): boolean => {
    let untouched = true;
    walk(before, (node) => {
      const isRead = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
      untouched &&=
        !isActing(node) &&
        (!isRead || isOfNames || isCallee(node)) &&
        !(ts.isIdentifier(node) && written.has(checker.getSymbolAtLocation(node)));
    });
    return untouched;
  };
  /** Is it a place that is found by names the change gives nothing? */
  const isSteady = (place: ts.Node): boolean =>
    ts.isIdentifier(place) ||
    !ts.forEachChild(place, (name) => written.has(checker.getSymbolAtLocation(name)));
  for (let node: ts.Node = change; node !== whole; node = node.parent) {
    const { parent } = node;
    if (ts.isFunctionLike(parent) || isChoice(parent, node)) {
      return false;
    }
    const before: ts.Node[] = [];
    ts.forEachChild(parent, (child) => {
      if (child.end <= node.pos) {
        before.push(child);
      }
    });
    // Where a value goes is looked up first, and needs no more than its name.
    const isGiven =
      ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.EqualsToken && parent.right === node;
    if (!before.every((child) => (isGiven && isNamedPlace(child) && isSteady(child)) || isUntouched(child))) {
      return false;
    }
  }
  return true;
}

/** A variable, or a part of one by a name that stands there. */
function isNamedPlace(node: ts.Node): boolean {
  const isPart = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  return isPart
    ? ts.isIdentifier(node.expression) &&
        (ts.isPropertyAccessExpression(node) || isName(node.argumentExpression))
    : ts.isIdentifier(node);
}

function isActing(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isAwaitExpression(node) || isChange(node)
  );
}

/** The method of a name, which nothing changes: `out.push` in `out.push(count += 1)`. */
function isCallee(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const { parent } = node;
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isCallExpression(parent) &&
    parent.expression === node &&
    ts.isIdentifier(node.expression)
  );
}

/** Names that nothing in a file has, for what its changes give. */
export class FreeNames {
  private readonly taken = new Set<string>();

  constructor(private readonly file: ts.SourceFile) {}

  /** A name that stands nowhere yet. */
  next(preferred: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? preferred : `${preferred}_${String(count)}`;
      if (!this.taken.has(name) && !this.file.text.includes(name)) {
        this.taken.add(name);
        return name;
      }
    }
  }
}

/** What has to be put into a file for the first change in a statement to stand before it; null where there is none. */
export function takenOut(
  statement: ts.Node,
  names: FreeNames,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const whole = valueOf(statement);
  const change = whole === undefined ? undefined : leadingChange(whole, checker);
  const file = statement.getSourceFile();
  if (
    whole === undefined ||
    change === undefined ||
    isStatement(change) ||
    isCompleting(change) ||
    holdsComment(file, change.getStart(file), change.end)
  ) {
    return null;
  }
  const { before, value, behind } = written(change, statement, names, checker);
  const [opens, closes] = isInList(statement) ? ["", ""] : ["{ ", " }"];
  const pieces = new Pieces();
  pieces.around(statement.getStart(file), opens + before, statement.end, behind + closes);
  pieces.instead(change.getStart(file), change.end, value);
  return pieces.insertions(file);
}

interface Written {
  readonly before: string;
  readonly value: string;
  readonly behind: string;
}

/** The change as a statement, and what is read where it stood. */
function written(change: Change, statement: ts.Node, names: FreeNames, checker: ts.TypeChecker): Written {
  const target = targetOf(change);
  const computed = computedKey(target, valueIn(change));
  const key = computed === undefined ? "" : names.next("key");
  const keyed = computed === undefined ? "" : `const ${key} = ${inOneLine(computed)}; `;
  const place =
    computed === undefined || !ts.isElementAccessExpression(target)
      ? inOneLine(target)
      : `${inOneLine(target.expression)}[${key}]`;
  if (!ts.isBinaryExpression(change)) {
    const step = `${place}${change.operator === K.PlusPlusToken ? "++" : "--"};`;
    if (ts.isPrefixUnaryExpression(change)) {
      return { before: `${keyed}${step} `, value: place, behind: "" };
    }
    if (isLast(change, statement, checker)) {
      return { before: "", value: place, behind: ` ${step}` };
    }
    const name = names.next("before");
    return { before: `${keyed}const ${name} = ${place}; ${step} `, value: name, behind: "" };
  }
  const { operatorToken, right } = change;
  const value = inOneLine(right);
  if (
    operatorToken.kind !== K.EqualsToken ||
    ts.isIdentifier(target) ||
    !isPrimitive(checker.getTypeAtLocation(right))
  ) {
    return { before: `${keyed}${place} ${operatorToken.getText()} ${value}; `, value: place, behind: "" };
  }
  const name = names.next("assigned");
  return { before: `${keyed}const ${name} = ${value}; ${place} = ${name}; `, value: name, behind: "" };
}

/** May the variable be counted behind the statement, which asks for it nowhere else, and is not left before its end? */
function isLast(change: ts.PostfixUnaryExpression, statement: ts.Node, checker: ts.TypeChecker): boolean {
  const { operand } = change;
  const isTried = ts.findAncestor(statement, ts.isTryStatement) !== undefined;
  let isLast =
    (ts.isVariableStatement(statement) || ts.isExpressionStatement(statement)) && ts.isIdentifier(operand);
  walk(statement, (node) => {
    const isOther = ts.isIdentifier(node) && node !== operand && node.text === operand.getText();
    const isCaught = isTried && (ts.isNewExpression(node) || (ts.isCallExpression(node) && !isPush(node)));
    isLast &&= !isOther && !isCaught && !isFunction(node, checker);
  });
  return isLast;
}

/** Is it the name of a function, which may ask for the variable? */
function isFunction(node: ts.Node, checker: ts.TypeChecker): boolean {
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  return ts.isIdentifier(node) && !isMember && checker.getTypeAtLocation(node).getCallSignatures().length > 0;
}

/** The value that a statement computes before anything else. */
function valueOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations[0]?.initializer;
  }
  return ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isForOfStatement(node)
    ? node.expression
    : undefined;
}

function isStatement(change: ts.Node): boolean {
  const { parent } = change;
  return ts.isParenthesizedExpression(parent) ? isStatement(parent) : ts.isExpressionStatement(parent);
}

/** `(groups[key] ??= []).push(item);`, which is one construct. */
function isCompleting(change: Change): boolean {
  const call = change.parent.parent.parent;
  return (
    ts.isBinaryExpression(change) &&
    change.operatorToken.kind === K.QuestionQuestionEqualsToken &&
    ts.isParenthesizedExpression(change.parent) &&
    isPush(call) &&
    ts.isExpressionStatement(call.parent)
  );
}
