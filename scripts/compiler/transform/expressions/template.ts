/** Templates. */
import type ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { mended } from "../joined.ts";
import { textOf } from "../printed.ts";

/** `${a} and ${b}` becomes `a ~ " and " ~ b`. */
export function transformTemplate(node: ts.TemplateExpression, context: FunctionContext): Expression {
  const values = context.ordered(
    node.templateSpans.map((span) => () => textOf(span.expression, context)),
    "text",
  );
  const parts: Expression[] = [];
  const add = (part: Expression): void => {
    const last = parts.at(-1);
    const literal = part.kind === "number" ? nsl.text(String(part.value)) : part;
    if (literal.kind === "text" && last?.kind === "text") {
      parts.splice(-1, 1, nsl.text(`${last.value}${literal.value}`));
    } else if (literal.kind !== "text" || literal.value !== "") {
      parts.push(literal);
    }
  };
  add(nsl.text(node.head.text));
  node.templateSpans.forEach((span, index) => {
    add(values[index] ?? nsl.text(""));
    add(nsl.text(span.literal.text));
  });
  const [first, ...rest] = parts;
  if (first === undefined) {
    return nsl.text("");
  }
  // A lone number would stay a number.
  return rest.length === 0
    ? first.kind === "text"
      ? first
      : nsl.filter(first, "string")
    : mended(
        rest.reduce((left, right) => nsl.binary("~", left, right), first),
        [node.head.text, ...node.templateSpans.flatMap((span) => [span.expression, span.literal.text])],
        context,
      );
}
