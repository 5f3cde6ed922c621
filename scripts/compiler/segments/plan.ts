/**
 * An async function cut into segments: what runs from one suspension to the next. Statements without an
 * `await` stay whole; those with one are taken apart until every `await` ends a segment.
 */
import type ts from "typescript";
import type { Callable } from "../analysis/functions.ts";

/** A variable of the plan's own: the list and the position of a loop, or an awaited part of an expression. */
export interface PlanLocal {
  readonly planLocal: string;
}

/** Something whose value must survive a suspension. */
export type Local = ts.Symbol | PlanLocal;

/** What a segment starts with: where the awaited value goes. */
export type Binding =
  | { readonly kind: "none" }
  | { readonly kind: "declare"; readonly name: ts.BindingName }
  | { readonly kind: "assign"; readonly target: ts.Identifier }
  | { readonly kind: "hold"; readonly local: PlanLocal }
  | { readonly kind: "return"; readonly node: ts.ReturnStatement };

/** A test of a branch. */
export type Test =
  | { readonly kind: "expression"; readonly node: ts.Expression }
  | { readonly kind: "absent"; readonly value: PlanLocal | ts.Expression }
  /** Is the value true, as one of the node's type? */
  | { readonly kind: "truth"; readonly value: PlanLocal; readonly node: ts.Expression }
  | { readonly kind: "label"; readonly value: PlanLocal; readonly labels: readonly ts.Expression[] }
  | { readonly kind: "inside"; readonly list: PlanLocal; readonly index: PlanLocal };

/** One thing a segment does. The last of every path is a `goto`, `suspend`, `call` or `return`. */
export type Step =
  | { readonly kind: "statement"; readonly node: ts.Statement }
  | { readonly kind: "declaration"; readonly node: ts.VariableDeclaration }
  | { readonly kind: "expression"; readonly node: ts.Expression }
  | { readonly kind: "keep"; readonly local: PlanLocal; readonly node: ts.Expression }
  | { readonly kind: "start"; readonly local: PlanLocal; readonly as: "zero" | "list" | "nothing" }
  | {
      readonly kind: "take";
      readonly list: PlanLocal;
      readonly index: PlanLocal;
      /** Where the element goes, and its position. */
      readonly name: ts.BindingName | undefined;
      readonly position?: ts.BindingName | undefined;
    }
  | { readonly kind: "append"; readonly list: PlanLocal; readonly value: PlanLocal; readonly node: ts.Node }
  /** The arguments of a function that is written in place become its parameters. */
  | {
      readonly kind: "bind";
      readonly callee: Callable;
      readonly call: ts.CallExpression;
      readonly functions: GivenFunctions;
      readonly node: ts.Node;
    }
  | {
      readonly kind: "branch";
      readonly test: Test;
      readonly then: readonly Step[];
      readonly otherwise: readonly Step[];
      readonly node: ts.Node;
    }
  | { readonly kind: "goto"; readonly target: Segment; readonly node: ts.Node }
  | {
      readonly kind: "suspend";
      readonly request: ts.Expression;
      readonly resume: Segment;
      readonly node: ts.Node;
    }
  | {
      readonly kind: "call";
      readonly callee: ts.FunctionDeclaration;
      readonly call: ts.CallExpression;
      readonly resume: Segment;
      readonly node: ts.Node;
    }
  | { readonly kind: "return"; readonly value: ts.Expression | null; readonly node: ts.Node };

/** The functions that parameters stand for. */
export type GivenFunctions = ReadonlyMap<ts.Symbol, Callable | null>;

/** A piece of the function that becomes one skill. */
export interface Segment {
  /** Position in the plan; 0 is the start of the function. */
  readonly index: number;
  readonly binding: Binding;
  /** What parameters of functions written in place stand for where it starts. */
  readonly functions: GivenFunctions;
  steps: readonly Step[];
  /** What must be there when the segment starts, in a fixed order. */
  needs: readonly Local[];
}

/** A function, cut. */
export interface Plan {
  readonly declaration: ts.FunctionDeclaration;
  readonly segments: readonly Segment[];
  /** Expressions whose value is computed before the statement they stand in, and where it is kept. */
  readonly held: ReadonlyMap<ts.Node, PlanLocal>;
  /** Async functions that are written in place of their calls. */
  readonly inPlace: ReadonlySet<Callable>;
  /** The functions that each parameter of these may stand for. */
  readonly given: ReadonlyMap<ts.Symbol, readonly Callable[]>;
}

/** Is it one of the plan's own variables? */
export function isPlanLocal(local: Local | ts.Expression): local is PlanLocal {
  return "planLocal" in local;
}

const frameNames = new WeakMap<ts.Symbol, string>();

/** Gives the variables of a function names of their own: two blocks may use one name for two variables. */
export function nameLocals(symbols: Iterable<ts.Symbol>): void {
  const taken = new Set<string>();
  for (const symbol of symbols) {
    let name = symbol.name;
    for (let count = 2; taken.has(name); count += 1) {
      name = `${symbol.name}.${String(count)}`;
    }
    taken.add(name);
    frameNames.set(symbol, name);
  }
}

/** The name of a local in a frame. */
export function localName(local: Local): string {
  return isPlanLocal(local) ? local.planLocal : (frameNames.get(local) ?? local.name);
}
