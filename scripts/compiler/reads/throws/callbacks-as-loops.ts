/**
 * `const rows = list.map((item) => read(item));` in a program that catches errors, read as a loop where what the callback
 * does may throw: an error leaves a loop as it leaves any statement.
 */
import ts from "typescript";
import { isAssignedIn } from "../../analysis/changes.ts";
import { isAsync, resolveFunction } from "../../analysis/functions.ts";
import { isPath, unwrapped } from "../../analysis/paths.ts";
import { isCallOf, type MethodCall } from "../../analysis/method-calls.ts";
import { inOneLine } from "../../analysis/one-line.ts";
import { isInList, returnsOf, walk } from "../../analysis/walk.ts";
import { at, type Insertion } from "../edited-sources.ts";
import { rewritten } from "../rewritten.ts";
import { writtenType } from "../written-types.ts";
import { inLine } from "./places.ts";
import { FORMS, type Form, LEAVING, type Loop } from "./loop-forms.ts";
import { isDisturbing } from "./read-before.ts";
import type { ThrowReader } from "./throw-reader.ts";
import { isInside, returnsAsTurns } from "./turn-returns.ts";

/**
 * What has to be put into a file for one call with a callback that may throw to be a loop.
 *
 * @param name gives a name nobody has
 */
export function callbacksAsLoops(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  reader: ThrowReader,
  name: (kind: string) => string,
): readonly Insertion[] {
  let found: readonly Insertion[] = [];
  // What stands in the list of a call is done before it.
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (found.length === 0 && isCallOf(node, Object.keys(FORMS)) && isThrowing(node, checker, reader)) {
      found = asLoop(node, checker, reader, name) ?? [];
    }
  };
  visit(file);
  return found;
}

/** Does what the callback does throw? */
function isThrowing(call: MethodCall, checker: ts.TypeChecker, reader: ThrowReader): boolean {
  const [callback] = call.arguments;
  return (
    callback !== undefined &&
    checker.isArrayLikeType(checker.getTypeAtLocation(call.expression.expression)) &&
    reader.isThrowing(callback) &&
    (ts.isArrowFunction(callback) || parametersOf(callback, checker).length <= 2)
  );
}

function parametersOf(callback: ts.Expression, checker: ts.TypeChecker): readonly ts.ParameterDeclaration[] {
  return ts.isArrowFunction(callback)
    ? callback.parameters
    : (resolveFunction(checker, callback)?.parameters ?? []);
}

/** Null where there is no statement the loop could stand before, or the callback is more than a loop does. */
function asLoop(
  call: MethodCall,
  checker: ts.TypeChecker,
  reader: ThrowReader,
  name: (kind: string) => string,
): readonly Insertion[] | null {
  const file = call.getSourceFile();
  const place = reader.placeOf(call);
  const method = call.expression.name.text;
  const [callback, initial] = call.arguments;
  const form = callback === undefined ? undefined : formOf(method, callback, checker);
  const isAlone = ts.isExpressionStatement(call.parent);
  const type = writtenType(checker.getTypeAtLocation(call), call, checker);
  if (
    type === null ||
    "hindrance" in place ||
    form === undefined ||
    callback === undefined ||
    call.arguments.length !== form.itemAt + 1 ||
    (initial !== undefined && !isRepeatable(initial) && !isPath(call.expression.expression)) ||
    (method === "forEach" && !isAlone) ||
    isDisturbing(callback, call, place.statement, checker) ||
    ts.isOptionalChain(call)
  ) {
    return null;
  }
  const [value, item] = [name("gathered"), name("turn")];
  const kept = keptAs(item, call, checker);
  if (kept === null) {
    return null;
  }
  const loop: Loop = {
    value,
    type,
    item,
    kept,
    label: name("turns"),
    initial: initial === undefined ? "" : inOneLine(initial, file),
  };
  const body = bodyOf(callback, form, loop, call, checker);
  if (body === null) {
    return null;
  }
  const { statement } = place;
  const list = call.expression.expression;
  const before = inLine(file.text.slice(statement.getStart(file), call.getStart(file)));
  const isListed = isInList(statement);
  const [head, ...turn] = body.parts;
  const whole = { getStart: () => statement.getStart(file), end: call.end };
  const written = rewritten(
    whole,
    [
      `${isListed ? "" : "{ "}${form.declared(loop)} ${body.isNamed ? `${loop.label}: ` : ""}for (const ${String(head)}`,
      list,
      ...turn,
      ` } ${method === "forEach" ? "" : before + loop.value}`,
    ],
    file,
  );
  return written === null
    ? null
    : [...written, ...body.returns, ...(isListed ? [] : [at(file, statement.end, " }")])];
}

/** What `filter` and `find` keep of a turn, with the type that the callback tells it is of; null where that has no name. */
function keptAs(item: string, call: MethodCall, checker: ts.TypeChecker): string | null {
  const isNumbered = (type: ts.Type): ts.Type | undefined =>
    checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const given = checker.getTypeAtLocation(call);
  const own = isNumbered(checker.getTypeAtLocation(call.expression.expression));
  const wanted = { filter: isNumbered(given), find: given }[call.expression.name.text];
  if (own === undefined || wanted === undefined || checker.isTypeAssignableTo(own, wanted)) {
    return item;
  }
  const type = writtenType(wanted, call, checker);
  return type === null ? null : `${item} as ${type}`;
}

/** How the method is written: `flatMap` adds what is no list as `map` does. Undefined where a list is only one of the cases. */
function formOf(method: string, callback: ts.Expression, checker: ts.TypeChecker): Form | undefined {
  if (method !== "flatMap") {
    return FORMS[method];
  }
  const [signature, more] = checker.getTypeAtLocation(callback).getCallSignatures();
  const given = more === undefined ? signature?.getReturnType() : undefined;
  const kinds = given?.isUnion() === true ? given.types : [given];
  const isList = (kind?: ts.Type): boolean =>
    kind !== undefined && (checker.isArrayType(kind) || checker.isTupleType(kind));
  if (kinds.every(isList)) {
    return FORMS["flatMap"];
  }
  return kinds.every((kind) => kind !== undefined && !isList(kind) && isKnown(kind))
    ? FORMS["map"]
    : undefined;
}

/** Is it known what a value of the type is? A list may be of the types `unknown` and `object`, or of a parameter. */
function isKnown(type: ts.Type): boolean {
  const unknown =
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable | ts.TypeFlags.NonPrimitive;
  return (
    (type.flags & unknown) === 0 &&
    ((type.flags & ts.TypeFlags.Object) === 0 || type.getProperties().length > 0)
  );
}

/** What stands behind `for (const` before the list, and what stands behind it. */
interface Body {
  readonly parts: readonly (string | ts.Node)[];
  /** What is put into the body itself. */
  readonly returns: readonly Insertion[];
  /** Is the loop called by its name in it? */
  readonly isNamed: boolean;
}

function bodyOf(
  callback: ts.Expression,
  form: Form,
  loop: Loop,
  {
    expression: {
      expression: list,
      name: { text: method },
    },
  }: MethodCall,
  checker: ts.TypeChecker,
): Body | null {
  const parameters = parametersOf(callback, checker);
  const { itemAt } = form;
  const index = parameters[itemAt + 1]?.name;
  if (
    parameters.length > itemAt + 2 ||
    parameters.some(isMore) ||
    (index !== undefined && !ts.isIdentifier(index))
  ) {
    return null;
  }
  const handed = [...(itemAt === 1 ? [loop.value] : []), loop.item];
  const [before, behind] = form.turn(loop, "break;");
  // What stands behind the variables of a loop has their names already.
  const isTaken =
    index !== undefined &&
    [list, ...(ts.isArrowFunction(callback) ? [] : [callback])].some((node) => hasName(node, index.text));
  const indexName = isTaken ? `${loop.item}_at` : (index?.text ?? "");
  const entry = index === undefined ? `${loop.item} of ` : `[${indexName}, ${loop.item}] of `;
  const ends = index === undefined ? ")" : ".entries())";
  if (!ts.isArrowFunction(callback)) {
    const all = [...handed, indexName].slice(0, parameters.length);
    return {
      parts: [entry, `${ends} { ${before}`, callback, `(${all.join(", ")})${behind}`],
      returns: [],
      isNamed: false,
    };
  }
  if (isAsync(callback)) {
    return null;
  }
  const declared = [...handed, ...(isTaken ? [indexName] : [])]
    .map((name, at) => declaration(parameters[at], name, callback.body, checker))
    .join("");
  const { body } = callback;
  if (!ts.isBlock(body)) {
    const [opens, closes] = given(body, callback, [before, behind], loop, checker);
    return { parts: [entry, `${ends} { ${declared}${opens}`, body, closes], returns: [], isNamed: false };
  }
  const isInner = (node: ts.Node): boolean => isInside(node, body, LEAVING.includes(method));
  const returns = returnsAsTurns(
    body,
    (node, expression) =>
      given(
        expression,
        callback,
        form.turn(loop, isInner(node) ? `break ${loop.label};` : "break;"),
        loop,
        checker,
      ),
    (node) => (isInner(node) ? `continue ${loop.label};` : "continue;"),
    method,
  );
  return returns === null
    ? null
    : {
        parts: [entry, `${ends} { ${declared}`, body],
        returns,
        isNamed: returnsOf(body).some((node) => isInner(node)),
      };
}

/** What is written around what the callback gives: a choice gets a name of its own, for it to become an `if`. */
function given(
  expression: ts.Expression,
  callback: ts.ArrowFunction,
  [before, behind]: readonly [string, string],
  { item }: Loop,
  checker: ts.TypeChecker,
): readonly [string, string] {
  const returned = checker.getSignatureFromDeclaration(callback)?.getReturnType();
  if (!ts.isConditionalExpression(unwrapped(expression)) || before === "" || returned === undefined) {
    return [before, behind];
  }
  const type = writtenType(returned, callback, checker);
  return type === null
    ? [before, behind]
    : [`const ${item}_given: ${type} = `, `; ${before}${item}_given${behind}`];
}

/** Is it no parameter that is given once for each turn? */
function isMore({ initializer, questionToken, dotDotDotToken }: ts.ParameterDeclaration): boolean {
  return initializer !== undefined || questionToken !== undefined || dotDotDotToken !== undefined;
}

/** The parameter as a variable of the turn. */
function declaration(
  parameter: ts.ParameterDeclaration | undefined,
  value: string,
  body: ts.Node,
  checker: ts.TypeChecker,
): string {
  if (parameter === undefined) {
    return "";
  }
  const isAssigned = isAssignedIn(checker.getSymbolAtLocation(parameter.name), body, checker);
  return `${isAssigned ? "let" : "const"} ${inOneLine(parameter)} = ${value}; `;
}

/** Does a name stand in it? */
function hasName(node: ts.Node, name: string): boolean {
  let isFound = false;
  walk(node, (part) => {
    isFound ||= ts.isIdentifier(part) && part.text === name;
  });
  return isFound;
}

/** Can what `reduce` begins with be made before the list is? */
function isRepeatable(node: ts.Expression): boolean {
  let isPlain = true;
  walk(node, (part) => {
    isPlain &&= !ts.isCallExpression(part) && !ts.isAwaitExpression(part) && !ts.isFunctionLike(part);
  });
  return isPlain;
}
