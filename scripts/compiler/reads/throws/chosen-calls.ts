/**
 * `const page = text ? JSON.parse(text) : null;` and `return known ?? read(text);` in a program that catches errors, read with
 * an `if`: what throws on one way only is asked for its outcome there.
 */
import ts from "typescript";
import { inOneLine } from "../../analysis/one-line.ts";
import { isPath, isWrapping } from "../../analysis/paths.ts";
import { isBoolean, strictly } from "../../analysis/types.ts";
import { isInList } from "../../analysis/walk.ts";
import { inLine, ownerOf } from "./places.ts";
import { at, holdsComment, type Insertion } from "../edited-sources.ts";
import { rewritten } from "../rewritten.ts";
import { writtenType } from "../written-types.ts";

type Choice = ts.ConditionalExpression | ts.BinaryExpression;

/** The choice that is all a statement gives a value to, through brackets and `as`. */
interface Chosen<T extends Choice> {
  readonly statement: ts.Statement;
  readonly choice: T;
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
    const ways = waysOf(node);
    if (ways.some((way) => throwsIn(way, mayThrow))) {
      const choice = node as Choice;
      const statement = statementOf(choice, choice);
      found =
        statement === undefined
          ? []
          : ((ts.isConditionalExpression(choice)
              ? asIf({ statement, choice }, checker, name)
              : asFallback({ statement, choice }, checker, name)) ?? []);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What is computed on one way only. */
function waysOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse];
  }
  return ts.isBinaryExpression(node) && FALLBACKS.has(node.operatorToken.kind) ? [node.right] : [];
}

/** The test of whether what stands behind the sign is asked for, around what stands before it. */
const FALLBACKS: ReadonlyMap<ts.SyntaxKind, readonly [opens: string, closes: string]> = new Map([
  [ts.SyntaxKind.QuestionQuestionToken, ["(", ") == null"]],
  [ts.SyntaxKind.BarBarToken, ["!(", ")"]],
  [ts.SyntaxKind.AmpersandAmpersandToken, ["(", ")"]],
]);

function throwsIn(node: ts.Node, mayThrow: (call: ts.CallExpression) => boolean): boolean {
  return (
    (ts.isCallExpression(node) && mayThrow(node)) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => throwsIn(child, mayThrow)) ?? false))
  );
}

/** The statement that gives the value of an expression to something; undefined where more is done with it. */
function statementOf(node: ts.Node, choice: ts.Node): ts.Statement | undefined {
  const { parent } = node;
  if (isWrapping(parent)) {
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

/**
 * `if (known != null) { return known; } else { return read(text); }`, with the first value under a name where it is more than a
 * path; null where a comment stands between, or the first value is a text or a number whose emptiness is the answer: no type
 * says so behind an `if`.
 */
function asFallback(
  { statement, choice }: Chosen<ts.BinaryExpression>,
  checker: ts.TypeChecker,
  name: () => string,
): readonly Insertion[] | null {
  const file = statement.getSourceFile();
  const { left, right, operatorToken } = choice;
  const isAnd = operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  const first = checker.getTypeAtLocation(left);
  const type = writtenType(checker.getTypeAtLocation(choice), choice, checker);
  const asked = FALLBACKS.get(operatorToken.kind);
  if (type === null || asked === undefined || (isAnd && mayBeEmpty(first))) {
    return null;
  }
  const before = inLine(file.text.slice(statement.getStart(file), choice.getStart(file)));
  const behind = inLine(file.text.slice(choice.end, statement.end).replace(/;$/u, ""));
  const chosen = name();
  const isDeclared = ts.isVariableStatement(statement);
  const give = isDeclared ? `${chosen} = ` : before;
  const end = isDeclared ? ";" : `${behind};`;
  // Asked where it stands, it tells TypeScript what its parts are.
  const isTest = strictly(isBoolean, first);
  const isNamed = !isTest && !isPath(left);
  const value = isTest ? String(!isAnd) : isNamed ? `${chosen}_first` : inOneLine(left, file);
  const [opens, closes] = asked;
  const [begins, asks] = isNamed
    ? [`const ${value} = (`, `); if (${opens}${value}${closes})`]
    : [`if (${opens}`, `${closes})`];
  return rewritten(
    statement,
    [
      `${isDeclared ? `let ${chosen}!: ${type}; ` : "{ "}${begins}`,
      left,
      `${asks} { ${give}(`,
      right,
      `)${end} } else { ${give}(${value})${end} }${isDeclared ? ` ${before}${chosen}${behind};` : " }"}`,
    ],
    file,
  );
}

/** May a value of the type be an empty text or 0? */
function mayBeEmpty(type: ts.Type): boolean {
  const { StringLike, NumberLike } = ts.TypeFlags;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    ({ flags }) => (flags & (StringLike | NumberLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0,
  );
}

/** The statement with its choice before it, or written for each way; null where a comment stands in what is written twice. */
function asIf(
  { statement, choice }: Chosen<ts.ConditionalExpression>,
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
