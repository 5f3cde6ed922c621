/** SDK functions that are one construct in NSL. */
import type { IntrinsicName } from "../analysis/sdk.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import { acts, isRepeatable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { integerIfWhole } from "../transform/decimals.ts";
import { unreadable } from "../transform/errors.ts";
import { putAllInOrder } from "../transform/key-order.ts";
import { isListValue } from "../transform/value-tests.ts";
import { dateOfDay, dayNumber, weekdayOf } from "./days.ts";
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

const intrinsics: Readonly<Record<IntrinsicName, Intrinsic>> = {
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
  dateOfDay: ([day = nsl.none]) => dateOfDay(day),
  dayNumber: ([date = nsl.none], context) => dayNumber(context.stable(date, "date")),
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
  owned: ([given = nsl.none]) => given,
  unchecked: ([given = nsl.none]) => given,
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
  uncheckedDecimal: ([text = nsl.none], context) => integerIfWhole(context.spill(nsl.loads(text), "number")),
  uncheckedInteger: (args) => nsl.filter(args[0] ?? nsl.none, "int"),
  uncheckedJson: (args, context) => {
    const text = context.stable(args[0] ?? nsl.none, "text");
    const parsed = context.spill(nsl.loads(text), "parsed");
    const { place } = context.buffer;
    if (place !== undefined) {
      putAllInOrder(parsed, text, place, context);
    }
    return parsed;
  },
  unreadable: () => unreadable,
  weekdayOf: ([date = nsl.none], context) => weekdayOf(context.stable(date, "date")),
};

/** The construct for a call of such a function; each argument is computed in its turn. */
export function callIntrinsic(
  name: IntrinsicName,
  works: readonly (() => Expression)[],
  context: FunctionContext,
): Expression {
  return context.unhinted(() => {
    const given = context.ordered(works, "value");
    // Some constructs look at a later argument only sometimes; JavaScript computes all of them.
    const last = given.findLastIndex((argument) => acts(argument));
    const args = given.map((argument, index) =>
      last > 0 && index <= last && acts(argument) ? context.spill(argument, "value") : argument,
    );
    return intrinsics[name](args, context);
  });
}
