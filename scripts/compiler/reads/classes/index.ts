/**
 * Classes of the program read as functions: an interface for what an instance holds, a function that makes it, and each method as
 * a function that takes the instance: `list.join(name)` becomes `WaitingList_join(list, name)`.
 */
import ts from "typescript";
import { errorClass } from "../../analysis/errors.ts";
import { classHindrances, type Hindrance } from "../../analysis/hindrances.ts";
import type { Insertion } from "../edited-sources.ts";
import { type Making, makingOf } from "./making.ts";
import { ReadClasses } from "./read-classes.ts";
import { type ClassShape, shapeOf } from "./shapes.ts";
import { typedClasses } from "./typed-classes.ts";
import { hindrancesOfUses } from "./uses.ts";
import { ClassWriter } from "./writer.ts";

/** TypeScript's numbers for what a class forbids its users: what it finds is told, and the class stays one. */
const FORBIDDEN: ReadonlySet<number> = new Set([2341, 2445, 2540, 2564, 2565, 2576, 2729, 18013]);

/**
 * What has to be put into each file, classes and all their uses at once.
 *
 * @param internal the file of the SDK with what such programs are compiled with
 */
export function plainClasses(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
  internal: string,
  diagnosticsOf: (file: ts.SourceFile) => readonly ts.Diagnostic[],
): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
  const declared = files
    .filter(({ text }) => /\bclass\b/u.test(text))
    .flatMap((file) => classesOf(file))
    .filter(({ name }) => name === undefined || errorClass(name, checker) === undefined);
  if (declared.length === 0 || isForbidden(files, diagnosticsOf)) {
    return new Map();
  }
  const typed = typedClasses(declared, files, checker);
  if (typed.written.size > 0) {
    return typed.written;
  }
  const readable = new Map<ClassShape, Making>();
  const refuse = (declaration: ts.ClassDeclaration, hindrance: Hindrance): void => {
    classHindrances.set(declaration, hindrance);
  };
  for (const declaration of declared) {
    const { name } = declaration;
    const shape: ClassShape | Hindrance =
      name === undefined
        ? { node: declaration, advice: "Give the class a name." }
        : (typed.hindered.get(declaration) ?? shapeOf(declaration, name, checker));
    const making = "advice" in shape ? shape : makingOf(shape, checker);
    if ("advice" in shape || "advice" in making) {
      refuse(declaration, "advice" in shape ? shape : (making as Hindrance));
    } else {
      readable.set(shape, making);
    }
  }
  for (let isSettled = false; !isSettled && readable.size > 0;) {
    const classes = new ReadClasses(readable, files, checker);
    const hindered = hindrancesOfUses(classes);
    hindered.forEach((hindrance, shape) => {
      readable.delete(shape);
      refuse(shape.declaration, hindrance);
    });
    isSettled = hindered.size === 0;
    if (isSettled) {
      const writer = new ClassWriter(classes, internal);
      const found = writer.insertions();
      if (found !== null) {
        return found;
      }
    }
  }
  return new Map();
}

function classesOf(file: ts.SourceFile): readonly ts.ClassDeclaration[] {
  const found: ts.ClassDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isForbidden(
  files: readonly ts.SourceFile[],
  diagnosticsOf: (file: ts.SourceFile) => readonly ts.Diagnostic[],
): boolean {
  return files.some((file) => diagnosticsOf(file).some(({ code }) => FORBIDDEN.has(code)));
}
