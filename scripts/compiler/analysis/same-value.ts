/** Two mentions of one value: what was asked about the one holds for the other. */
import ts from "typescript";

/** Do both name the same variables in the same way? One name may stand for two variables, an inner and an outer. */
export function isSameValue(left: ts.Expression, right: ts.Expression, checker: ts.TypeChecker): boolean {
  return identityOf(left, checker) === identityOf(right, checker);
}

const numbers = new WeakMap<ts.Symbol, number>();

let count = 0;

/** The text of an expression, with a number behind each variable that tells it from others of its name. */
export function identityOf(node: ts.Expression, checker: ts.TypeChecker): string {
  const source = node.getSourceFile().text;
  let text = "";
  let at = node.getStart();
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part) && !isPropertyName(part) && part.text !== "undefined") {
      text += `${source.slice(at, part.end)}#${numberOf(checker.getSymbolAtLocation(part))}`;
      at = part.end;
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return text + source.slice(at, node.end);
}

function isPropertyName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}

function numberOf(symbol: ts.Symbol | undefined): string {
  if (symbol === undefined) {
    return "";
  }
  const known = numbers.get(symbol);
  if (known !== undefined) {
    return String(known);
  }
  count += 1;
  numbers.set(symbol, count);
  return String(count);
}
