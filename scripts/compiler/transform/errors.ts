/** Errors that are caught: an object with the names of its classes, its name, its message, and what its class adds. */
import ts from "typescript";
import {
  type ErrorClass,
  errorClass,
  isAlias,
  isCause,
  isClaimed,
  isError,
  isUntold,
  isWrittenProperty,
  mayLackError,
} from "../analysis/errors.ts";
import { isText, mayBeUndefined, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { errorClassAdvice } from "../diagnostics/error-advice.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "./stop.ts";

/** The property that holds the names of the classes; `Error` is not among them, since everything thrown is one. */
const CLASSES = "classes";

/** What an error holds, apart from its classes. */
type Properties = Map<string, Expression>;

/** `new Error("...")`, `new BookingError(...)`; undefined for what is no error. */
export function newError(node: ts.NewExpression, context: FunctionContext): Expression | undefined {
  const made = errorClass(node.expression, context.checker);
  if (made === undefined) {
    return undefined;
  }
  const given = (node.arguments ?? []).filter((argument) => !isCause(argument));
  const works = given.map((argument) => () => context.expression(argument));
  return context.unhinted(() => {
    const values = context.ordered(works, "argument");
    const refused = values.find((value) => value.refused);
    const properties = refused ?? constructed(made, given, values, node, context);
    return properties instanceof Map
      ? nsl.dict([[CLASSES, nsl.list(classNames(made).map(nsl.text))], ...properties])
      : properties;
  });
}

function classNames({ name, base }: ErrorClass): readonly string[] {
  return base === null ? [] : [name, ...classNames(base)];
}

/** Runs the constructors, from the class of JavaScript down. */
function constructed(
  { name, base, declaration }: ErrorClass,
  given: readonly ts.Expression[],
  values: readonly Expression[],
  node: ts.NewExpression,
  context: FunctionContext,
): Properties | Expression {
  if (declaration === null) {
    return given.length > 1
      ? context.refuse(
          node,
          "exceptions",
          "cause",
          `Write \`new ${name}("...")\`: a message, and nothing else.`,
        )
      : new Map([
          ["name", nsl.text(name)],
          ["message", messageOf(given[0], values[0], context)],
        ]);
  }
  const parts = constructorParts(declaration);
  if (base === null || parts === null) {
    return context.refuse(declaration, "classes", "class", errorClassAdvice(declaration));
  }
  const made = parts.declaration;
  const inherits = made === undefined ? constructed(base, given, values, node, context) : null;
  if (inherits !== null && !(inherits instanceof Map)) {
    return inherits;
  }
  const pairs = (made?.parameters ?? []).flatMap((parameter, index) =>
    bound(parameter, given[index], values[index], context),
  );
  return context.variables.substituting(pairs, () => {
    const superArguments = parts.superArguments;
    const properties =
      inherits ??
      constructed(
        base,
        superArguments,
        context.ordered(
          superArguments.map((argument) => () => context.expression(argument)),
          "argument",
        ),
        node,
        context,
      );
    if (properties instanceof Map) {
      for (const parameter of parts.kept) {
        const symbol = parameterSymbol(parameter.name, context.checker);
        properties.set(parameter.name.getText(), (symbol && context.variables.read(symbol)) ?? nsl.none);
      }
      for (const [property, value] of parts.assigned) {
        properties.set(property, context.expression(value));
      }
      for (const property of parts.unset.filter((name) => !properties.has(name))) {
        properties.set(property, nsl.none);
      }
    }
    return properties;
  });
}

/** What a parameter stands for: in the constructor alone it has a default, and what it is given is computed once. */
function bound(
  { name, initializer, dotDotDotToken }: ts.ParameterDeclaration,
  argument: ts.Expression | undefined,
  value: Expression | undefined,
  context: FunctionContext,
): readonly (readonly [ts.Symbol, Expression])[] {
  const symbol = parameterSymbol(name, context.checker);
  if (symbol === undefined || dotDotDotToken !== undefined) {
    context.refuse(name, "classes", "class", "Give the constructor plain parameters.");
    return [];
  }
  const isLeftOut = argument === undefined || value === undefined;
  if (initializer === undefined) {
    return [[symbol, isLeftOut ? nsl.none : context.stable(value, symbol.name)]];
  }
  if (isLeftOut) {
    return [[symbol, context.stable(context.expression(initializer), symbol.name)]];
  }
  if (mayBeUndefined(context.checker.getTypeAtLocation(argument))) {
    context.refuse(argument, "exceptions", "undefined", "Give the argument, or leave it out.");
  }
  return [[symbol, context.stable(value, symbol.name)]];
}

function parameterSymbol(name: ts.BindingName, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isIdentifier(name) && ts.isParameter(name.parent)
    ? ts.isParameterPropertyDeclaration(name.parent, name.parent.parent)
      ? checker.getSymbolsOfParameterPropertyDeclaration(name.parent, name.text)[0]
      : checker.getSymbolAtLocation(name)
    : undefined;
}

function messageOf(
  argument: ts.Expression | undefined,
  value: Expression | undefined,
  context: FunctionContext,
): Expression {
  if (argument === undefined || value === undefined) {
    return nsl.text("");
  }
  const type = context.checker.getTypeAtLocation(argument);
  if (!strictly(isText, context.checker.getNonNullableType(type))) {
    return context.refuse(argument, "exceptions", "message", "Give a text: `new Error(String(value))`.");
  }
  return mayBeUndefined(type) ? nsl.filter(value, "default", nsl.text(""), nsl.boolean(true)) : value;
}

/** What a class is made of, where it holds values only. */
interface ConstructorParts {
  readonly declaration: ts.ConstructorDeclaration | undefined;
  readonly superArguments: readonly ts.Expression[];
  /** Parameters that are properties, too. */
  readonly kept: readonly ts.ParameterDeclaration[];
  readonly assigned: readonly (readonly [property: string, value: ts.Expression])[];
  /** Fields that are declared, whether anything gives them a value or not. */
  readonly unset: readonly string[];
}

/** The parts of a class of errors; null for one that does more than keep what it is given. */
function constructorParts(declaration: ts.ClassDeclaration): ConstructorParts | null {
  const made = declaration.members.find(ts.isConstructorDeclaration);
  const fields = declaration.members.filter(ts.isPropertyDeclaration);
  const isPlain = declaration.members.every(
    (member) =>
      (ts.isPropertyDeclaration(member) && !isStatic(member) && ts.isIdentifier(member.name)) ||
      member === made,
  );
  const [first, ...rest] = made?.body?.statements ?? [];
  const superCall = first === undefined ? undefined : calledSuper(first);
  const assigned = rest.filter((statement) => !isPrototypeSet(statement)).map(ownAssignment);
  if (!isPlain || (made !== undefined && superCall === undefined)) {
    return null;
  }
  const initialised = fields.flatMap(({ name, initializer }) =>
    initializer === undefined ? [] : [[name.getText(), initializer] as const],
  );
  return assigned.includes(null)
    ? null
    : {
        declaration: made,
        superArguments: superCall?.arguments ?? [],
        kept: (made?.parameters ?? []).filter((one) => ts.isParameterPropertyDeclaration(one, one.parent)),
        assigned: [...initialised, ...assigned.filter((one) => one !== null)],
        unset: fields
          .filter(({ initializer }) => initializer === undefined)
          .map(({ name }) => name.getText()),
      };
}

function isStatic(member: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

function calledSuper(statement: ts.Statement): ts.CallExpression | undefined {
  const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  return call !== undefined &&
    ts.isCallExpression(call) &&
    call.expression.kind === ts.SyntaxKind.SuperKeyword &&
    !call.arguments.some(ts.isSpreadElement)
    ? call
    : undefined;
}

/** `Object.setPrototypeOf(this, new.target.prototype);`, which does nothing where classes are JavaScript's own. */
function isPrototypeSet(statement: ts.Statement): boolean {
  return /^Object\.setPrototypeOf\(this, new\.target\.prototype\);?$/u.test(statement.getText());
}

/** `this.name = "BookingError";` */
function ownAssignment(statement: ts.Statement): readonly [string, ts.Expression] | null {
  const change = ts.isExpressionStatement(statement) ? statement.expression : undefined;
  return change !== undefined &&
    ts.isBinaryExpression(change) &&
    change.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(change.left) &&
    change.left.expression.kind === ts.SyntaxKind.ThisKeyword
    ? [change.left.name.text, change.right]
    : null;
}

/** `error instanceof BookingError`; undefined where it asks of anything but an error. */
export function isInstance(node: ts.BinaryExpression, context: FunctionContext): Expression | undefined {
  const asked = errorClass(node.right, context.checker);
  if (asked === undefined || !isError(node.left, context.checker)) {
    return undefined;
  }
  const isLacking = mayLackError(node.left, context.checker);
  const given = context.expression(node.left);
  const known = isLacking ? context.unhinted(() => context.stable(given, "error")) : given;
  const isOfClass =
    asked.base === null
      ? nsl.boolean(true)
      : nsl.binary("in", nsl.text(asked.name), nsl.item(known, nsl.text(CLASSES)));
  return !isLacking
    ? isOfClass
    : asked.base === null
      ? nsl.isNotNone(known)
      : nsl.binary("and", nsl.isNotNone(known), isOfClass);
}

/** What an error says of itself: `String(error)`. */
export function toldError(node: ts.Expression, context: FunctionContext): Expression {
  return context.unhinted(() => {
    const known = context.stable(context.expression(node), "error");
    const [name, message] = [
      context.stable(nsl.item(known, nsl.text("name")), "name"),
      context.stable(wordsOf(known, node, context), "message"),
    ];
    const joined = nsl.binary("~", nsl.binary("~", name, nsl.text(": ")), message);
    return nsl.conditional(
      nsl.binary("==", name, nsl.text("")),
      message,
      nsl.conditional(nsl.binary("==", message, nsl.text("")), name, joined),
    );
  });
}

/** The message; where `JSON.parse` has raised, it is the engine's own, and the skill stops. */
function wordsOf(known: Expression, node: ts.Expression, context: FunctionContext): Expression {
  const message = nsl.item(known, nsl.text("message"));
  if (!isUntold(node, context.checker)) {
    return message;
  }
  const told = context.unhinted(() => context.stable(message, "message"));
  stopWhen(nsl.isNone(told), "the message of JSON.parse is the engine's own", node, context);
  return told;
}

/** `error.message`, `error.code`; undefined of what is no error. */
export function errorProperty(
  known: Expression,
  node: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const { expression: owner, name } = node;
  if (!isError(owner, context.checker)) {
    return undefined;
  }
  if (!isWrittenProperty(name.text)) {
    return context.refuse(node, "exceptions", name.text, "Read `name`, `message` or what its class adds.");
  }
  if (mayLackError(owner, context.checker)) {
    // Only a cast lets it be read where there may be none.
    stopWhen(nsl.isNone(known), `${placeText(owner)} is no error`, node, context);
  }
  if (name.text === "message") {
    return wordsOf(known, owner, context);
  }
  const isSure = name.text === "name" || !isClaimed(owner, context.checker);
  return isSure ? nsl.item(known, nsl.text(name.text)) : claimedProperty(known, name.text, node, context);
}

/** What an error has if it is of the class that is claimed: compared it may be undefined, as in JavaScript. */
function claimedProperty(
  known: Expression,
  name: string,
  node: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && EQUALITIES.has(parent.operatorToken.kind)) {
    return nsl.method(known, "get", nsl.text(name));
  }
  return context.unhinted(() => {
    const error = context.stable(known, "error");
    const reason = `${placeText(node)} is undefined: the error is of another class`;
    stopWhen(nsl.not(nsl.binary("in", nsl.text(name), error)), reason, node, context);
    return nsl.item(error, nsl.text(name));
  });
}

const EQUALITIES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** `error as BookingError`, the error itself; the skill stops where it is handed on as one, and is of another class. */
export function claimedError(node: ts.AsExpression, context: FunctionContext): Expression {
  const { checker } = context;
  const known = context.expression(node.expression);
  const classes = checker.getNonNullableType(checker.getTypeAtLocation(node));
  const names = (classes.isUnion() ? classes.types : [classes]).map(({ symbol }) => symbol.name);
  if (known.refused === true || names.includes("Error") || isLookedAt(node) || !isClaimed(node, checker)) {
    return known;
  }
  return context.unhinted(() => {
    const error = context.stable(known, "error");
    const isOther = nsl.not(
      names
        .map((name) => nsl.binary("in", nsl.text(name), nsl.item(error, nsl.text(CLASSES))))
        .reduce((one, other) => nsl.binary("or", one, other)),
    );
    const test = mayLackError(node, checker) ? nsl.binary("and", nsl.isNotNone(error), isOther) : isOther;
    stopWhen(test, `${placeText(node.expression)} is no ${names.join(" or ")}`, node, context);
    return error;
  });
}

/** Is only something of the error asked there, or is it given another name? */
function isLookedAt({ parent }: ts.Node): boolean {
  return (
    (ts.isParenthesizedExpression(parent) && isLookedAt(parent)) ||
    (ts.isNonNullExpression(parent) && isLookedAt(parent)) ||
    ts.isPropertyAccessExpression(parent) ||
    ts.isThrowStatement(parent) ||
    isAlias(parent)
  );
}

/** What `JSON.parse` throws. */
export const unreadable: Expression = nsl.dict([
  [CLASSES, nsl.list([nsl.text("SyntaxError")])],
  ["name", nsl.text("SyntaxError")],
  ["message", nsl.none],
]);
