/** Calls that hand a value on to be changed: what is put around each for it to be assigned what the function gives back. */
import ts from "typescript";
import { makerOf } from "./fresh.ts";
import { bare } from "./function-values.ts";
import { inOneLine } from "./one-line.ts";
import { type ChangedPart, type KnownCalls, pathOf, placeBefore, type PlaceBefore } from "./places-before.ts";
import { functionAround } from "./walk.ts";

/** A variable, or a property of one, that is given what comes back. */
interface Target {
  /** The name of the parameter it is handed to. */
  readonly parameter: string;
  readonly place: ts.Expression;
}

/** A call, with what it is awaited by. */
export interface HandingCall {
  readonly whole: ts.Expression;
  readonly targets: readonly Target[];
  /** Where it is made instead; null where it stays: a statement of its own, or one that changes nothing that has a name. */
  readonly before: PlaceBefore | null;
}

/** Why a call cannot be read so, as an advice. */
export interface Hindrance {
  readonly node: ts.Node;
  readonly advice: string;
}

/** What is known of other calls that hand something over. */
export interface Handing extends KnownCalls {
  /** What a call gives back that gives nothing else: the value it is handed. */
  readonly itself: (node: ts.Expression) => ts.Expression | undefined;
  /** Which parts of a parameter a function changes: `.entries`, or "" for any. */
  readonly changedBy: (declaration: ts.FunctionDeclaration, parameter: string) => readonly ChangedPart[];
}

/** A call that is to be a statement of its own. */
export function alone(whole: ts.Expression): Hindrance {
  const written = inOneLine(whole);
  return { node: whole, advice: `Call it in a statement of its own: \`const result = ${written};\`. ` };
}

/** The call with the variables it changes; what stands in the way when it cannot be assigned to them. */
export function handingCall(
  call: ts.CallExpression,
  declaration: ts.FunctionDeclaration,
  positions: ReadonlySet<number>,
  checker: ts.TypeChecker,
  handing: Handing,
): HandingCall | Hindrance {
  const targets: Target[] = [];
  for (const index of positions) {
    const given = call.arguments[index];
    const parameter = declaration.parameters[index]?.name.getText() ?? "";
    const place = given === undefined ? undefined : lentBy(given, checker, handing);
    if (given === undefined || place === undefined) {
      continue;
    }
    if (!isPlace(place, checker) || targets.some((other) => rootText(other.place) === rootText(place))) {
      return { node: given, advice: copyAdvice(given, checker) };
    }
    targets.push({ parameter, place });
  }
  const whole = ts.isAwaitExpression(call.parent) ? call.parent : call;
  if (ts.isExpressionStatement(whole.parent) || isOnlyBody(whole) || targets.length === 0) {
    return { whole, targets, before: null };
  }
  const changed = targets.flatMap(({ parameter, place }) =>
    handing
      .changedBy(declaration, parameter)
      .map(({ path, isReplaced }) => ({ path: pathOf(place) + path, isReplaced })),
  );
  const before = placeBefore(whole, changed, handing);
  return before === null ? alone(whole) : { whole, targets, before };
}

function copyAdvice(given: ts.Expression, checker: ts.TypeChecker): string {
  const written = inOneLine(given);
  const copy = checker.isArrayLikeType(checker.getTypeAtLocation(given))
    ? `[...${written}]`
    : `{ ...${written} }`;
  return `Hand it a copy that has a name: \`const changed = ${copy};\`. `;
}

/** What a call is lent, to be changed; undefined where that is made for the call, so that nobody asks for it afterwards. */
export function lentBy(
  given: ts.Expression,
  checker: ts.TypeChecker,
  { itself }: Pick<Handing, "itself">,
): ts.Expression | undefined {
  const plain = bare(itself(bare(given)) ?? given);
  return isMadeThere(plain, checker) ? undefined : plain;
}

function isMadeThere(plain: ts.Expression, checker: ts.TypeChecker): boolean {
  return (
    ts.isArrayLiteralExpression(plain) ||
    ts.isObjectLiteralExpression(plain) ||
    ts.isNewExpression(plain) ||
    plain.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(plain) && plain.text === "undefined") ||
    (ts.isCallExpression(plain) && (isMakingCall(plain) || makerOf(plain, { checker }) !== undefined))
  );
}

function isMakingCall({ expression: callee }: ts.CallExpression): boolean {
  return (
    (ts.isPropertyAccessExpression(callee) &&
      ["concat", "filter", "map", "slice", "split", "toSorted", "toReversed"].includes(callee.name.text)) ||
    (ts.isIdentifier(callee) && callee.text === "emptyRecord")
  );
}

/** A local variable, or a property or an entry of one by names. */
function isPlace(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isPlace(bare(node.expression), checker);
  }
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return (
      node.questionDotToken === undefined &&
      (ts.isIdentifier(key) || ts.isStringLiteral(key) || ts.isNumericLiteral(key)) &&
      isPlace(bare(node.expression), checker)
    );
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration !== undefined && isAssignable(declaration);
}

/** A parameter of a declared function, or a variable with a value that is not of a loop. */
function isAssignable(declaration: ts.Declaration): boolean {
  if (functionAround(declaration) === undefined || declaration.getSourceFile().isDeclarationFile) {
    return false;
  }
  if (ts.isParameter(declaration)) {
    return ts.isFunctionDeclaration(declaration.parent) && ts.isIdentifier(declaration.name);
  }
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    declaration.initializer !== undefined &&
    ts.isVariableDeclarationList(declaration.parent) &&
    declaration.parent.declarations.length === 1 &&
    ts.isVariableStatement(declaration.parent.parent)
  );
}

/** `items.forEach((item) => collect(item, out))`. */
export function isOnlyBody(node: ts.Expression): boolean {
  const arrow = node.parent;
  return (
    ts.isArrowFunction(arrow) &&
    arrow.body === node &&
    ts.isCallExpression(arrow.parent) &&
    ts.isPropertyAccessExpression(arrow.parent.expression) &&
    arrow.parent.expression.name.text === "forEach"
  );
}

function rootText(node: ts.Expression): string {
  const plain = bare(node);
  return ts.isPropertyAccessExpression(plain) || ts.isElementAccessExpression(plain)
    ? rootText(plain.expression)
    : plain.getText();
}
