/**
 * Pass `share-texts`: a long text that stands several times in a skill, since helpers were written in place that have it,
 * is given a name once, before everything else.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { definedBy, eachExpression, eachStatement, mapBlocks, mapExpressions } from "./tree.ts";

/** A name for a shorter text would save nothing. */
const LONG = 24;

/** Names that stand for one text wherever they are given a value. */
type Constants = ReadonlyMap<string, string>;

/** Gives each text that has several names, or the same one several times, one name. */
export function shareTexts(skill: Skill): Skill {
  const constants = constantsOf(skill);
  const names = new Map<string, string>();
  const first = new Map<string, Statement>();
  const counts = new Map<string, number>();
  eachStatement(skill.body, (statement) => {
    const text = constantIn(statement, constants);
    if (text !== null && statement.kind === "set") {
      names.set(text, names.get(text) ?? statement.name);
      first.set(text, first.get(text) ?? statement);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  });
  const shared = new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
  if (shared.size === 0) {
    return skill;
  }
  const rest = (block: readonly Statement[]): readonly Statement[] =>
    block.flatMap((statement) => {
      const text = constantIn(statement, constants);
      return text !== null && shared.has(text) ? [] : [mapBlocks(statement, rest)];
    });
  const read = (part: Expression): Expression => {
    const text = part.kind === "name" ? constants.get(part.name) : undefined;
    return text !== undefined && shared.has(text) ? nsl.name(names.get(text) ?? "") : part;
  };
  const body = mapExpressions(rest(skill.body), read);
  return { ...skill, body: [...[...shared].flatMap((text) => first.get(text) ?? []), ...body] };
}

function constantsOf({ parameters, body }: Skill): Constants {
  const constants = new Map<string, string>();
  const others = new Set(parameters.map(({ name }) => name));
  eachStatement(body, (statement) => {
    const text = statement.kind === "set" && statement.value.kind === "text" ? statement.value.value : null;
    definedBy(statement).forEach((name) => {
      if (text === null || text.length < LONG || (constants.get(name) ?? text) !== text) {
        others.add(name);
      } else {
        constants.set(name, text);
      }
    });
  });
  eachExpression(body, (part) => {
    if (part.kind === "held") {
      others.add(part.name);
    }
  });
  return new Map([...constants].filter(([name]) => !others.has(name)));
}

function constantIn(statement: Statement, constants: Constants): string | null {
  return statement.kind === "set" ? (constants.get(statement.name) ?? null) : null;
}
