/** What is known where a node is computed, from the tests around it and the exits before it. */
import ts from "typescript";
import { identityOf } from "./same-value.ts";

const K = ts.SyntaxKind;

const INVERTED: ReadonlyMap<string, string> = new Map([
  ["<", ">="],
  [">=", "<"],
  [">", "<="],
  ["<=", ">"],
  ["===", "!=="],
  ["!==", "==="],
  ["==", "!="],
  ["!=", "=="],
]);

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  [">", "<"],
  ["<=", ">="],
  [">=", "<="],
  ["===", "==="],
  ["!==", "!=="],
  ["==", "=="],
  ["!=", "!="],
]);

/**
 * The comparisons that hold where the node is computed, as `left operator right`, each from both sides, with
 * sides as `identityOf` gives them, and what `Object.hasOwn` has told, as `ownership` writes it. They hold as long as
 * what they compare stays the same, which is for the caller to ask.
 */
export function factsAt(node: ts.Node, checker: ts.TypeChecker): ReadonlySet<string> {
  return knownAt(node, checker).facts;
}

/** The calls that were true where the node is computed, `/^[0-9]+$/u.test(text)`, as long as what they ask of stays the same. */
export function testsAt(node: ts.Node, checker: ts.TypeChecker): readonly ts.CallExpression[] {
  return knownAt(node, checker).tests;
}

function knownAt(node: ts.Node, checker: ts.TypeChecker): Known {
  const known: Known = { facts: new Set(), tests: [], checker };
  for (let inner = node; !ts.isSourceFile(inner); inner = inner.parent) {
    addAround(inner, inner.parent, known);
  }
  return known;
}

/** The fact that the name is one of the record's own. */
export function ownership(record: ts.Expression, key: ts.Expression, checker: ts.TypeChecker): string {
  return `${identityOf(record, checker)} has own ${identityOf(key, checker)}`;
}

/** What was found so far. */
interface Known {
  readonly facts: Set<string>;
  readonly tests: ts.CallExpression[];
  readonly checker: ts.TypeChecker;
}

function addAround(node: ts.Node, parent: ts.Node, known: Known): void {
  if (ts.isConditionalExpression(parent) && parent.condition !== node) {
    addTest(parent.condition, parent.whenTrue === node, known);
  } else if (ts.isIfStatement(parent) && parent.expression !== node) {
    addTest(parent.expression, parent.thenStatement === node, known);
  } else if (ts.isBinaryExpression(parent) && parent.right === node) {
    const operator = parent.operatorToken.kind;
    if (operator === K.AmpersandAmpersandToken || operator === K.BarBarToken) {
      addTest(parent.left, operator === K.AmpersandAmpersandToken, known);
    }
  } else if (ts.isBlock(parent) || ts.isCaseOrDefaultClause(parent)) {
    const { statements } = parent;
    for (const earlier of statements.slice(0, Math.max(0, statements.indexOf(node as ts.Statement)))) {
      if (ts.isIfStatement(earlier) && earlier.elseStatement === undefined && isExit(earlier.thenStatement)) {
        addTest(earlier.expression, false, known);
      }
    }
  }
}

/** Adds what is known once a test has held, or has not. */
function addTest(test: ts.Expression, holds: boolean, found: Known): void {
  if (ts.isParenthesizedExpression(test)) {
    addTest(test.expression, holds, found);
  } else if (ts.isPrefixUnaryExpression(test) && test.operator === K.ExclamationToken) {
    addTest(test.operand, !holds, found);
  } else if (ts.isCallExpression(test) && isNumberTest(test, holds)) {
    const [number] = test.arguments;
    if (number !== undefined) {
      found.facts.add(`${identityOf(number, found.checker)} is a number`);
    }
  } else if (ts.isCallExpression(test) && holds) {
    found.tests.push(test);
    const [record, key] = test.arguments;
    if (test.expression.getText() === "Object.hasOwn" && record !== undefined && key !== undefined) {
      found.facts.add(ownership(record, key, found.checker));
    }
  } else if (ts.isPropertyAccessExpression(test) && test.name.text === "length") {
    found.facts.add(`${identityOf(test, found.checker)} ${holds ? "> 0" : "=== 0"}`);
  } else if (ts.isIdentifier(test) && holds) {
    found.facts.add(`${identityOf(test, found.checker)} !== undefined`);
  } else if (ts.isBinaryExpression(test)) {
    const operator = test.operatorToken.getText();
    if (operator === (holds ? "&&" : "||")) {
      addTest(test.left, holds, found);
      addTest(test.right, holds, found);
      return;
    }
    const known = holds ? operator : INVERTED.get(operator);
    const mirrored = known === undefined ? undefined : MIRRORED.get(known);
    if (known !== undefined && mirrored !== undefined) {
      const [left, right] = [test.left, test.right].map((side) => identityOf(side, found.checker));
      found.facts.add(`${left} ${known} ${right}`).add(`${right} ${mirrored} ${left}`);
    }
  }
}

/** Has a test that held, or did not, shown that its argument is not NaN? */
function isNumberTest({ expression }: ts.CallExpression, holds: boolean): boolean {
  const name = expression.getText();
  return holds
    ? /^(?:isFinite|Number\.is(?:Finite|Integer|SafeInteger))$/.test(name)
    : /^(?:isNaN|Number\.isNaN)$/.test(name);
}

/** Does the statement always leave what stands around it? */
function isExit(node: ts.Statement): boolean {
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    return last !== undefined && isExit(last);
  }
  return (
    ts.isReturnStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node) ||
    ts.isThrowStatement(node)
  );
}
