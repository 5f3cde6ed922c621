/**
 * Arrow functions inside of a function that change what lies around them, `const note = (text) => { notes.push(text); };`:
 * what they do is written where they are called.
 */
import ts from "typescript";
import { isAssignedIn } from "../analysis/changes.ts";
import { capturedChanges } from "../analysis/captured-changes.ts";
import { arrowOf } from "../analysis/functions.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { contains, returnsOf, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { rewritten } from "./rewritten.ts";
import { asDeclared, meansTheSame } from "./same-scope.ts";
import { unusedName } from "./unused-name.ts";

/** What has to be put into a file for one such function to be written in place of its calls. */
export function writtenInPlace(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  let found: readonly Insertion[] = [];
  walk(file, (node) => {
    if (found.length === 0 && ts.isVariableDeclaration(node)) {
      found = inPlaceOfCalls(node, file, checker) ?? [];
    }
  });
  return found;
}

/** Null where the function is no such one, or not all its uses are calls that nobody wants a value of. */
function inPlaceOfCalls(
  declaration: ts.VariableDeclaration,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const arrow = arrowOf(declaration);
  const around = ts.findAncestor(declaration.parent, ts.isFunctionLike);
  if (
    arrow === undefined ||
    around === undefined ||
    !isPlain(arrow) ||
    capturedChanges(arrow, checker).length === 0
  ) {
    return null;
  }
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const insertions: Insertion[] = [];
  let isWhole = true;
  let calls = 0;
  walk(around, (node) => {
    if (ts.isIdentifier(node) && node !== declaration.name && checker.getSymbolAtLocation(node) === symbol) {
      const written = contains(arrow, node) ? null : inPlaceOf(node, arrow, file, checker);
      isWhole &&= written !== null;
      insertions.push(...(written ?? []));
      calls += 1;
    }
  });
  const { parent: list } = declaration;
  const isAlone = ts.isVariableDeclarationList(list) && list.declarations.length === 1;
  const statement = isAlone && ts.isVariableStatement(list.parent) ? list.parent : undefined;
  const gone = statement === undefined ? null : rewritten(statement, [], file);
  return isWhole && calls > 0 && gone !== null ? [...insertions, ...gone] : null;
}

/** Does the function run to its end, with parameters that are all given? */
function isPlain({ typeParameters, parameters, body }: ts.ArrowFunction): boolean {
  return (
    typeParameters === undefined &&
    returnsOf(body).length === 0 &&
    parameters.every(
      ({ name, initializer, questionToken, dotDotDotToken }) =>
        ts.isIdentifier(name) &&
        initializer === undefined &&
        questionToken === undefined &&
        dotDotDotToken === undefined,
    )
  );
}

/** `note(text);` as what the function does, and `list.forEach(note)` with the function itself; null where the call stands elsewhere, or names mean something else there. */
function inPlaceOf(
  name: ts.Identifier,
  arrow: ts.ArrowFunction,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const call = name.parent;
  if (isCallOf(call, ["forEach"]) && call.arguments[0] === name && meansTheSame(arrow, call, checker)) {
    return rewritten(name, [inOneLine(arrow, file)], file);
  }
  if (
    !ts.isCallExpression(call) ||
    call.expression !== name ||
    call.arguments.length !== arrow.parameters.length ||
    call.arguments.some(ts.isSpreadElement) ||
    !meansTheSame(arrow, call, checker)
  ) {
    return null;
  }
  const { parent } = call;
  const isTurn = ts.isArrowFunction(parent) && isCallOf(parent.parent, ["forEach"]);
  const place = ts.isExpressionStatement(parent) ? parent : isTurn ? call : undefined;
  return place === undefined
    ? null
    : rewritten(place, ["{ ", ...handed(call, arrow, name.text, file, checker), " }"], file);
}

/** The parameters under names that nobody else has, and the body with these. */
function handed(
  call: ts.CallExpression,
  arrow: ts.ArrowFunction,
  called: string,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly (string | ts.Node)[] {
  const declared = asDeclared(arrow.body, checker);
  const replaced = new Map(declared.replaced);
  const parts = arrow.parameters.flatMap((parameter, index) => {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const own = unusedName(file, `${called}_${parameter.name.getText(file)}`);
    walk(arrow.body, (node) => {
      if (ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === symbol) {
        replaced.set(node, own);
      } else if (
        ts.isShorthandPropertyAssignment(node) &&
        checker.getShorthandAssignmentValueSymbol(node) === symbol
      ) {
        replaced.set(node, `${node.name.text}: ${own}`);
      }
    });
    // A type behind `as` is not narrowed to that of the value.
    const type = parameter.type === undefined ? "" : ` as ${inOneLine(parameter.type, file)}`;
    const given = call.arguments[index];
    return given === undefined
      ? []
      : [`${isAssignedIn(symbol, arrow.body, checker) ? "let" : "const"} ${own} = (`, given, `)${type}; `];
  });
  return [
    ...parts,
    declared.before,
    inOneLine(arrow.body, file, replaced),
    ts.isBlock(arrow.body) ? "" : ";",
  ];
}
