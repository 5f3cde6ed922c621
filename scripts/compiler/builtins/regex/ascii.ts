/** What a pattern proves of a text that it matches: that it is ASCII, or digits. */
import { MOST_DIGITS } from "../../analysis/magnitudes.ts";
import { parseRegex } from "./parser.ts";
import { readFlags } from "./translate.ts";
import { childrenOf, type Choice, type RegexNode, type RegexTree, UnsupportedRegex } from "./tree.ts";

/** The tree of a literal such as `/a+/u`; null where it cannot be carried over. */
export function treeOf(literal: string): RegexTree | null {
  const end = literal.lastIndexOf("/");
  try {
    return parseRegex(literal.slice(1, end), readFlags(literal.slice(end + 1)));
  } catch (error) {
    if (error instanceof UnsupportedRegex) {
      return null;
    }
    throw error;
  }
}

/** Is a text ASCII from its start to its end when the pattern matches it? */
export function provesAscii({ body, flags }: RegexTree): boolean {
  const isWhole = body.every(
    (sequence) =>
      isMark(sequence[0], "start") && isMark(sequence[sequence.length - 1], "end") && sequence.length > 1,
  );
  return !flags.lines && isWhole && isAsciiChoice(body);
}

/** Is what the whole match, or one of its groups, holds ASCII? @param group 0 for the whole */
export function isAsciiGroup(tree: RegexTree, group: number): boolean {
  const body = group === 0 ? tree.body : groupBody(tree.body, group);
  return body !== null && isAsciiChoice(body);
}

/** Is what a group holds one digit or more, and few enough for an integer? */
export function isDigitsGroup(tree: RegexTree, group: number): boolean {
  const body = groupBody(tree.body, group);
  return (
    body !== null &&
    body.every((sequence) => {
      const lengths = sequence.map(digitsOf);
      const least = lengths.reduce((sum, [min]) => sum + min, 0);
      const most = lengths.reduce((sum, [, max]) => sum + max, 0);
      return least > 0 && most <= MOST_DIGITS;
    })
  );
}

/** Is it `/[^...]/g`, of which the class holds nothing beyond ASCII: what is left without its matches is ASCII? */
export function leavesAscii({ body, flags }: RegexTree): boolean {
  const [only] = body;
  const [node] = only ?? [];
  if (body.length !== 1 || only?.length !== 1 || node === undefined || !flags.global || flags.folds) {
    return false;
  }
  const character = node.kind === "repeat" && node.min <= 1 && node.max > 0 && !node.lazy ? node.body : node;
  return character.kind === "character" && character.python.startsWith("[^") && isAsciiText(character.python);
}

function isMark(node: RegexNode | undefined, mark: "start" | "end"): boolean {
  return node?.kind === "edge" && node.mark === mark;
}

function isAsciiChoice(body: Choice): boolean {
  return body.every((sequence) => sequence.every(isAsciiNode));
}

function isAsciiNode(node: RegexNode): boolean {
  switch (node.kind) {
    case "character":
      return !node.wide && !node.pair && isAsciiText(node.python);
    case "edge":
    case "look":
      return true;
    default:
      return isAsciiChoice(childrenOf(node));
  }
}

/** Names what is written for Python, with its escapes, ASCII alone? */
function isAsciiText(python: string): boolean {
  return !/\\[uU]|\\x[89a-fA-F]|[\u0080-\uffff]/.test(python);
}

function groupBody(body: Choice, group: number): Choice | null {
  for (const node of body.flat()) {
    const found =
      node.kind === "group" && node.capture === group ? node.body : groupBody(childrenOf(node), group);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** The least and the most digits a part is; no number where it is more than digits. */
function digitsOf(node: RegexNode): readonly [min: number, max: number] {
  const nothing = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  switch (node.kind) {
    case "character":
      return /^(?:[0-9]|\[[0-9](?:-?[0-9])*\])$/.test(node.python) ? [1, 1] : nothing;
    case "repeat": {
      const [min, max] = digitsOf(node.body);
      return max === Number.POSITIVE_INFINITY ? nothing : [min * node.min, max * node.max];
    }
    case "edge":
      return [0, 0];
    default:
      return nothing;
  }
}
