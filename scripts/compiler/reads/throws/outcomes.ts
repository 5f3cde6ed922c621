/** Functions that throw what is caught give an outcome, and who calls them asks it: `throw` is left at the place of the call. */
import ts from "typescript";
import { parsesNumbers } from "../../analysis/decimal-makers.ts";
import { mayLackError } from "../../analysis/errors.ts";
import { isAsync, promised, keyOf } from "../../analysis/functions.ts";
import { isInList, returnsOf, walk } from "../../analysis/walk.ts";
import { at, type Insertion } from "../edited-sources.ts";
import { isAsked, isJsonParse, isNever, isVoid, type Throwing } from "./functions.ts";
import { awaited, inLine, ownerOf, tryAround } from "./places.ts";
import type { ThrowReader } from "./throw-reader.ts";

/** What has to be put into a file for its calls to be asked for their outcome: one call of a statement at a time. */
export function askedCalls(
  file: ts.SourceFile,
  reader: ThrowReader,
  known: Throwing,
  name: () => string,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const taken = new Set<ts.Node>();
  const found: Insertion[] = [];
  // The calls in another one come first.
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || isAsked(node) || !isToBeAsked(node, reader, known)) {
      return;
    }
    const place = reader.placeOf(node);
    const statement = "statement" in place ? place.statement : ts.findAncestor(node, ts.isStatement);
    if (statement === undefined || isTaken(statement, taken)) {
      return;
    }
    taken.add(statement);
    const called = reader.givenCallee(node);
    found.push(
      ...(called !== undefined && isNever(called)
        ? statement === node.parent
          ? thrownAtOnce(statement, node)
          : around(node, "raise_thrown")
        : "statement" in place
          ? asked(node, called, place.statement, name(), checker)
          : around(awaited(node), "valueOf_thrown")),
    );
  };
  visit(file);
  return found;
}

/** The value as the argument of a function. */
function around(node: ts.Expression, called: string): readonly Insertion[] {
  const file = node.getSourceFile();
  return [at(file, node.getStart(), `${called}(`), at(file, node.end, ")")];
}

/** Has anything been written around it, or in it? */
function isTaken(statement: ts.Node, taken: ReadonlySet<ts.Node>): boolean {
  return [...taken].some((other) => other.pos < statement.end && statement.pos < other.end);
}

function isToBeAsked(node: ts.CallExpression, reader: ThrowReader, known: Throwing): boolean {
  const called = reader.givenCallee(node);
  if (called !== undefined) {
    return !known.written.has(keyOf(called));
  }
  if (!isJsonParse(node)) {
    return false;
  }
  const owner = ownerOf(node);
  const isGiven = owner !== undefined && ts.isFunctionDeclaration(owner) && known.given.has(keyOf(owner));
  const catching = tryAround(node);
  return catching === undefined ? isGiven : reader.hindranceOf(catching) === undefined;
}

/** `fail("...");` of a function that never returns is `throw fail("...");`. */
function thrownAtOnce(statement: ts.Statement, call: ts.CallExpression): readonly Insertion[] {
  const file = call.getSourceFile();
  return ts.isReturnStatement(statement)
    ? [at(file, statement.getStart(), "throw /*"), at(file, call.getStart(), "*/")]
    : [at(file, statement.getStart(), "throw ")];
}

/** `const x = f(y) + 1;` becomes `const outcome = f(y); if (outcome.thrown !== null) { throw ... } const x = outcome.value + 1;`. */
function asked(
  call: ts.CallExpression,
  called: ts.FunctionDeclaration | undefined,
  statement: ts.Statement,
  name: string,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const file = call.getSourceFile();
  const whole = awaited(call);
  const [from, start] = [statement.getStart(), whole.getStart()];
  const before = inLine(file.text.slice(from, start));
  const isParsed = isJsonParse(call);
  const test = isParsed
    ? `if (!${name}.ok) { throw unreadable_thrown(); }`
    : `if (${name}.thrown !== null) { throw ${name}.thrown; }`;
  // `return load(id);` of an async function waits as `return await load(id);` does.
  const isReturned = called !== undefined && isAsync(called) && whole === call;
  const wait = isReturned ? "await " : "";
  const value = isParsed ? `parsedValue_thrown(${name})` : `${name}.value`;
  const isAlone = ts.isExpressionStatement(statement) && statement.expression === whole;
  const isListed = isInList(statement);
  const opens = `${isListed ? "" : "{ "}const ${name} = ${wait}`;
  const begins = isParsed ? `${parsesNumbers(call, checker) ? "readJson" : "parseJson"}_thrown(` : "";
  const [argument] = call.arguments;
  const starts = isParsed && argument !== undefined ? argument.getStart() : start;
  return [
    ...(from === starts
      ? [at(file, from, opens + begins)]
      : [at(file, from, `${opens}/*`), at(file, starts, `*/${begins}`)]),
    at(file, whole.end, isAlone ? `; ${test}` : `; ${test} ${before}${value}`),
    ...(isListed ? [] : [at(file, statement.end, " }")]),
  ];
}

/** What has to be put into a file for its functions that throw to give an outcome. */
export function writtenSignatures(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  known: Throwing,
): readonly Insertion[] {
  const found: Insertion[] = [];
  walk(file, (node) => {
    if (!ts.isFunctionDeclaration(node) || !known.given.has(keyOf(node)) || known.written.has(keyOf(node))) {
      return;
    }
    known.written.add(keyOf(node));
    if (isNever(node)) {
      known.never.add(keyOf(node));
    }
    found.push(...(isNever(node) ? [] : writtenReturns(node, checker)), ...writtenType(node, checker));
  });
  return found;
}

function writtenType(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): readonly Insertion[] {
  const file = declaration.getSourceFile();
  const { type } = declaration;
  const given = type === undefined || !isAsync(declaration) ? type : promised(type);
  if (given === undefined) {
    return [];
  }
  const [before, after] = isNever(declaration)
    ? ["ThrownError/*", "*/"]
    : isVoid(declaration, checker)
      ? ["Outcome_thrown<null/*", "*/>"]
      : ["Outcome_thrown<", ">"];
  return [at(file, given.getStart(), before), at(file, given.end, after)];
}

function writtenReturns(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): readonly Insertion[] {
  const file = declaration.getSourceFile();
  const nothing = "return { thrown: null, value: null };";
  const ends =
    declaration.body === undefined || !isVoid(declaration, checker)
      ? []
      : [at(file, declaration.body.end - 1, ` ${nothing} `)];
  return [
    ...returnsOf(declaration.body).flatMap((node) => {
      if (node.expression === undefined) {
        return [at(file, node.getStart(), `${nothing} /*`), at(file, node.end, "*/")];
      }
      const isPromise = checker.getTypeAtLocation(node.expression).symbol?.name === "Promise";
      return [
        at(file, node.expression.getStart(), `{ thrown: null, value: ${isPromise ? "await " : ""}`),
        at(file, node.expression.end, " }"),
      ];
    }),
    ...ends,
  ];
}

/** What has to be put into a file for what is thrown out of such a function to be given. */
export function givenThrows(
  file: ts.SourceFile,
  known: Throwing,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const found: Insertion[] = [];
  walk(file, (node) => {
    const owner = ts.isThrowStatement(node) && tryAround(node) === undefined ? ownerOf(node) : undefined;
    if (
      !ts.isThrowStatement(node) ||
      owner === undefined ||
      !ts.isFunctionDeclaration(owner) ||
      !known.given.has(keyOf(owner))
    ) {
      return;
    }
    const { expression } = node;
    const [before, after] = known.never.has(keyOf(owner)) ? ["return ", ""] : ["return { thrown: ", " }"];
    const [begins, ends] = asThrown(expression, checker);
    found.push(
      at(file, node.getStart(), `${before}/*`),
      at(file, expression.getStart(), `*/${begins}`),
      at(file, expression.end, `${ends}${after}`),
    );
  });
  return found;
}

/** What is written around an error that is thrown: what was caught is of the type `unknown`, and what was kept may be none. */
export function asThrown(node: ts.Expression, checker: ts.TypeChecker): readonly [string, string] {
  return mayLackError(node, checker)
    ? ["keptError_thrown(", ")"]
    : ["", ts.isIdentifier(node) ? " as ThrownError" : ""];
}
