/** The author's variables in a skill: the name of each, and whether a box holds its value. */
import type ts from "typescript";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import type { NameScope } from "./names.ts";
import type { StatementBuffer } from "./statement-buffer.ts";
import type { Temporaries } from "./temporaries.ts";
import { whileSet } from "./while-set.ts";

/** Knows the variables of one skill. */
export class Variables {
  private readonly names = new Map<ts.Symbol, string>();
  private readonly boxed = new Set<ts.Symbol>();
  private readonly substitutions = new Map<ts.Symbol, Expression>();

  constructor(
    private readonly scope: NameScope,
    private readonly temporaries: Temporaries,
    private readonly buffer: StatementBuffer,
  ) {}

  /** Makes the variable of a symbol known; `variable` when it has one already. */
  declare(symbol: ts.Symbol, variable: string = this.scope.unique(symbol.name)): string {
    this.temporaries.claim(variable);
    this.names.set(symbol, variable);
    return variable;
  }

  /** The variable of a symbol, or undefined when it is none of this skill's. */
  nameOf(symbol: ts.Symbol): string | undefined {
    return this.names.get(symbol);
  }

  /** Marks a variable that is assigned inside a loop it was declared outside of. */
  box(symbol: ts.Symbol): void {
    this.boxed.add(symbol);
  }

  /** Is the value of the variable in a box? */
  isBoxed(symbol: ts.Symbol): boolean {
    return this.boxed.has(symbol);
  }

  /** Declares the variable of a symbol with its first value. */
  initialise(symbol: ts.Symbol, value: Expression, origin: ts.Node): void {
    const adopted = this.boxed.has(symbol) ? null : this.temporaries.adoptable(value, symbol.name);
    if (adopted !== null) {
      this.declare(symbol, adopted);
      return;
    }
    const plain = this.temporaries.unwrap(value);
    const variable = this.declare(symbol);
    const statement = this.boxed.has(symbol) ? nsl.box(variable, plain) : nsl.set(variable, plain);
    this.buffer.emit({ ...statement, origin });
  }

  /** Assigns to the variable of a symbol. */
  assign(symbol: ts.Symbol, value: Expression, origin: ts.Node): void {
    const variable = this.names.get(symbol) ?? this.declare(symbol);
    const statement = this.boxed.has(symbol) ? nsl.put(variable, value) : nsl.set(variable, value);
    this.buffer.emit({ ...statement, origin });
  }

  /** The value of a symbol: a substituted argument, a boxed or a plain variable. */
  read(symbol: ts.Symbol): Expression | undefined {
    const substituted = this.substitutions.get(symbol);
    if (substituted !== undefined) {
      return substituted;
    }
    const variable = this.names.get(symbol);
    if (variable === undefined) {
      return undefined;
    }
    return this.boxed.has(symbol) ? nsl.held(variable) : nsl.name(variable);
  }

  /** Stands an expression in for a symbol while `work` runs: the argument of an inlined function. */
  substituting<T>(pairs: readonly (readonly [ts.Symbol, Expression])[], work: () => T): T {
    return whileSet(this.substitutions, pairs, work);
  }

  /**
   * Writes a function in place, maybe inside of itself: what its variables are called before, they are called behind it.
   *
   * @param symbols its parameters and variables
   */
  apart<T>(symbols: readonly ts.Symbol[], work: () => T): T {
    const before = symbols.map((symbol) => [symbol, this.names.get(symbol)] as const);
    try {
      return work();
    } finally {
      for (const [symbol, name] of before) {
        if (name !== undefined) {
          this.names.set(symbol, name);
        }
      }
    }
  }
}
