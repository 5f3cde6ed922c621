/** The exported functions and the context of the SDK, read out of its sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A function or method with its signature and its comment. */
export interface Documented {
  readonly name: string;
  readonly signature: string;
  /** The whole comment as one line. */
  readonly comment: string;
}

const folder = join("scripts", "sdk");

/** The functions `scripts/sdk/index.ts` exports, in its order. */
export function sdkFunctions(root: string): readonly Documented[] {
  return parse(root, "index.ts").statements.flatMap((statement) => {
    if (
      !ts.isExportDeclaration(statement) ||
      statement.isTypeOnly ||
      statement.moduleSpecifier === undefined ||
      statement.exportClause === undefined ||
      !ts.isNamedExports(statement.exportClause)
    ) {
      return [];
    }
    const file = parse(root, (statement.moduleSpecifier as ts.StringLiteral).text);
    return statement.exportClause.elements.flatMap(({ name }) => documentedFunction(file, name.text));
  });
}

/** The members of an interface of `scripts/sdk/types.ts`. */
export function contextMembers(root: string, interfaceName: string): readonly Documented[] {
  const file = parse(root, "types.ts");
  const found = file.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === interfaceName,
  );
  return (found?.members ?? []).flatMap((member) =>
    ts.isMethodSignature(member) || ts.isPropertySignature(member)
      ? [
          {
            name: member.name.getText(file),
            signature: member
              .getText(file)
              .replace(/;$/u, "")
              .replace(/^readonly /u, ""),
            comment: commentOf(member),
          },
        ]
      : [],
  );
}

function documentedFunction(file: ts.SourceFile, wanted: string): readonly Documented[] {
  const found = file.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === wanted,
  );
  if (found === undefined) {
    return [];
  }
  const parameters = found.parameters.map((parameter) => parameter.getText(file)).join(", ");
  const signature = `${wanted}(${parameters}): ${found.type?.getText(file) ?? "void"}`;
  return [{ name: wanted, signature, comment: commentOf(found) }];
}

function commentOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? "").replace(/\s+/gu, " ").trim();
}

function parse(root: string, name: string): ts.SourceFile {
  const file = join(root, folder, name);
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023, true);
}
