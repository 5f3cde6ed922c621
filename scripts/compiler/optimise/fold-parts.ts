/**
 * Pass `fold-parts`: a part of a function that hands on to one that is known goes on with it at once, where that part is
 * small or nobody else hands on to it. Nothing runs after a hand-over, so the other part's statements may stand there.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import { tooDeep } from "../nsl/depth.ts";
import * as nsl from "../nsl/factory.ts";
import { bindBody } from "./bind-body.ts";
import { countRuns, scaled } from "./call-sites.ts";
import { countLabels, handedOn, labelsOf, startOf, testedLabel, type State } from "./hand-over.ts";
import { freshName, namesIn } from "./names.ts";
import { returned } from "./returns.ts";
import type { Tidy } from "./tidy.ts";
import { mapBlock, mapBlocks } from "./tree.ts";
import { weightOf } from "./weight.ts";

/** Bytes up to which a part is written into everything that hands on to it. */
const SMALL = 420;
/** Bytes up to which a skill is readable. */
const LARGEST = 16_000;

/** Bytes up to which it is where a profile is known: then the driver has the parts that are often handed on to. */
const SMALL_BY_PROFILE = 200;

/**
 * Folds parts into those before them, and drops the ways of the driver that nobody takes any more.
 *
 * @param isProfiled has the flow a profile?
 */
export function foldParts(
  skills: ReadonlyMap<string, Skill>,
  driver: string,
  isProfiled: boolean,
  tidy: Tidy,
): ReadonlyMap<string, Skill> {
  const labels = labelsOf(skills.values());
  const runs = countRuns(skills);
  const small = isProfiled ? SMALL_BY_PROFILE : SMALL;
  const counts = countLabels(skills.values(), labels);
  const folded = new Map(
    [...skills].map(([idn, skill]): [string, Skill] => {
      if (idn === driver) {
        return [idn, skill];
      }
      const whole = new Folder(skill, labels, counts, driver, tidy, small, runs).run();
      return [idn, tooDeep(whole.body) === null ? whole : skill];
    }),
  );
  return withoutUnreached(folded, labels);
}

class Folder {
  private readonly taken: Set<string>;
  private weight: number;

  constructor(
    private readonly skill: Skill,
    private readonly labels: ReadonlyMap<string, Skill>,
    private readonly counts: ReadonlyMap<string, number>,
    private readonly driver: string,
    private readonly tidy: Tidy,
    private readonly small: number,
    /** How often each skill runs by the profile. */
    private readonly runs: ReadonlyMap<string, number>,
  ) {
    this.taken = namesIn(skill.body);
    skill.parameters.forEach(({ name }) => this.taken.add(name));
    this.weight = weightOf(skill.body);
  }

  run(): Skill {
    const label = this.skill.part?.label;
    const body = this.block(this.skill.body, label === undefined ? [] : [label]);
    return body === this.skill.body ? this.skill : this.tidy.skill({ ...this.skill, body });
  }

  private block(block: readonly Statement[], path: readonly string[]): readonly Statement[] {
    let changed = false;
    const after: Statement[] = [];
    for (const [index, statement] of block.entries()) {
      const start = startOf(statement, this.driver);
      const stop = block[index + 1];
      const isStart = start !== null && stop !== undefined && returned(stop) !== undefined;
      const state = isStart ? start.state : handedOn(statement);
      const persona = isStart ? start.persona : nsl.name("persona");
      const body = state === null ? null : this.fold(state, persona, path, statement);
      if (body !== null) {
        after.push(...(isStart ? body.map((inner) => this.started(inner, start.persona)).flat() : body));
        return after;
      }
      const inner = mapBlocks(statement, (part) => this.block(part, path));
      changed ||= inner !== statement;
      after.push(inner);
    }
    return changed ? after : block;
  }

  /** The statements of the part that is handed on to; null when it stays where it is. */
  private fold(
    state: State,
    persona: Expression,
    path: readonly string[],
    place: Statement,
  ): readonly Statement[] | null {
    const label = state.at.kind === "text" ? state.at.value : "";
    const target = this.labels.get(label);
    if (target === undefined || path.includes(label)) {
      return null;
    }
    const weight = weightOf(target.body);
    const isOnly = this.counts.get(label) === 1;
    if ((!isOnly && weight > this.small) || this.weight + weight > LARGEST) {
      return null;
    }
    this.weight += weight;
    const bound: Statement[] = [];
    // An entry skill begins an operation; a part goes on with the one it was given.
    const operation = this.skill.part === undefined ? nsl.text("") : nsl.name("operation");
    const given = new Map([
      ["operation", operation],
      ["persona", persona],
      ["up", nsl.dumps(this.named(state.up, bound, place))],
      ["value", nsl.dumps(state.value)],
      ["vars", nsl.dumps(this.named(state.vars, bound, place))],
    ]);
    const often = place.kind === "output" && place.value.kind === "call" ? (place.value.site?.taken ?? 0) : 0;
    const share = often / Math.max(this.runs.get(target.idn) ?? 0, often, 1);
    const body = bindBody(scaled(target, share), given, this.taken, bound, place.origin, this.tidy);
    // Whatever the caller's variables were given before, nothing gives them another value from here on.
    const alone = this.tidy.skill({
      ...target,
      parameters: [],
      body: this.tidy.block([...bound, ...body]),
    });
    return this.block(alone.body, [...path, label]);
  }

  /** A record of what is computed gets variables for its entries, so that each is computed once, in order. */
  private named(expression: Expression, bound: Statement[], { origin }: Statement): Expression {
    if (expression.kind !== "dict") {
      return expression;
    }
    return {
      ...expression,
      entries: expression.entries.map(([key, value]) => {
        if (["name", "text", "number", "boolean", "none"].includes(value.kind) || key.kind !== "text") {
          return [key, value] as const;
        }
        if (value.kind === "dict") {
          return [key, this.named(value, bound, { ...nsl.returnNothing(), origin })] as const;
        }
        const name = freshName(key.value.replace(/\W.*$/u, ""), this.taken);
        bound.push({ ...nsl.set(name, value), origin });
        return [key, nsl.name(name)] as const;
      }),
    };
  }

  /** In an entry skill what is handed on starts the driver. */
  private started(statement: Statement, persona: Expression): readonly Statement[] {
    const value = returned(statement);
    if (handedOn(statement) !== null && value !== undefined && value !== null) {
      const call = nsl.invoke(this.driver, [
        ["persona", persona],
        ["state", value],
      ]);
      return [
        { ...nsl.output(call), origin: statement.origin },
        { ...nsl.returnValue(nsl.text("")), origin: statement.origin },
      ];
    }
    return [mapBlocks(statement, (block) => block.flatMap((inner) => this.started(inner, persona)))];
  }
}

/** Drops the ways of the driver to parts that nothing names. */
function withoutUnreached(
  skills: ReadonlyMap<string, Skill>,
  labels: ReadonlyMap<string, Skill>,
): ReadonlyMap<string, Skill> {
  let current = skills;
  for (;;) {
    const counts = countLabels(current.values(), labels);
    const dead = new Set([...labels.keys()].filter((label) => (counts.get(label) ?? 0) === 0));
    const next = new Map(
      [...current]
        .filter(([, { part }]) => part === undefined || !dead.has(part.label))
        .map(([idn, skill]): [string, Skill] => [idn, { ...skill, body: withoutWays(skill.body, dead) }]),
    );
    if (next.size === current.size) {
      return new Map(
        [...next].map(([idn, skill]) => [idn, current === skills ? (skills.get(idn) ?? skill) : skill]),
      );
    }
    current = next;
  }
}

function withoutWays(block: readonly Statement[], dead: ReadonlySet<string>): readonly Statement[] {
  return mapBlock(block, (statement) => {
    const label = testedLabel(statement);
    return statement.kind === "if" && label !== null && dead.has(label)
      ? withoutWays(statement.otherwise, dead)
      : mapBlocks(statement, (inner) => withoutWays(inner, dead));
  });
}
