/** A JavaScript regular expression as a tree. What stands for one character is already written for Python. */

/** The flags of a literal, by what they do. */
export interface RegexFlags {
  readonly global: boolean;
  readonly folds: boolean;
  readonly unicode: boolean;
  /** `s`: a point is any character. */
  readonly dotAll: boolean;
  /** `m`: `^` and `$` stand at every line. */
  readonly lines: boolean;
}

/** Exactly one character: a literal, an escape or a class. */
export interface CharacterNode {
  readonly kind: "character";
  readonly python: string;
  /** Does it match the halves of an emoji where JavaScript counts them one by one? */
  readonly wide: boolean;
  /** Is it one character beyond `\uffff`, which JavaScript counts as two? */
  readonly pair: boolean;
}

/** A place between two characters. */
export interface EdgeNode {
  readonly kind: "edge";
  readonly python: string;
  readonly mark: "start" | "lineStart" | "end" | "boundary" | "noBoundary";
}

/** A part in brackets; `capture` is its number, null for `(?:...)`. */
interface GroupNode {
  readonly kind: "group";
  readonly capture: number | null;
  readonly body: Choice;
}

/** Looking ahead or behind. */
export interface LookNode {
  readonly kind: "look";
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: Choice;
}

/** A part with a quantifier. */
interface RepeatNode {
  readonly kind: "repeat";
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  /** The quantifier as it stands, which Python reads alike. */
  readonly quantifier: string;
}

/** A part of a regular expression. */
export type RegexNode = CharacterNode | EdgeNode | GroupNode | LookNode | RepeatNode;

/** Parts that follow one another. */
export type Sequence = readonly RegexNode[];

/** Alternatives. */
export type Choice = readonly Sequence[];

/** A whole pattern: `names` are the numbers of its named groups. */
export interface RegexTree {
  readonly flags: RegexFlags;
  readonly body: Choice;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Why a pattern cannot be written for Python, and what to do instead when that is not said by the reason. */
export class UnsupportedRegex extends Error {
  constructor(
    readonly reason: string,
    readonly advice = "",
  ) {
    super(reason);
  }
}

/** The parts inside a part. */
export function childrenOf(node: RegexNode): Choice {
  switch (node.kind) {
    case "group":
    case "look":
      return node.body;
    case "repeat":
      return [[node.body]];
    default:
      return [];
  }
}

/** Does any part, or a part inside one, pass the test? */
export function someNode(body: Choice, test: (node: RegexNode) => boolean): boolean {
  return body.some((sequence) => sequence.some((node) => test(node) || someNode(childrenOf(node), test)));
}

/** Can one of the alternatives match nothing? */
export function mayBeEmpty(body: Choice): boolean {
  return body.some((sequence) => sequence.every(isEmptyPart));
}

function isEmptyPart(node: RegexNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "edge":
    case "look":
      return true;
    case "group":
      return mayBeEmpty(node.body);
    case "repeat":
      return node.min === 0 || isEmptyPart(node.body);
  }
}

/** The numbers of the groups that take part in every match; `$1` of another one may be undefined. */
export function settledGroups(body: Choice): ReadonlySet<number> {
  const settled = new Set<number>();
  const visit = (choice: Choice): void => {
    const [only] = choice;
    if (choice.length !== 1 || only === undefined) {
      return;
    }
    for (const node of only) {
      if (node.kind === "group" && node.capture !== null) {
        settled.add(node.capture);
      }
      const isSure =
        node.kind === "group" ||
        (node.kind === "look" && !node.negative) ||
        (node.kind === "repeat" && node.min > 0);
      if (isSure) {
        visit(childrenOf(node));
      }
    }
  };
  visit(body);
  return settled;
}
