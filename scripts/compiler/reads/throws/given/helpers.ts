/** Functions that are given others: what they do with them can be read where it stands. */
import ts from "typescript";
import { resolveFunction } from "../../../analysis/functions.ts";
import { walk } from "../../../analysis/walk.ts";

/** A function that is given another one. */
export interface Helper {
  readonly declaration: ts.FunctionDeclaration & { readonly name: ts.Identifier; readonly body: ts.Block };
  readonly parameter: ts.ParameterDeclaration;
  readonly index: number;
  /** Where the parameter is read. */
  readonly uses: readonly ts.Identifier[];
}

/** The function of the same file that is called, where all it does with a parameter is to call it or to hand it on. */
export function helperOf(
  call: ts.CallExpression,
  index: number,
  checker: ts.TypeChecker,
): Helper | undefined {
  const declaration = resolveFunction(checker, call.expression);
  const parameter = declaration?.parameters[index];
  if (
    declaration?.body === undefined ||
    parameter === undefined ||
    !isPlain(declaration, call) ||
    !ts.isIdentifier(parameter.name) ||
    parameter.initializer !== undefined ||
    parameter.questionToken !== undefined ||
    checker.getTypeAtLocation(parameter).getCallSignatures().length === 0 ||
    reaches(declaration, declaration, checker)
  ) {
    return undefined;
  }
  const symbol = checker.getSymbolAtLocation(parameter.name);
  const uses: ts.Identifier[] = [];
  let isWhole = true;
  walk(declaration, (node) => {
    if (ts.isShorthandPropertyAssignment(node)) {
      isWhole &&= checker.getShorthandAssignmentValueSymbol(node) !== symbol;
    } else if (
      ts.isIdentifier(node) &&
      node !== parameter.name &&
      checker.getSymbolAtLocation(node) === symbol
    ) {
      uses.push(node);
      isWhole &&= callOf(node) !== undefined;
    }
  });
  return isWhole ? { declaration: declaration as Helper["declaration"], parameter, index, uses } : undefined;
}

/** The call that calls what is given, or hands it on. */
export function callOf(use: ts.Identifier): ts.CallExpression | undefined {
  const call = use.parent;
  return ts.isCallExpression(call) &&
    (call.expression === use || call.arguments.includes(use)) &&
    call.questionDotToken === undefined &&
    !call.arguments.some(ts.isSpreadElement)
    ? call
    : undefined;
}

/** Is it declared once, in the same file, with a parameter for each argument? */
function isPlain(declaration: ts.FunctionDeclaration, call: ts.CallExpression): boolean {
  return (
    declaration.name !== undefined &&
    declaration.parent === call.getSourceFile() &&
    declaration.asteriskToken === undefined &&
    call.questionDotToken === undefined &&
    call.arguments.length <= declaration.parameters.length &&
    !call.arguments.some(ts.isSpreadElement) &&
    declaration.parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined)
  );
}

/** Does a function call another one, itself or by what it calls? */
function reaches(
  from: ts.FunctionDeclaration,
  to: ts.FunctionDeclaration,
  checker: ts.TypeChecker,
  seen = new Set<ts.Node>(),
): boolean {
  let found = false;
  if (!seen.has(from) && from.body !== undefined) {
    seen.add(from);
    walk(from.body, (node) => {
      const named = !found && ts.isIdentifier(node) ? resolveFunction(checker, node) : undefined;
      found ||= named !== undefined && (named === to || reaches(named, to, checker, seen));
    });
  }
  return found;
}
