/** Properties and elements a function may change. */
import ts from "typescript";
import { isBare, literalKeys, recordAdvice } from "../analysis/keys.ts";
import { isSpecialName } from "../analysis/literals.ts";
import { isList, isNumber, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { lengthAdvice } from "../diagnostics/advice.ts";
import { describe } from "../diagnostics/describe.ts";
import { isAnyName } from "./any-name.ts";
import type { Member } from "./member-place.ts";
import { checkMutation } from "./mutation.ts";

/** Is it a property, and not an element of a list? */
export function isMember(node: ts.Expression): node is Member {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Was the object made in this function, and may the property be named so? */
export function isChangeable(left: Member, context: FunctionContext): boolean {
  const owner = context.checker.getTypeAtLocation(left.expression);
  const isElement = isList(context.checker, owner);
  if (isElement && !isPosition(left, context)) {
    context.refuse(left, "unsupportedSyntax", `An assignment to ${describe(left)}`, lengthAdvice(left));
    return false;
  }
  if (!checkMutation(left.expression, context)) {
    return false;
  }
  if (isElement) {
    return true;
  }
  const written = writtenName(left);
  if (written !== undefined && isSpecialName(written) && !isBare(left.expression, context)) {
    context.refuse(left, "unsupportedSyntax", `The property ${describe(left)}`);
    return false;
  }
  if (written !== undefined || ts.isPropertyAccessExpression(left)) {
    return true;
  }
  const key = left.argumentExpression;
  const literals = literalKeys(key, context);
  if (literals === undefined ? isAnyName(key, context) : !literals.some(isSpecialName)) {
    return true;
  }
  context.refuse(left, "dynamicKey", "", recordAdvice(left.expression, context));
  return false;
}

/** Is it an element by its position? */
function isPosition(left: Member, { checker }: FunctionContext): boolean {
  return (
    ts.isElementAccessExpression(left) &&
    strictly(isNumber, checker.getTypeAtLocation(left.argumentExpression))
  );
}

/** The name of the property when it stands there as it is. */
function writtenName(left: Member): string | undefined {
  if (ts.isPropertyAccessExpression(left)) {
    return left.name.text;
  }
  return ts.isStringLiteralLike(left.argumentExpression) ? left.argumentExpression.text : undefined;
}
