/** Functions that are one expression: it is written in place of their calls. */
import ts from "typescript";
import { assignmentTarget } from "./changes.ts";
import { type Callable, isAsync } from "./functions.ts";
import { walk } from "./walk.ts";

/** The expression of a function that is one `return`: such functions are inlined, unless a parameter changes. */
export function singleExpression(declaration: Callable): ts.Expression | undefined {
  const expression = isAsync(declaration) ? undefined : onlyExpression(declaration.body);
  const plain = declaration.parameters.every(
    (parameter) => ts.isIdentifier(parameter.name) && parameter.initializer === undefined,
  );
  return plain && expression !== undefined && !assignsParameter(declaration, expression)
    ? expression
    : undefined;
}

function onlyExpression(body: ts.ConciseBody | undefined): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) {
    return body;
  }
  const [only, ...more] = body.statements;
  return only !== undefined && more.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** Does a callback in the body assign to a parameter (or to something of its name)? An argument has no place for it. */
function assignsParameter(declaration: Callable, body: ts.Expression): boolean {
  const names = new Set(declaration.parameters.map((parameter) => parameter.name.getText()));
  let assigns = false;
  walk(body, (node) => {
    const target = assignmentTarget(node);
    assigns ||= target !== undefined && names.has(target.text);
  });
  return assigns;
}
