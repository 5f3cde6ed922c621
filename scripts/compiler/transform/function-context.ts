/** The state of one skill while its TypeScript is turned into NSL. */
import ts from "typescript";
import type { DiagnosticKey } from "../diagnostics/catalogue.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import type { FlowScope } from "./flow-scope.ts";
import { NameScope } from "./names.ts";

/** How `return` leaves the code being written. */
export interface ReturnTarget {
  /** Writes the exit with the value; null for a bare `return`. */
  emit(context: FunctionContext, value: ts.Expression | null, node: ts.Node): void;
  /**
   * True when the exit is a jump inside the same skill (a callback written in place), so that what follows
   * must be guarded; false when it ends the skill.
   */
  readonly isJump: boolean;
}

/** A body written in place: what `break`, `continue` and jumping `return`s refer to. */
export interface Region {
  readonly kind: "loop" | "switch" | "callback";
  /** Statements to put at the start of one turn of the body. */
  readonly prelude: Statement[];
  /** Box that is true once this turn must do nothing more. */
  skipFlag: string | null;
  /** Box that is true once the whole loop must do nothing more. */
  stopFlag: string | null;
}

/** One skill being written. Visitors append statements here and give expressions back. */
export class FunctionContext {
  readonly names = new NameScope();
  readonly regions: Region[] = [];
  returnTarget: ReturnTarget;
  /** The statement being turned into NSL: where everything comes from that names no place of its own. */
  place: ts.Node | undefined;
  /** Name of the variable that holds the persona's id; null where the skill does not know it. */
  persona: string | null = null;
  /** The variable whose value is being made: a list made in place takes its name, what helps is named after it. */
  hint: string | null = null;
  /** The variable of an expression whose value was computed before the statement it stands in. */
  held: (node: ts.Expression) => Expression | undefined = () => undefined;

  /** Where the match of a call begins, for calls whose `index` is read. */
  readonly positions = new Map<ts.Node, Expression>();

  private buffer: Statement[] = [];
  private readonly symbols = new Map<ts.Symbol, string>();
  private readonly boxed = new Set<ts.Symbol>();
  private readonly substitutions = new Map<ts.Symbol, Expression>();
  /** Variables a declaration may take over, with the name each was made for. */
  private readonly unclaimed = new Map<string, string>();
  private readonly tables: Statement[] = [];
  private readonly constants = new Set<ts.Symbol>();
  private readonly libraries = new Map<string, string>();

  constructor(
    readonly flow: FlowScope,
    returnTarget: ReturnTarget,
  ) {
    this.returnTarget = returnTarget;
  }

  get checker(): ts.TypeChecker {
    return this.flow.checker;
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

  /** Reports a diagnostic and gives an expression to go on with. */
  refuse(node: ts.Node, key: DiagnosticKey, ...details: readonly string[]): Expression {
    this.flow.reporter.at(node, key, ...details);
    return nsl.none;
  }

  /** Appends a statement. */
  emit(statement: Statement): void {
    this.buffer.push(
      statement.origin === undefined && this.place !== undefined
        ? { ...statement, origin: this.place }
        : statement,
    );
  }

  /** Runs `work` and gives the statements it appended, apart from the skill. */
  collect(work: () => void): Statement[] {
    return this.capture(() => {
      work();
      return null;
    }).statements;
  }

  /** Runs `work` and gives its result together with the statements it needs before it. */
  capture<T>(work: () => T): { statements: Statement[]; result: T } {
    const outer = this.buffer;
    this.buffer = [];
    try {
      const result = work();
      return { statements: this.buffer, result };
    } finally {
      this.buffer = outer;
    }
  }

  /** A new variable whose value nobody else will change, named after the variable it helps to make. */
  temporary(wish: string): string {
    const variable = this.names.helper(this.hint === null ? wish : `${wish}_${this.hint}`);
    this.unclaimed.set(variable, "");
    return variable;
  }

  /** A new variable that holds the whole value being made: it takes the name of the variable that is for. */
  result(wish: string): string {
    const variable = this.hint === null ? this.names.helper(wish) : this.names.unique(this.hint);
    this.unclaimed.set(variable, this.hint ?? "");
    this.hint = null;
    return variable;
  }

  /** Starts a list or an object that is filled step by step. */
  start(value: Expression, wish: string): Expression {
    const variable = this.result(wish);
    this.emit(nsl.set(variable, value));
    return nsl.name(variable);
  }

  /** Puts a value into a variable, so that it is computed once and here. */
  spill(value: Expression, wish: string): Expression {
    const variable = this.temporary(wish);
    this.emit(nsl.set(variable, value));
    return nsl.name(variable);
  }

  /** The value itself when using it again is free of cost and effect, else a variable. */
  stable(value: Expression, wish: string): Expression {
    return isStable(value) ? value : this.spill(value, wish);
  }

  /** Takes over a value made in place as the variable of a declaration: `const titles = list.map(...)`. */
  private adopt(value: Expression, wish: string): string | null {
    return value.kind === "name" && this.unclaimed.get(value.name) === wish ? value.name : null;
  }

  /** The value of a temporary that was set just now and serves nothing else. */
  private unwrap(value: Expression): Expression {
    const last = this.buffer.at(-1);
    if (value.kind !== "name" || last?.kind !== "set" || last.name !== value.name) {
      return value;
    }
    if (!this.unclaimed.delete(value.name)) {
      return value;
    }
    this.buffer.pop();
    return last.value;
  }

  /** Makes the variable of a symbol known; `variable` when it has one already. */
  declare(symbol: ts.Symbol, variable: string = this.names.unique(symbol.name)): string {
    this.unclaimed.delete(variable);
    this.symbols.set(symbol, variable);
    return variable;
  }

  /** The variable of a symbol, or undefined when it is none of this skill's. */
  variableOf(symbol: ts.Symbol): string | undefined {
    return this.symbols.get(symbol);
  }

  /** Marks a variable that is assigned inside a loop it was declared outside of. */
  box(symbol: ts.Symbol): void {
    this.boxed.add(symbol);
  }

  isBoxed(symbol: ts.Symbol): boolean {
    return this.boxed.has(symbol);
  }

  /** Declares the variable of a symbol with its first value. */
  initialise(symbol: ts.Symbol, value: Expression, origin: ts.Node): void {
    if (!this.boxed.has(symbol)) {
      const adopted = this.adopt(value, symbol.name);
      if (adopted !== null) {
        this.declare(symbol, adopted);
        return;
      }
    }
    const plain = this.unwrap(value);
    const variable = this.declare(symbol);
    this.emit({ ...(this.boxed.has(symbol) ? nsl.box(variable, plain) : nsl.set(variable, plain)), origin });
  }

  /** Assigns to the variable of a symbol. */
  assign(symbol: ts.Symbol, value: Expression, origin: ts.Node): void {
    const variable = this.symbols.get(symbol) ?? this.declare(symbol);
    this.emit({
      ...(this.boxed.has(symbol) ? nsl.put(variable, value) : nsl.set(variable, value)),
      origin,
    });
  }

  /** The value of a symbol: a substituted argument, a boxed or a plain variable. */
  read(symbol: ts.Symbol): Expression | undefined {
    const substituted = this.substitutions.get(symbol);
    if (substituted !== undefined) {
      return substituted;
    }
    const variable = this.symbols.get(symbol);
    if (variable === undefined) {
      return undefined;
    }
    return this.boxed.has(symbol) ? nsl.held(variable) : nsl.name(variable);
  }

  /** Stands an expression in for a symbol while `work` runs: the argument of an inlined function. */
  substituting<T>(pairs: readonly (readonly [ts.Symbol, Expression])[], work: () => T): T {
    const before = pairs.map(([symbol]) => [symbol, this.substitutions.get(symbol)] as const);
    for (const [symbol, value] of pairs) {
      this.substitutions.set(symbol, value);
    }
    try {
      return work();
    } finally {
      for (const [symbol, value] of before) {
        if (value === undefined) {
          this.substitutions.delete(symbol);
        } else {
          this.substitutions.set(symbol, value);
        }
      }
    }
  }

  /** Runs `work` for a part of a value, which must not take the name of the variable the whole is for. */
  unhinted<T>(work: () => T): T {
    const hint = this.hint;
    this.hint = null;
    const result = work();
    this.hint = hint;
    return result;
  }

  /** Writes a loop of the compiler's own over a list; `turn` gives what is done with an element. */
  eachItem(
    wish: string,
    iterable: Expression,
    turn: (element: Expression) => readonly Statement[],
    origin: ts.Node,
  ): void {
    this.names.inLoop(() => {
      const variable = this.names.helper(wish);
      this.emit({ ...nsl.forEach([variable], iterable, turn(nsl.name(variable))), origin });
    });
  }

  /** A new box holding a value, declared in the region's prelude or here. */
  makeBox(wish: string, value: Expression, into: Statement[] | null = null): string {
    const variable = this.names.helper(wish);
    const statement = nsl.box(variable, value);
    if (into === null) {
      this.emit(statement);
    } else {
      into.push({ ...statement, origin: this.place });
    }
    return variable;
  }

  /** Puts a module-level table at the top of the skill, once, and gives its variable. */
  table(symbol: ts.Symbol, build: () => Expression, origin: ts.Node): Expression {
    if (!this.constants.has(symbol)) {
      this.constants.add(symbol);
      const { built, variable } = this.names.lasting(() => ({
        built: this.capture(build),
        variable: this.declare(symbol),
      }));
      this.tables.push(...built.statements, { ...nsl.set(variable, built.result), origin });
    }
    return nsl.name(this.symbols.get(symbol) ?? "none");
  }

  /** A constant of the compiler's own at the top of the skill, once. */
  library(wish: string, value: Expression): Expression {
    const known = this.libraries.get(wish);
    const variable = known ?? this.names.lasting(() => this.names.unique(wish));
    if (known === undefined) {
      this.libraries.set(wish, variable);
      this.tables.push({ ...nsl.set(variable, value), origin: this.place });
    }
    return nsl.name(variable);
  }

  /** The finished body: tables first. */
  finish(): Statement[] {
    return [...this.tables, ...this.buffer];
  }
}

/** Using the expression twice, or later, gives the same value at no cost. */
export function isStable(expression: Expression): boolean {
  return ["name", "text", "number", "boolean", "none"].includes(expression.kind);
}

/** Stable, or a plain read of one: it may be written twice, once to test it and once to use it. */
export function isRepeatable(expression: Expression): boolean {
  return (
    isStable(expression) ||
    (expression.kind === "item" && isStable(expression.target) && isStable(expression.key))
  );
}

/** Free of effects: nothing but reading and computing. */
export function isPure(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      return false;
    case "list":
    case "tuple":
      return expression.items.every(isPure);
    case "dict":
      return expression.entries.every(([key, value]) => isPure(key) && isPure(value));
    case "item":
      return isPure(expression.target) && isPure(expression.key);
    case "slice":
    case "attribute":
      return isPure(expression.target);
    case "filter":
      return isPure(expression.target) && expression.positional.every(isPure);
    case "test":
      return isPure(expression.target);
    case "unary":
      return isPure(expression.operand);
    case "binary":
      return isPure(expression.left) && isPure(expression.right);
    case "conditional":
      return isPure(expression.test) && isPure(expression.then) && isPure(expression.otherwise);
    default:
      return true;
  }
}

/** Does computing the value do something: call an action or another skill? */
export function acts(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      return (
        expression.callee.kind === "name" ||
        acts(expression.callee) ||
        expression.positional.some(acts) ||
        expression.keywords.some(([, value]) => acts(value))
      );
    case "list":
    case "tuple":
      return expression.items.some(acts);
    case "dict":
      return expression.entries.some(([, value]) => acts(value));
    case "item":
      return acts(expression.target) || acts(expression.key);
    case "slice":
      return [expression.target, expression.from, expression.to].some((part) => part !== null && acts(part));
    case "attribute":
    case "test":
      return acts(expression.target);
    case "filter":
      return acts(expression.target) || expression.positional.some(acts);
    case "unary":
      return acts(expression.operand);
    case "binary":
      return acts(expression.left) || acts(expression.right);
    case "conditional":
      return acts(expression.test) || acts(expression.then) || acts(expression.otherwise);
    default:
      return false;
  }
}

/** A Python builtin-like call by name, for the few globals NSL offers. */
export function callGlobal(global: string, ...positional: Expression[]): Expression {
  return nsl.call(nsl.name(global), positional);
}
