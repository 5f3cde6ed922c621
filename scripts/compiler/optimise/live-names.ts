/** Part of passes `join-names` and `reuse-names`: which variables of a skill hold values that are still read at the same time. */
import type { Expression, Statement } from "../nsl/ast.ts";
import { returned } from "./returns.ts";
import { definedBy, headOf, partsOf } from "./tree.ts";

/** The loop of a statement. */
type Loop = Extract<Statement, { kind: "for" }>;

/**
 * The pairs of variables that may not be one: one of them is given a value while that of the other is still read.
 *
 * @param kindOf of the variables that are looked at; only those of the same kind are compared
 */
export function overlaps(
  body: readonly Statement[],
  kindOf: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const walk = new Walk(kindOf);
  const unset = walk.before(body, new Set());
  // What is read although it may never have been given a value must find none then, either.
  unset.forEach((name) => {
    walk.give(name, unset);
  });
  return walk.found;
}

/** Goes through blocks from their ends to their starts. */
class Walk {
  readonly found = new Map<string, Set<string>>();
  /** What the body of a loop reads of what was given values outside of the turn. */
  private readonly fromOutside = new Map<Loop, ReadonlySet<string>>();

  constructor(private readonly kindOf: ReadonlyMap<string, unknown>) {}

  /** The variables whose values are read from the start of a block on. @param after those that are from its end on */
  before(block: readonly Statement[], after: ReadonlySet<string>): Set<string> {
    let live = new Set(after);
    for (const statement of block.toReversed()) {
      live = this.beforeStatement(statement, live);
    }
    return live;
  }

  /**
   * A variable is given a value where these are still read.
   *
   * @param source the variable that has the same value, for it may have the same name
   */
  give(name: string, live: ReadonlySet<string>, source: string | null = null): void {
    const kind = this.kindOf.get(name);
    if (kind === undefined) {
      return;
    }
    for (const other of live) {
      if (other !== name && other !== source && this.kindOf.get(other) === kind) {
        this.pair(name, other);
        this.pair(other, name);
      }
    }
  }

  private beforeStatement(statement: Statement, after: Set<string>): Set<string> {
    switch (statement.kind) {
      case "set":
      case "box":
        this.give(statement.name, after, sourceOf(statement));
        after.delete(statement.name);
        return this.read(statement.value, after);
      case "put":
        return this.read(statement.value, this.keep(statement.name, after));
      case "effect":
        return this.read(statement.value, after);
      case "output":
        return this.read(statement.value, returned(statement) === undefined ? after : new Set());
      case "if": {
        const live = this.before(statement.then, after);
        this.before(statement.otherwise, after).forEach((name) => live.add(name));
        return this.read(statement.test, live);
      }
      case "for":
        return this.beforeLoop(statement, after);
    }
  }

  /** A turn begins with what was before the loop, whatever the turn before it has set: it is forgotten at its end. */
  private beforeLoop(loop: Loop, after: Set<string>): Set<string> {
    this.outside(loop).forEach((name) => after.add(name));
    const turn = this.read(headOf(loop), this.before(loop.body, after));
    loop.names.forEach((name) => {
      this.give(name, turn);
      this.give(name, new Set(loop.names));
    });
    return this.read(headOf(loop), after);
  }

  private outside(loop: Loop): ReadonlySet<string> {
    const known = this.fromOutside.get(loop);
    if (known !== undefined) {
      return known;
    }
    const found = this.before(loop.body, new Set());
    definedBy(loop).forEach((name) => found.delete(name));
    this.fromOutside.set(loop, found);
    return found;
  }

  private read(expression: Expression, live: Set<string>): Set<string> {
    if (expression.kind === "name" || expression.kind === "held") {
      return this.keep(expression.name, live);
    }
    partsOf(expression).forEach((part) => this.read(part, live));
    return live;
  }

  private keep(name: string, live: Set<string>): Set<string> {
    return this.kindOf.has(name) ? live.add(name) : live;
  }

  private pair(name: string, other: string): void {
    const others = this.found.get(name);
    if (others === undefined) {
      this.found.set(name, new Set([other]));
    } else {
      others.add(other);
    }
  }
}

function sourceOf({ kind, value }: Extract<Statement, { kind: "set" | "box" }>): string | null {
  return kind === "set" && value.kind === "name" ? value.name : null;
}
