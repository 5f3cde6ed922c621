/** SDK functions that are one construct in NSL (`intrinsics.ts`, `json.ts` and `zones.ts` of the SDK). */
import ts from "typescript";
import {
  attribute,
  boolean,
  call,
  conditional,
  dict,
  type Expression,
  filter,
  list,
  loads,
  method,
  name,
  none,
  test,
  text,
} from "../nsl/ast.ts";
import { isListValue } from "../transform/expressions/equality.ts";
import { transformOrdered } from "../transform/expressions/index.ts";
import { acts, type FunctionContext, isRepeatable } from "../transform/function-context.ts";
import { functionName, resolveFunction } from "../transform/functions.ts";
import { isKnownZone } from "./zones.ts";

type Intrinsic = (args: readonly Expression[], context: FunctionContext) => Expression;

/** The value that is looked at, which may stand there twice; what was read out of an object is named so. */
function value([given = none]: readonly Expression[], context: FunctionContext): Expression {
  return isRepeatable(given) ? given : context.unhinted(() => context.spill(given, nameFor(given)));
}

function nameFor(given: Expression): string {
  const read = given.kind === "conditional" && given.then.kind === "call" ? given.then.positional[0] : null;
  return read?.kind === "text" ? `${read.value}_field` : given.kind === "item" ? "parsed" : "value";
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  asBoolean: (args, context) => {
    const known = value(args, context);
    return test(known, "sameas", false, boolean(true));
  },
  asList: (args, context) => {
    const known = value(args, context);
    return conditional(isListValue(known), known, list([]));
  },
  asNumber: (args, context) => {
    const known = value(args, context);
    return conditional(test(known, "integer"), known, args[1] ?? none);
  },
  asObject: (args, context) => {
    const known = value(args, context);
    return conditional(test(known, "mapping"), known, none);
  },
  asText: (args, context) => {
    const known = value(args, context);
    return conditional(
      test(known, "string"),
      known,
      conditional(test(known, "integer"), filter(known, "string"), text("")),
    );
  },
  property: (args, context) => {
    const known = value(args, context);
    return conditional(test(known, "mapping"), method(known, "get", args[1] ?? none), none);
  },
  emptyRecord: () => dict([]),
  // Half surrogate pairs cannot be encoded; what `urlencode` leaves of the reserved marks is only `/`.
  encodeQuery: (args) =>
    filter(
      filter(
        call(attribute(name("re"), "sub"), [text("[\ud800-\udfff]"), text("\ufffd"), args[0] ?? none]),
        "urlencode",
      ),
      "replace",
      text("/"),
      text("%2F"),
    ),
  isTimeZone: ([zone = none], context) => isKnownZone(context.stable(zone, "zone")),
  uncheckedOffset: (args) => {
    const zone = method(name("zoneinfo"), "ZoneInfo", args[1] ?? none);
    const clock = method(attribute(name("datetime"), "datetime"), "fromtimestamp", args[0] ?? none, zone);
    return filter(method(method(clock, "utcoffset"), "total_seconds"), "int");
  },
  uncheckedInteger: (args) => filter(args[0] ?? none, "int"),
  uncheckedJson: (args) => loads(args[0] ?? none),
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
  const result = build === undefined ? none : build(args, context);
  context.hint = hint;
  return result;
}
