/**
 * `await withRetry(() => get(ctx, path), 3)` in a program that catches errors, read with the function in `withRetry` itself:
 * what is given there is declared by the module, and the helper calls it by its name. One that is called elsewhere, too, is
 * copied for the call.
 */
import ts from "typescript";
import { isAssignedIn } from "../../../analysis/changes.ts";
import { isAsync, resolveFunction, resolveSymbol } from "../../../analysis/functions.ts";
import { usesOf } from "../../../analysis/uses.ts";
import { contains, returnsOf, walk } from "../../../analysis/walk.ts";
import type { Insertion } from "../../edited-sources.ts";
import { isOwnedMark } from "../../owned-marks.ts";
import { isCaughtInside } from "../places.ts";
import type { ThrowReader } from "../throwing.ts";
import { arrowGiven, type Captured, type GivenFunction, givenFunction, isNothing } from "./given-function.ts";
import { copyOf, insertionsOf, listEdits, type TextEdit } from "./text-edits.ts";
import { toldParameters } from "./told-types.ts";

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

/** A function that is given another one. */
interface Helper {
  readonly declaration: ts.FunctionDeclaration & { readonly name: ts.Identifier; readonly body: ts.Block };
  readonly parameter: ts.ParameterDeclaration;
  readonly index: number;
  /** Where the parameter is read. */
  readonly uses: readonly ts.Identifier[];
}

/** What has to be put into a file for a function that is given at one call, where it matters to what is caught, to be written into who calls it. */
export function givenToHelpers(file: ts.SourceFile, program: Program): readonly Insertion[] {
  let found: readonly Insertion[] = [];
  // What a function that is given calls itself comes first.
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const call = ts.isCallExpression(node) && found.length === 0 ? node : undefined;
    call?.arguments.forEach((given, index) => {
      const helper = found.length === 0 ? helperOf(call, index, program) : undefined;
      if (helper !== undefined && isWorth(given, helper, program)) {
        found = written(call, given, helper, program) ?? [];
      }
    });
  };
  visit(file);
  return found;
}

/** The function of the same file that is called, where all it does with a parameter is to call it or to hand it on. */
function helperOf(call: ts.CallExpression, index: number, { checker }: Program): Helper | undefined {
  const declaration = resolveFunction(checker, call.expression);
  const parameter = declaration?.parameters[index];
  if (
    declaration?.body === undefined ||
    parameter === undefined ||
    !isPlain(declaration, call) ||
    !ts.isIdentifier(parameter.name) ||
    parameter.initializer !== undefined ||
    parameter.questionToken !== undefined ||
    checker.getTypeAtLocation(parameter).getCallSignatures().length === 0 ||
    reaches(declaration, declaration, checker)
  ) {
    return undefined;
  }
  const symbol = checker.getSymbolAtLocation(parameter.name);
  const uses: ts.Identifier[] = [];
  let isWhole = true;
  walk(declaration, (node) => {
    if (ts.isShorthandPropertyAssignment(node)) {
      isWhole &&= checker.getShorthandAssignmentValueSymbol(node) !== symbol;
    } else if (
      ts.isIdentifier(node) &&
      node !== parameter.name &&
      checker.getSymbolAtLocation(node) === symbol
    ) {
      uses.push(node);
      isWhole &&= callOf(node) !== undefined;
    }
  });
  return isWhole ? { declaration: declaration as Helper["declaration"], parameter, index, uses } : undefined;
}

/** The call that calls what is given, or hands it on. */
function callOf(use: ts.Identifier): ts.CallExpression | undefined {
  const call = use.parent;
  return ts.isCallExpression(call) &&
    (call.expression === use || call.arguments.includes(use)) &&
    call.questionDotToken === undefined &&
    !call.arguments.some(ts.isSpreadElement)
    ? call
    : undefined;
}

/** Is it declared once, in the same file, with a parameter for each argument? */
function isPlain(declaration: ts.FunctionDeclaration, call: ts.CallExpression): boolean {
  return (
    declaration.name !== undefined &&
    declaration.parent === call.getSourceFile() &&
    declaration.asteriskToken === undefined &&
    call.questionDotToken === undefined &&
    call.arguments.length <= declaration.parameters.length &&
    !call.arguments.some(ts.isSpreadElement) &&
    declaration.parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined)
  );
}

/** Does a function call another one, itself or by what it calls? */
function reaches(
  from: ts.FunctionDeclaration,
  to: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
  seen = new Set<ts.Node>(),
): boolean {
  let found = false;
  if (!seen.has(from) && from.body !== undefined) {
    seen.add(from);
    walk(from.body, (node) => {
      const named = !found && ts.isIdentifier(node) ? resolveFunction(checker, node) : undefined;
      found ||= named !== undefined && (named === to || reaches(named, to, checker, seen));
    });
  }
  return found;
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
  const edits = given === null ? null : helperEdits(call, helper, given, program);
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

/** What is read in the helper, and which variables it is handed to hand them on. */
interface HelperEdits {
  readonly edits: readonly TextEdit[];
  readonly added: ReadonlySet<Captured>;
}

function helperEdits(
  call: ts.CallExpression,
  { declaration, parameter, index, uses }: Helper,
  given: GivenFunction,
  { checker, name }: Program,
): HelperEdits | null {
  const file = declaration.getSourceFile();
  const { body, typeParameters, parameters } = declaration;
  const changes = given.captured.length > 0 && holds(body, isOwnedMark);
  if (changes || isShadowed(given.name, declaration, given.declaration === "", checker)) {
    return null;
  }
  const told = toldParameters(declaration, call, checker);
  const added = new Set<Captured>();
  const names = given.captured.map((one) => {
    const known = handedAs(one, call, declaration, checker);
    if (known !== undefined) {
      return known;
    }
    added.add(one);
    const isTaken = holds(declaration, (node) => ts.isIdentifier(node) && node.text === one.name);
    return isTaken ? name(one.name) : one.name;
  });
  const typed = given.captured.flatMap((one, at) =>
    added.has(one) ? [`${String(names[at])}: ${one.written}`] : [],
  );
  const edits: TextEdit[] = [...listEdits(parameters, index, typed, file)];
  if (typeParameters !== undefined) {
    edits.push({ from: typeParameters.pos - 1, to: parameters.pos - 1, text: "" });
  }
  let isWhole = true;
  walk(declaration, (node) => {
    const isGone = contains(parameter, node) || typeParameters?.some((one) => contains(one, node)) === true;
    const symbol =
      ts.isTypeReferenceNode(node) && !isGone ? checker.getSymbolAtLocation(node.typeName) : undefined;
    const text = symbol === undefined ? undefined : told.get(symbol);
    isWhole &&= text !== null;
    if (typeof text === "string") {
      edits.push({ from: node.getStart(file), to: node.end, text });
    }
  });
  for (const use of uses) {
    const written = useEdits(use, given, names, file);
    isWhole &&= written !== null;
    edits.push(...(written ?? []));
  }
  return isWhole ? { edits: [...edits, ...emptyReturns(declaration, call, checker)], added } : null;
}

function holds(node: ts.Node, isWanted: (part: ts.Node) => boolean): boolean {
  let found = false;
  walk(node, (part) => {
    found ||= isWanted(part);
  });
  return found;
}

/** Has the helper something else under the name of the function that is given? */
function isShadowed(
  name: string,
  declaration: ts.FunctionDeclaration,
  isNamed: boolean,
  checker: ts.TypeChecker,
): boolean {
  return (
    isNamed &&
    holds(
      declaration,
      (node) => ts.isIdentifier(node) && node.text === name && resolveFunction(checker, node) === undefined,
    )
  );
}

/** The parameter that has the same value, and keeps it. */
function handedAs(
  { symbol, type }: Captured,
  call: ts.CallExpression,
  { parameters, body }: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
): string | undefined {
  const at = call.arguments.findIndex(
    (one) => ts.isIdentifier(one) && checker.getSymbolAtLocation(one) === symbol,
  );
  const name = parameters[at]?.name;
  const own = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  return name !== undefined &&
    ts.isIdentifier(name) &&
    body !== undefined &&
    checker.isTypeAssignableTo(checker.getTypeAtLocation(name), type) &&
    !isAssignedIn(own, body, checker) &&
    !holds(body, (node) => ts.isIdentifier(node) && node.text === name.text && isOther(node, own, checker))
    ? name.text
    : undefined;
}

function isOther(node: ts.Identifier, own: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  return !ts.isPropertyAccessExpression(node.parent) && checker.getSymbolAtLocation(node) !== own;
}

/** One place where the helper calls what it is given, or hands it on; null where it computes what nobody takes. */
function useEdits(
  use: ts.Identifier,
  { name, parameters }: GivenFunction,
  captured: readonly string[],
  file: ts.SourceFile,
): readonly TextEdit[] | null {
  const call = callOf(use);
  const [from, to] = [use.getStart(file), use.end];
  if (call === undefined) {
    return null;
  }
  if (call.expression !== use) {
    const taken = parameters.map((one, at) =>
      one === "" || captured.includes(one) ? `${name}_${String(at)}` : one,
    );
    const list = taken.join(", ");
    const text = captured.length === 0 ? name : `(${list}) => ${name}(${[...captured, ...taken].join(", ")})`;
    return [{ from, to, text }];
  }
  const more = call.arguments.slice(parameters.length);
  if (!more.every((one) => ts.isIdentifier(one) || ts.isLiteralExpression(one))) {
    return null;
  }
  const open = call.arguments.pos;
  const kept = call.arguments.length - more.length;
  const put = captured.join(", ");
  const last = call.arguments[kept - 1];
  return [
    { from, to: open - 1, text: name },
    { from: open, to: open, text: kept > 0 && put !== "" ? `${put}, ` : put },
    ...(more.length === 0 ? [] : [{ from: last?.end ?? open, to: call.end - 1, text: "" }]),
  ];
}

/** `return await work();` of what gives nothing, as two statements. */
function emptyReturns(
  declaration: ts.FunctionDeclaration,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): readonly TextEdit[] {
  const type = checker.getResolvedSignature(call)?.getReturnType();
  const given = type === undefined ? undefined : isAsync(declaration) ? checker.getAwaitedType(type) : type;
  if (given === undefined || !isNothing(given)) {
    return [];
  }
  return returnsOf(declaration.body).flatMap((node): readonly TextEdit[] => {
    const { expression, end } = node;
    const from = node.getStart();
    if (expression === undefined) {
      return [];
    }
    return ts.isIdentifier(expression)
      ? [{ from, to: end, text: "return;" }]
      : [
          { from, to: expression.getStart(), text: "{ " },
          { from: end, to: end, text: " return; }" },
        ];
  });
}
