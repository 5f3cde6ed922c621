/** Pass `copies`: a second name for a value that has one, and a value nobody reads, are left out. */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import { onlyComputes } from "./effects.ts";
import { readEntries } from "./entries.ts";
import { isSteadyValue } from "./steady-value.ts";
import { definedBy, eachExpression, eachStatement, mapBlock, mapBlocks, mapExpressions } from "./tree.ts";

/** Which parts of the pass are made. */
export interface CopyParts {
  /** Second names and values nobody reads. */
  readonly copies: boolean;
  /** Entries of records. */
  readonly entries: boolean;
}

/** Leaves out copies and dead values until there are none. */
export function copies(skill: Skill, parts: CopyParts): Skill {
  let body = skill.body;
  for (;;) {
    const next = round(skill, body, parts);
    if (next === body) {
      return { ...skill, body };
    }
    body = next;
  }
}

function round(skill: Skill, before: readonly Statement[], parts: CopyParts): readonly Statement[] {
  const facts = new Facts(skill, before);
  const replaced = parts.copies ? facts.replacements() : new Map<string, Expression>();
  const copied = replaced.size === 0 ? before : mapExpressions(before, (part) => replace(part, replaced));
  // Which values a variable is given is the same before and after; how often it is read is not.
  const read = parts.entries ? readEntries(copied, (name) => facts.isSteady(name)) : copied;
  return parts.copies ? withoutDead(read, read === before ? facts : new Facts(skill, read)) : read;
}

function replace(part: Expression, replaced: ReadonlyMap<string, Expression>): Expression {
  return part.kind === "name" ? (replaced.get(part.name) ?? part) : part;
}

/** How often the variables of a skill are given values and read. */
class Facts {
  private readonly definitions = new Map<string, number>();
  private readonly reads = new Map<string, number>();
  private readonly values = new Map<string, Expression>();

  constructor(skill: Skill, body: readonly Statement[]) {
    skill.parameters.forEach(({ name }) => {
      add(this.definitions, name);
    });
    eachStatement(body, (statement) => {
      definedBy(statement).forEach((name) => {
        add(this.definitions, name);
      });
      if (statement.kind === "set") {
        this.values.set(statement.name, statement.value);
      }
      if (statement.kind === "box" || statement.kind === "for") {
        // A box and the variable of a loop are never copied.
        definedBy(statement).forEach((name) => {
          this.values.delete(name);
        });
      }
    });
    eachExpression(body, (expression) => {
      if (expression.kind === "name" || expression.kind === "held") {
        add(this.reads, expression.name);
      }
    });
  }

  /** Variables that are given one value, which may stand in their place. */
  replacements(): Map<string, Expression> {
    const found = new Map<string, Expression>();
    for (const [name, value] of this.values) {
      if (
        name !== "_" &&
        this.isSingle(name) &&
        this.isRead(name) &&
        isSteadyValue(value, (other) => this.isSteady(other))
      ) {
        // A chain of copies is shortened from one round to the next.
        if (!(value.kind === "name" && found.has(value.name))) {
          found.set(name, value);
        }
      }
    }
    return found;
  }

  isRead(name: string): boolean {
    return (this.reads.get(name) ?? 0) > 0;
  }

  /** Is it given one value, or none in this skill? */
  isSteady(name: string): boolean {
    return (this.definitions.get(name) ?? 0) <= 1;
  }

  private isSingle(name: string): boolean {
    return this.definitions.get(name) === 1;
  }
}

function withoutDead(block: readonly Statement[], facts: Facts): readonly Statement[] {
  return mapBlock(block, (statement) =>
    // A box stays: it is declared before it is put into, whether it is read or not.
    statement.kind === "set" &&
    statement.name !== "_" &&
    !facts.isRead(statement.name) &&
    onlyComputes(statement.value)
      ? []
      : mapBlocks(statement, (inner) => withoutDead(inner, facts)),
  );
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
