/** Generators that are read as functions which give lists, and what hinders the others. */
import type ts from "typescript";
import { usesOf } from "../uses.ts";
import { bodyHindrance, type GeneratorHindrance } from "./bodies.ts";
import { useHindrance } from "./uses.ts";

/** Why a generator is not read as a function that gives all in a list; undefined where it is. */
export function generatorHindrance(
  declaration: ts.FunctionDeclaration,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): GeneratorHindrance | undefined {
  const own = bodyHindrance(declaration, checker);
  if (own !== undefined) {
    return own;
  }
  for (const use of usesOf(declaration, files, checker)) {
    const found = useHindrance(use, declaration, checker);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Why each generator of a program that was left stays one. */
export const hinderedGenerators = new WeakMap<ts.FunctionDeclaration, GeneratorHindrance["reason"]>();
