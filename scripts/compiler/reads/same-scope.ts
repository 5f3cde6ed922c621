/** What is written at another place than the author wrote it: its names must mean the same there, and its tests be ones. */
import ts from "typescript";
import { isAssignment } from "../analysis/changes.ts";
import { contains, walk } from "../analysis/walk.ts";
import { writtenType } from "./written-types.ts";

/** Do the names of a function or a block mean the same at another place? */
export function meansTheSame(part: ts.Node, place: ts.Node, checker: ts.TypeChecker): boolean {
  const known = new Map(
    checker.getSymbolsInScope(place, ts.SymbolFlags.Value).map((symbol) => [symbol.name, symbol]),
  );
  let isSame = true;
  walk(part, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolAt(node, checker) : undefined;
    const declared = symbol?.declarations?.[0];
    const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (symbol !== undefined && declared !== undefined && !isProperty && !contains(part, declared)) {
      const other = known.get(symbol.name);
      isSame &&= other === undefined || other === symbol || !isValueName(node);
    }
  });
  return isSame;
}

/** The variable an identifier names, also as `{ name }`. */
function symbolAt(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Is it no name of a property that is written? */
function isValueName({ parent }: ts.Node): boolean {
  return !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent);
}

/**
 * What is done before a part that is written at another place, and what is read in it: its variables as their declared
 * types, for TypeScript not to take them for what they were given, or asked for, just before.
 */
export function asDeclared(
  part: ts.Node,
  checker: ts.TypeChecker,
): { readonly before: string; readonly replaced: ReadonlyMap<ts.Node, string> } {
  const again = new Map<ts.Declaration, string>();
  const replaced = new Map<ts.Node, string>();
  walk(part, (node) => {
    const declaration = ts.isIdentifier(node) ? symbolAt(node, checker)?.valueDeclaration : undefined;
    const isOwn = declaration !== undefined && contains(part, declaration);
    if (!ts.isIdentifier(node) || declaration === undefined || isOwn || !isVariable(declaration)) {
      return;
    }
    const type = checker.getTypeAtLocation(declaration);
    const written = writtenType(type, node, checker);
    if (written === null) {
      return;
    }
    if (type.isUnion() && isChangeable(declaration, part)) {
      again.set(declaration, `${node.text} = ${node.text} as ${written}; `);
    } else if (isCompared(node)) {
      replaced.set(node, `(${node.getText()} as ${written})`);
    }
  });
  return { before: [...again.values()].join(""), replaced };
}

function isVariable(node: ts.Node): node is ts.VariableDeclaration | ts.ParameterDeclaration {
  return ts.isVariableDeclaration(node) || ts.isParameter(node);
}

/** Is it a `let` of the function the part stands in? */
function isChangeable(declaration: ts.VariableDeclaration | ts.ParameterDeclaration, part: ts.Node): boolean {
  const around = ts.isArrowFunction(part.parent) ? part.parent : part;
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableDeclarationList(declaration.parent) &&
    (declaration.parent.flags & ts.NodeFlags.Let) !== 0 &&
    ts.findAncestor(declaration, ts.isFunctionLike) === ts.findAncestor(around.parent, ts.isFunctionLike)
  );
}

function isCompared({ parent }: ts.Node): boolean {
  return (
    ts.isSwitchStatement(parent) ||
    (ts.isBinaryExpression(parent) &&
      !isAssignment(parent.operatorToken.kind) &&
      /^[!=]==?$/u.test(parent.operatorToken.getText()))
  );
}
