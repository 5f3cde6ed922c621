/** A helper that calls the function it is given by its name, with what that reads of the function around it. */
import ts from "typescript";
import { isAssignedIn } from "../../../analysis/changes.ts";
import { isAsync, resolveFunction } from "../../../analysis/functions.ts";
import { contains, holds, returnsOf, walk } from "../../../analysis/walk.ts";
import { isOwnedMark } from "../../owned-marks.ts";
import type { TextEdit } from "../../text-edits.ts";
import { type Captured, type GivenFunction, isNothing } from "./given-function.ts";
import { callOf, type Helper } from "./helpers.ts";
import { listEdits } from "./copies.ts";
import { toldParameters } from "./told-types.ts";

/** What is read in the helper, and which variables it is handed to hand them on. */
export interface HelperEdits {
  readonly edits: readonly TextEdit[];
  readonly added: ReadonlySet<Captured>;
}

/** Null where the helper cannot be written so. `name` gives names nobody has. */
export function helperEdits(
  call: ts.CallExpression,
  helper: Helper,
  given: GivenFunction,
  checker: ts.TypeChecker,
  name: (kind: string) => string,
): HelperEdits | null {
  const { declaration, parameter, index, uses } = helper;
  const file = declaration.getSourceFile();
  const { body, typeParameters, parameters } = declaration;
  const changes = given.captured.length > 0 && holds(body, isOwnedMark);
  if (changes || isShadowed(given.name, helper, checker)) {
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

/** Has the helper something else, its own parameter aside, under the name of the function that is given? */
function isShadowed(
  name: string,
  { declaration, parameter, uses }: Helper,
  checker: ts.TypeChecker,
): boolean {
  return holds(
    declaration,
    (node) =>
      ts.isIdentifier(node) &&
      node.text === name &&
      node !== parameter.name &&
      !uses.includes(node) &&
      resolveFunction(checker, node) === undefined,
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
  const [name, usual] = [parameters[at]?.name, parameters[at]?.initializer];
  const own = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  return name !== undefined &&
    usual === undefined &&
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
