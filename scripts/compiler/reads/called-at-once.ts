/**
 * A function that is called where it is written, `const grade = (() => { ... })();`, read as one with a name and its call:
 * `const made = (() => { ... }); const grade = made();`.
 */
import ts from "typescript";
import { isAsync } from "../analysis/functions.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { unwrapped } from "../analysis/paths.ts";
import { isInList, walk } from "../analysis/walk.ts";
import { holdsComment, type Insertion } from "./edited-sources.ts";
import { FreeNames } from "./leading-changes.ts";
import { Pieces } from "./pieces.ts";

/** What has to be put into a file for its functions to be called by their names. */
export function calledAtOnce(file: ts.SourceFile): readonly Insertion[] {
  const pieces = new Pieces();
  const names = new FreeNames(file);
  walk(file, (node) => {
    const whole = ts.isStatement(node) && isInList(node) ? wholeOf(node) : undefined;
    const value = whole !== undefined && ts.isAwaitExpression(whole) ? whole.expression : whole;
    const called = value === undefined ? undefined : calledIn(value);
    if (value === undefined || called === undefined) {
      return;
    }
    const [begin, from] = [node.getStart(file), called.getStart(file)];
    if (!holdsComment(file, begin, from) && !holdsComment(file, called.end, value.end)) {
      // What the statement begins with comes behind the function.
      const head = file.text.slice(begin, value.getStart(file)).replaceAll(/\s*\n\s*/gu, " ");
      const made = names.next("made");
      pieces.before(called.equalsGreaterThanToken.getStart(file), wantedOf(node, called));
      pieces.instead(begin, from, `const ${made} = `);
      pieces.instead(called.end, value.end, `; ${head}${made}()`);
    }
  });
  return pieces.insertions(file);
}

/** The one value a statement is made of. */
function wholeOf(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration, more] = statement.declarationList.declarations;
    return more === undefined ? declaration?.initializer : undefined;
  }
  if (!ts.isReturnStatement(statement) && !ts.isExpressionStatement(statement)) {
    return undefined;
  }
  const { expression } = statement;
  const isNamed =
    expression !== undefined &&
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(expression.left);
  return isNamed ? expression.right : expression;
}

/** The type that is wanted of what it gives, where a variable has one and the function none. */
function wantedOf(statement: ts.Node, called: ts.ArrowFunction): string {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declaration?.type === undefined || called.type !== undefined) {
    return "";
  }
  const type = inOneLine(declaration.type);
  return isAsync(called) ? `: Promise<${type}> ` : `: ${type} `;
}

/** The function that a call is of where it is written; undefined for any other value. */
function calledIn(value: ts.Expression): ts.ArrowFunction | undefined {
  const called =
    ts.isCallExpression(value) && value.arguments.length === 0 && value.questionDotToken === undefined
      ? unwrapped(value.expression)
      : undefined;
  return called !== undefined && ts.isArrowFunction(called) ? called : undefined;
}
