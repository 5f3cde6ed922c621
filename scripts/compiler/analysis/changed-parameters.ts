/** Which functions of a program change a parameter in place, by themselves or by a function they hand it to. */
import ts from "typescript";
import { changedObjects, variableOfPart } from "./changed-parts.ts";
import { resolveFunction } from "./functions.ts";
import { walk } from "./walk.ts";

/** The positions of the parameters that a function changes. */
export type ChangedParameters = ReadonlyMap<ts.FunctionDeclaration, ReadonlySet<number>>;

/** Looks for the functions among some files. */
export function changedParameters(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ChangedParameters {
  const functions = files.flatMap(({ statements }) =>
    statements.filter(ts.isFunctionDeclaration).filter(({ body }) => body !== undefined),
  );
  const changed = new Map<ts.FunctionDeclaration, Set<number>>();
  const add = (declaration: ts.FunctionDeclaration, object: ts.Expression): boolean => {
    const root = variableOfPart(object, checker);
    const index = declaration.parameters.findIndex(
      ({ name }) => root !== undefined && checker.getSymbolAtLocation(name) === root,
    );
    const known = changed.get(declaration) ?? new Set();
    if (index < 0 || known.has(index)) {
      return false;
    }
    changed.set(declaration, known.add(index));
    return true;
  };
  const calls: [ts.FunctionDeclaration, ts.CallExpression, ts.FunctionDeclaration][] = [];
  for (const declaration of functions) {
    walk(declaration, (node) => {
      changedObjects(node, checker).forEach((object) => add(declaration, object));
      const called = ts.isCallExpression(node) ? resolveFunction(checker, node.expression) : undefined;
      if (called !== undefined && ts.isCallExpression(node)) {
        calls.push([declaration, node, called]);
      }
    });
  }
  const isGrowing = (): boolean =>
    calls
      .map(([declaration, call, called]) =>
        [...(changed.get(called) ?? [])].some((index) => {
          const given = call.arguments[index];
          return given !== undefined && add(declaration, given);
        }),
      )
      .includes(true);
  while (isGrowing()) {
    // Until no function is found any more.
  }
  return changed;
}
