/**
 * Pass `group-parts`: the parts of a function are one skill. Each of them ends the skill, so they stand beside each other
 * as the branches of a choice, and whoever runs one says which. A part that ends by handing on to a later one of them goes
 * on there without leaving the skill.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { handedOn, labelsOf, testedLabel } from "./hand-over.ts";
import { argumentOf } from "./json-pairs.ts";
import { namesIn } from "./names.ts";
import { blocksOf, headOf, mapBlock, mapBlocks, mapParts, withHead } from "./tree.ts";

/** Tells a function's parts apart. */
const PARAMETER = "at";

/** Makes one skill of the parts of each function. */
export function groupParts(skills: ReadonlyMap<string, Skill>): ReadonlyMap<string, Skill> {
  const groups = new Map<string, Skill[]>();
  for (const skill of skills.values()) {
    if (skill.part !== undefined) {
      groups.set(skill.part.group, [...(groups.get(skill.part.group) ?? []), skill]);
    }
  }
  const several = new Map([...groups].filter(([idn]) => !skills.has(idn)));
  const grouped = new Map<string, Skill>();
  for (const [idn, skill] of skills) {
    const group = skill.part === undefined ? undefined : several.get(skill.part.group);
    if (group === undefined || skill.part === undefined) {
      grouped.set(idn, { ...skill, body: withCalls(skill.body, skills, several) });
    } else if (group[0] === skill) {
      grouped.set(skill.part.group, groupOf(skill.part.group, group));
    }
  }
  return grouped;
}

function groupOf(idn: string, parts: readonly Skill[]): Skill {
  const [first, ...others] = parts;
  if (first === undefined) {
    throw new Error("a group has parts");
  }
  const shared = sharedStart(parts);
  const bodyOf = (part: Skill): readonly Statement[] =>
    part.body.filter((statement) => !shared.some((other) => isSame(other, statement)));
  const branches = inOrder(parts).map((part, index, all): Branch => {
    const body = bodyOf(part);
    return { part, body, going: goingOn(body, labelsOf(all.slice(index + 1))) };
  });
  const isRound = branches.some(({ body, going }) => body !== going);
  const choice = branches.reduceRight<readonly Statement[]>((rest, { part, body, going }) => {
    const test = nsl.binary("==", nsl.name(PARAMETER), nsl.text(part.part?.label ?? ""));
    const branch = (otherwise: readonly Statement[]): Statement => ({
      ...nsl.when(test, going, otherwise),
      origin: part.source.place ?? undefined,
    });
    if (rest.length === 0) {
      return isRound ? [branch([])] : body;
    }
    return going === body ? [branch(rest)] : [branch([]), ...rest];
  }, []);
  return {
    idn,
    source: { name: first.source.name.replace(/ \d+$/u, ""), place: first.part?.place ?? null },
    parameters:
      others.length === 0 ? first.parameters : [{ name: PARAMETER, defaultValue: "" }, ...first.parameters],
    body: [...shared, ...choice],
  };
}

/** A part in the skill of its function. */
interface Branch {
  readonly part: Skill;
  readonly body: readonly Statement[];
  /** The body that goes on with later parts; the same one where it hands on to none. */
  readonly going: readonly Statement[];
}

/** The parts, each before those it ends by handing on to, as far as they do not go in circles. */
function inOrder(parts: readonly Skill[]): readonly Skill[] {
  const byLabel = labelsOf(parts);
  const seen = new Set<Skill>();
  const order: Skill[] = [];
  const visit = (part: Skill): void => {
    if (!seen.has(part)) {
      seen.add(part);
      const next = endsOf(part.body).flatMap((end) => {
        const target = siblingOf(end, byLabel);
        return target === null ? [] : [target];
      });
      next.toReversed().forEach(visit);
      order.unshift(part);
    }
  };
  parts.toReversed().forEach(visit);
  return order;
}

/** The statements a block may end with. */
function endsOf(block: readonly Statement[]): readonly Statement[] {
  const last = block.at(-1);
  return last === undefined ? [] : last.kind === "if" ? blocksOf(last).flatMap(endsOf) : [last];
}

/** The part of the same function a statement hands on to, in the same call; null when it does something else. */
function siblingOf(statement: Statement, parts: ReadonlyMap<string, Skill>): Skill | null {
  const state = handedOn(statement);
  return state?.at.kind === "text" && state.up.kind === "name" && state.up.name === "up"
    ? (parts.get(state.at.value) ?? null)
    : null;
}

/** A block that goes on with a later part where it ended by handing on to it; the same one where it never did. */
function goingOn(block: readonly Statement[], later: ReadonlyMap<string, Skill>): readonly Statement[] {
  const last = block.at(-1);
  if (last === undefined) {
    return block;
  }
  if (last.kind === "if") {
    const inner = mapBlocks(last, (part) => goingOn(part, later));
    return inner === last ? block : [...block.slice(0, -1), inner];
  }
  const [target, state] = [siblingOf(last, later), handedOn(last)];
  if (target === null || state === null) {
    return block;
  }
  const read = namesIn(target.body);
  const given: readonly Statement[] = [
    ...(read.has("value") ? [nsl.set("value", nsl.dumps(state.value))] : []),
    ...(read.has("vars") ? [nsl.set("vars", state.vars)] : []),
    nsl.set(PARAMETER, state.at),
  ];
  return [...block.slice(0, -1), ...given.map((statement) => ({ ...statement, origin: last.origin }))];
}

/** `set vars = json.loads(vars)`, which parts begin with; of use to none but those, and harmless to the others. */
function sharedStart(parts: readonly Skill[]): readonly Statement[] {
  const found: Statement[] = [];
  for (const { body } of parts) {
    for (const statement of body) {
      if (isReading(statement) && !found.some((other) => isSame(other, statement))) {
        found.push(statement);
      }
    }
  }
  return found;
}

function isReading(statement: Statement): boolean {
  const text = statement.kind === "set" ? argumentOf(statement.value, "loads") : null;
  return (
    statement.kind === "set" &&
    (statement.name === "vars" || statement.name === "up") &&
    text?.kind === "name" &&
    text.name === statement.name
  );
}

function isSame(one: Statement, other: Statement): boolean {
  return (
    isReading(one) &&
    isReading(other) &&
    one.kind === "set" &&
    other.kind === "set" &&
    one.name === other.name
  );
}

/** Calls of parts as calls of their groups; ways of the driver to parts of one group as one way. */
function withCalls(
  block: readonly Statement[],
  skills: ReadonlyMap<string, Skill>,
  groups: ReadonlyMap<string, readonly Skill[]>,
): readonly Statement[] {
  return mapBlock(block, (statement) => {
    const called = mapBlocks(withHead(statement, call(headOf(statement), skills, groups)), (inner) =>
      withCalls(inner, skills, groups),
    );
    return oneWay(called);
  });
}

function call(
  expression: Expression,
  skills: ReadonlyMap<string, Skill>,
  groups: ReadonlyMap<string, readonly Skill[]>,
): Expression {
  const changed = mapParts(expression, (part) => call(part, skills, groups));
  if (changed.kind !== "call" || changed.callee.kind !== "name") {
    return changed;
  }
  const part = skills.get(changed.callee.name)?.part;
  return part === undefined || !groups.has(part.group)
    ? changed
    : {
        ...changed,
        callee: nsl.name(part.group),
        keywords:
          groups.get(part.group)?.length === 1
            ? changed.keywords
            : [[PARAMETER, nsl.text(part.label)], ...changed.keywords],
      };
}

/** `if at == "a" ... elif at == "b" ...` with calls of one group as `if at in ["a", "b"]`. */
function oneWay(statement: Statement): Statement {
  const label = testedLabel(statement);
  if (statement.kind !== "if" || label === null || statement.test.kind !== "binary") {
    return statement;
  }
  const group = groupCalled(statement.then, label);
  if (group === null) {
    return statement;
  }
  const at = statement.test.left;
  const labels = [nsl.text(label)];
  const [next] = statement.otherwise;
  let rest = statement.otherwise;
  if (statement.otherwise.length === 1 && next?.kind === "if" && next.test.kind === "binary") {
    const { operator, right } = next.test;
    if (operator === "in" && right.kind === "list" && callOf(next.then)?.callee === group) {
      labels.push(...(right.items as (typeof labels)[number][]));
      rest = next.otherwise;
    }
  }
  return {
    ...statement,
    test: nsl.binary("in", at, nsl.list(labels)),
    then: statement.then.map((inner) => withHead(inner, withAt(headOf(inner), at))),
    otherwise: rest,
  };
}

function groupCalled(block: readonly Statement[], label: string): string | null {
  const found = callOf(block);
  return found?.at === label ? found.callee : null;
}

function callOf(block: readonly Statement[]): { readonly callee: string; readonly at: string | null } | null {
  const [only] = block;
  if (block.length !== 1 || only === undefined || blocksOf(only).length > 0) {
    return null;
  }
  const value = headOf(only);
  if (value.kind !== "call" || value.callee.kind !== "name") {
    return null;
  }
  const at = new Map(value.keywords).get(PARAMETER);
  return at === undefined ? null : { callee: value.callee.name, at: at.kind === "text" ? at.value : null };
}

function withAt(expression: Expression, at: Expression): Expression {
  return expression.kind === "call"
    ? {
        ...expression,
        keywords: expression.keywords.map(([key, value]) => [key, key === PARAMETER ? at : value] as const),
      }
    : expression;
}
