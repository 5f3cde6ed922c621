/**
 * Pass `group-parts`: the parts of a function are one skill. Each of them ends the skill, so they stand beside each other
 * as the branches of a choice, and whoever runs one says which.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { testedLabel } from "./hand-over.ts";
import { argumentOf } from "./json-pairs.ts";
import { blocksOf, headOf, mapBlocks, mapParts, withHead } from "./tree.ts";

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
  const choice = parts.reduceRight<readonly Statement[] | null>((rest, part) => {
    const body = bodyOf(part);
    const test = nsl.binary("==", nsl.name(PARAMETER), nsl.text(part.part?.label ?? ""));
    return rest === null ? body : [{ ...nsl.when(test, body, rest), origin: part.source.place ?? undefined }];
  }, null);
  return {
    idn,
    source: { name: first.source.name.replace(/ \d+$/u, ""), place: first.part?.place ?? null },
    parameters:
      others.length === 0 ? first.parameters : [{ name: PARAMETER, defaultValue: "" }, ...first.parameters],
    body: [...shared, ...(choice ?? [])],
  };
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
  return block.map((statement) => {
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
