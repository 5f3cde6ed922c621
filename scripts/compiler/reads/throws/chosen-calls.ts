/**
 * `const page = text ? JSON.parse(text) : null;` in a program that catches errors, read with an `if`: what throws on one way
 * only is asked for its outcome there.
 */
import ts from "typescript";
import { isInList } from "../../analysis/walk.ts";
import { inLine, ownerOf } from "./places.ts";
import { at, holdsComment, type Insertion } from "../edited-sources.ts";
import { writtenType } from "../written-types.ts";

/** The choice that is all a statement gives a value to, through brackets and `as`. */
interface Chosen {
  readonly statement: ts.Statement;
  readonly choice: ts.ConditionalExpression;
}

/**
 * What has to be put into a file for one choice with a call on one of its ways to be an `if`.
 *
 * @param mayThrow whether a call throws what somebody catches
 * @param name gives a name nobody has
 */
export function chosenCalls(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  mayThrow: (call: ts.CallExpression) => boolean,
  name: () => string,
): readonly Insertion[] {
  let found: readonly Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (found.length > 0) {
      return;
    }
    if (
      ts.isConditionalExpression(node) &&
      [node.whenTrue, node.whenFalse].some((way) => throwsIn(way, mayThrow))
    ) {
      const statement = statementOf(node, node);
      found = statement === undefined ? [] : (asIf({ statement, choice: node }, checker, name) ?? []);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function throwsIn(node: ts.Node, mayThrow: (call: ts.CallExpression) => boolean): boolean {
  return (
    (ts.isCallExpression(node) && mayThrow(node)) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => throwsIn(child, mayThrow)) ?? false))
  );
}

/** The statement that gives the value of an expression to something; undefined where more is done with it. */
function statementOf(node: ts.Node, choice: ts.Node): ts.Statement | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)) {
    return statementOf(parent, choice);
  }
  if (ts.isReturnStatement(parent)) {
    return parent;
  }
  if (ts.isVariableDeclaration(parent)) {
    const list = parent.parent;
    const isAlone = ts.isVariableDeclarationList(list) && list.declarations.length === 1;
    const statement = isAlone && ts.isVariableStatement(list.parent) ? list.parent : undefined;
    return statement !== undefined && isInList(statement) && ownerOf(node) !== undefined
      ? statement
      : undefined;
  }
  const isAssigned =
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(parent.left) &&
    ts.isExpressionStatement(parent.parent);
  return isAssigned && ts.isStatement(parent.parent) ? parent.parent : undefined;
}

/** The statement with its choice before it, or written for each way; null where a comment stands in what is written twice. */
function asIf(
  { statement, choice }: Chosen,
  checker: ts.TypeChecker,
  name: () => string,
): readonly Insertion[] | null {
  const file = statement.getSourceFile();
  const { condition, whenTrue, whenFalse } = choice;
  const [start, from] = [statement.getStart(file), condition.getStart(file)];
  const tail = file.text.slice(choice.end, statement.end);
  const isWhole = [
    [start, from],
    [condition.end, whenTrue.getStart(file)],
    [whenTrue.end, whenFalse.getStart(file)],
    [choice.end, statement.end],
  ].every(([begin = 0, end = 0]) => !holdsComment(file, begin, end));
  if (!isWhole) {
    return null;
  }
  const before = inLine(file.text.slice(start, choice.getStart(file)));
  const behind = inLine(tail.replace(/;$/u, ""));
  const chosen = ts.isVariableStatement(statement) ? name() : null;
  const type = writtenType(checker.getTypeAtLocation(choice), choice, checker);
  if (chosen !== null && type === null) {
    return null;
  }
  const [opens, begins, ends] =
    chosen === null
      ? ["if (", `${before}(`, `)${behind};`]
      : [`let ${chosen}!: ${String(type)}; if (`, `${chosen} = (`, ");"];
  return [
    at(file, start, `${opens}/*`),
    at(file, from, "*/"),
    at(file, condition.end, ") { /*"),
    at(file, whenTrue.getStart(file), `*/ ${begins}`),
    at(file, whenTrue.end, `${ends} } else { /*`),
    at(file, whenFalse.getStart(file), `*/ ${begins}`),
    ...(chosen === null
      ? tail === ""
        ? [at(file, whenFalse.end, "); }")]
        : [at(file, whenFalse.end, ")"), at(file, statement.end, " }")]
      : [at(file, whenFalse.end, `); } ${before}${chosen}`)]),
  ];
}
