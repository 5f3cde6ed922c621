/** Reads the source of a JavaScript regular expression. */
import { LINE_ENDS, readCharacter } from "./characters.ts";
import {
  type Choice,
  type EdgeNode,
  type RegexFlags,
  type RegexNode,
  type RegexTree,
  type Sequence,
  UnsupportedRegex,
} from "./tree.ts";

const QUANTIFIER = /^(?:[*+?]|\{([0-9]+)(?:(,)([0-9]*))?\})(\?)?/;

/** Python's own word boundary knows other letters and finds no `\B` in an empty text. */
const BOUNDARY = "(?a:\\b)";

/** The tree of a pattern. Throws `UnsupportedRegex` where Python has no equal. */
export function parseRegex(source: string, flags: RegexFlags): RegexTree {
  return new Parser(source, flags).whole();
}

class Parser {
  private at = 0;
  private groups = 0;
  private readonly names = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly flags: RegexFlags,
  ) {}

  whole(): RegexTree {
    const body = this.choice();
    if (this.at < this.source.length) {
      throw new UnsupportedRegex("a bracket that nothing opens");
    }
    return { flags: this.flags, body, groups: this.groups, names: this.names };
  }

  private choice(): Choice {
    const alternatives: Sequence[] = [this.sequence()];
    while (this.takes("|")) {
      alternatives.push(this.sequence());
    }
    return alternatives;
  }

  private sequence(): Sequence {
    const nodes: RegexNode[] = [];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      nodes.push(this.repeated(this.part()));
    }
    return nodes;
  }

  private part(): RegexNode {
    const edge = this.edge();
    if (edge !== null) {
      return edge;
    }
    if (this.takes("(")) {
      return this.brackets();
    }
    if (QUANTIFIER.test(this.source.slice(this.at))) {
      throw new UnsupportedRegex("a quantifier behind nothing");
    }
    const { node, next } = readCharacter(this.source, this.at, this.flags);
    this.at = next;
    return node;
  }

  private edge(): EdgeNode | null {
    const { lines, folds, unicode } = this.flags;
    if (this.takes("^")) {
      return lines
        ? { kind: "edge", python: `(?<![^${LINE_ENDS}])`, mark: "lineStart" }
        : { kind: "edge", python: "^", mark: "start" };
    }
    if (this.takes("$")) {
      // Python's `$` also matches before a last newline.
      return { kind: "edge", python: lines ? `(?![^${LINE_ENDS}])` : "\\Z", mark: "end" };
    }
    const isNegated = this.source.startsWith("\\B", this.at);
    if (!isNegated && !this.source.startsWith("\\b", this.at)) {
      return null;
    }
    if (folds && unicode) {
      throw new UnsupportedRegex(
        "with the flags `i` and `u` two letters beyond ASCII belong to a word",
        "Leave the `u` flag out, or write both cases, as `[Aa]`, instead of the `i` flag.",
      );
    }
    this.at += 2;
    return isNegated
      ? { kind: "edge", python: `(?!${BOUNDARY})`, mark: "noBoundary" }
      : { kind: "edge", python: BOUNDARY, mark: "boundary" };
  }

  /** What stands in brackets, behind the opening one. */
  private brackets(): RegexNode {
    if (this.takes("?:")) {
      return { kind: "group", capture: null, body: this.inside() };
    }
    for (const [mark, behind, negative] of LOOKS) {
      if (this.takes(mark)) {
        return { kind: "look", behind, negative, body: this.inside() };
      }
    }
    const named = /^\?<([\p{ID_Start}$_][\p{ID_Continue}$]*)>/u.exec(this.source.slice(this.at));
    if (named === null && this.source[this.at] === "?") {
      throw new UnsupportedRegex("groups with flags of their own are not known everywhere");
    }
    this.groups += 1;
    const capture = this.groups;
    const groupName = named?.[1];
    if (groupName !== undefined) {
      if (this.names.has(groupName)) {
        throw new UnsupportedRegex(`two groups are named \`${groupName}\``, "Give each a name of its own.");
      }
      this.names.set(groupName, capture);
      this.at += named?.[0].length ?? 0;
    }
    return { kind: "group", capture, body: this.inside() };
  }

  private inside(): Choice {
    const body = this.choice();
    if (!this.takes(")")) {
      throw new UnsupportedRegex("a bracket that nothing closes");
    }
    return body;
  }

  private repeated(body: RegexNode): RegexNode {
    const found = QUANTIFIER.exec(this.source.slice(this.at));
    if (found === null) {
      return body;
    }
    if (body.kind === "edge" || body.kind === "look") {
      throw new UnsupportedRegex("a quantifier behind what matches a place");
    }
    if (body.kind === "character" && body.pair && !this.flags.unicode) {
      throw new UnsupportedRegex(
        "without the `u` flag the quantifier behind an emoji belongs to its second half",
        "Add the `u` flag.",
      );
    }
    this.at += found[0].length;
    const [quantifier, low, comma, high, lazy] = found;
    const [min, max] =
      low === undefined
        ? [quantifier.startsWith("+") ? 1 : 0, quantifier.startsWith("?") ? 1 : Infinity]
        : [Number(low), comma === undefined ? Number(low) : high === "" ? Infinity : Number(high)];
    return { kind: "repeat", body, min, max, lazy: lazy !== undefined, quantifier };
  }

  private takes(text: string): boolean {
    const found = this.source.startsWith(text, this.at);
    this.at += found ? text.length : 0;
    return found;
  }
}

const LOOKS = [
  ["?=", false, false],
  ["?!", false, true],
  ["?<=", true, false],
  ["?<!", true, true],
] as const;
