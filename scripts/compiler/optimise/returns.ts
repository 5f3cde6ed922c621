/**
 * The body of a skill as statements of another: `Return` ends a skill at once, so what stands after one goes into the
 * other branch, or behind a mark that says whether the value is known.
 */
import type ts from "typescript";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { blocksOf } from "./tree.ts";

/** Writes what stands in place of a `Return`; null for one without a value. */
export type Give = (
  value: Expression | null,
  origin: ts.Node | undefined,
  isInLoop: boolean,
) => readonly Statement[];

/** Whether a block ends in a `Return`. */
type Exit = "never" | "sometimes" | "always";

interface Part {
  readonly block: readonly Statement[];
  readonly exit: Exit;
}

/** A body without `Return`. */
export interface Opened {
  readonly block: readonly Statement[];
  /** The mark that is set with the value: none, a variable, or a box because a loop sets it. */
  readonly mark: "none" | "variable" | "box";
}

/** `Return(...)`: its value; null without one, undefined when the statement is no `Return`. */
export function returned(statement: Statement): Expression | null | undefined {
  if (statement.kind !== "output" || statement.value.kind !== "call") {
    return undefined;
  }
  const { callee, keywords } = statement.value;
  return callee.kind === "name" && callee.name === "Return" ? (keywords[0]?.[1] ?? null) : undefined;
}

/** Does a `Return` stand in the block? */
function hasReturn(block: readonly Statement[]): boolean {
  return block.some((statement) => returned(statement) !== undefined || blocksOf(statement).some(hasReturn));
}

/** Does a loop of the block hold a `Return`? */
function returnsInLoop(block: readonly Statement[]): boolean {
  return block.some((statement) =>
    statement.kind === "for" ? hasReturn(statement.body) : blocksOf(statement).some(returnsInLoop),
  );
}

/** Takes the `Return`s out of a body. @param mark the name of the mark, should one be needed */
export function open(body: readonly Statement[], give: Give, mark: string): Opened {
  const isBoxed = returnsInLoop(body);
  const known = isBoxed ? nsl.held(mark) : nsl.name(mark);
  const marks: Opened["mark"] = isBoxed ? "box" : "variable";
  const opener = new Opener(
    give,
    known,
    isBoxed ? nsl.put(mark, nsl.boolean(true)) : nsl.set(mark, nsl.boolean(true)),
  );
  const plain = new Opener(give, known, null);
  const tried = plain.open(body, false);
  if (!plain.needsMark) {
    return { block: tried.block, mark: "none" };
  }
  const start = isBoxed ? nsl.box(mark, nsl.boolean(false)) : nsl.set(mark, nsl.boolean(false));
  return { block: [{ ...start, origin: body[0]?.origin }, ...opener.open(body, false).block], mark: marks };
}

class Opener {
  needsMark = false;

  constructor(
    private readonly give: Give,
    private readonly known: Expression,
    private readonly setMark: Statement | null,
  ) {}

  open(block: readonly Statement[], isInLoop: boolean): Part {
    const before: Statement[] = [];
    for (const [index, statement] of block.entries()) {
      const rest = block.slice(index + 1);
      const value = returned(statement);
      if (value !== undefined) {
        before.push(...this.give(value, statement.origin, isInLoop));
        if (this.setMark !== null) {
          before.push({ ...this.setMark, origin: statement.origin });
        }
        return { block: before, exit: "always" };
      }
      if (statement.kind === "if" && blocksOf(statement).some(hasReturn)) {
        const part = this.openIf(statement, rest, isInLoop);
        return { ...part, block: [...before, ...part.block] };
      }
      if (statement.kind === "for" && hasReturn(statement.body)) {
        this.needsMark = true;
        const body = this.open(statement.body, true).block;
        const loop = {
          ...statement,
          body: [{ ...nsl.when(nsl.not(this.known), body), origin: statement.origin }],
        };
        const part = this.guard(rest, statement.origin, isInLoop);
        return { block: [...before, loop, ...part.block], exit: part.exit };
      }
      before.push(statement);
    }
    return { block: before, exit: "never" };
  }

  private openIf(
    statement: Extract<Statement, { kind: "if" }>,
    rest: readonly Statement[],
    isInLoop: boolean,
  ): Part {
    const then = this.open(statement.then, isInLoop);
    const otherwise = this.open(statement.otherwise, isInLoop);
    const made = (one: Part, other: Part): Statement => ({
      ...statement,
      then: one.block,
      otherwise: other.block,
    });
    if (rest.length === 0 || (then.exit === "always" && otherwise.exit === "always")) {
      return { block: [made(then, otherwise)], exit: both(then.exit, otherwise.exit) };
    }
    if (then.exit === "always" && otherwise.exit === "never") {
      const more = this.open([...statement.otherwise, ...rest], isInLoop);
      return { block: [made(then, more)], exit: both(then.exit, more.exit) };
    }
    if (otherwise.exit === "always" && then.exit === "never") {
      const more = this.open([...statement.then, ...rest], isInLoop);
      return { block: [made(more, otherwise)], exit: both(more.exit, otherwise.exit) };
    }
    this.needsMark = true;
    const part = this.guard(rest, statement.origin, isInLoop);
    return { block: [made(then, otherwise), ...part.block], exit: part.exit };
  }

  private guard(rest: readonly Statement[], origin: ts.Node | undefined, isInLoop: boolean): Part {
    if (rest.length === 0) {
      return { block: [], exit: "sometimes" };
    }
    const part = this.open(rest, isInLoop);
    return {
      block: [{ ...nsl.when(nsl.not(this.known), part.block), origin }],
      exit: part.exit === "always" ? "always" : "sometimes",
    };
  }
}

function both(one: Exit, other: Exit): Exit {
  return one === other ? one : "sometimes";
}
