/** Semicolons where an author has left them to the end of the line: statements are put behind others, and several into one line. */
import ts from "typescript";
import { walk } from "../analysis/walk.ts";
import { at, type Insertion } from "./edited-sources.ts";

const K = ts.SyntaxKind;

const ENDED: ReadonlySet<ts.SyntaxKind> = new Set([
  K.BreakStatement,
  K.ContinueStatement,
  K.DoStatement,
  K.ExpressionStatement,
  K.PropertyDeclaration,
  K.ReturnStatement,
  K.ThrowStatement,
  K.TypeAliasDeclaration,
  K.VariableStatement,
]);

/** What has to be put into a file for each of its statements to end in itself. */
export function endedStatements(file: ts.SourceFile): readonly Insertion[] {
  const insertions: Insertion[] = [];
  walk(file, (node) => {
    if (ENDED.has(node.kind) && file.text[node.end - 1] !== ";") {
      insertions.push(at(file, node.end, ";"));
    }
  });
  return insertions;
}
