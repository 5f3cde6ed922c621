/** The state of one skill while its TypeScript is turned into NSL. */
import ts from "typescript";
import type { Callable } from "../analysis/functions.ts";
import type { ProgramView } from "../analysis/program-view.ts";
import type { Sdk } from "../analysis/sdk.ts";
import type { DiagnosticKey } from "../diagnostics/catalogue.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import { isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { isUndisturbed } from "../nsl/order.ts";
import type { FlowScope } from "./flow-scope.ts";
import { Jumps, type ReturnTarget } from "./jumps.ts";
import type { Library } from "./library.ts";
import { NameHint } from "./name-hint.ts";
import { NameScope } from "./names.ts";
import { StatementBuffer } from "./statement-buffer.ts";
import { Tables } from "./tables.ts";
import { Temporaries } from "./temporaries.ts";
import { Variables } from "./variables.ts";

/** One skill being written. Visitors append statements here, give expressions back, and reach each other. */
export class FunctionContext implements ProgramView {
  readonly names = new NameScope();
  readonly hint = new NameHint();
  readonly buffer: StatementBuffer;
  readonly temporaries: Temporaries;
  readonly variables: Variables;
  readonly tables: Tables;
  readonly jumps: Jumps;
  /** Name of the variable that holds the persona's id; null where the skill does not know it. */
  persona: string | null = null;
  /** `TakenFrame.operation` of the last answer; null where the skill does not know it. */
  operation: Expression | null = null;
  /** The variable of an expression whose value was computed before the statement it stands in. */
  held: (node: ts.Expression) => Expression | undefined = () => undefined;
  /** The functions that parameters of functions written in place stand for; null for one that was given none. */
  readonly functions = new Map<ts.Symbol, Callable | null>();
  /** Where the match of a call begins, for calls whose `index` is read. */
  readonly positions = new Map<ts.Node, Expression>();

  private hasRefused = false;

  /** @param place where the skill as a whole comes from */
  constructor(
    readonly flow: FlowScope,
    returnTarget: ReturnTarget,
    place?: ts.Node,
  ) {
    this.buffer = new StatementBuffer(place);
    this.temporaries = new Temporaries(this.names, this.hint, this.buffer);
    this.variables = new Variables(this.names, this.temporaries, this.buffer);
    this.tables = new Tables(this.names, this.variables, this.buffer);
    this.jumps = new Jumps(returnTarget, this.temporaries, this.buffer);
  }

  get checker(): ts.TypeChecker {
    return this.flow.checker;
  }

  get sdk(): Sdk {
    return this.flow.sdk;
  }

  get graph(): FlowScope["graph"] {
    return this.flow.graph;
  }

  get decimals(): ProgramView["decimals"] {
    return this.flow.decimals;
  }

  get absences(): ProgramView["absences"] {
    return this.flow.absences;
  }

  get library(): Library {
    return this.flow.language.library;
  }

  /** The id of the operation's persona. */
  get personaId(): Expression {
    return nsl.name(this.persona ?? "none");
  }

  /** Turns an expression into NSL; what it needs done first is appended. It is marked when any of it was refused. */
  expression(node: ts.Expression): Expression {
    return this.flow.language.expression(node, this);
  }

  /** Turns an expression into a test that holds exactly when JavaScript finds it true. */
  condition(node: ts.Expression): Expression {
    return this.flow.language.condition(node, this);
  }

  /** Turns one statement into NSL. */
  statement(node: ts.Statement): void {
    this.flow.language.statement(node, this);
  }

  /** Turns a list of statements into NSL. What follows a possible jump is done only when it was not taken. */
  statements(nodes: readonly ts.Statement[]): void {
    this.flow.language.statements(nodes, this);
  }

  /**
   * Turns several expressions into NSL in the order JavaScript evaluates them: when a later one needs
   * statements before it, what stands earlier and could be changed by them is put into variables first.
   */
  ordered(
    works: readonly (() => Expression)[],
    preferred: string | readonly string[] = "value",
  ): Expression[] {
    const results: Expression[] = [];
    const nameOf = (index: number): string =>
      typeof preferred === "string" ? preferred : (preferred[index] ?? "value");
    for (const work of works) {
      const { statements, result } = this.unhinted(() => this.capture(work));
      if (statements.length > 0) {
        results.forEach((earlier, index) => {
          const waits = isStable(earlier) || isUndisturbed(earlier, statements);
          results[index] = waits ? earlier : this.unhinted(() => this.spill(earlier, nameOf(index)));
        });
        this.emitAll(statements);
      }
      results.push(result);
    }
    return results;
  }

  /** The function that a parameter of a function written in place stands for: null where it was given none. */
  handed(node: ts.Expression): Callable | null | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    return symbol === undefined ? undefined : this.functions.get(symbol);
  }

  /** Reports a diagnostic and gives an expression to go on with, which says that it was refused. */
  refuse(node: ts.Node, key: DiagnosticKey, ...details: readonly string[]): Expression {
    this.flow.report(node, key, ...details);
    this.hasRefused = true;
    return nsl.refused;
  }

  /** Runs `work` and tells whether it refused anything. */
  watched<T>(work: () => T): { result: T; refused: boolean } {
    const outer = this.hasRefused;
    this.hasRefused = false;
    const result = work();
    const refused = this.hasRefused;
    this.hasRefused ||= outer;
    return { result, refused };
  }

  /** Appends a statement. */
  emit(statement: Statement): void {
    this.buffer.emit(statement);
  }

  /** Appends statements. */
  emitAll(statements: readonly Statement[]): void {
    for (const statement of statements) {
      this.buffer.emit(statement);
    }
  }

  /** Runs `work` and gives its result together with the statements it needs before it. */
  capture<T>(work: () => T): { statements: Statement[]; result: T } {
    return this.buffer.capture(work);
  }

  /** Runs `work` and gives the statements it appended, apart from the skill. */
  collect(work: () => void): Statement[] {
    return this.buffer.capture(work).statements;
  }

  /** Puts a value into a variable, so that it is computed once and here. */
  spill(value: Expression, preferred: string): Expression {
    return this.temporaries.spill(value, preferred);
  }

  /** The value itself when using it again is free of cost and effect, else a variable. */
  stable(value: Expression, preferred: string): Expression {
    return this.temporaries.stable(value, preferred);
  }

  /** Starts a list or an object that is filled step by step. */
  start(value: Expression, preferred: string): Expression {
    return this.temporaries.start(value, preferred);
  }

  /** Runs `work` for the value of a variable of that name. */
  withHint<T>(preferred: string | null, work: () => T): T {
    return this.hint.within(preferred, work);
  }

  /** Runs `work` for a part of a value, which must not take the name of the variable the whole is for. */
  unhinted<T>(work: () => T): T {
    return this.hint.within(null, work);
  }

  /** Keeps the names an author gives to variables of a function free for them. */
  foresee(node: ts.Node): void {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) {
      this.names.foresee(node.name.text);
    }
    ts.forEachChild(node, (child) => {
      this.foresee(child);
    });
  }

  /** The finished body: tables first. */
  finish(): Statement[] {
    return [...this.tables.written, ...this.buffer.written];
  }
}
