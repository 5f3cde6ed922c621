/** The platform's view, `ctx`: it is no value in NSL. */
import ts from "typescript";

/** Names of the context types; a parameter of one of them stands for the platform and is never passed. */
const CONTEXT_TYPES = new Set(["SkillContext", "RuntimeContext"]);

/** Is this type the platform context? */
export function isContextType(type: ts.Type): boolean {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  return symbol !== undefined && CONTEXT_TYPES.has(symbol.name);
}

/** Is this parameter the platform context? */
export function isContextParameter(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  return isContextType(checker.getTypeAtLocation(parameter));
}

/** Is this expression the platform context? */
export function isContextExpression(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && isContextType(checker.getTypeAtLocation(node));
}
