/** Who calls whom in a program. */
import ts from "typescript";
import type { FunctionValues } from "./function-values.ts";
import { type Callable, calledBy, functionName } from "./functions.ts";
import { isContextExpression } from "./platform-context.ts";
import { walk } from "./walk.ts";

/** The functions that are called, directly or through others, from a function; itself only if it recurs. */
export class CallGraph {
  private readonly direct = new Map<Callable, ReadonlySet<Callable>>();
  private readonly persona = new Map<Callable, boolean>();
  private readonly circles = new Map<Callable, readonly string[] | undefined>();

  /**
   * @param personaMembers members of the context that work on the conversation's persona
   * @param values the functions that stand in tables
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly personaMembers: ReadonlySet<string>,
    readonly values: FunctionValues,
  ) {}

  /** Functions called in the body. */
  callees(declaration: Callable): ReadonlySet<Callable> {
    const known = this.direct.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const found = new Set<Callable>();
    walk(declaration, (node) => {
      if (ts.isCallExpression(node)) {
        calledBy(this.checker, node).forEach((target) => found.add(target));
        this.values.calledBy(node).forEach((target) => found.add(target));
      }
    });
    this.direct.set(declaration, found);
    return found;
  }

  /** A path of names from the function back to itself; undefined when it does not recur. */
  recursion(declaration: Callable): readonly string[] | undefined {
    if (!this.circles.has(declaration)) {
      this.circles.set(declaration, this.findCircle(declaration));
    }
    return this.circles.get(declaration);
  }

  private findCircle(declaration: Callable): readonly string[] | undefined {
    const seen = new Set<Callable>();
    const search = (from: Callable, path: readonly string[]): readonly string[] | undefined => {
      for (const next of this.callees(from)) {
        if (next === declaration) {
          return [...path, functionName(next)];
        }
        if (!seen.has(next)) {
          seen.add(next);
          const found = search(next, [...path, functionName(next)]);
          if (found !== undefined) {
            return found;
          }
        }
      }
      return undefined;
    };
    return search(declaration, [functionName(declaration)]);
  }

  /** Does the function, or one it calls, work on the conversation's persona? */
  usesPersona(declaration: Callable): boolean {
    const known = this.persona.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const reached = new Set([declaration]);
    // Functions that call each other are all looked at, whichever is asked for first.
    for (const from of reached) {
      this.callees(from).forEach((callee) => reached.add(callee));
    }
    const uses = [...reached].some((one) => this.namesPersona(one));
    this.persona.set(declaration, uses);
    return uses;
  }

  private namesPersona(declaration: Callable): boolean {
    let names = false;
    walk(declaration, (node) => {
      names ||=
        ts.isPropertyAccessExpression(node) &&
        this.personaMembers.has(node.name.text) &&
        isContextExpression(this.checker, node.expression);
    });
    return names;
  }
}
