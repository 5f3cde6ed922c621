/** The tables of the library, put together. */
import type { Library } from "../context/library.ts";
import { callCollectionMethod } from "./collections.ts";
import { callGlobalFunction, callNamespace } from "./globals.ts";
import { decimalText } from "./decimal-text.ts";
import { callIntrinsic } from "./intrinsics.ts";
import { parse } from "./json.ts";
import { isAscii, isSettledGroup } from "./known-texts.ts";
import { callListMethod } from "./lists.ts";
import { callAction } from "./platform.ts";
import { callRegexMethod, matchesLoop, regexEntry, regexTest } from "./regex/calls.ts";
import { matchProperty } from "./regex/matches.ts";
import { readNumber } from "./numbers.ts";
import { callTextMethod } from "./strings.ts";

/** What JavaScript, the platform and the SDK bring along. */
export const library: Library = {
  action: callAction,
  globalFunction: callGlobalFunction,
  fixed: decimalText,
  parsed: parse,
  number: (argument, node, context) => readNumber(argument, context.expression(argument), node, context),
  namespaceFunction: callNamespace,
  intrinsic: callIntrinsic,
  regexMethod: callRegexMethod,
  regexEntry,
  regexTest,
  textMethod: callTextMethod,
  collectionMethod: callCollectionMethod,
  listMethod: callListMethod,
  matchProperty,
  known: { isAscii, isSettledGroup },
  matchesLoop,
};
