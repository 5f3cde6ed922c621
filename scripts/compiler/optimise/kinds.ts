/**
 * Pass `kinds`: what is known of a value at a place, as that it is a text of ASCII letters, is not asked again there, and
 * a text both languages count alike is not counted in UTF-16.
 */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { onlyComputes } from "./effects.ts";
import { DIGITS, isKind, isOther, Known, LIST, MAPPING, TEXT } from "./known-kinds.ts";
import { hasGroup, searchOf } from "./match-facts.ts";
import { returned } from "./returns.ts";
import { seen, TESTED } from "./seen.ts";
import type { Tidy } from "./tidy.ts";
import { comparedAlike, countedAlike, cutAlike } from "./units-alike.ts";
import { definedBy, eachStatement, headOf, mapBlocks, mapParts, partsOf, withHead } from "./tree.ts";

/** What `asInteger` asks of a text. */
const INTEGER_TEXT = "^[+-]?[0-9]{1,15}\\Z";

/** The skill without what is known at its places. @param tidy what is made of what is left */
export function kinds(skill: Skill, tidy: Tidy): Skill {
  const { block } = walk(skill.body, new Known());
  return block === skill.body ? skill : tidy.skill({ ...skill, body: block });
}

interface Walked {
  /** The same where nothing is known that is not asked. */
  readonly block: readonly Statement[];
  /** What is known behind it; null when it always ends the skill. */
  readonly known: Known | null;
}

function walk(before: readonly Statement[], start: Known): Walked {
  let known: Known | null = start;
  const block: Statement[] = [];
  for (const statement of before) {
    if (known === null) {
      block.push(statement);
      continue;
    }
    const head = told(headOf(statement), known);
    const changed = withHead(statement, head);
    switch (changed.kind) {
      case "if": {
        const then = walk(changed.then, seen(known, head, true).copy());
        const otherwise = walk(changed.otherwise, seen(known, head, false).copy());
        block.push(withBlocks(changed, [then.block, otherwise.block]));
        known =
          then.known === null || otherwise.known === null
            ? (then.known ?? otherwise.known)
            : then.known.with(otherwise.known);
        break;
      }
      case "for": {
        // A turn begins with what turns before it may have left.
        const names = [...changed.names, ...namesIn(changed.body)];
        names.forEach((name) => known?.forget(name));
        block.push(withBlocks(changed, [walk(changed.body, known.copy()).block]));
        break;
      }
      case "set":
        known.give(changed.name, head);
        block.push(changed);
        break;
      case "box":
        known.forget(changed.name);
        block.push(changed);
        break;
      default:
        block.push(changed);
        known = returned(changed) === undefined ? known : null;
    }
  }
  return { block: block.every((statement, index) => statement === before[index]) ? before : block, known };
}

/** The statement with other blocks. */
function withBlocks(statement: Statement, blocks: readonly (readonly Statement[])[]): Statement {
  let next = 0;
  return mapBlocks(statement, () => blocks[next++] ?? []);
}

function namesIn(block: readonly Statement[]): readonly string[] {
  const names: string[] = [];
  eachStatement(block, (statement) => names.push(...definedBy(statement)));
  return names;
}

/** Kinds whose values have parts. */
const ITERABLE = [TEXT, MAPPING, LIST];

/** The expression without what is known. */
function told(expression: Expression, known: Known): Expression {
  if (expression.kind === "conditional") {
    const test = told(expression.test, known);
    const then = told(expression.then, seen(known, test, true));
    const otherwise = told(expression.otherwise, seen(known, test, false));
    if (test.kind === "boolean") {
      return test.value ? then : otherwise;
    }
    return [test, then, otherwise].every((part) => partsOf(expression).includes(part))
      ? expression
      : { ...expression, test, then, otherwise };
  }
  if (expression.kind === "binary" && (expression.operator === "and" || expression.operator === "or")) {
    const left = told(expression.left, known);
    const right = told(expression.right, seen(known, left, expression.operator === "and"));
    return left === expression.left && right === expression.right
      ? expression
      : { ...expression, left, right };
  }
  return simpler(
    mapParts(expression, (part) => told(part, known)),
    known,
  );
}

function simpler(expression: Expression, known: Known): Expression {
  switch (expression.kind) {
    case "test":
      return answered(expression, known) ?? askedOfMatch(expression, known);
    case "item":
      return groupRead(expression, known) ?? expression;
    case "filter":
      return isSame(expression, known) ? expression.target : expression;
    case "call":
      return cutAlike(expression, known) ?? expression;
    case "binary":
      return comparedAlike(expression, known) ?? countedAlike(expression, known) ?? expression;
    default:
      return expression;
  }
}

/** The answer to a test that is known. */
function answered(
  { target, name, negated }: Extract<Expression, { kind: "test" }>,
  known: Known,
): Expression | null {
  const search = searchOf(target);
  if (search !== null) {
    const isKnown =
      name === "none" &&
      search.pattern === INTEGER_TEXT &&
      onlyComputes(search.text) &&
      isKind(known.kindsOf(search.text), DIGITS);
    return isKnown ? nsl.boolean(negated) : null;
  }
  if (target.kind !== "name") {
    return null;
  }
  const of = known.kindsOf(target);
  const kind = TESTED.get(name);
  const answer =
    name === "none"
      ? isKind(of, 0)
        ? false
        : null
      : name === "iterable"
        ? ITERABLE.some((other) => isKind(of, other))
          ? true
          : isOther(of, TEXT | MAPPING | LIST)
            ? false
            : null
        : kind === undefined
          ? null
          : isKind(of, kind)
            ? true
            : isOther(of, kind)
              ? false
              : null;
  return answer === null ? null : nsl.boolean(answer !== negated);
}

/** `found is none` for the same of the list of its text and its groups. */
function askedOfMatch(test: Extract<Expression, { kind: "test" }>, known: Known): Expression {
  const { target } = test;
  const match = test.name === "none" && target.kind === "name" ? known.matchOf(target.name) : undefined;
  return match === undefined ? test : { ...test, target: nsl.name(match.found) };
}

/** `found.group(1)` for `match[1]` of such a list. */
function groupRead({ target, key }: Extract<Expression, { kind: "item" }>, known: Known): Expression | null {
  const match = target.kind === "name" ? known.matchOf(target.name) : undefined;
  return match !== undefined && key.kind === "number" && hasGroup(match, key.value) && known.isFound(match)
    ? nsl.method(nsl.name(match.found), "group", key)
    : null;
}

/** Is it `found.group(1)`, which is none where the group took no part, and never undefined? */
function isGroup(target: Expression): boolean {
  return target.kind === "call" && target.callee.kind === "attribute" && target.callee.name === "group";
}

/** Does the filter leave the value as it is: `text | string`, a default of what is there? */
function isSame(
  { name, target, positional }: Extract<Expression, { kind: "filter" }>,
  known: Known,
): boolean {
  const of = known.kindsOf(target);
  const [instead] = positional;
  return name === "string"
    ? isKind(of, TEXT)
    : name === "default" &&
        (positional.length === 1
          ? isKind(of, 0) || (isGroup(target) && instead?.kind === "none")
          : isKind(of, TEXT) && instead?.kind === "text" && instead.value === "");
}
