/** `JSON.stringify` and `JSON.parse`. */
import ts from "typescript";
import { copiedBy } from "../analysis/casts.ts";
import { parsesNumbers } from "../analysis/decimal-makers.ts";
import { holdsError } from "../analysis/error-places.ts";
import { holdsFunction } from "../analysis/function-values.ts";
import { isAbsent, isBoolean, isText, mayBeNull, mayBeUndefined, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { shortened } from "../diagnostics/advice.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { ERROR_ADVICE } from "../diagnostics/error-advice.ts";
import { absentAdvice } from "../diagnostics/own-words.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { writtenAlike } from "../transform/decimals.ts";
import { hasInfinite, withoutInfinite } from "../transform/infinity.ts";
import { leftOutOf, valueUnder, withoutAbsent } from "../transform/left-out.ts";
import { placeText, stopWhen } from "../transform/stop.ts";

/** `JSON.parse(text)`: the skill stops where JavaScript raises. */
export function parse(node: ts.CallExpression, context: FunctionContext): Expression {
  const [text] = node.arguments;
  if (text !== undefined && ts.isIdentifier(node.expression)) {
    // It was asked whether the text can be read.
    return nsl.item(context.expression(text), nsl.text("value"));
  }
  if (
    text === undefined ||
    node.arguments.length !== 1 ||
    !strictly(isText, context.checker.getTypeAtLocation(text))
  ) {
    return context.refuse(node, "methodArguments", "JSON.parse", "Give one text that is always there.");
  }
  const copied = copiedBy(node);
  if (copied !== undefined && isCopied(copied, context)) {
    const { dropped, asked } = leftOutOf(copied, context);
    // The keyword tells it from what only crosses into another skill, where the value itself will do.
    const written =
      dropped.length + asked.length > 0
        ? context.expression(text)
        : nsl.call(
            nsl.attribute(nsl.name("json"), "dumps"),
            [context.expression(copied)],
            [["ensure_ascii", nsl.boolean(false)]],
          );
    return nsl.loads(written);
  }
  return context.unhinted(() => {
    const { parseJson, readJson } = context.flow.runtime;
    const reader = parsesNumbers(node, context.checker) ? readJson : parseJson;
    const call = nsl.invoke(context.flow.skillOf(reader), [["text", context.expression(text)]]);
    const parsed = context.spill(nsl.loads(call), "parsed");
    stopWhen(
      nsl.not(nsl.item(parsed, nsl.text("ok"))),
      "JSON.parse of a text that is no JSON",
      node,
      context,
    );
    return nsl.item(parsed, nsl.text("value"));
  });
}

/** Is it a value that JSON text holds as it is? What is not is told where it is written. */
function isCopied(node: ts.Expression, { checker }: FunctionContext): boolean {
  const type = checker.getTypeAtLocation(node);
  return (
    !mayBeUndefined(type) &&
    type.getCallSignatures().length === 0 &&
    !holdsFunction(type, checker) &&
    !holdsError(type, checker)
  );
}

/** A number in JSON text that Python writes with an exponent of one digit, which JavaScript does not. */
const SMALL_NUMBER = "(^|[\\[:,])-?[0-9](\\.[0-9]+)?e-0[0-9]([\\]},]|$)";

/** Refuses what may be null and undefined, where it is given to a name when that is known. */
function refuseEither(
  name: string,
  given: ts.Expression | undefined,
  written: ts.Expression,
  context: FunctionContext,
): Expression {
  const advice = given === undefined ? "" : absentAdvice(given, "null");
  return context.refuse(given ?? written, "undefinedProperty", name, advice);
}

/** Is the text only compared with others, of which none is undefined text? */
function isCompared({ parent }: ts.Node): boolean {
  return ts.isParenthesizedExpression(parent)
    ? isCompared(parent)
    : ts.isBinaryExpression(parent) && COMPARING.has(parent.operatorToken.kind);
}

const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function mayHoldNumbers(type: ts.Type): boolean {
  return !isText(type) && !isBoolean(type);
}

/** JSON text exactly as JSON.stringify writes it. */
export function stringify(node: ts.CallExpression, context: FunctionContext): Expression {
  const [value] = node.arguments;
  if (value === undefined || node.arguments.length !== 1) {
    const alone = value === undefined ? "" : shortened(value, "");
    return context.refuse(node, "stringifyArguments", alone && `Write \`JSON.stringify(${alone})\`.`);
  }
  const type = context.checker.getTypeAtLocation(value);
  const absent = leftOutOf(value, context);
  const isMissing = mayBeUndefined(type);
  if (isMissing && isAbsent(type) && !mayBeNull(type) && !isCompared(node)) {
    return context.refuse(node, "methodArguments", "JSON.stringify", "Give a value that is there.");
  }
  if (isMissing && mayBeNull(type)) {
    return refuseEither(authorsText(value), value, value, context);
  }
  if (absent.unclear.length > 0) {
    absent.unclear.forEach((name) => {
      refuseEither(name, valueUnder(name, value, context), value, context);
    });
    return nsl.refused;
  }
  const given = context.expression(value);
  const read = isMissing ? context.unhinted(() => context.stable(given, "value")) : given;
  if (isMissing && !isCompared(node)) {
    stopWhen(nsl.isNone(read), `${placeText(value)} is undefined, of which there is no JSON`, node, context);
  }
  if (
    type.getCallSignatures().length === 0 &&
    read.refused !== true &&
    holdsFunction(type, context.checker)
  ) {
    const advice = "Name what is to be written: `JSON.stringify({ name: rule.name })`.";
    return context.refuse(value, "functionValue", advice);
  }
  if (holdsError(type, context.checker) && read.refused !== true) {
    return context.refuse(value, "exceptions", authorsText(value), ERROR_ADVICE);
  }
  const keywords: Keyword[] = [
    ["ensure_ascii", nsl.boolean(false)],
    ["separators", nsl.tuple([nsl.text(","), nsl.text(":")])],
  ];
  const written = nsl.call(nsl.attribute(nsl.name("json"), "dumps"), [read], keywords);
  // Half a surrogate pair is written as its escape, as in JavaScript; as it stands nothing could send it.
  const whole = nsl.method(
    nsl.method(written, "encode", nsl.text("utf-8"), nsl.text("backslashreplace")),
    "decode",
  );
  const alike = mayHoldNumbers(type) ? writtenAlike(whole, SMALL_NUMBER, node, context) : whole;
  // An infinity is written as null, which is no absence.
  const present = withoutAbsent(alike, absent, context);
  const kept =
    mayHoldNumbers(type) && hasInfinite(node, context) ? withoutInfinite(present, context) : present;
  return isMissing && isCompared(node) ? nsl.conditional(nsl.isNone(read), nsl.none, kept) : kept;
}
