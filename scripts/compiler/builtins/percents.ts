/** Texts with percents: what `encodeURIComponent` and `decodeURIComponent` make and read. */
import { isNumber, isPrimitive, isText, strictly } from "../analysis/types.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { textOf } from "../transform/printed.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import type { GlobalFunction } from "./global-function.ts";

/** `encodeURIComponent(text)`: `urlencode` also encodes five marks that JavaScript leaves. */
export const encodeComponent: GlobalFunction = (node, context) => {
  const [argument] = node.arguments;
  const type = argument === undefined ? undefined : context.checker.getTypeAtLocation(argument);
  if (argument === undefined || type === undefined || !strictly(isPrimitive, type)) {
    return context.refuse(node, "methodArguments", "encodeURIComponent", "Give a text or a number.");
  }
  const value = context.unhinted(() => context.stable(textOf(argument, context), "text"));
  if (!strictly(isNumber, type)) {
    const half = nsl.call(nsl.attribute(nsl.name("re"), "search"), [
      nsl.text("[\ud800-\udfff]"),
      nsl.filter(value, "string"),
    ]);
    // JavaScript raises, too.
    stopWhen(nsl.isNotNone(half), "encodeURIComponent of half an emoji", node, context);
  }
  const marks = [
    ["/", "%2F"],
    ["%21", "!"],
    ["%27", "'"],
    ["%28", "("],
    ["%29", ")"],
    ["%2A", "*"],
  ] as const;
  return marks.reduce<Expression>(
    (encoded, [from, to]) => nsl.filter(encoded, "replace", nsl.text(from), nsl.text(to)),
    nsl.filter(nsl.filter(value, "string"), "urlencode"),
  );
};

const HEX = "[0-9A-Fa-f]";
/** The bytes of a letter of UTF-8 behind its first. */
const MORE = `%[89ABab]${HEX}`;

/** What is no percent, or all bytes of a letter: none that is written too long, and no half of an emoji. */
const LETTERS = [
  "[^%]",
  `%[0-7]${HEX}`,
  `%(?:[Cc][2-9A-Fa-f]|[Dd]${HEX})${MORE}`,
  `%(?:[Ee](?:0%[ABab]|[1-9A-Ca-cEeFf]%[89ABab]|[Dd]%[89])${HEX}|[Ff](?:0%[9ABab]|[123]%[89ABab]|4%8)${HEX}${MORE})${MORE}`,
];

/**
 * `decodeURIComponent(text)`: all of the text as bytes of UTF-8, those that were encoded among them. Each is a letter of
 * Latin 1, which JSON can write as `\u00e9`.
 */
export const decodeComponent: GlobalFunction = (node, context) => {
  const [argument, more] = node.arguments;
  if (
    argument === undefined ||
    more !== undefined ||
    !strictly(isText, context.checker.getTypeAtLocation(argument))
  ) {
    return context.refuse(node, "methodArguments", "decodeURIComponent", "Give one text.");
  }
  const value = context.stable(context.expression(argument), "text");
  const re = (name: string, ...given: Expression[]): Expression => nsl.method(nsl.name("re"), name, ...given);
  const whole = context.tables.library("ENCODED", nsl.text(`^(?:${LETTERS.join("|")})*\\Z`));
  // JavaScript raises, too.
  const reason = `${placeText(node)}: the text is not encoded like that`;
  stopWhen(nsl.isNone(re("search", whole, value)), reason, node, context);
  const bytes = nsl.method(
    nsl.method(value, "encode", nsl.text("utf-8"), nsl.text("surrogatepass")),
    "decode",
    nsl.text("latin-1"),
  );
  const read = re(
    "sub",
    nsl.text("%(..)"),
    nsl.text("\\\\u00\\1"),
    nsl.method(nsl.name("json"), "dumps", bytes),
  );
  return nsl.method(
    nsl.method(nsl.loads(read), "encode", nsl.text("latin-1")),
    "decode",
    nsl.text("utf-8"),
    nsl.text("surrogatepass"),
  );
};
