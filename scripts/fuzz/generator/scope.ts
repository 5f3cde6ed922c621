/** What a piece of a generated program can see: variables by type, functions, and where it stands. */
import { variableName } from "./names.ts";
import type { Tree } from "./tree.ts";

/** The types of generated values. */
export type Kind = "int" | "text" | "bool" | "maybe" | "ints" | "texts" | "rec" | "recs" | "answer";

/** The kinds that any expression can have; an answer only comes out of a wait. */
export type ExpressionKind = Exclude<Kind, "answer">;

/** Writes one form of expression. */
export type Production = (tree: Tree, scope: Scope) => string;

/** The forms of each kind. The first must need no further part. */
export type Productions = Readonly<Record<ExpressionKind, readonly Production[]>>;

/** A type as TypeScript. `Rec` is declared by every generated program. */
export const typeNames: Readonly<Record<Kind, string>> = {
  int: "number",
  text: "string",
  bool: "boolean",
  maybe: "string | null",
  ints: "readonly number[]",
  texts: "readonly string[]",
  rec: "Rec",
  recs: "readonly Rec[]",
  answer: "HttpResult",
};

/** A variable: an expression that reads it, and how it may be changed. */
export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** `let` variables are assigned, `list` and `object` are built in place, `box` is an object with a list in it, `shown` is only told at the end. */
  readonly change: "none" | "let" | "list" | "object" | "box" | "shown";
}

/** A helper that may be called. */
export interface Helper {
  readonly name: string;
  readonly isAsync: boolean;
  readonly usesContext: boolean;
  readonly parameters: readonly Kind[];
  /** The last parameter may be left out. */
  readonly hasDefault: boolean;
  readonly returns: Kind;
  /** What is written in another way than a function of its own parameters that does one thing after the other. */
  readonly form: "plain" | "rest" | "recursive" | "handing";
}

/** A table of functions at module level: a list of them, or a record by names. */
export interface Table {
  readonly name: string;
  readonly isList: boolean;
  readonly element: ExpressionKind;
  readonly result: ExpressionKind;
}

/** What is fixed inside one function. */
export interface FunctionFrame {
  readonly productions: Productions;
  readonly helpers: readonly Helper[];
  readonly tables: readonly Table[];
  readonly isAsync: boolean;
  readonly usesContext: boolean;
  readonly returns: Kind | "everything";
}

/** A scope. Blocks get a scope of their own; names that went out of scope are used again. */
export class Scope {
  readonly variables: Variable[];
  private count: number;

  constructor(
    readonly frame: FunctionFrame,
    readonly loops: number,
    /** Expressions inside a callback may not log through statements or wait. */
    readonly inCallback: boolean,
    /** A `break` here would end a `switch`, not the loop. */
    readonly inSwitch: boolean,
    outer: Scope | null = null,
    /** A callback here may change nothing outside of it: the expression waits, or the callback has a name. */
    readonly isSteady = false,
  ) {
    this.variables = outer === null ? [] : [...outer.variables];
    this.count = outer === null ? 0 : outer.count;
  }

  /** A scope inside this one. */
  block(
    more: {
      readonly inLoop?: boolean;
      readonly inCallback?: boolean;
      readonly inSwitch?: boolean;
      readonly isSteady?: boolean;
    } = {},
  ): Scope {
    return new Scope(
      this.frame,
      this.loops + (more.inLoop === true ? 1 : 0),
      this.inCallback || more.inCallback === true,
      more.inSwitch ?? (more.inLoop === true ? false : this.inSwitch),
      this,
      this.isSteady || more.isSteady === true,
    );
  }

  /** A new variable. */
  declare(kind: Kind, change: Variable["change"] = "none"): Variable {
    this.count += 1;
    const variable = { name: variableName(kind, this.count), kind, change };
    this.variables.push(variable);
    return variable;
  }

  /** A new variable with the name of one that is seen from here, and no more after that; undefined when there is none. */
  shadow(kind: Kind, pick: number): Variable | undefined {
    const hidden = this.variables[pick % Math.max(this.variables.length, 1)];
    if (hidden === undefined) {
      return undefined;
    }
    const left = this.variables.filter(({ name }) => name !== hidden.name);
    const variable: Variable = { name: hidden.name, kind, change: "none" };
    this.variables.splice(0, this.variables.length, ...left, variable);
    return variable;
  }

  /** The same scope, in which a variable is not known. */
  without(name: string): Scope {
    const scope = this.block();
    scope.variables.splice(
      0,
      scope.variables.length,
      ...this.variables.filter((known) => known.name !== name),
    );
    return scope;
  }

  /** A variable with a name that was given. */
  add(variable: Variable): void {
    this.variables.push(variable);
  }

  /** One of the variables of a kind that may be read as they are; undefined when there is none. */
  find(kind: Kind, pick: number): string | undefined {
    const found = this.variables.filter(
      (variable) => variable.kind === kind && (variable.change === "none" || variable.change === "let"),
    );
    return found[pick % Math.max(found.length, 1)]?.name;
  }

  /** One of the variables that may be changed in a way, of a kind if one is given. */
  findChangeable(change: Variable["change"], pick: number, kind?: Kind): Variable | undefined {
    const found = this.variables.filter(
      (variable) => variable.change === change && (kind === undefined || variable.kind === kind),
    );
    return found[pick % Math.max(found.length, 1)];
  }

  /** One of the helpers a list of a kind can be given as a callback: of the element and its index. */
  findCallback(element: Kind, result: Kind, pick: number): string | undefined {
    const found = this.frame.helpers.filter(
      ({ form, isAsync, usesContext, parameters: [first, second], returns }) =>
        form === "plain" &&
        !isAsync &&
        !usesContext &&
        first === element &&
        second === "int" &&
        returns === result,
    );
    return found[pick % Math.max(found.length, 1)]?.name;
  }

  /** One of the helpers that give a kind and can be called here. */
  findHelper(kind: Kind | null, isAsync: boolean, pick: number): Helper | undefined {
    const found = this.frame.helpers.filter(
      (helper) =>
        helper.isAsync === isAsync &&
        (kind === null || helper.returns === kind) &&
        (!helper.usesContext || this.frame.usesContext),
    );
    return found[pick % Math.max(found.length, 1)];
  }
}
