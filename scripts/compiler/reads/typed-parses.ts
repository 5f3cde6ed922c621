/** `return JSON.parse(text);` of a function that says what it returns claims as much as `JSON.parse(text) as Page` does. */
import ts from "typescript";
import { isAsync, promised, resolveFunction } from "../analysis/functions.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { walk } from "../analysis/walk.ts";
import { at, type Insertion } from "./edited-sources.ts";

/** What has to be put into a file for what is parsed to be of the type it is declared to be. */
export function typedParses(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const found: Insertion[] = [];
  if (!file.text.includes("JSON.parse")) {
    return found;
  }
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "JSON.parse") {
      return;
    }
    const { parent } = node;
    // `{ ...defaults, ...JSON.parse(text) }` claims of what is parsed that it has some of the properties.
    const isSpread = ts.isSpreadAssignment(parent);
    const type = declaredType(isSpread ? parent.parent : node, checker);
    if (type !== undefined && type.kind !== ts.SyntaxKind.AnyKeyword) {
      const written = inOneLine(type);
      found.push(at(file, node.end, ` as ${isSpread ? `Partial<${written}>` : written}`));
    }
  });
  return found;
}

/** The type that is written where the value goes; undefined where none is. */
function declaredType(node: ts.Expression, checker: ts.TypeChecker): ts.TypeNode | undefined {
  const { parent } = node;
  const isWay = ts.isConditionalExpression(parent) && parent.condition !== node;
  if (ts.isParenthesizedExpression(parent) || isWay) {
    return ts.isAsExpression(parent.parent) ? parent.parent.type : declaredType(parent, checker);
  }
  if (ts.isVariableDeclaration(parent)) {
    return parent.type;
  }
  if (ts.isReturnStatement(parent)) {
    return returnedType(ts.findAncestor(parent, ts.isFunctionLike));
  }
  if (ts.isArrowFunction(parent) && parent.body === node) {
    return returnedType(parent);
  }
  if (ts.isCallExpression(parent)) {
    const called = resolveFunction(checker, parent.expression);
    // The names of another file's types may not be known in this one.
    const isNear = called?.typeParameters === undefined && called?.getSourceFile() === node.getSourceFile();
    return isNear ? called.parameters[parent.arguments.indexOf(node)]?.type : undefined;
  }
  const isAssigned =
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(parent.left);
  const target = isAssigned ? checker.getSymbolAtLocation(parent.left)?.valueDeclaration : undefined;
  return target !== undefined && ts.isVariableDeclaration(target) ? target.type : undefined;
}

function returnedType(owner: ts.SignatureDeclaration | undefined): ts.TypeNode | undefined {
  if (owner?.type === undefined || !(ts.isFunctionDeclaration(owner) || ts.isArrowFunction(owner))) {
    return undefined;
  }
  return isAsync(owner) ? promised(owner.type) : owner.type;
}
