/** Methods of texts that take or give a position, counted in UTF-16 units. */
import type ts from "typescript";
import { mayBeUndefined } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { fromUnits, presentUnit, slicedText, textLength, twice, units } from "../transform/text-units.ts";
import { argumentsOf, settledArguments } from "./arguments.ts";
import { areNumbers, isOfAscii, type TextMethod } from "./text-method.ts";

/** `text.at(i)`: a negative position counts from the end, and there is nothing before the start. */
export const at: TextMethod = (target, node, context) => {
  const [index = nsl.number(0)] = argumentsOf(node, context);
  const from = context.stable(index, "index");
  const bytes = context.spill(units(target), "units");
  const unit = fromUnits(nsl.slice(nsl.slice(bytes, twice(from), null), null, nsl.number(2)));
  const reached =
    from.kind === "number" && from.value >= 0
      ? unit
      : nsl.conditional(
          nsl.binary(">=", nsl.binary("+", nsl.filter(bytes, "length"), twice(from)), nsl.number(0)),
          unit,
          nsl.text(""),
        );
  return presentUnit(reached, context);
};

/** `text.indexOf(wanted)` and `text.lastIndexOf(wanted)`, of the whole text. */
const position =
  (find: "find" | "rfind"): TextMethod =>
  (target, node, context) => {
    const [wanted] = argumentsOf(node, context);
    if (wanted === undefined || node.arguments.length !== 1) {
      return context.refuse(node, "methodArguments", node.expression.getText(), "Give one argument.");
    }
    const value = context.stable(target, "text");
    const found = context.spill(nsl.method(value, find, wanted), "found");
    return nsl.conditional(
      nsl.binary("<", found, nsl.number(0)),
      nsl.number(-1),
      isOfAscii(node, context) ? found : textLength(nsl.slice(value, null, found)),
    );
  };

/** `text.indexOf(wanted, from)`. */
export const indexOf: TextMethod = (target, node, context) => {
  if (node.arguments.length !== 2) {
    return position("find")(target, node, context);
  }
  const [wanted = nsl.none, from = nsl.none] = settledArguments(node, context);
  if (!areNumbers(node.arguments.slice(1), context)) {
    return refusePosition(node, "indexOf", context);
  }
  const start = context.stable(atLeastZero(from, context), "start");
  const bytes = context.spill(units(target), "units");
  const rest = context.spill(fromUnits(nsl.slice(bytes, twice(start), null)), "rest");
  const found = context.spill(nsl.method(rest, "find", wanted), "found");
  const length = context.spill(nsl.binary("//", nsl.filter(bytes, "length"), nsl.number(2)), "length");
  const skipped = nsl.conditional(nsl.binary("<=", start, length), start, length);
  const at = nsl.binary("+", skipped, textLength(nsl.slice(rest, null, found)));
  return nsl.conditional(nsl.binary("<", found, nsl.number(0)), nsl.number(-1), at);
};

/** `text.lastIndexOf(wanted, from)`: nothing behind what would begin there is looked at. */
export const lastIndexOf: TextMethod = (target, node, context) => {
  if (node.arguments.length !== 2) {
    return position("rfind")(target, node, context);
  }
  const [wanted = nsl.none, from = nsl.none] = settledArguments(node, context);
  if (!areNumbers(node.arguments.slice(1), context)) {
    return refusePosition(node, "lastIndexOf", context);
  }
  const sought = context.stable(wanted, "wanted");
  const end = nsl.binary("+", atLeastZero(from, context), textLength(sought));
  const before = context.spill(fromUnits(nsl.slice(units(target), null, twice(end))), "before");
  const found = context.spill(nsl.method(before, "rfind", sought), "found");
  return nsl.conditional(
    nsl.binary("<", found, nsl.number(0)),
    nsl.number(-1),
    textLength(nsl.slice(before, null, found)),
  );
};

/** A test of the text, or of what is left of it from a position on. */
export const testFrom =
  (build: (target: Expression, wanted: Expression) => Expression): TextMethod =>
  (target, node, context) => {
    const [wanted, from] = settledArguments(node, context);
    if (wanted === undefined || node.arguments.length > 2 || !areNumbers(node.arguments.slice(1), context)) {
      return refusePosition(node, node.expression.getText(), context);
    }
    return from === undefined
      ? build(target, wanted)
      : build(fromUnits(nsl.slice(units(target), twice(atLeastZero(from, context)), null)), wanted);
  };

function refusePosition(node: ts.Node, name: string, context: FunctionContext): Expression {
  return context.refuse(node, "methodArguments", name, "Give a text and a number.");
}

/** `text.substring(from, to)`: negative positions are 0, and the smaller one comes first. */
export const substring: TextMethod = (target, node, context) => {
  if (!areNumbers(node.arguments, context)) {
    return context.refuse(node, "methodArguments", "substring", "Give one or two numbers.");
  }
  const [from = nsl.number(0), to] = argumentsOf(node, context).map((value) =>
    context.stable(atLeastZero(value, context), "position"),
  );
  const isAscii = isOfAscii(node, context);
  if (to === undefined) {
    return slicedText(target, from, null, isAscii);
  }
  if (from.kind === "number" && to.kind === "number") {
    const [low, high] = [Math.min(from.value, to.value), Math.max(from.value, to.value)];
    return slicedText(target, nsl.number(low), nsl.number(high), isAscii);
  }
  const ordered = nsl.binary("<=", from, to);
  const [low, high] = [nsl.conditional(ordered, from, to), nsl.conditional(ordered, to, from)];
  return slicedText(target, low, high, isAscii);
};

function atLeastZero(value: Expression, context: FunctionContext): Expression {
  if (value.kind === "number") {
    return nsl.number(Math.max(value.value, 0));
  }
  const known = context.stable(value, "position");
  return nsl.conditional(nsl.binary(">=", known, nsl.number(0)), known, nsl.number(0));
}

/** `text.slice(from, to)`. */
export const sliceText: TextMethod = (target, node, context) => {
  const isAscii = isOfAscii(node, context);
  const [from = nsl.none, to = nsl.none] = argumentsOf(node, context).map((position, index) => {
    const argument = node.arguments[index];
    const left = argument !== undefined && mayBeUndefined(context.checker.getTypeAtLocation(argument));
    if (isAscii || !left) {
      return isAscii ? position : twice(position);
    }
    const known = context.stable(position, "position");
    return nsl.conditional(nsl.isNotNone(known), twice(known), nsl.none);
  });
  const [first, last] = [isZero(from) ? null : edge(from), edge(to)];
  return isAscii ? nsl.slice(target, first, last) : fromUnits(nsl.slice(units(target), first, last));
};

function isZero(expression: Expression): boolean {
  return expression.kind === "number" && expression.value === 0;
}

/** A bound of a slice; null where the text itself begins or ends. */
function edge(position: Expression): Expression | null {
  return position.kind === "none" ? null : position;
}
