/** The shapes of the JSON that a module keeps in accounts, read off its types: what is written down nowhere else cannot drift. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { compareText } from "../model/problem.ts";

/** The name of the interface that lists them. */
const interfaceName = "StoredShapes";

/** The file's name relative to the project. */
export function storedShapesFile(moduleFolder: string): string {
  return `${moduleFolder}/stored-shapes.ts`;
}

/**
 * Attribute -> its shape as text without blanks: `[{id:string,services:[string]}]`, fields by name; none for a project
 * without such a file.
 *
 * @throws Error in a sentence when the file exports no interface `StoredShapes`
 */
export function readStoredShapes(root: string, file: string): Map<string, string> {
  const path = join(root, file);
  if (!existsSync(path)) {
    return new Map();
  }
  const program = ts.createProgram([path], {
    allowImportingTsExtensions: true,
    // Texts, numbers and lists are all that JSON has, and all that is looked at.
    lib: ["lib.es5.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const listed = (symbol === undefined ? [] : checker.getExportsOfModule(symbol)).find(
    ({ name }) => name === interfaceName,
  );
  if (listed === undefined) {
    throw new Error(`${file} exports no interface ${interfaceName}`);
  }
  const type = checker.getDeclaredTypeOfSymbol(listed);
  return new Map(
    type
      .getProperties()
      .map((property) => [property.name, shapeOf(checker, checker.getTypeOfSymbol(property), [])]),
  );
}

/** @param around the types that it stands in, outermost first: one that holds itself again is not gone into twice */
function shapeOf(checker: ts.TypeChecker, type: ts.Type, around: readonly ts.Type[]): string {
  if (around.includes(type)) {
    return "itself";
  }
  const inside = (one: ts.Type): string => shapeOf(checker, one, [...around, type]);
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  if (element !== undefined) {
    return `[${inside(element)}]`;
  }
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (index !== undefined) {
    return `{*:${inside(index)}}`;
  }
  if (type.isUnion() && (type.flags & ts.TypeFlags.Boolean) === 0) {
    // JSON has no undefined: a field that may be left out has its mark.
    return type.types
      .filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0)
      .map(inside)
      .sort(compareText)
      .join("|");
  }
  if ((type.flags & ts.TypeFlags.Object) === 0) {
    return checker.typeToString(type).replaceAll(/\s/gu, "");
  }
  const fields = type
    .getProperties()
    .map((property) => {
      const mark = (property.flags & ts.SymbolFlags.Optional) === 0 ? "" : "?";
      return `${property.name}${mark}:${inside(checker.getTypeOfSymbol(property))}`;
    })
    .sort(compareText);
  return `{${fields.join(",")}}`;
}
