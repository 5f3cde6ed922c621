/** Guards the values two runtimes would share differently: only what a function made itself may be changed. */
import ts from "typescript";
import { symbolOf } from "../analysis/functions.ts";
import { isAssignment } from "../analysis/changes.ts";
import { variableOfPart } from "../analysis/changed-parts.ts";
import { isFresh, isParsed, makerOf } from "../analysis/fresh.ts";
import { hindranceOf } from "../analysis/givers.ts";
import { fieldOf, isHanded } from "../analysis/handed-over.ts";
import { isAlikeIterated } from "../analysis/iteration.ts";
import { isBare } from "../analysis/keys.ts";
import { isMadeFor, isMadeWhole } from "../analysis/made-whole.ts";
import {
  accumulatorStart,
  assignsOwnField,
  hasOwnEntries,
  listOfEntry,
  makesField,
} from "../analysis/own-entries.ts";
import { constantOf } from "../analysis/steady.ts";
import { isAbsent, isList } from "../analysis/types.ts";
import { functionAround, walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { checkOwnParts } from "./own-parts.ts";
import { checkSharing, ENTRIES, FIELDS } from "./sharing.ts";

/** Reports a change of a value that was not made in this function, or of one that is nested too deep to tell; true when it is none. */
export function checkMutation(target: ts.Expression, context: FunctionContext): boolean {
  const whole = variableOfPart(target, context.checker);
  if (isHanded(whole, context)) {
    return checkHanded(target, whole, context);
  }
  const entry = entryOf(target, context);
  if (entry !== undefined) {
    return checkEntry(target, entry, context);
  }
  const list = listOfEntry(target, context);
  if (list !== undefined && hasOwnEntries(list, context)) {
    return checkOwnEntry(target, list, context);
  }
  const holder = holderOf(target, context);
  if (holder !== undefined) {
    return checkSharing(target, holder, FIELDS, context);
  }
  if (accumulatorStart(target, context) !== undefined) {
    const accumulator = context.checker.getSymbolAtLocation(target);
    return accumulator === undefined || checkSharing(target, accumulator, null, context);
  }
  const root = ts.isPropertyAccessExpression(target) ? target.expression : target;
  const symbol = ts.isIdentifier(root) ? context.checker.getSymbolAtLocation(root) : undefined;
  const declaration = symbol?.declarations?.find(ts.isVariableDeclaration);
  if (symbol === undefined || declaration === undefined || !isFreshVariable(declaration, symbol, context)) {
    return checkOwnParts(target, replacing(target, declaration, context), context);
  }
  const field = ts.isPropertyAccessExpression(target) ? target.name.text : null;
  if (field !== null && !hasFreshField(declaration, field, symbol, context)) {
    return checkOwnParts(target, "", context);
  }
  return checkSharing(target, symbol, field, context);
}

/** Reports a change of what the function was handed, or of a part of it: nothing foreign may have come to its place. */
function checkHanded(target: ts.Expression, whole: ts.Symbol, context: FunctionContext): boolean {
  const isItself = ts.isIdentifier(target) && context.checker.getSymbolAtLocation(target) === whole;
  const types = isItself ? [] : [context.checker.getTypeAtLocation(target)];
  const declaration = whole.valueDeclaration;
  const field = fieldOf(target, whole, context.checker);
  const isOwn =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    isFreshVariable(declaration, whole, context) &&
    isMadeWhole(whole, types, context, field === undefined ? null : new Set([field]));
  if (!isOwn) {
    context.refuse(target, "parameterMutation", authorsText(target));
    return false;
  }
  if (!isItself && isAlikeIterated(target, context.checker)) {
    context.refuse(target, "iteratedMutation", authorsText(target));
    return false;
  }
  const isRecord = types.some((type) => isKeyed(type, context));
  return checkSharing(target, whole, isItself ? null : isRecord ? ENTRIES : FIELDS, context);
}

/** Is it a record or a map, of which a loop may go over the keys? */
function isKeyed(type: ts.Type, { checker }: FunctionContext): boolean {
  return checker.getIndexTypeOfType(checker.getNonNullableType(type), ts.IndexKind.String) !== undefined;
}

/**
 * The list or record of which an entry holds the list that changes, `rows[i].times` or `groups[key].times`, when every
 * such entry and its field were made in this function, and no loop goes over such a field around.
 */
function holderOf(target: ts.Expression, context: FunctionContext): ts.Symbol | undefined {
  const owner = functionAround(target);
  if (!ts.isPropertyAccessExpression(target) || owner === undefined) {
    return undefined;
  }
  const field = target.name.text;
  const record = entryOf(target.expression, context);
  const list = record === undefined ? listOfEntry(target.expression, context) : undefined;
  const name = record ?? list;
  const symbol = name === undefined ? undefined : context.checker.getSymbolAtLocation(name);
  if (symbol === undefined || !assignsOwnField(owner, field) || isFieldIterated(target, field)) {
    return undefined;
  }
  const isOwn =
    record === undefined
      ? list !== undefined && hasOwnEntries(list, context, field)
      : assignsMade(owner, symbol, field, context);
  return isOwn ? symbol : undefined;
}

/** Does every entry that the record is given have the field, made in place? */
function assignsMade(owner: ts.Node, record: ts.Symbol, field: string, context: FunctionContext): boolean {
  let made = true;
  walk(owner, (node) => {
    if (
      ts.isBinaryExpression(node) &&
      isAssignment(node.operatorToken.kind) &&
      (ts.isElementAccessExpression(node.left) || ts.isPropertyAccessExpression(node.left)) &&
      isNamed(node.left.expression, record, context)
    ) {
      made &&= makesField(node.right, field);
    }
  });
  return made;
}

/** Does the change stand in a loop, or a callback, over a field of that name? */
function isFieldIterated(target: ts.Expression, field: string): boolean {
  const names = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && node.name.text === field) ||
    (ts.forEachChild(node, names) ?? false);
  return (
    ts.findAncestor(target, (around) => {
      const call = ts.isArrowFunction(around) ? around.parent : undefined;
      const iterated = ts.isForOfStatement(around)
        ? around.expression
        : call !== undefined && ts.isCallExpression(call)
          ? call.expression
          : undefined;
      return iterated !== undefined && names(iterated);
    }) !== undefined
  );
}

/** How another element is put into the place of one that a constant holds: `const last = list.at(-1); last.to = 5`. */
function replacing(
  target: ts.Expression,
  declaration: ts.VariableDeclaration | undefined,
  context: FunctionContext,
): string {
  const { checker } = context;
  const { parent } = target;
  if (ts.isElementAccessExpression(parent) && isList(checker, checker.getTypeAtLocation(target))) {
    const at = authorsText(parent.argumentExpression);
    return `Change a copy of your own, and use that: \`const changed = [...${authorsText(target)}];\`, \`changed[${at}] = ...;\`. `;
  }
  if (declaration === undefined) {
    return handingAdvice(target, context);
  }
  const value = declaration.initializer;
  const place =
    value !== undefined && (ts.isElementAccessExpression(value) || ts.isCallExpression(value))
      ? /^(?:\w+\[[\w. -]+\]|(?<list>\w+)\.at\(-1\))$/u.exec(value.getText())
      : null;
  if (place === null || !ts.isIdentifier(target)) {
    return "";
  }
  const list = place.groups?.["list"];
  const element = list === undefined ? place[0] : `${list}[${list}.length - 1]`;
  const isRow = isList(checker, checker.getTypeAtLocation(target));
  const other = isRow ? `[...${target.text}, item]` : `{ ...${target.text}, name: value }`;
  return `Put another in its place: \`${element} = ${other};\`. `;
}

/** What keeps the function from giving back what it changes: a call somewhere that has to be written differently. */
function handingAdvice(target: ts.Expression, { checker, graph }: FunctionContext): string {
  const owner = functionAround(target);
  return owner !== undefined && ts.isFunctionDeclaration(owner)
    ? (hindranceOf(owner, graph.values.files, checker)?.advice ?? "")
    : "";
}

/** Reports a change of an entry of a list that was made here: it must not be in another skill, or wait, before. */
function checkOwnEntry(target: ts.Expression, list: ts.Identifier, context: FunctionContext): boolean {
  const symbol = context.checker.getSymbolAtLocation(list);
  const isRow = isList(context.checker, context.checker.getTypeAtLocation(target));
  return symbol === undefined || checkSharing(target, symbol, isRow ? ENTRIES : FIELDS, context);
}

/** The record of `record[key]`, also in `(record[key] ??= [])`, when it was made with `emptyRecord()`. */
function entryOf(target: ts.Expression, context: FunctionContext): ts.Identifier | undefined {
  if (ts.isParenthesizedExpression(target) || ts.isNonNullExpression(target)) {
    return entryOf(target.expression, context);
  }
  if (
    ts.isBinaryExpression(target) &&
    target.operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken
  ) {
    return entryOf(target.left, context);
  }
  return ts.isElementAccessExpression(target) &&
    ts.isIdentifier(target.expression) &&
    (isBare(target.expression, context) || beginsEmpty(target.expression, context))
    ? target.expression
    : undefined;
}

/** Is it a record of the function's own that begins as `{}`: every entry is then put there by an assignment? */
function beginsEmpty(record: ts.Identifier, context: FunctionContext): boolean {
  const start = constantOf(record, context) ?? accumulatorStart(record, context);
  const plain =
    start !== undefined && (ts.isAsExpression(start) || ts.isSatisfiesExpression(start))
      ? start.expression
      : start;
  return (
    plain !== undefined &&
    ((ts.isObjectLiteralExpression(plain) && plain.properties.length === 0) ||
      context.sdk.isEmptyRecord(plain))
  );
}

/** Reports a change of an entry of a record: every entry must be made in this function, and be nowhere else. */
function checkEntry(target: ts.Expression, record: ts.Identifier, context: FunctionContext): boolean {
  const symbol = context.checker.getSymbolAtLocation(record);
  const owner = functionAround(target);
  const isEntry = (left: ts.Expression): boolean =>
    (ts.isElementAccessExpression(left) || ts.isPropertyAccessExpression(left)) &&
    symbol !== undefined &&
    isNamed(left.expression, symbol, context);
  if (symbol === undefined || owner === undefined || !assignsFresh(owner, isEntry, context)) {
    return checkOwnParts(target, "", context);
  }
  return checkSharing(target, symbol, ENTRIES, context);
}

/** Does the name stand for a list or an object that the function made? */
export function isOwnVariable(name: ts.Identifier, context: FunctionContext): boolean {
  const symbol = context.checker.getSymbolAtLocation(name);
  const declaration = symbol?.declarations?.find(ts.isVariableDeclaration);
  return symbol !== undefined && declaration !== undefined && isFreshVariable(declaration, symbol, context);
}

/** The variable is declared in this function and every value it is given is made there. */
function isFreshVariable(
  declaration: ts.VariableDeclaration,
  symbol: ts.Symbol,
  context: FunctionContext,
): boolean {
  const owner = ts.findAncestor(declaration, ts.isFunctionLike);
  if (
    owner === undefined ||
    declaration.initializer === undefined ||
    !isFresh(declaration.initializer, context)
  ) {
    return false;
  }
  return assignsFresh(owner, (left) => isNamed(left, symbol, context), context);
}

/** Is every value assigned to such a target in the function made there? */
function assignsFresh(
  owner: ts.Node,
  isTarget: (left: ts.Expression) => boolean,
  context: FunctionContext,
): boolean {
  let fresh = true;
  walk(owner, (node) => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
      // What an element of `[a, b] = ...` is given is not looked for.
      const isGiven = ts.isArrayLiteralExpression(node.left) && node.left.elements.some(isTarget);
      fresh = fresh && !isGiven && (!isTarget(node.left) || isFresh(node.right, context));
    }
  });
  return fresh;
}

function isNamed(node: ts.Expression, symbol: ts.Symbol, context: FunctionContext): boolean {
  return ts.isIdentifier(node) && symbolOf(node, context.checker) === symbol;
}

/** Does the literal make the field, and no spread behind it put another value there? */
function isFreshIn(literal: ts.ObjectLiteralExpression, field: string, context: FunctionContext): boolean {
  const named = literal.properties.findIndex(
    (property) =>
      ts.isPropertyAssignment(property) &&
      property.name.getText() === field &&
      isFresh(property.initializer, context),
  );
  return named >= 0 && !literal.properties.slice(named).some(ts.isSpreadAssignment);
}

/** Does it come from JSON, so that nobody else has any part of it? */
function isOfJson(value: ts.Expression): boolean {
  return ts.isAsExpression(value) || ts.isParenthesizedExpression(value)
    ? isOfJson(value.expression)
    : isParsed(value);
}

/** What a variable is given after its declaration. */
function assignedTo(symbol: ts.Symbol, owner: ts.Node, context: FunctionContext): readonly ts.Expression[] {
  const values: ts.Expression[] = [];
  walk(owner, (node) => {
    if (
      ts.isBinaryExpression(node) &&
      isAssignment(node.operatorToken.kind) &&
      isNamed(node.left, symbol, context)
    ) {
      values.push(node.right);
    }
  });
  return values;
}

/** Does a function make what is in the field of what it gives, for that call alone? */
function isMadeByFunction(call: ts.CallExpression, field: string, context: FunctionContext): boolean {
  const { checker } = context;
  const property = checker.getTypeAtLocation(call).getProperty(field);
  return (
    makerOf(call, context) !== undefined &&
    property !== undefined &&
    isMadeFor(call, [checker.getTypeOfSymbol(property)], context, new Set([field]))
  );
}

/** The literal the variable starts with makes the field, and so does every later assignment to it. */
function hasFreshField(
  declaration: ts.VariableDeclaration,
  field: string,
  symbol: ts.Symbol,
  context: FunctionContext,
): boolean {
  const { initializer } = declaration;
  const owner = functionAround(declaration);
  if (owner === undefined || initializer === undefined) {
    return false;
  }
  const values = [initializer, ...assignedTo(symbol, owner, context)].filter(
    (value) => !isAbsent(context.checker.getTypeAtLocation(value)),
  );
  return (
    values.every(
      (value) =>
        isOfJson(value) ||
        (ts.isObjectLiteralExpression(value) && isFreshIn(value, field, context)) ||
        (ts.isCallExpression(value) && isMadeByFunction(value, field, context)),
    ) &&
    assignsFresh(
      owner,
      (left) =>
        ts.isPropertyAccessExpression(left) &&
        left.name.text === field &&
        isNamed(left.expression, symbol, context),
      context,
    )
  );
}
