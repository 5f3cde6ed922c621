/** Parameters of private skills: their names and how their values cross. */
import ts from "typescript";
import { isContextParameter } from "../analysis/platform-context.ts";
import { crossing } from "../analysis/types.ts";
import { NameScope, safeName } from "../context/names.ts";

/** The parameter that tells a helper skill whose operation it works for. */
export const PERSONA_PARAMETER = "persona";
/** The parameter that carries the frame of the caller of an async helper. */
const UP_PARAMETER = "up";

/** The skill parameter of each TypeScript parameter; the context has none. */
export function parameterNames(
  checker: ts.TypeChecker,
  declaration: ts.FunctionDeclaration,
): ReadonlyMap<ts.ParameterDeclaration, string> {
  const scope = new NameScope();
  scope.reserve(PERSONA_PARAMETER);
  scope.reserve(UP_PARAMETER);
  const names = new Map<ts.ParameterDeclaration, string>();
  for (const parameter of declaration.parameters) {
    if (!isContextParameter(checker, parameter)) {
      const preferred = ts.isIdentifier(parameter.name) ? parameter.name.text : "options";
      names.set(parameter, scope.unique(safeName(preferred)));
    }
  }
  return names;
}

/** Text crosses as it stands; everything else, and what may be left out, as JSON text. */
export function parameterCrossing(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
): "text" | "json" {
  const optional = parameter.initializer !== undefined || parameter.questionToken !== undefined;
  return !optional && crossing(checker.getTypeAtLocation(parameter)) === "text" ? "text" : "json";
}
