/** JavaScript regular expressions as Python ones: the common subset, character for character. */
import { parseRegex } from "./parser.ts";
import { differentMatches } from "./shape.ts";
import {
  type Choice,
  type LookNode,
  mayBeEmpty,
  type RegexFlags,
  type RegexNode,
  type RegexTree,
  type Sequence,
  settledGroups,
  UnsupportedRegex,
} from "./tree.ts";
import { putsForHalves, type RegexUse, splitsPairs } from "./units.ts";

/** A pattern as Python reads it. */
export interface PythonPattern {
  readonly pattern: string;
  readonly global: boolean;
  readonly groups: number;
  /** The groups that take part in every match. */
  readonly settled: ReadonlySet<number>;
  /** The numbers of the named groups. */
  readonly names: ReadonlyMap<string, number>;
  /** Can it match nothing? */
  readonly mayBeEmpty: boolean;
  /** Is each half of an emoji, and `STAND_IN`, a match of its own? */
  readonly matchesHalves: boolean;
}

/** A character that a half of an emoji is taken for: it is matched by what matches all of them. */
export const STAND_IN = "\ufffd";

/** A translated pattern, or why it cannot be translated. */
type RegexTranslation =
  | ({ readonly ok: true } & PythonPattern)
  | { readonly ok: false; readonly reason: string; readonly advice: string };

/** Translates a literal such as `/a+b/gu`. */
export function translateRegex(literal: string, use: RegexUse): RegexTranslation {
  try {
    return { ok: true, ...translated(literal, use) };
  } catch (error) {
    if (error instanceof UnsupportedRegex) {
      return { ok: false, reason: error.reason, advice: error.advice };
    }
    throw error;
  }
}

function translated(literal: string, use: RegexUse): PythonPattern {
  const end = literal.lastIndexOf("/");
  const tree = parseRegex(literal.slice(1, end), readFlags(literal.slice(end + 1)));
  const difference = differentMatches(tree);
  if (difference !== null) {
    throw new UnsupportedRegex(difference);
  }
  const matchesHalves = putsForHalves(tree, use);
  if (splitsPairs(tree, use) || (matchesHalves && !isOfHalves(new RegExp(literal.slice(1, end))))) {
    throw tree.flags.unicode
      ? new UnsupportedRegex(
          "it can match nothing between the two halves of an emoji",
          "Let it match a character, and put that back with `$&` or a group.",
        )
      : new UnsupportedRegex(
          "without the `u` flag it can find a half of an emoji, or the place between its halves",
          "Add the `u` flag.",
        );
  }
  return pythonPattern(tree, matchesHalves);
}

/** Does a class of characters hold every half of an emoji, and what stands for one? */
function isOfHalves(pattern: RegExp): boolean {
  const halves = Array.from({ length: 0x800 }, (_half, index) => String.fromCharCode(0xd800 + index));
  return [STAND_IN, ...halves].every((half) => pattern.test(half));
}

function pythonPattern({ flags, body, groups, names }: RegexTree, matchesHalves: boolean): PythonPattern {
  // Without `a` Python would fold letters beyond ASCII, which are spelt out here.
  const pattern = `${flags.folds ? "(?ai)" : ""}${writeChoice(body)}`;
  return {
    pattern,
    global: flags.global,
    groups,
    settled: settledGroups(body),
    names,
    mayBeEmpty: mayBeEmpty(body),
    matchesHalves,
  };
}

/** The flags of a literal, read; throws `UnsupportedRegex` for one that has no equal. */
export function readFlags(flags: string): RegexFlags {
  const unknown = flags.replace(/[gimsu]/g, "");
  if (unknown !== "") {
    throw new UnsupportedRegex(`the flag ${unknown} has no equal`, "Leave it out.");
  }
  return {
    global: flags.includes("g"),
    folds: flags.includes("i"),
    lines: flags.includes("m"),
    dotAll: flags.includes("s"),
    unicode: flags.includes("u"),
  };
}

function writeChoice(body: Choice): string {
  return body.map(writeSequence).join("|");
}

function writeSequence(sequence: Sequence): string {
  return sequence.map(write).join("");
}

function write(node: RegexNode): string {
  switch (node.kind) {
    case "character":
    case "edge":
      return node.python;
    case "group":
      return `(${node.capture === null ? "?:" : ""}${writeChoice(node.body)})`;
    case "look":
      return writeLook(node);
    case "repeat":
      return `${write(node.body)}${node.quantifier}`;
  }
}

function writeLook({ behind, negative, body }: LookNode): string {
  const mark = negative ? "!" : "=";
  if (!behind) {
    return `(?${mark}${writeChoice(body)})`;
  }
  const widths = body.map(widthOf);
  if (widths.includes(null)) {
    throw new UnsupportedRegex(
      "looking behind at what may be longer or shorter is not known to Python",
      "Write a fixed count instead of `*`, `+` and `?`, or take the text before with a group.",
    );
  }
  if (new Set(widths).size === 1) {
    return `(?<${mark}${writeChoice(body)})`;
  }
  // Python looks behind at one length only.
  const each = body.map((sequence) => `(?<${mark}${writeSequence(sequence)})`);
  return negative ? each.join("") : `(?:${each.join("|")})`;
}

/** How many characters it matches; null when that is not fixed. */
function widthOf(sequence: Sequence): number | null {
  return sequence.reduce<number | null>((sum, node) => {
    const width = nodeWidth(node);
    return sum === null || width === null ? null : sum + width;
  }, 0);
}

function nodeWidth(node: RegexNode): number | null {
  switch (node.kind) {
    case "character":
      return 1;
    case "edge":
    case "look":
      return 0;
    case "group": {
      const [first = null, ...others] = node.body.map(widthOf);
      return others.every((width) => width === first) ? first : null;
    }
    case "repeat": {
      const width = nodeWidth(node.body);
      return width === null || node.min !== node.max ? null : width * node.min;
    }
  }
}

/**
 * A literal replacement with `$1`, `$&` and `$<name>` as Python writes it; null when it uses more than that,
 * or a group that is not there: JavaScript leaves `$2` as it stands, Python raises.
 */
export function translateReplacement(
  replacement: string,
  { groups, names }: Pick<PythonPattern, "groups" | "names">,
): string | null {
  const parts = replacement.match(/\$\$|\$&|\$[1-9](?![0-9])|\$<[^>]*>|[^]/g) ?? [];
  const written = parts.map((part, index) => {
    if (part === "\\") {
      return "\\\\";
    }
    // A `$` that begins no pattern stands for itself.
    if (!part.startsWith("$") || (part === "$" && !/^[`'<0-9]/.test(parts[index + 1] ?? ""))) {
      return part;
    }
    if (part === "$$" || part === "$&") {
      return part === "$$" ? "$" : "\\g<0>";
    }
    const group = part.startsWith("$<") ? (names.get(part.slice(2, -1)) ?? 0) : Number(part.slice(1));
    return group >= 1 && group <= groups ? `\\g<${String(group)}>` : null;
  });
  return written.includes(null) ? null : written.join("");
}
