/** Dates that stand where no number can stand for them. */
import ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import { dateMethodAdvice, dateUseAdvice } from "../diagnostics/date-advice.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import type { Expression } from "../nsl/ast.ts";

/** Refuses what is marked as such a use, for the reason that is told there. */
export function refuseDate(mark: ts.CallExpression, context: FunctionContext): Expression {
  const [date = mark, told] = mark.arguments;
  const reason = told !== undefined && ts.isStringLiteral(told) ? told.text : "";
  if (reason === "made") {
    return context.expression(date);
  }
  const { parent } = mark;
  const isMethod = ts.isPropertyAccessExpression(parent) && parent.expression === mark;
  if (isMethod && (reason === "method" || reason === "changed")) {
    const advice =
      reason === "method" ? dateMethodAdvice(parent.name.text, authorsText(date)) : dateUseAdvice(reason);
    return context.refuse(parent.name, "unknownMethod", parent.name.text, "`Date`", `${advice} `);
  }
  return context.refuse(date, "unsupportedSyntax", "A `Date` in this place", dateUseAdvice(reason));
}
