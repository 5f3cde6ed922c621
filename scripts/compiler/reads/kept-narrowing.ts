/**
 * What TypeScript knows behind a loop that is left for something further out, and knows no more once a variable tells of
 * that: `last.length` behind such a loop is read `last!.length`.
 */
import ts from "typescript";
import { changedPlaces } from "../analysis/changes.ts";
import { symbolOf } from "../analysis/functions.ts";
import { mayBeNull, mayBeUndefined } from "../analysis/types.ts";
import { contains, walk } from "../analysis/walk.ts";

/** TypeScript's code for a variable that may not have its value yet. */
const NOT_ASSIGNED = 2454;

/** A variable or a property that is read. */
type Read = ts.Identifier | ts.PropertyAccessExpression;

/**
 * The reads behind a statement of what it concerns, too, of which TypeScript knows there that they give a value.
 *
 * @param errors what TypeScript says of the file as it is
 */
export function knownBehind(
  left: ts.Statement,
  checker: ts.TypeChecker,
  errors: () => readonly ts.Diagnostic[],
): readonly Read[] {
  const concerned = new Set<ts.Symbol>();
  walk(left, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolOf(node, checker) : undefined;
    const declaration = symbol?.valueDeclaration;
    if (symbol !== undefined && declaration !== undefined && !contains(left, declaration)) {
      concerned.add(symbol);
    }
  });
  const found: Read[] = [];
  walk(ts.findAncestor(left, ts.isFunctionLike) ?? left, (node) => {
    if (node.pos < left.end || !isRead(node)) {
      return;
    }
    const symbol = ts.isIdentifier(node) ? symbolOf(node, checker) : checker.getSymbolAtLocation(node.name);
    if (symbol === undefined || !concerned.has(symbol)) {
      return;
    }
    const [declared, known] = [checker.getTypeOfSymbol(symbol), checker.getTypeAtLocation(node)];
    const isNarrowed = isAbsent(declared) && !isAbsent(known);
    if (isNarrowed || (isUnset(symbol) && !isAbsent(declared) && !isReported(node, errors()))) {
      found.push(node);
    }
  });
  return found;
}

function isAbsent(type: ts.Type): boolean {
  return mayBeNull(type) || mayBeUndefined(type);
}

/** Is it a variable that is given its value later? */
function isUnset({ valueDeclaration: declared }: ts.Symbol): boolean {
  return (
    declared !== undefined &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer === undefined &&
    declared.exclamationToken === undefined &&
    ts.isVariableStatement(declared.parent.parent)
  );
}

function isReported(node: ts.Node, errors: readonly ts.Diagnostic[]): boolean {
  return errors.some(({ code, start }) => code === NOT_ASSIGNED && start === node.getStart());
}

/** Is it a name or a property, and nothing but read? */
function isRead(node: ts.Node): node is Read {
  const { parent } = node;
  if (
    !(ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) ||
    ts.isOptionalChain(node) ||
    ts.isNonNullExpression(parent) ||
    ts.isTypeNode(parent) ||
    ts.isBindingElement(parent) ||
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.name === node)
  ) {
    return false;
  }
  return !changedPlaces(parent).includes(node);
}
