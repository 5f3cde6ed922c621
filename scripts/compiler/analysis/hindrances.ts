/** What hinders an error on its way to the `try` that would catch it. */
import type ts from "typescript";

/** Where an error cannot be followed, and what to write. */
export interface Hindrance {
  readonly node: ts.Node;
  readonly advice: string;
}

/** Why each `try` of a program that was left stays one. */
export const hindrances = new WeakMap<ts.TryStatement, Hindrance>();

/** Why each class of a program that was left stays one. */
export const classHindrances = new WeakMap<ts.ClassLikeDeclaration, Hindrance>();
