/** Generators that are not read as functions which give lists. */
import ts from "typescript";
import { bare } from "../analysis/function-values.ts";
import { resolveFunction, resolveSymbol } from "../analysis/functions.ts";
import { generatorHindrance, hinderedGenerators } from "../analysis/generators/index.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { generatorAdvice } from "../diagnostics/generator-advice.ts";
import type { Expression } from "../nsl/ast.ts";

/** Refuses what a generator gives, where what hinders it stands; undefined for anything else. */
export function refusedGenerator(given: ts.Expression, context: FunctionContext): Expression | undefined {
  const { checker, graph } = context;
  const call = calledBy(bare(given), checker);
  const called = call === undefined ? undefined : declarationOf(call, checker);
  if (call === undefined || called?.asteriskToken === undefined) {
    return undefined;
  }
  if (!ts.isFunctionDeclaration(called)) {
    return context.refuse(given, "unsupportedSyntax", ...generatorAdvice("expression", call));
  }
  // What hindered it when its file was read may have been written anew since.
  const found = generatorHindrance(called, graph.values.files, checker);
  const reason = hinderedGenerators.get(called) ?? found?.reason ?? "unwritten";
  const place = found?.reason === reason ? found.node : call;
  return context.refuse(place, "unsupportedSyntax", ...generatorAdvice(reason, call));
}

/** The call that gave a value, also to a variable. */
function calledBy(given: ts.Expression, checker: ts.TypeChecker): ts.CallExpression | undefined {
  if (ts.isCallExpression(given)) {
    return given;
  }
  const variable = ts.isIdentifier(given) ? resolveSymbol(checker, given)?.valueDeclaration : undefined;
  const initial =
    variable !== undefined && ts.isVariableDeclaration(variable) ? variable.initializer : undefined;
  return initial !== undefined && ts.isCallExpression(initial) ? initial : undefined;
}

function declarationOf(
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration | undefined {
  const declared = resolveFunction(checker, call.expression);
  const called = declared ?? checker.getResolvedSignature(call)?.getDeclaration();
  return called !== undefined &&
    (ts.isFunctionDeclaration(called) || ts.isFunctionExpression(called) || ts.isMethodDeclaration(called))
    ? called
    : undefined;
}
