/** Gives the variables of a block that is moved into another skill names that nothing there has. */
import { safeName } from "../context/names.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import {
  definedBy,
  eachExpression,
  eachStatement,
  mapExpression,
  headOf,
  withHead,
  mapBlock,
  mapBlocks,
} from "./tree.ts";

/** Every name that stands in a block, of variables and of what is called. */
export function namesIn(block: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  eachStatement(block, (statement) => {
    definedBy(statement).forEach((name) => names.add(name));
    if (statement.kind === "put") {
      names.add(statement.name);
    }
  });
  eachExpression(block, (expression) => {
    if (expression.kind === "name" || expression.kind === "held") {
      names.add(expression.name);
    }
  });
  return names;
}

/** A name like the preferred one that is not taken and that templates let one give to a variable; takes it. */
export function freshName(preferred: string, taken: Set<string>): string {
  const safe = safeName(preferred);
  const stem = safe.replace(/_\d+$/u, "");
  let name = taken.has(safe) ? `${stem}_2` : safe;
  for (let count = 3; taken.has(name); count += 1) {
    name = `${stem}_${String(count)}`;
  }
  taken.add(name);
  return name;
}

/** Renames variables throughout a block. */
export function rename(
  block: readonly Statement[],
  names: ReadonlyMap<string, string>,
): readonly Statement[] {
  const to = (name: string): string => names.get(name) ?? name;
  const read = (part: Expression): Expression =>
    (part.kind === "name" || part.kind === "held") && names.has(part.name)
      ? { ...part, name: to(part.name) }
      : part;
  return mapBlock(block, (statement) => {
    const changed = mapBlocks(withHead(statement, mapExpression(headOf(statement), read)), (inner) =>
      rename(inner, names),
    );
    switch (changed.kind) {
      case "set":
      case "box":
      case "put":
        return names.has(changed.name) ? { ...changed, name: to(changed.name) } : changed;
      case "for":
        return changed.names.some((name) => names.has(name))
          ? { ...changed, names: changed.names.map(to) }
          : changed;
      default:
        return changed;
    }
  });
}
