/** The names that a type is written with. */
import ts from "typescript";
import { walk } from "./walk.ts";

/** The names in the text of a type; null where it asks for the type of a value, or names one by parts. */
export function typeNamesIn(text: string): readonly string[] | null {
  const names = new Set<string>();
  let isNamed = true;
  walk(parsedType(text), (node) => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      names.add(node.typeName.text);
    }
    isNamed &&=
      !ts.isTypeQueryNode(node) &&
      (!ts.isImportTypeNode(node) || !node.isTypeOf) &&
      (!ts.isTypeReferenceNode(node) || ts.isIdentifier(node.typeName));
  });
  return isNamed ? [...names] : null;
}

/** The text of a type as it stands in place of a name: in brackets where what is around it would take a part of it. */
export function typeInPlace(text: string): string {
  const [alias] = parsedType(text).statements;
  const type = alias !== undefined && ts.isTypeAliasDeclaration(alias) ? alias.type : undefined;
  const isWhole =
    type !== undefined &&
    (ts.isTypeReferenceNode(type) ||
      ts.isArrayTypeNode(type) ||
      ts.isTypeLiteralNode(type) ||
      ts.isToken(type));
  return isWhole ? text : `(${text})`;
}

function parsedType(text: string): ts.SourceFile {
  return ts.createSourceFile("type.ts", `type Told = ${text};`, ts.ScriptTarget.Latest);
}
