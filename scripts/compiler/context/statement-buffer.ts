/** The statements of a skill in the order they are written, and the place in the source they come from. */
import type ts from "typescript";
import type { Expression, Statement } from "../nsl/ast.ts";

/** Collects statements; a part of the work may be collected apart. */
export class StatementBuffer {
  /** The statement being turned into NSL: where everything comes from that names no place of its own. */
  place: ts.Node | undefined;
  private statements: Statement[] = [];

  /** @param place where the skill as a whole comes from */
  constructor(place?: ts.Node) {
    this.place = place;
  }

  /** What was appended so far. */
  get written(): readonly Statement[] {
    return this.statements;
  }

  /** Appends a statement. */
  emit(statement: Statement): void {
    this.statements.push(
      statement.origin === undefined && this.place !== undefined
        ? { ...statement, origin: this.place }
        : statement,
    );
  }

  /** Runs `work` for what comes from a place. */
  at<T>(place: ts.Node, work: () => T): T {
    const outer = this.place;
    this.place = place;
    const result = work();
    this.place = outer;
    return result;
  }

  /** Runs `work` and gives its result together with the statements it appended, apart from the others. */
  capture<T>(work: () => T): { statements: Statement[]; result: T } {
    const outer = this.statements;
    this.statements = [];
    try {
      const result = work();
      return { statements: this.statements, result };
    } finally {
      this.statements = outer;
    }
  }

  /** Takes the last statement back when it gives the variable its value; gives that value. */
  takeBack(variable: string): Expression | undefined {
    const last = this.statements.at(-1);
    if (last?.kind !== "set" || last.name !== variable) {
      return undefined;
    }
    this.statements.pop();
    return last.value;
  }
}
