/** Calls that hand a value on to be changed: what is put around each for it to be assigned what the function gives back. */
import ts from "typescript";
import { isChoice } from "./choices.ts";
import { bare } from "./function-values.ts";
import { inOneLine } from "./one-line.ts";
import { functionAround, walk } from "./walk.ts";

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
  /** The statement it is taken out of, before which it is made; null where it is a statement of its own. */
  readonly statement: ts.Statement | null;
}

/** Why a call cannot be read so, as an advice. */
export interface Hindrance {
  readonly node: ts.Node;
  readonly advice: string;
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
): HandingCall | Hindrance {
  const targets: Target[] = [];
  for (const index of positions) {
    const given = call.arguments[index];
    const parameter = declaration.parameters[index]?.name.getText() ?? "";
    if (given === undefined || isMadeThere(given)) {
      continue;
    }
    const place = bare(given);
    if (!isPlace(place, checker) || targets.some((other) => rootText(other.place) === rootText(place))) {
      return { node: given, advice: copyAdvice(given, checker) };
    }
    targets.push({ parameter, place });
  }
  const whole = ts.isAwaitExpression(call.parent) ? call.parent : call;
  if (ts.isExpressionStatement(whole.parent) || isOnlyBody(whole)) {
    return { whole, targets, statement: null };
  }
  const statement = statementOf(whole, targets);
  return statement === null ? alone(whole) : { whole, targets, statement };
}

function copyAdvice(given: ts.Expression, checker: ts.TypeChecker): string {
  const written = inOneLine(given);
  const copy = checker.isArrayLikeType(checker.getTypeAtLocation(given))
    ? `[...${written}]`
    : `{ ...${written} }`;
  return `Hand it a copy that has a name: \`const changed = ${copy};\`. `;
}

/** Is it made for the call, so that nobody asks for it afterwards? */
function isMadeThere(given: ts.Expression): boolean {
  const plain = bare(given);
  return (
    ts.isArrayLiteralExpression(plain) ||
    ts.isObjectLiteralExpression(plain) ||
    ts.isNewExpression(plain) ||
    plain.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(plain) && plain.text === "undefined") ||
    (ts.isCallExpression(plain) && isMakingCall(plain))
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

/** The statement in which nothing happens, and nothing is read that changes, before the call; null when there is none. */
function statementOf(whole: ts.Expression, targets: readonly Target[]): ts.Statement | null {
  const roots = new Set(targets.map(({ place }) => rootText(place)));
  for (let node: ts.Node = whole; ; node = node.parent) {
    const { parent } = node;
    if (ts.isFunctionLike(parent) || ts.isIterationStatement(parent, false)) {
      return ts.isForOfStatement(parent) && parent.expression === node ? parent : null;
    }
    if (isChoice(parent, node) || ts.isOptionalChain(parent) || !isCalmBefore(node, parent, roots)) {
      return null;
    }
    if (ts.isStatement(parent)) {
      const isMet =
        ts.isIfStatement(parent) ||
        ts.isReturnStatement(parent) ||
        ts.isExpressionStatement(parent) ||
        ts.isVariableStatement(parent) ||
        ts.isSwitchStatement(parent);
      return isMet ? parent : null;
    }
  }
}

/** Is nothing called or changed before the node in what is around it, and no variable read that the call changes? */
function isCalmBefore(node: ts.Node, parent: ts.Node, roots: ReadonlySet<string>): boolean {
  let [calm, isBefore] = [true, true];
  ts.forEachChild(parent, (child) => {
    isBefore &&= child !== node;
    if (isBefore) {
      walk(child, (part) => {
        const isTarget =
          ts.isBinaryExpression(parent) &&
          parent.left === child &&
          parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
        calm &&=
          !ts.isCallExpression(part) &&
          !ts.isNewExpression(part) &&
          !ts.isAwaitExpression(part) &&
          (isTarget || !ts.isIdentifier(part) || !roots.has(part.text));
      });
    }
  });
  return calm;
}
