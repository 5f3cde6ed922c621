/**
 * Pass `driver-state`: the driver (`flow/result-skill.ts`) holds the state that parts hand on as it is and not as text.
 * Parts that stand in it need no JSON between them; those that are skills are given text, and what they give is read.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { argumentOf } from "./json-pairs.ts";
import { freshName, namesIn } from "./names.ts";
import { definedBy, eachExpression, eachStatement, mapBlocks, mapExpressions } from "./tree.ts";

/** Where the state says which part is next. Each way of the driver looks at it. */
const AT = "at";

type Loop = Extract<Statement, { kind: "for" }>;

/** What the driver calls the things it handles. */
interface Driver {
  readonly loop: Loop;
  /** The list of states, which the loop goes over while it grows. */
  readonly states: string;
  /** The state of the turn, as it is. */
  readonly next: string;
  /** The parts of it as text, by the names they have. */
  readonly texts: ReadonlyMap<string, Expression>;
  /** What the turn adds to the states. */
  readonly result: string;
}

/** The driver without JSON between the parts in it; the same skill where no part is in it, or it is not as it was written. */
export function driverState(skill: Skill): Skill {
  const driver = driverOf(skill.body);
  if (driver === null) {
    return skill;
  }
  const { loop, states, next, texts } = driver;
  const body = loop.body.filter(
    (statement) => !(statement.kind === "set" && (statement.name === next || texts.has(statement.name))),
  );
  const label = freshName(AT, new Set([...namesIn(skill.body), ...skill.parameters.map(({ name }) => name)]));
  const turn = mapExpressions(opened(body, driver), (part) => {
    const text = part.kind === "name" ? texts.get(part.name) : undefined;
    return text !== undefined ? nsl.dumps(text) : isLabel(part, next) ? nsl.name(label) : part;
  });
  const at = nsl.set(label, nsl.item(nsl.name(next), nsl.text(AT)));
  return {
    ...skill,
    body: skill.body.map((statement) =>
      statement === loop
        ? { ...loop, names: [next], body: [at, ...turn] }
        : statement.kind === "set" && statement.name === states && statement.value.kind === "list"
          ? { ...statement, value: nsl.list(statement.value.items.map(nsl.loads)) }
          : statement,
    ),
  };
}

/** The block, where the result is the state itself, or the text of it that a skill has given. */
function opened(block: readonly Statement[], { states, result }: Driver): readonly Statement[] {
  const inner = (statements: readonly Statement[]): readonly Statement[] =>
    statements.map((statement) => {
      if (statement.kind === "set" && statement.name === result) {
        return { ...statement, value: argumentOf(statement.value, "dumps") ?? statement.value };
      }
      if (statement.kind === "effect" && adds(statement.value, states)) {
        const state = nsl.name(result);
        const read = nsl.conditional(nsl.test(state, "string"), nsl.loads(state), state);
        return { ...statement, value: nsl.method(nsl.name(states), "append", read) };
      }
      return mapBlocks(statement, inner);
    });
  return inner(block);
}

function isLabel(part: Expression, next: string): boolean {
  return (
    part.kind === "item" && isName(part.target, next) && part.key.kind === "text" && part.key.value === AT
  );
}

function adds(value: Expression, states: string): boolean {
  return value.kind === "call" && value.callee.kind === "attribute" && isName(value.callee.target, states);
}

function driverOf(body: readonly Statement[]): Driver | null {
  const loop = body.find((statement) => statement.kind === "for");
  const [first, ...others] = loop?.body ?? [];
  const last = others.at(-1);
  if (
    loop?.iterable.kind !== "name" ||
    first?.kind !== "set" ||
    last?.kind !== "if" ||
    last.test.kind !== "name"
  ) {
    return null;
  }
  const current = argumentOf(first.value, "loads");
  const [states, next, result] = [loop.iterable.name, first.name, last.test.name];
  if (current?.kind !== "name" || current.name !== loop.names[0]) {
    return null;
  }
  const texts = new Map<string, Expression>();
  for (const statement of others) {
    const value = statement.kind === "set" ? argumentOf(statement.value, "dumps") : null;
    if (statement.kind === "set" && value?.kind === "item" && isName(value.target, next)) {
      texts.set(statement.name, value);
    }
  }
  const driver = { loop, states, next, texts, result };
  return isAsWritten(body, driver, current.name) ? driver : null;
}

/** Are there parts in it, is each of its variables used for nothing else, and no text of what a part may have changed? */
function isAsWritten(
  body: readonly Statement[],
  { loop, states, next, texts, result }: Driver,
  current: string,
): boolean {
  const [reads, definitions] = [new Map<string, number>(), new Map<string, number>()];
  let hasParts = false;
  const add = (counts: Map<string, number>, name: string): void =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);
  eachExpression(body, (part) => {
    if (part.kind === "name" || part.kind === "held") {
      add(reads, part.name);
    }
  });
  eachStatement(body, (statement) => {
    definedBy(statement).forEach((name) => {
      add(definitions, name);
    });
    hasParts ||=
      statement.kind === "set" && statement.name === result && argumentOf(statement.value, "dumps") !== null;
  });
  return (
    hasParts &&
    reads.get(current) === 1 &&
    reads.get(states) === 2 &&
    reads.get(result) === 2 &&
    [states, next, ...texts.keys()].every((name) => definitions.get(name) === 1) &&
    waysOf(loop.body).every((way) => [...texts.keys()].every((name) => !isReadAndPassed(way, name)))
  );
}

/** The ways the driver may take in a turn. */
function waysOf(block: readonly Statement[]): readonly (readonly Statement[])[] {
  const choice = block.find((statement) => statement.kind === "if");
  return choice === undefined ? [block] : [choice.then, ...waysOf(choice.otherwise)];
}

/** Is the text read as what it stands for, which may be changed then, and also passed on as text? */
function isReadAndPassed(block: readonly Statement[], name: string): boolean {
  let [all, read] = [0, 0];
  eachExpression(block, (part) => {
    const text = argumentOf(part, "loads");
    read += text !== null && isName(text, name) ? 1 : 0;
    all += isName(part, name) ? 1 : 0;
  });
  return read > 0 && all > read;
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === "name" && expression.name === name;
}
