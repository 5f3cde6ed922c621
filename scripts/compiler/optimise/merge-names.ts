/** Part of pass `copies`: a value that is only handed on to another name has that name from the start. */
import type { Skill, Statement } from "../nsl/ast.ts";
import { rename } from "./names.ts";
import { blocksOf, definedBy, eachExpression, mapBlocks } from "./tree.ts";

/** What is known of a variable: the loops it is given values in, and how. */
interface Variable {
  count: number;
  isPlain: boolean;
  readonly loops: Set<Statement | null>;
}

/** Renames `y` to `x` where the only read of `y` is `set x = y`, which is all that `x` is given. */
export function mergeNames({ parameters }: Skill, body: readonly Statement[]): readonly Statement[] {
  const variables = new Map<string, Variable>();
  const known = (name: string): Variable => {
    const found = variables.get(name) ?? { count: 0, isPlain: true, loops: new Set() };
    variables.set(name, found);
    return found;
  };
  parameters.forEach(({ name }) => {
    known(name).isPlain = false;
  });
  const copies: { from: string; to: string; loop: Statement | null }[] = [];
  const visit = (block: readonly Statement[], loop: Statement | null): void => {
    for (const statement of block) {
      for (const name of statement.kind === "put" ? [statement.name] : definedBy(statement)) {
        const variable = known(name);
        variable.count += 1;
        variable.isPlain &&= statement.kind === "set";
        variable.loops.add(loop);
      }
      if (statement.kind === "set" && statement.value.kind === "name") {
        copies.push({ from: statement.value.name, to: statement.name, loop });
      }
      blocksOf(statement).forEach((inner) => {
        visit(inner, statement.kind === "for" ? statement : loop);
      });
    }
  };
  visit(body, null);
  const reads = new Map<string, number>();
  eachExpression(body, (part) => {
    if (part.kind === "name" || part.kind === "held") {
      reads.set(part.name, (reads.get(part.name) ?? 0) + 1);
    }
  });
  const names = new Map<string, string>();
  const touched = new Set<string>();
  for (const { from, to, loop } of copies) {
    const [source, target] = [variables.get(from), variables.get(to)];
    if (
      source?.isPlain === true &&
      source.count > 0 &&
      target?.isPlain === true &&
      target.count === 1 &&
      from !== "_" &&
      to !== "_" &&
      reads.get(from) === 1 &&
      source.loops.size === 1 &&
      source.loops.has(loop) &&
      !touched.has(from) &&
      !touched.has(to)
    ) {
      names.set(from, to);
      touched.add(from).add(to);
    }
  }
  return names.size === 0 ? body : withoutSelf(rename(body, names));
}

function withoutSelf(block: readonly Statement[]): readonly Statement[] {
  return block
    .filter(
      (statement) =>
        !(
          statement.kind === "set" &&
          statement.value.kind === "name" &&
          statement.value.name === statement.name
        ),
    )
    .map((statement) => mapBlocks(statement, withoutSelf));
}
