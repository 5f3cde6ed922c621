/**
 * Lists of a function's own that get shorter, or longer at their beginning: `queue.shift()` becomes a read and a new
 * list without what was taken. A list that something else may know as well is left as it is, and refused.
 */
import ts from "typescript";
import { isPush } from "../analysis/changes.ts";
import { bare } from "../analysis/function-values.ts";
import { symbolOf } from "../analysis/functions.ts";
import { isCallOf, type MethodCall, NEW_LISTS } from "../analysis/method-calls.ts";
import { functionAround, walk } from "../analysis/walk.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";
import { isHandedThere, isOwnedMark } from "./owned-marks.ts";
import { rewritten } from "./rewritten.ts";
import { unusedName } from "./unused-name.ts";

const CHANGING: readonly string[] = ["pop", "shift", "splice", "unshift"];

/** Methods and functions that give a list nobody else has, `Array.from` and `Object.keys` among them. */
const MAKING: readonly string[] = [...NEW_LISTS, "from", "keys", "values"];

/** What has to be put into a file for its lists to be changed by assignments. */
export function shrinkingLists(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const changes = new Map<ts.Symbol, MethodCall[]>();
  walk(file, (node) => {
    const list = isCallOf(node, CHANGING) ? node.expression.expression : undefined;
    const symbol =
      list !== undefined && ts.isIdentifier(list) ? checker.getSymbolAtLocation(list) : undefined;
    if (symbol !== undefined && isCallOf(node, CHANGING)) {
      changes.set(symbol, [...(changes.get(symbol) ?? []), node]);
    }
  });
  return [...changes].flatMap(([symbol, calls]) => {
    const written = calls.map((call) => assigned(call, file));
    const declared = declarationOf(symbol, calls, file, checker);
    return declared === null || written.includes(null)
      ? []
      : [...declared, ...written.flatMap((insertions) => insertions ?? [])];
  });
}

/** Makes a variable of the constant; null where the list is not the function's alone. */
function declarationOf(
  symbol: ts.Symbol,
  calls: readonly MethodCall[],
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const declaration = symbol.valueDeclaration;
  const owner = declaration === undefined ? undefined : functionAround(declaration);
  if (
    declaration === undefined ||
    owner === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isVariableDeclarationList(declaration.parent) ||
    declaration.parent.declarations.length !== 1 ||
    declaration.initializer === undefined ||
    !isNew(declaration.initializer)
  ) {
    return null;
  }
  let isOwn = calls.every((call) => functionAround(call) === owner && !isGoneThrough(call, symbol, checker));
  walk(owner, (node) => {
    if (ts.isIdentifier(node) && node !== declaration.name && symbolOf(node, checker) === symbol) {
      isOwn &&= isUsedInPlace(node, owner);
    }
  });
  const from = declaration.parent.getStart(file);
  const isConstant = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return !isOwn ? null : isConstant ? [at(file, from, "let/*"), at(file, from + "const".length, "*/")] : [];
}

function isNew(node: ts.Expression): boolean {
  const isOrdered = isCallOf(node, ["reverse", "sort"]) && isNew(node.expression.expression);
  return isOwnedMark(node) || ts.isArrayLiteralExpression(node) || isCallOf(node, MAKING) || isOrdered;
}

/** Is the list only read or changed there, or given back at the end, so that nothing else gets hold of it? */
function isUsedInPlace(node: ts.Identifier, owner: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    const isOrdering = ["reverse", "sort"].includes(parent.name.text);
    return !isOrdering || ts.isExpressionStatement(parent.parent.parent);
  }
  const end = ts.findAncestor(node, ts.isReturnStatement);
  return (
    (ts.isElementAccessExpression(parent) && parent.expression === node) ||
    ts.isSpreadElement(parent) ||
    isHandedThere(node) ||
    (ts.isForOfStatement(parent) && parent.expression === node) ||
    (ts.isVariableDeclaration(parent) && ts.isArrayBindingPattern(parent.name)) ||
    (ts.isBinaryExpression(parent) && parent.left === node && isNew(parent.right)) ||
    (end !== undefined && functionAround(end) === owner && ts.findAncestor(node, ts.isFunctionLike) === owner)
  );
}

/** Does the change stand in a loop or a callback that goes over the list? */
function isGoneThrough(call: MethodCall, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const isIt = (node: ts.Expression): boolean =>
    isCallOf(node, ["entries", "keys", "values"])
      ? isIt(bare(node.expression.expression))
      : checker.getSymbolAtLocation(node) === symbol;
  return (
    ts.findAncestor(call.parent, (around) =>
      ts.isForOfStatement(around)
        ? isIt(bare(around.expression))
        : ts.isArrowFunction(around) ||
          (ts.isCallExpression(around) && around !== call && !isPushed(call, around)),
    ) !== undefined
  );
}

/** `batches.push(list.splice(0, 2));` */
function isPushed(call: MethodCall, around: ts.CallExpression): boolean {
  return (
    isPush(around) &&
    around.arguments[0] === call &&
    around.arguments.length === 1 &&
    ts.isIdentifier(around.expression.expression) &&
    around.expression.expression.text !== call.expression.expression.getText() &&
    ts.isExpressionStatement(around.parent)
  );
}

/** The change as an assignment; null where it stands in the middle of something. */
function assigned(call: MethodCall, file: ts.SourceFile): readonly Insertion[] | null {
  const { name, expression: list } = call.expression;
  const text = list.getText(file);
  const { parent } = call;
  if (ts.isExpressionStatement(parent)) {
    return name.text === "unshift"
      ? lengthened(call, text, file)
      : name.text === "splice"
        ? rewritten(call, spliced(call, text), file)
        : shortened(call, text, file);
  }
  const statement = ts.findAncestor(call, ts.isStatement);
  const [from, to] = [name.getStart(file), call.end];
  if (
    name.text === "unshift" ||
    statement === undefined ||
    !ts.isBlock(statement.parent) ||
    !isWhole(call, statement) ||
    holdsComment(file, from, to)
  ) {
    return null;
  }
  const read = readOf(call);
  const ended = statement.getText(file).endsWith(";") ? "" : ";";
  const left =
    name.text === "splice" ? spliced(call, text).map(textOf).join("") : `${text} = ${rest(name.text, text)}`;
  const kept = keptFrom(call, statement, file);
  const change = `${ended} ${left};${kept.behind}`;
  return read === null
    ? null
    : [
        ...kept.before,
        at(file, from, `${read}/*`),
        ...(statement.end === to
          ? [at(file, to, `*/${change}`)]
          : [at(file, to, "*/"), at(file, statement.end, change)]),
      ];
}

/** What is taken is kept under another name where the variable it goes to is still read: `at = list.splice(at, 1)[0];` */
function keptFrom(
  call: MethodCall,
  statement: ts.Statement,
  file: ts.SourceFile,
): { readonly before: readonly Insertion[]; readonly behind: string } {
  const change = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  if (change === undefined || !ts.isBinaryExpression(change) || !mentions(call, change.left.getText(file))) {
    return { before: [], behind: "" };
  }
  const name = unusedName(file, "taken");
  const [from, to] = [change.getStart(file), change.right.getStart(file)];
  return {
    before: [at(file, from, `{ const ${name} = /*`), at(file, to, "*/")],
    behind: ` ${change.left.getText(file)} = ${name}; }`,
  };
}

function mentions(node: ts.Node, name: string): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= ts.isIdentifier(part) && part.text === name;
  });
  return found;
}

function rest(method: string, list: string): string {
  return method === "pop" ? `${list}.slice(0, -1)` : `${list}.slice(1)`;
}

/** What the change gives, as a read; null where the positions cannot be read twice. */
function readOf({ expression: { name }, arguments: given }: MethodCall): string | null {
  if (name.text !== "splice") {
    return name.text === "pop" ? "at(-1)" : "at(0)";
  }
  const [from, count] = given;
  if (from === undefined || !given.every(isRepeatable)) {
    return null;
  }
  if (count === undefined) {
    return `slice(${from.getText()})`;
  }
  return ts.isNumericLiteral(from) && ts.isNumericLiteral(count)
    ? `slice(${from.text}, ${String(Number(from.text) + Number(count.text))})`
    : `slice(${from.getText()}).slice(0, Math.max(0, ${count.getText()}))`;
}

function isRepeatable(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node)
    ? isRepeatable(node.expression)
    : ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}

/** `list.splice(at, 1, item)` as a new list without what was taken, and with what was put there. */
function spliced(call: MethodCall, list: string): readonly (string | ts.Node)[] {
  const given = call.arguments.flatMap((argument, index) => (index === 0 ? [argument] : [", ", argument]));
  return [`${list} = ${list}.toSpliced(`, ...given, ")"];
}

function textOf(part: string | ts.Node): string {
  return typeof part === "string" ? part : part.getText();
}

/** `list.pop();` */
function shortened(call: MethodCall, list: string, file: ts.SourceFile): readonly Insertion[] | null {
  const [from, to] = [call.getStart(file), call.end];
  return holdsComment(file, from, to)
    ? null
    : [at(file, from, `${list} = ${rest(call.expression.name.text, list)}/*`), at(file, to, "*/")];
}

/** `list.unshift(item);` */
function lengthened(call: MethodCall, list: string, file: ts.SourceFile): readonly Insertion[] | null {
  const [from, to] = [call.getStart(file), call.end];
  const [first, last] = [call.arguments[0], call.arguments.at(-1)];
  return first === undefined ||
    last === undefined ||
    holdsComment(file, from, first.getStart(file)) ||
    holdsComment(file, last.end, to)
    ? null
    : [
        at(file, from, `${list} = [/*`),
        at(file, first.getStart(file), "*/"),
        at(file, last.end, `, ...${list}]/*`),
        at(file, to, "*/"),
      ];
}

/** Is the call all that the statement computes: `const next = queue.shift()!;`, `next = queue.shift() ?? "";`? */
function isWhole(node: ts.Expression, statement: ts.Statement): boolean {
  const { parent } = node;
  if (
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      ["??", "||"].includes(parent.operatorToken.getText()) &&
      ts.isLiteralExpression(parent.right))
  ) {
    return isWhole(parent, statement);
  }
  if (isCallOf(node, CHANGING) && ts.isCallExpression(parent) && isPushed(node, parent)) {
    return true;
  }
  if (ts.isElementAccessExpression(parent) && ts.isNumericLiteral(parent.argumentExpression)) {
    return parent.expression === node && isWhole(parent, statement);
  }
  return (
    (ts.isVariableDeclaration(parent) &&
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.length === 1 &&
      parent.initializer === node) ||
    (ts.isBinaryExpression(parent) &&
      parent.right === node &&
      ts.isIdentifier(parent.left) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isExpressionStatement(parent.parent))
  );
}
