/**
 * What TypeScript knows behind a statement that is left for something further out, and knows no more once a variable tells
 * of that: `last.length` behind such a loop is read `last!.length`, `found.value` behind a choice `(found as Found).value`.
 */
import ts from "typescript";
import { KNOWN_TYPE } from "../analysis/casts.ts";
import { changedPlaces } from "../analysis/changes.ts";
import { symbolOf } from "../analysis/functions.ts";
import { mayBeNull, mayBeUndefined } from "../analysis/types.ts";
import { contains, walk } from "../analysis/walk.ts";
import { at, type Insertion } from "./edited-sources.ts";
import { writtenType } from "./written-types.ts";

/** TypeScript's code for a variable that may not have its value yet. */
export const NOT_ASSIGNED = 2454;

/** Stands behind a read of which TypeScript has known what it gives: a value, or one of a type. */
const KNOWN = /^\/\*known(?:: (.*?))?\*\//u;

/** A variable or a property that is read. */
type Read = ts.Identifier | ts.PropertyAccessExpression;

/**
 * The reads behind a statement of what it concerns, too, of which TypeScript knows more there than their type, each with what
 * has to stand behind it for that not to be forgotten.
 *
 * @param errors what TypeScript says of the file as it is
 */
export function knownBehind(
  left: ts.Statement,
  checker: ts.TypeChecker,
  errors: () => readonly ts.Diagnostic[],
): ReadonlyMap<Read, string> {
  const concerned = new Set<ts.Symbol>();
  walk(left, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolOf(node, checker) : undefined;
    const declaration = symbol?.valueDeclaration;
    if (symbol !== undefined && declaration !== undefined && !contains(left, declaration)) {
      concerned.add(symbol);
    }
  });
  const found = new Map<Read, string>();
  walk(ts.findAncestor(left, ts.isFunctionLike) ?? left, (node) => {
    if (node.pos < left.end || !isRead(node)) {
      return;
    }
    const symbol = readSymbol(node, checker);
    if (symbol === undefined || !concerned.has(symbol)) {
      return;
    }
    const [declared, known] = [checker.getTypeOfSymbol(symbol), checker.getTypeAtLocation(node)];
    const isPresent = isAbsent(declared) && checker.getNonNullableType(declared) === known;
    if (isPresent || (isUnset(symbol, node) && !isAbsent(declared) && !isReported(node, errors()))) {
      found.set(node, "/*known*/");
    } else if (declared.isUnion() && known !== declared) {
      const type = writtenType(known, node, checker);
      if (type !== null && !type.includes("*/")) {
        found.set(node, `${KNOWN_TYPE}${type}*/`);
      }
    }
  });
  return found;
}

/**
 * What has to be put into a file where TypeScript does not know any more what it has known.
 *
 * @param errors what TypeScript says of the file as it is
 */
export function keptNarrowing(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  errors: () => readonly ts.Diagnostic[],
): readonly Insertion[] {
  const found: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const mark = isRead(node) ? KNOWN.exec(file.text.slice(node.end, node.end + 1000)) : null;
    if (!isRead(node) || mark === null) {
      return;
    }
    const [, type] = mark;
    const isShort = ts.isShorthandPropertyAssignment(node.parent);
    if (type !== undefined) {
      if (!isOfType(node, type, checker)) {
        const name = isShort ? `: (${node.getText()}` : "";
        found.push(
          ...(isShort ? [] : [at(file, node.getStart(), "(")]),
          at(file, node.end, `${name} as ${type})`),
        );
      }
      return;
    }
    const symbol = readSymbol(node, checker);
    const isUnknown = isAbsent(checker.getTypeAtLocation(node));
    if (isUnknown || (symbol !== undefined && isUnset(symbol, node) && isReported(node, errors()))) {
      found.push(at(file, node.end, isShort ? `: ${node.getText()}!` : "!"));
    }
  };
  if (file.text.includes("/*known")) {
    visit(file);
  }
  return found;
}

/** Is that what TypeScript knows of it still? */
function isOfType(node: Read, type: string, checker: ts.TypeChecker): boolean {
  return (
    ts.isAsExpression(node.parent) || writtenType(checker.getTypeAtLocation(node), node, checker) === type
  );
}

function readSymbol(node: Read, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isIdentifier(node) ? symbolOf(node, checker) : checker.getSymbolAtLocation(node.name);
}

function isAbsent(type: ts.Type): boolean {
  return mayBeNull(type) || mayBeUndefined(type);
}

/** Is it a variable of the function that is given its value later? */
function isUnset({ valueDeclaration: declared }: ts.Symbol, read: ts.Node): boolean {
  const owner = ts.findAncestor(read, ts.isFunctionLike);
  return (
    declared !== undefined &&
    owner !== undefined &&
    contains(owner, declared) &&
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
