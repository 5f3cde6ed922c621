/**
 * Pass `join-names`: a value that is made under one name and handed on to another has one name from the start, where
 * the two never say different things.
 */
import type { Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { onlyComputes } from "./effects.ts";
import { overlaps } from "./live-names.ts";
import { rename } from "./names.ts";
import { changeableNames } from "./reuse-names.ts";
import { eachStatement, mapBlock, mapBlocks } from "./tree.ts";

/** `set to = from`. */
interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Gives variables of which one takes the value of the other the name that the value ends up with. */
export function joinNames(skill: Skill): Skill {
  const free = changeableNames(skill);
  const copies = copiesIn(skill.body).filter(({ from, to }) => free.has(from) && free.has(to));
  const related = new Groups();
  copies.forEach(({ from, to }) => {
    related.join(from, to);
  });
  const apart = overlaps(skill.body, related.ofEach);
  const joined = new Groups();
  for (const { from, to } of copies) {
    const others = joined.membersOf(to);
    if (joined.membersOf(from).every((one) => !others.some((other) => apart.get(one)?.has(other)))) {
      joined.join(from, to);
    }
  }
  const handedOn = new Set(copies.map(({ from }) => from));
  const given = new Map<string, string>();
  joined.ofEach.forEach((members, name) => {
    const chosen = members.find((member) => !handedOn.has(member)) ?? members[0] ?? name;
    if (chosen !== name) {
      given.set(name, chosen);
    }
  });
  return given.size === 0 ? skill : { ...skill, body: withoutSelf(rename(skill.body, given)) };
}

/** Every value that a variable is given as another has it, in the order of the text. */
function copiesIn(body: readonly Statement[]): readonly Copy[] {
  const found: Copy[] = [];
  eachStatement(body, (statement) => {
    if (statement.kind === "set" && statement.value.kind === "name") {
      found.push({ from: statement.value.name, to: statement.name });
    }
  });
  return found;
}

/** The block without what gives variables the values they have, and without choices and loops in which nothing is left. */
function withoutSelf(block: readonly Statement[]): readonly Statement[] {
  return mapBlock(block, (statement) => {
    if (statement.kind === "set") {
      return statement.value.kind === "name" && statement.value.name === statement.name ? [] : statement;
    }
    const changed = mapBlocks(statement, withoutSelf);
    if (changed === statement || changed.kind !== "if" || changed.then.length > 0) {
      return changed;
    }
    if (changed.otherwise.length > 0) {
      return { ...changed, test: nsl.not(changed.test), then: changed.otherwise, otherwise: [] };
    }
    return onlyComputes(changed.test) ? [] : changed;
  });
}

/** Names in groups, each name in one. */
class Groups {
  /** The members of the group of each name. */
  readonly ofEach = new Map<string, readonly string[]>();

  membersOf(name: string): readonly string[] {
    return this.ofEach.get(name) ?? [name];
  }

  join(one: string, other: string): void {
    const members = [...new Set([...this.membersOf(one), ...this.membersOf(other)])];
    members.forEach((member) => this.ofEach.set(member, members));
  }
}
