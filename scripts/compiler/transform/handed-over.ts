/** Guards what is handed to a function to be changed: whoever else has it would see the change in JavaScript alone. */
import ts from "typescript";
import { mayFollow } from "../analysis/following.ts";
import {
  changedFields,
  changedInside,
  handedVariable,
  handOverOf,
  type HandOver,
} from "../analysis/handed-over.ts";
import { rootOf } from "../analysis/changes.ts";
import { bare } from "../analysis/function-values.ts";
import { symbolOf } from "../analysis/functions.ts";
import { isMadeFor, isMadeWhole } from "../analysis/made-whole.ts";
import { findEntrySinks, findSinks, type Sinks } from "../analysis/sinks.ts";
import { mayBeObject } from "../analysis/types.ts";
import { functionAround, walk } from "../analysis/walk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { isMember } from "./changeable.ts";
import { checkMutation, isOwnVariable } from "./mutation.ts";
import { checkSharing, ENTRIES } from "./sharing.ts";

const MADE =
  "Fill it with what is made for it alone: `list.map((item) => ({ ...item }))`, `put(list, { ...item })`.";

/** Reports what is made for a call that changes a part of it, when others may have that part; true when there is nothing to report. */
export function checkGiven(
  given: ts.Expression,
  parameter: ts.ParameterDeclaration | undefined,
  context: FunctionContext,
): boolean {
  const handed = handedVariable(parameter, context);
  const isPlace = ts.isIdentifier(bare(given)) || isMember(bare(given));
  if (
    handed === undefined ||
    isPlace ||
    isMadeFor(given, changedInside(handed, context), context, changedFields(handed, context))
  ) {
    return true;
  }
  context.refuse(given, "sharedMutation", authorsText(given), MADE);
  return false;
}

/** Reports an assignment of what comes back when others may have the value, or a part of it that changes; true when it is none. */
export function checkHandOver(node: ts.BinaryExpression, context: FunctionContext): boolean {
  const over = handOverOf(node, context);
  if (over === undefined) {
    return true;
  }
  const { place } = over;
  const symbol = context.checker.getSymbolAtLocation(rootOf(place));
  const isOwn = ts.isIdentifier(place) ? isOwnVariable(place, context) : checkMutation(place, context);
  if (symbol === undefined || !isOwn) {
    if (ts.isIdentifier(place)) {
      context.refuse(place, "parameterMutation", authorsText(place), handedCopy(place, symbol));
    }
    return false;
  }
  const inside = changedInside(over.handed, context);
  const changed = ts.isIdentifier(place) ? inside : [...inside, context.checker.getTypeAtLocation(place)];
  const sinks =
    inside.length === 0 && ts.isIdentifier(place)
      ? findSinks(symbol, null, functionAround(place) ?? place, context)
      : findEntrySinks(symbol, functionAround(place) ?? place, context);
  const name = authorsText(place);
  if (isKnownElsewhere(over, symbol, sinks, context)) {
    const advice = `Ask \`${name}\` itself afterwards, or take a copy before the call: \`[...list]\`, \`{ ...object }\`.`;
    context.refuse(place, "sharedMutation", name, advice);
    return false;
  }
  if (!isMadeWhole(symbol, changed, context, changedFields(symbol, context))) {
    context.refuse(place, "sharedMutation", name, MADE);
    return false;
  }
  return checkSharing(place, symbol, inside.length === 0 ? null : ENTRIES, context);
}

function handedCopy(place: ts.Identifier, symbol: ts.Symbol | undefined): string {
  const declared = symbol?.valueDeclaration;
  const value =
    declared !== undefined && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
  const given = value === undefined ? "list" : authorsText(value);
  return `Hand over a value that is made here: \`${place.text} = [...${given}]\`, or \`{ ...${given} }\` of an object. `;
}

/** Is it given to the function twice, or does another name that had it before tell of it afterwards? */
function isKnownElsewhere(
  { place, call, given }: HandOver,
  symbol: ts.Symbol,
  { holders, stores }: Sinks,
  context: FunctionContext,
): boolean {
  const { checker } = context;
  const owner = functionAround(place);
  const declaration = symbol.valueDeclaration;
  const known = (node: ts.Node): ts.Symbol | undefined => {
    const found = ts.isIdentifier(node) ? symbolOf(node, checker) : undefined;
    return found !== undefined && holders.has(found) ? found : undefined;
  };
  const isTwice = call.arguments.some((argument) => {
    let names = false;
    walk(argument, (node) => {
      names ||= known(node) !== undefined;
    });
    return names && argument !== given && mayBeObject(checker.getTypeAtLocation(argument));
  });
  if (isTwice || owner === undefined || declaration === undefined) {
    return true;
  }
  const isStored = stores.some((store) => mayFollow(store, place, declaration, owner));
  let isTold = false;
  walk(owner, (node) => {
    const other = known(node);
    isTold ||=
      other !== undefined &&
      other !== symbol &&
      mayBeObject(checker.getTypeAtLocation(node)) &&
      node !== other.valueDeclaration &&
      mayFollow(place, node, other.valueDeclaration ?? declaration, owner);
  });
  return isStored && isTold;
}
