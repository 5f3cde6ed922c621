/** SDK functions that are one construct in NSL (`intrinsics.ts`, `json.ts` and `zones.ts` of the SDK). */
import ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { isListValue } from "../transform/expressions/equality.ts";
import { transformOrdered } from "../transform/expressions/index.ts";
import { acts, type FunctionContext, isRepeatable } from "../transform/function-context.ts";
import { functionName, resolveFunction } from "../transform/functions.ts";
import { isKnownZone } from "./zones.ts";

type Intrinsic = (args: readonly Expression[], context: FunctionContext) => Expression;

/** The value that is looked at, which may stand there twice; what was read out of an object is named so. */
function value([given = nsl.none]: readonly Expression[], context: FunctionContext): Expression {
  return isRepeatable(given) ? given : context.unhinted(() => context.spill(given, nameFor(given)));
}

function nameFor(given: Expression): string {
  const read = given.kind === "conditional" && given.then.kind === "call" ? given.then.positional[0] : null;
  return read?.kind === "text" ? `${read.value}_field` : given.kind === "item" ? "parsed" : "value";
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  asBoolean: (args, context) => {
    const known = value(args, context);
    return nsl.test(known, "sameas", false, nsl.boolean(true));
  },
  asList: (args, context) => {
    const known = value(args, context);
    return nsl.conditional(isListValue(known), known, nsl.list([]));
  },
  asNumber: (args, context) => {
    const known = value(args, context);
    return nsl.conditional(nsl.test(known, "integer"), known, args[1] ?? nsl.none);
  },
  asObject: (args, context) => {
    const known = value(args, context);
    return nsl.conditional(nsl.test(known, "mapping"), known, nsl.none);
  },
  asText: (args, context) => {
    const known = value(args, context);
    return nsl.conditional(
      nsl.test(known, "string"),
      known,
      nsl.conditional(nsl.test(known, "integer"), nsl.filter(known, "string"), nsl.text("")),
    );
  },
  property: (args, context) => {
    const known = value(args, context);
    return nsl.conditional(
      nsl.test(known, "mapping"),
      nsl.method(known, "get", args[1] ?? nsl.none),
      nsl.none,
    );
  },
  emptyRecord: () => nsl.dict([]),
  // Half surrogate pairs cannot be encoded; what `urlencode` leaves of the reserved marks is only `/`.
  encodeQuery: (args) =>
    nsl.filter(
      nsl.filter(
        nsl.call(nsl.attribute(nsl.name("re"), "sub"), [
          nsl.text("[\ud800-\udfff]"),
          nsl.text("\ufffd"),
          args[0] ?? nsl.none,
        ]),
        "urlencode",
      ),
      "replace",
      nsl.text("/"),
      nsl.text("%2F"),
    ),
  isTimeZone: ([zone = nsl.none], context) => isKnownZone(context.stable(zone, "zone")),
  uncheckedOffset: (args) => {
    const zone = nsl.method(nsl.name("zoneinfo"), "ZoneInfo", args[1] ?? nsl.none);
    const clock = nsl.method(
      nsl.attribute(nsl.name("datetime"), "datetime"),
      "fromtimestamp",
      args[0] ?? nsl.none,
      zone,
    );
    return nsl.filter(nsl.method(nsl.method(clock, "utcoffset"), "total_seconds"), "int");
  },
  uncheckedInteger: (args) => nsl.filter(args[0] ?? nsl.none, "int"),
  uncheckedJson: (args) => nsl.loads(args[0] ?? nsl.none),
};

/** Is the function one of the SDK's that have a construct of their own? */
export function isIntrinsic(declaration: ts.FunctionDeclaration): boolean {
  const file = declaration.getSourceFile().fileName;
  return (
    /\/sdk\/(?:intrinsics|json|zones)\.ts$/.test(file) && Object.hasOwn(intrinsics, functionName(declaration))
  );
}

/** Is it `emptyRecord()`, which inherits nothing? */
export function isEmptyRecord(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const declaration = ts.isCallExpression(node) ? resolveFunction(checker, node.expression) : undefined;
  return declaration !== undefined && isIntrinsic(declaration) && functionName(declaration) === "emptyRecord";
}

/** The construct for a call of such a function; each argument is computed in its turn. */
export function callIntrinsic(
  declaration: ts.FunctionDeclaration,
  works: readonly (() => Expression)[],
  context: FunctionContext,
): Expression {
  const hint = context.hint;
  context.hint = null;
  const given = transformOrdered(works, context, "value");
  // Some constructs look at a later argument only sometimes; JavaScript computes all of them.
  const last = given.findLastIndex((argument) => acts(argument));
  const args = given.map((argument, index) =>
    last > 0 && index <= last && acts(argument) ? context.spill(argument, "value") : argument,
  );
  const build = intrinsics[functionName(declaration)];
  const result = build === undefined ? nsl.none : build(args, context);
  context.hint = hint;
  return result;
}
