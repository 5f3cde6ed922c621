/** Writes skills in place of their calls, one skill at a time: as statements before the statement of the call. */
import type ts from "typescript";
import type { BinaryOperator, Expression, Skill, Statement } from "../nsl/ast.ts";
import { tooDeep } from "../nsl/depth.ts";
import * as nsl from "../nsl/factory.ts";
import { bindBody } from "./bind-body.ts";
import { callsIn } from "./calls.ts";
import { actsItself, changesValues, onlyComputes } from "./effects.ts";
import { argumentOf, readBack } from "./json-pairs.ts";
import { freshName, namesIn } from "./names.ts";
import { open, returned } from "./returns.ts";
import type { Tidy } from "./tidy.ts";
import {
  blocksOf,
  eachStatement,
  everyPart,
  headOf,
  mapBlock,
  mapBlocks,
  mapParts,
  withHead,
} from "./tree.ts";

/** How the value of a call is used: as the text it is, as the value that was written as JSON, or not at all. */
type Use = "text" | "json" | "nothing";

/** Goes through a skill once, and writes in place whatever is chosen. */
export class Inliner {
  private readonly taken: Set<string>;
  /** What is, or holds, a call that may be chosen: nothing else is looked through. */
  private readonly holders: ReadonlySet<Expression>;
  /** In how many loops the statement stands that is looked at. */
  private loops = 0;

  constructor(
    private readonly skill: Skill,
    /** The skill that is written in place of a call; null when the call stays, or is none. */
    private readonly choose: (call: Expression, isInLoop: boolean) => Skill | null,
    private readonly tidy: Tidy,
    private readonly grow: (callee: Skill) => void = () => undefined,
    /** Are choices and what acts moved before a statement for the sake of a helper? */
    private readonly lifts = false,
  ) {
    this.taken = namesIn(skill.body);
    skill.parameters.forEach(({ name }) => this.taken.add(name));
    // In a loop more is chosen than outside of one.
    this.holders = holdersOf(skill.body, (part) => choose(part, true) !== null);
  }

  run(): Skill {
    let body = this.block(this.skill.body);
    if (body === this.skill.body) {
      return this.skill;
    }
    body = this.tidy.block(body);
    const written = this.tidy.skill({ ...this.skill, body });
    // Nested more deeply than Jinja2 takes: the skill stays as it was.
    return tooDeep(written.body) === null ? written : this.skill;
  }

  private block(block: readonly Statement[]): readonly Statement[] {
    return mapBlock(block, (statement) => (this.isHolder(statement) ? this.statement(statement) : statement));
  }

  private isHolder(statement: Statement): boolean {
    return (
      this.holders.has(headOf(statement)) ||
      blocksOf(statement).some((block) => block.some((inner) => this.isHolder(inner)))
    );
  }

  private statement(statement: Statement): Statement | readonly Statement[] {
    const split = this.splitChoice(statement);
    if (split !== null) {
      return this.block(split);
    }
    const before: Statement[] = [];
    if ((statement.kind === "output" || statement.kind === "effect") && statement.value.kind === "call") {
      const callee = this.wanted(statement.value);
      if (callee !== null) {
        // What is passed may hold calls of its own, which are written first.
        const walk = walkOf(statement, before, this.lifts);
        const call = mapParts(statement.value, (part) =>
          this.expression(part, walk, null),
        ) as typeof statement.value;
        this.put(callee, call, "nothing", null, statement.origin, before);
        return before;
      }
    }
    const target = statement.kind === "set" ? statement.name : null;
    const isLifted = this.lifts && this.holdsWanted(headOf(statement));
    const walk = walkOf(statement, before, isLifted);
    const head = this.expression(headOf(statement), walk, target);
    this.loops += statement.kind === "for" ? 1 : 0;
    const whole = mapBlocks(withHead(statement, head), (body) => this.block(body));
    this.loops -= statement.kind === "for" ? 1 : 0;
    const isDone = whole.kind === "set" && whole.value.kind === "name" && whole.value.name === whole.name;
    return before.length === 0 ? whole : [...before, ...(isDone ? [] : [whole])];
  }

  /** `set x = a if t else b` with a call in `a` or `b` as an `if` of two assignments. */
  private splitChoice(statement: Statement): readonly Statement[] | null {
    if (statement.kind === "if" || statement.kind === "for" || statement.value.kind !== "conditional") {
      return null;
    }
    const { test, then, otherwise } = statement.value;
    if (!this.holdsWanted(then) && !this.holdsWanted(otherwise)) {
      return null;
    }
    return [
      {
        kind: "if",
        test,
        then: [{ ...statement, value: then }],
        otherwise: [{ ...statement, value: otherwise }],
        origin: statement.origin,
      },
    ];
  }

  private holdsWanted(expression: Expression): boolean {
    return (
      this.holders.has(expression) &&
      (this.wanted(expression) !== null || !everyPart(expression, (part) => !this.holdsWanted(part)))
    );
  }

  private wanted(expression: Expression): Skill | null {
    return this.choose(expression, this.loops > 0);
  }

  private expression(expression: Expression, walk: Walk, target: string | null): Expression {
    const text = argumentOf(expression, "loads");
    const callee = this.wanted(text ?? expression);
    const call = text ?? expression;
    if (callee !== null && call.kind === "call") {
      const isFree = !walk.isBlocked && !walk.isChosen;
      const args = mapParts(call, (part) => this.expression(part, walk, null)) as typeof call;
      if (isFree) {
        // What is passed is computed before the helper's statements, as it was before the call.
        walk.isBlocked = false;
        const use = text === null ? "text" : "json";
        return this.put(callee, args, use, target, walk.origin, walk.before);
      }
      walk.isBlocked = true;
      return text === null ? args : mapParts(expression, (part) => (part === text ? args : part));
    }
    const changed = this.parts(expression, walk);
    if (
      walk.isLifted &&
      !walk.isBlocked &&
      !walk.isChosen &&
      expression !== walk.head &&
      changed.kind === "call" &&
      changed.callee.kind === "name" &&
      actsItself(changed)
    ) {
      // What acts before a helper's statements goes before them.
      const name = freshName(target ?? "given", this.taken);
      walk.before.push({ ...nsl.set(name, changed), origin: walk.origin });
      return nsl.name(name);
    }
    walk.isBlocked ||= actsItself(expression);
    return changed;
  }

  private parts(expression: Expression, walk: Walk): Expression {
    if (!isChoice(expression)) {
      return mapParts(expression, (part) => this.expression(part, walk, null));
    }
    const first = expression.kind === "conditional" ? expression.test : expression.left;
    const inner = { ...walk, isChosen: true };
    const isFree = walk.isLifted && !walk.isBlocked && !walk.isChosen && !changesValues(expression);
    const head = this.expression(first, walk, null);
    if (isFree && this.waysOf(expression).some((way) => this.holdsWanted(way))) {
      return this.lifted(expression, head, walk);
    }
    inner.isBlocked = walk.isBlocked;
    const after = mapParts(expression, (part) =>
      part === first ? head : this.expression(part, inner, null),
    );
    walk.isBlocked ||= inner.isBlocked;
    return after;
  }

  private waysOf(expression: Choice): readonly Expression[] {
    return expression.kind === "conditional" ? [expression.then, expression.otherwise] : [expression.right];
  }

  /** A choice as an `if` before the statement: a helper that stands in one of its ways is written there. */
  private lifted(expression: Choice, first: Expression, { before, origin }: Walk): Expression {
    const name = freshName("chosen", this.taken);
    const way = (value: Expression): readonly Statement[] =>
      this.block([{ ...nsl.set(name, value), origin }]);
    if (expression.kind === "conditional") {
      before.push({ ...nsl.when(first, way(expression.then), way(expression.otherwise)), origin });
      return nsl.name(name);
    }
    const given = nsl.name(name);
    const test = expression.operator === "and" ? given : nsl.not(given);
    before.push({ ...nsl.set(name, first), origin }, { ...nsl.when(test, way(expression.right)), origin });
    return given;
  }

  /** Writes a helper before the statement; gives what stands for its value, which only computes. */
  private put(
    callee: Skill,
    call: Extract<Expression, { kind: "call" }>,
    use: Use,
    target: string | null,
    origin: ts.Node | undefined,
    before: Statement[],
  ): Expression {
    this.grow(callee);
    const bound: Statement[] = [];
    const body = bindBody(callee, new Map(call.keywords), this.taken, bound, origin, this.tidy);
    const last = body.at(-1);
    const only = last === undefined ? undefined : returned(last);
    before.push(...bound);
    if (only !== undefined && !hasOtherReturn(body)) {
      before.push(...body.slice(0, -1));
      const value = valueOf(only, use);
      if (use === "nothing") {
        before.push(...effectOf(value, last?.origin));
        return nsl.none;
      }
      if (onlyComputes(value)) {
        return value;
      }
      const name = freshName(callee.idn.replace(/^_/u, ""), this.taken);
      before.push({ ...nsl.set(name, value), origin: last?.origin });
      return nsl.name(name);
    }
    const mark = freshName("done", this.taken);
    const name = target ?? freshName(callee.idn.replace(/^_/u, ""), this.taken);
    let isBoxed = false;
    const give = (
      value: Expression | null,
      place: ts.Node | undefined,
      isInLoop: boolean,
    ): readonly Statement[] => {
      const result = valueOf(value, use);
      isBoxed ||= isInLoop;
      return use === "nothing" ? effectOf(result, place) : [{ ...nsl.set(name, result), origin: place }];
    };
    const opened = open(body, give, mark);
    if (opened.mark === "none") {
      this.taken.delete(mark);
    }
    if (use === "nothing") {
      before.push(...opened.block);
      return nsl.none;
    }
    if (!isBoxed) {
      before.push(...opened.block);
      return nsl.name(name);
    }
    const box = freshName(`${callee.idn.replace(/^_/u, "")}_result`, this.taken);
    const boxed = open(
      body,
      (value, place) => [{ ...nsl.put(box, valueOf(value, use)), origin: place }],
      mark,
    );
    before.push({ ...nsl.box(box, nsl.none), origin }, ...boxed.block);
    return nsl.held(box);
  }
}

/** The expressions of a block that are, or hold, a call by a name that is wanted. */
function holdersOf(
  block: readonly Statement[],
  isWanted: (call: Expression) => boolean,
): ReadonlySet<Expression> {
  const holders = new Set<Expression>();
  const holds = (expression: Expression): boolean => {
    let isHolder = isWanted(expression);
    everyPart(expression, (part) => {
      isHolder = holds(part) || isHolder;
      return true;
    });
    if (isHolder) {
      holders.add(expression);
    }
    return isHolder;
  };
  eachStatement(block, (statement) => callsIn(statement).length > 0 && holds(headOf(statement)));
  return holders;
}

/** What computes one of its parts only when it has to. */
type Choice =
  | Extract<Expression, { kind: "conditional" }>
  | Extract<Expression, { kind: "binary"; operator: BinaryOperator }>;

function isChoice(expression: Expression): expression is Choice {
  return (
    expression.kind === "conditional" ||
    (expression.kind === "binary" && (expression.operator === "and" || expression.operator === "or"))
  );
}

/** Where a statement of the caller is looked through, in the order in which it is computed. */
interface Walk {
  readonly before: Statement[];
  /** Something before this place acts, and must not be overtaken. */
  isBlocked: boolean;
  /** The place is reached on one of several ways only. */
  readonly isChosen: boolean;
  /** What acts or chooses goes before the statement, too, since a helper does. */
  readonly isLifted: boolean;
  /** What the statement computes: nothing comes after it. */
  readonly head: Expression;
  readonly origin: ts.Node | undefined;
}

function walkOf(statement: Statement, before: Statement[], isLifted: boolean): Walk {
  const { origin } = statement;
  return { before, isBlocked: false, isChosen: false, isLifted, head: headOf(statement), origin };
}

function hasOtherReturn(body: readonly Statement[]): boolean {
  let returns = 0;
  eachStatement(body, (statement) => {
    returns += returned(statement) === undefined ? 0 : 1;
  });
  return returns > 1;
}

/** What stands for the value of a `Return`. */
function valueOf(value: Expression | null, use: Use): Expression {
  const text = value ?? nsl.text("");
  return use === "json" ? (readBack(text) ?? nsl.loads(text)) : text;
}

function effectOf(value: Expression, origin: ts.Node | undefined): readonly Statement[] {
  return onlyComputes(value) ? [] : [{ ...nsl.effect(value), origin }];
}
