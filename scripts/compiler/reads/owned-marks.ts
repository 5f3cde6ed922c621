/** What is put into sources where a value is handed over to be changed, and is given back. */
import ts from "typescript";

/** The marking function's name in files it is put into. */
export const OWNED = "owned_by_function";

/** What the names begin with of what such a function gives. */
export const RESULT = "given_back";

/** Is it a value that was handed to the function, or has come back to it? */
export function isOwnedMark(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === OWNED;
}

/** Is the argument handed over there, to be assigned again? */
export function isHandedThere(argument: ts.Node): boolean {
  const call = argument.parent;
  const around = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  return (
    ts.isCallExpression(call) &&
    (isOwnedMark(around) ||
      (ts.isVariableDeclaration(around) &&
        ts.isIdentifier(around.name) &&
        around.name.text.startsWith(`${RESULT}_`)))
  );
}
