/** Parameters that take a function, which is no value in NSL: what has one is written in place of its calls. */
import type ts from "typescript";
import { isContextParameter } from "./platform-context.ts";

/** Does the parameter take a function? */
export function isFunctionParameter(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  return type.getCallSignatures().length > 0 && !isContextParameter(checker, parameter);
}

/** Does the function take another function? */
export function takesFunctions(declaration: ts.SignatureDeclaration, checker: ts.TypeChecker): boolean {
  return declaration.parameters.some((parameter) => isFunctionParameter(parameter, checker));
}
