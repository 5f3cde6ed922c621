/** A function that is given to another, as one that the module declares: what it reads of the function around it comes first among its parameters. */
import ts from "typescript";
import { capturedChanges } from "../../../analysis/captured-changes.ts";
import { assignmentTargets, isAssignedIn } from "../../../analysis/changes.ts";
import { isAsync, isConstant, resolveFunction, symbolOf } from "../../../analysis/functions.ts";
import { inOneLine } from "../../../analysis/one-line.ts";
import { contains, walk } from "../../../analysis/walk.ts";
import { ownerOf } from "../places.ts";
import { moduleType } from "./told-types.ts";

/** A variable of the function around it. */
export interface Captured {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  /** The type, as it is written at module level. */
  readonly written: string;
}

/** The function as it can be called by its name. */
export interface GivenFunction {
  readonly name: string;
  /** Its declaration, in one line; empty where the module has got it. */
  readonly declaration: string;
  readonly captured: readonly Captured[];
  /** The names of what it takes besides, empty where they are no names. */
  readonly parameters: readonly string[];
}

/** The arrow function that stands there, or that a `const` there names. */
export function arrowGiven(given: ts.Expression, checker: ts.TypeChecker): ts.ArrowFunction | undefined {
  const declaration = ts.isIdentifier(given)
    ? checker.getSymbolAtLocation(given)?.valueDeclaration
    : undefined;
  const initializer =
    declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
      ? declaration.initializer
      : given;
  return initializer !== undefined && ts.isArrowFunction(initializer) ? initializer : undefined;
}

/**
 * The function that is given to a call; null where it cannot stand at module level.
 *
 * @param name gives a name nobody has
 */
export function givenFunction(
  given: ts.Expression,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
  name: () => string,
): GivenFunction | null {
  const named = resolveFunction(checker, given);
  const arrow = arrowGiven(given, checker);
  const parameters = (named ?? arrow)?.parameters;
  if (parameters === undefined || parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) {
    return null;
  }
  const names = parameters.map((parameter) => (ts.isIdentifier(parameter.name) ? parameter.name.text : ""));
  if (named !== undefined) {
    return ts.isIdentifier(given) && ts.isSourceFile(named.parent)
      ? { name: given.text, declaration: "", captured: [], parameters: names }
      : null;
  }
  const captured = arrow === undefined ? null : capturedBy(arrow, call, checker);
  // What another one changes would be read as it was when both were given.
  const others = call.arguments.flatMap((one) => (one === given ? [] : (arrowGiven(one, checker) ?? [])));
  if (
    arrow === undefined ||
    captured === null ||
    arrow.typeParameters !== undefined ||
    (captured.length > 0 && others.some((other) => capturedBy(other, call, checker) === null))
  ) {
    return null;
  }
  const own = parameters.map((parameter) => written(parameter, checker));
  const result = resultOf(arrow, checker);
  const all = [...captured.map((one) => `${one.name}: ${one.written}`), ...own];
  if (result === null || all.includes(null)) {
    return null;
  }
  const called = name();
  return {
    name: called,
    declaration: `${result.keyword}function ${called}(${all.join(", ")}): ${result.type} ${result.body}`,
    captured,
    parameters: names,
  };
}

/** A parameter with its type. */
function written(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): string | null {
  const { name, type, initializer, questionToken } = parameter;
  if (type !== undefined) {
    return inOneLine(parameter);
  }
  const text = moduleType(checker.getTypeAtLocation(parameter), parameter, checker);
  const usual = initializer === undefined ? "" : ` = ${inOneLine(initializer)}`;
  return text === null || questionToken !== undefined ? null : `${inOneLine(name)}: ${text}${usual}`;
}

interface Result {
  readonly keyword: string;
  readonly type: string;
  readonly body: string;
}

/** What it gives, and how: a function that gives nothing has its value as a statement. */
function resultOf(arrow: ts.ArrowFunction, checker: ts.TypeChecker): Result | null {
  const inferred = checker.getSignatureFromDeclaration(arrow)?.getReturnType();
  // What always throws gives what is asked of it.
  const wanted = checker.getContextualType(arrow)?.getCallSignatures()[0]?.getReturnType();
  const isNever = inferred !== undefined && (inferred.flags & ts.TypeFlags.Never) !== 0;
  const type = isNever ? wanted : inferred;
  const text =
    arrow.type !== undefined
      ? inOneLine(arrow.type)
      : type === undefined
        ? null
        : moduleType(type, arrow, checker);
  if (type === undefined || text === null) {
    return null;
  }
  const { body } = arrow;
  const keyword = isAsync(arrow) ? "async " : "";
  if (ts.isBlock(body)) {
    return { keyword, type: text, body: inOneLine(body) };
  }
  const promise = (one: ts.Type): boolean => one.symbol?.name === "Promise";
  const isVoid = isNothing(checker.getAwaitedType(type) ?? type);
  const isWaiting = isVoid && promise(checker.getTypeAtLocation(body));
  const value = inOneLine(body);
  return {
    keyword: isWaiting ? "async " : keyword,
    type: text,
    body: isVoid ? `{ ${isWaiting ? "await " : ""}${value}; }` : `{ return ${value}; }`,
  };
}

/** Is it the type of what gives nothing? */
export function isNothing({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) !== 0;
}

/** What an arrow function reads of the functions around it; null where it changes that, or its value may be another one once it is called. */
function capturedBy(
  arrow: ts.ArrowFunction,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): readonly Captured[] | null {
  const found = new Map<ts.Symbol, Captured>();
  const scope = new Map(
    checker.getSymbolsInScope(call, ts.SymbolFlags.Value).map((symbol) => [symbol.name, symbol]),
  );
  let isWhole = capturedChanges(arrow, checker).length === 0;
  walk(arrow, (node) => {
    isWhole &&= node.kind !== ts.SyntaxKind.ThisKeyword;
    const symbol = ts.isIdentifier(node) ? symbolOf(node, checker) : undefined;
    const declared = symbol?.declarations?.[0];
    if (
      symbol === undefined ||
      declared === undefined ||
      found.has(symbol) ||
      declared.getSourceFile() !== arrow.getSourceFile() ||
      contains(arrow, declared) ||
      ownerOf(declared) === undefined ||
      isMember(declared)
    ) {
      return;
    }
    const type = checker.getTypeAtLocation(node);
    const text = moduleType(type, call, checker);
    isWhole &&=
      text !== null &&
      isVariable(declared) &&
      type.getCallSignatures().length === 0 &&
      scope.get(symbol.name) === symbol &&
      isSteady(symbol, declared, call, checker);
    found.set(symbol, { name: symbol.name, symbol, type, written: text ?? "" });
  });
  return isWhole ? [...found.values()] : null;
}

/** Is it a part of a type or of an object, which is no name of its own? */
function isMember(declared: ts.Declaration): boolean {
  return (
    ts.isPropertySignature(declared) ||
    ts.isMethodSignature(declared) ||
    ts.isPropertyAssignment(declared) ||
    ts.isShorthandPropertyAssignment(declared) ||
    ts.isMethodDeclaration(declared)
  );
}

function isVariable(declared: ts.Declaration): boolean {
  return ts.isVariableDeclaration(declared) || ts.isParameter(declared) || ts.isBindingElement(declared);
}

/** Has the variable one value while the call lasts? */
function isSteady(
  symbol: ts.Symbol,
  declared: ts.Declaration,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): boolean {
  const owner = ownerOf(declared);
  const isWaited = ts.isAwaitExpression(call.parent) || ts.isReturnStatement(call.parent);
  const isPromise = checker.getTypeAtLocation(call).symbol?.name === "Promise";
  let isSame = !isAssignedIn(symbol, call, checker);
  if (owner !== undefined) {
    walk(owner, (node) => {
      const isAssigned = assignmentTargets(node).some(
        (target) => checker.getSymbolAtLocation(target) === symbol,
      );
      isSame &&= !isAssigned || (ownerOf(node) === owner && (isWaited || !isPromise));
    });
  }
  return isSame;
}
