/** Part of pass `kinds`: what the patterns in the text of a skill say. */
import type { Expression } from "../nsl/ast.ts";
import { provesAscii, treeOf } from "../builtins/regex/ascii.ts";
import { type RegexTree, someNode } from "../builtins/regex/tree.ts";

/** A match of Python, or that there was none. */
export interface Match {
  readonly tree: RegexTree;
  /** The variable that holds it. */
  readonly found: string;
}

/** The pattern and the text of `re.search("...", text)`; null for anything else. */
export function searchOf(
  expression: Expression,
): { readonly pattern: string; readonly text: Expression } | null {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute") {
    return null;
  }
  const { target, name } = expression.callee;
  const [pattern, text] = expression.positional;
  return target.kind === "name" &&
    target.name === "re" &&
    name === "search" &&
    pattern?.kind === "text" &&
    text
    ? { pattern: pattern.value, text }
    : null;
}

/** Is a text in which the pattern is found ASCII from its start to its end? */
export function isAsciiPattern(pattern: string): boolean {
  const tree = treeOfPattern(pattern);
  return tree !== undefined && provesAscii(tree);
}

/** Has the pattern a group of the number? 0 is the whole match. */
export function hasGroup({ tree }: Match, group: number): boolean {
  return group === 0 || someNode(tree.body, (node) => node.kind === "group" && node.capture === group);
}

/**
 * The match that the value of a variable is, or whose groups it lists: `re.search("...", text)`, another name for one, and
 * `[found.group(0)] + found.groups() | list if found is not none else none`.
 */
export function matchOf(
  name: string,
  value: Expression,
  known: (name: string) => Match | undefined,
): Match | undefined {
  const search = searchOf(value);
  if (search !== null) {
    const tree = treeOfPattern(search.pattern);
    return tree && { tree, found: name };
  }
  if (value.kind === "name") {
    return known(value.name);
  }
  if (value.kind !== "conditional" || value.otherwise.kind !== "none") {
    return undefined;
  }
  const found = listedMatch(value.then);
  const { test } = value;
  const asked = test.kind === "test" && test.name === "none" && test.negated ? test.target : null;
  return found !== null && asked?.kind === "name" && asked.name === found ? known(found) : undefined;
}

/** The name of the match whose text and groups are listed. */
function listedMatch(list: Expression): string | null {
  if (list.kind !== "binary" || list.operator !== "+" || list.left.kind !== "list") {
    return null;
  }
  const [whole] = list.left.items;
  const { right } = list;
  const names = [whole, right.kind === "filter" && right.name === "list" ? right.target : undefined].map(
    (call, index) => matchCalled(call, ["group", "groups"][index]),
  );
  return names[0] !== undefined && names[0] === names[1] && list.left.items.length === 1 ? names[0] : null;
}

/** `found` of `found.group(0)` and `found.groups()`. */
function matchCalled(call: Expression | undefined, method: string | undefined): string | undefined {
  return call?.kind === "call" &&
    call.callee.kind === "attribute" &&
    call.callee.name === method &&
    call.callee.target.kind === "name" &&
    (method === "groups" || (call.positional[0]?.kind === "number" && call.positional[0].value === 0))
    ? call.callee.target.name
    : undefined;
}

const trees = new Map<string, RegexTree | undefined>();

/** The tree of a pattern; undefined where it could mean another thing to Python than to JavaScript. */
function treeOfPattern(pattern: string): RegexTree | undefined {
  if (!trees.has(pattern)) {
    // What is written for Python alone: flags, names of groups and the end of the text, which is a mark of its own there.
    const isShared = !/\\[^Z\\\-[\]{}()^$.|?*+/"]|\(\?[^:!=]|\$|[^ -~]/u.test(pattern.replace(/\\\\/gu, ""));
    trees.set(pattern, isShared ? (treeOf(`/${pattern.replace(/\\Z/gu, "$")}/u`) ?? undefined) : undefined);
  }
  return trees.get(pattern);
}
