/** Variables of the compiler's own: they hold a value, or a part of one, while it is made. */
import type { Expression, Statement } from "../nsl/ast.ts";
import { isStable } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import type { NameHint } from "./name-hint.ts";
import type { NameScope } from "./names.ts";
import type { StatementBuffer } from "./statement-buffer.ts";

/** Makes such variables, named after the variable whose value they help to make. */
export class Temporaries {
  /** Variables a declaration may take over, with the name each was made for. */
  private readonly unclaimed = new Map<string, string>();

  constructor(
    private readonly names: NameScope,
    private readonly hint: NameHint,
    private readonly buffer: StatementBuffer,
  ) {}

  /** A new variable whose value nobody else will change. */
  temporary(preferred: string): string {
    const { current } = this.hint;
    const variable = this.names.helper(current === null ? preferred : `${preferred}_${current}`);
    this.unclaimed.set(variable, "");
    return variable;
  }

  /** A new variable that holds the whole value being made: it takes the name of the variable that is for. */
  result(preferred: string): string {
    const named = this.hint.take();
    const variable = named === null ? this.names.helper(preferred) : this.names.unique(named);
    this.unclaimed.set(variable, named ?? "");
    return variable;
  }

  /** Starts a list or an object that is filled step by step. */
  start(value: Expression, preferred: string): Expression {
    return this.assigned(this.result(preferred), value);
  }

  /** Puts a value into a variable, so that it is computed once and here. What was refused stays what it is. */
  spill(value: Expression, preferred: string): Expression {
    const variable = this.temporary(preferred);
    const spilled = this.assigned(variable, value);
    return value.refused === true ? { ...spilled, refused: true } : spilled;
  }

  /** The value itself when using it again is free of cost and effect, else a variable. */
  stable(value: Expression, preferred: string): Expression {
    return isStable(value) ? value : this.spill(value, preferred);
  }

  /** A new box holding a value, declared in the prelude of a body or here. */
  box(preferred: string, value: Expression, into: Statement[] | null = null): string {
    const variable = this.names.helper(preferred);
    const statement = nsl.box(variable, value);
    if (into === null) {
      this.buffer.emit(statement);
    } else {
      into.push({ ...statement, origin: this.buffer.place });
    }
    return variable;
  }

  /** The variable of a value made in place, when a declaration of that name may have it: `const titles = list.map(...)`. */
  adoptable(value: Expression, preferred: string): string | null {
    return value.kind === "name" && this.unclaimed.get(value.name) === preferred ? value.name : null;
  }

  /** The value of a temporary that was set just now and serves nothing else. */
  unwrap(value: Expression): Expression {
    const isTemporary = value.kind === "name" && this.unclaimed.has(value.name);
    const taken = isTemporary ? this.buffer.takeBack(value.name) : undefined;
    if (!isTemporary || taken === undefined) {
      return value;
    }
    this.unclaimed.delete(value.name);
    return taken;
  }

  /** Somebody has the variable now. */
  claim(variable: string): void {
    this.unclaimed.delete(variable);
  }

  private assigned(variable: string, value: Expression): Expression {
    this.buffer.emit(nsl.set(variable, value));
    return nsl.name(variable);
  }
}
