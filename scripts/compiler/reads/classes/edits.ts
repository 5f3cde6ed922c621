/** What is read in place of what stands in a file, also of a part of it that is moved. */
import ts from "typescript";
import { inOneLine } from "../../analysis/one-line.ts";
import { holdsComment, type Insertion } from "../edited-sources.ts";
import { editedText, insertionsOf, type TextEdit } from "../text-edits.ts";

/** Collects the edits of one file, those around others before these. */
export class Edits {
  private readonly all: TextEdit[] = [];

  constructor(private readonly file: ts.SourceFile) {}

  /** Has another text be read in place of what stands there. */
  replace(from: number, to: number, text: string): void {
    this.all.push({ from, to, text });
  }

  /** Puts a text before what stands there. */
  before(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Would a comment of the author's become part of another one? */
  get cutsComment(): boolean {
    return this.all.some(({ from, to }) => holdsComment(this.file, from, to));
  }

  /** An expression of the file as it is read, in one line. */
  textOf(node: ts.Expression): string {
    const start = node.getStart(this.file);
    const inside = this.all.filter(({ from, to }) => from >= start && to <= node.end);
    return lined(editedText(this.file, start, node.end, inside));
  }

  /** All of it. */
  insertions(): readonly Insertion[] {
    return insertionsOf(this.all, this.file);
  }
}

/** An expression in one line, for every other line of what it is put into to keep its number. */
function lined(expression: string): string {
  const file = ts.createSourceFile("part.ts", `(${expression})`, ts.ScriptTarget.Latest, true);
  const [statement] = file.statements;
  return statement !== undefined &&
    ts.isExpressionStatement(statement) &&
    ts.isParenthesizedExpression(statement.expression)
    ? inOneLine(statement.expression.expression)
    : expression;
}
