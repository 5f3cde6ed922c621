/**
 * `await withRetry(() => get(ctx, path), 3)` in a program that catches errors, read with the function in `withRetry` itself:
 * what is given there is declared by the module, and the helper calls it by its name. One that is called elsewhere, too, is
 * copied for the call.
 */
import ts from "typescript";
import { resolveFunction, resolveSymbol } from "../../../analysis/functions.ts";
import { usesOf } from "../../../analysis/uses.ts";
import { walk } from "../../../analysis/walk.ts";
import type { Insertion } from "../../edited-sources.ts";
import { insertionsOf, type TextEdit } from "../../text-edits.ts";
import { isCaughtInside } from "../places.ts";
import type { ThrowReader } from "../throw-reader.ts";
import { arrowGiven, givenFunction } from "./given-function.ts";
import { helperEdits } from "./helper-edits.ts";
import { type Helper, helperOf } from "./helpers.ts";
import { copyOf, listEdits } from "./copies.ts";

/** What is known of the program. */
export interface Program {
  readonly files: readonly ts.SourceFile[];
  readonly checker: ts.TypeChecker;
  readonly reader: ThrowReader;
  /** Does the platform call the function? */
  readonly isEntry: (declaration: ts.FunctionDeclaration) => boolean;
  /** Gives a name nobody has. */
  readonly name: (kind: string) => string;
}

/** What has to be put into a file for a function that is given at one call, where it matters to what is caught, to be written into who calls it. */
export function givenToHelpers(file: ts.SourceFile, program: Program): readonly Insertion[] {
  let found: readonly Insertion[] = [];
  // What a function that is given calls itself comes first.
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const call = ts.isCallExpression(node) && found.length === 0 ? node : undefined;
    call?.arguments.forEach((given, index) => {
      const isFunction = found.length === 0 && isFunctionGiven(given, program.checker);
      const helper = isFunction ? helperOf(call, index, program.checker) : undefined;
      if (helper !== undefined && isWorth(given, helper, program)) {
        found = written(call, given, helper, program) ?? [];
      }
    });
  };
  visit(file);
  return found;
}

function isFunctionGiven(given: ts.Expression, checker: ts.TypeChecker): boolean {
  return arrowGiven(given, checker) !== undefined || resolveFunction(checker, given) !== undefined;
}

/** Does what is given throw, or does the helper catch what it throws? What hinders errors in the helper itself is told where it stands. */
function isWorth(given: ts.Expression, { declaration, uses }: Helper, { reader, checker }: Program): boolean {
  const arrow = arrowGiven(given, checker);
  const isThrowing = reader.isThrowing(arrow ?? given);
  const isCatching = uses.some(isCaughtInside) && reader.hasThrowingValue();
  return (isThrowing || isCatching) && !reader.isHindered(declaration);
}

function written(
  call: ts.CallExpression,
  argument: ts.Expression,
  helper: Helper,
  program: Program,
): readonly Insertion[] | null {
  const { checker, name, files, isEntry } = program;
  const { declaration } = helper;
  const file = call.getSourceFile();
  const called = declaration.name.text;
  const given = givenFunction(argument, call, checker, () => name(`${called}_given`));
  const edits = given === null ? null : helperEdits(call, helper, given, checker, name);
  if (given === null || edits === null) {
    return null;
  }
  const isOnly = usesOf(declaration, files, checker).length === 2 && !isEntry(declaration);
  const copied = isOnly ? called : name(called);
  const open = call.arguments.pos - 1;
  const callEdits: readonly TextEdit[] = [
    ...(copied === called && call.typeArguments === undefined
      ? []
      : [{ from: call.expression.getStart(file), to: open, text: copied }]),
    ...listEdits(
      call.arguments,
      helper.index,
      given.captured.filter((one) => edits.added.has(one)).map((one) => one.name),
      file,
    ),
  ];
  const own: readonly TextEdit[] = isOnly ? edits.edits : [];
  const copy = isOnly ? "" : ` ${copyOf(declaration, [...renamed(declaration, copied), ...edits.edits])}`;
  const behind = `${copy}${given.declaration === "" ? "" : ` ${given.declaration}`}`;
  return insertionsOf(
    [
      ...callEdits,
      ...own,
      ...leftBehind(argument, checker),
      ...(behind === "" ? [] : [{ from: declaration.end, to: declaration.end, text: behind }]),
    ],
    file,
  );
}

/** The copy has a name of its own, and is nobody's else. */
function renamed({ name, modifiers }: Helper["declaration"], copied: string): readonly TextEdit[] {
  const exported = (modifiers ?? []).filter(({ kind }) => kind !== ts.SyntaxKind.AsyncKeyword);
  return [
    ...exported.map((one) => ({ from: one.getStart(), to: one.end, text: "" })),
    { from: name.getStart(), to: name.end, text: copied },
  ];
}

/** The `const` of an arrow function that nothing else names. */
function leftBehind(argument: ts.Expression, checker: ts.TypeChecker): readonly TextEdit[] {
  const declaration = arrowGiven(argument, checker)?.parent;
  if (
    !ts.isIdentifier(argument) ||
    declaration === undefined ||
    !ts.isVariableDeclaration(declaration) ||
    !ts.isVariableDeclarationList(declaration.parent) ||
    declaration.parent.declarations.length > 1 ||
    !ts.isVariableStatement(declaration.parent.parent) ||
    declaration.parent.parent.modifiers !== undefined
  ) {
    return [];
  }
  const symbol = checker.getSymbolAtLocation(argument);
  let uses = 0;
  walk(argument.getSourceFile(), (node) => {
    uses += ts.isIdentifier(node) && resolveSymbol(checker, node) === symbol ? 1 : 0;
  });
  const statement = declaration.parent.parent;
  return uses === 2 ? [{ from: statement.getStart(), to: statement.end, text: "" }] : [];
}
