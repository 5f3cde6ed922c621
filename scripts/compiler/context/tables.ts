/** What stands once at the top of a skill: module-level constants it reads, and constants of the compiler's own. */
import type ts from "typescript";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import type { NameScope } from "./names.ts";
import type { StatementBuffer } from "./statement-buffer.ts";
import type { Variables } from "./variables.ts";

/** The constants of one skill. */
export class Tables {
  private readonly statements: Statement[] = [];
  private readonly constants = new Set<ts.Symbol>();
  private readonly libraries = new Map<string, string>();

  constructor(
    private readonly names: NameScope,
    private readonly variables: Variables,
    private readonly buffer: StatementBuffer,
  ) {}

  /** The statements that make them. */
  get written(): readonly Statement[] {
    return this.statements;
  }

  /** Puts a module-level constant at the top, once, and gives its variable. */
  constant(symbol: ts.Symbol, build: () => Expression, origin: ts.Node): Expression {
    if (!this.constants.has(symbol)) {
      this.constants.add(symbol);
      const { built, variable } = this.names.lasting(() => ({
        built: this.buffer.capture(build),
        variable: this.variables.declare(symbol),
      }));
      this.statements.push(...built.statements, { ...nsl.set(variable, built.result), origin });
    }
    return nsl.name(this.variables.nameOf(symbol) ?? "none");
  }

  /** Puts a constant of the compiler's own at the top, once, and gives its variable. */
  library(preferred: string, value: Expression): Expression {
    const known = this.libraries.get(preferred);
    const variable = known ?? this.names.lasting(() => this.names.unique(preferred));
    if (known === undefined) {
      this.libraries.set(preferred, variable);
      this.statements.push({ ...nsl.set(variable, value), origin: this.buffer.place });
    }
    return nsl.name(variable);
  }
}
