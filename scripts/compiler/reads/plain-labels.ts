/**
 * Labels, read as what is left one after the other: `continue outer;` becomes `outerNext = true; break;`, and behind the
 * inner loop stands `if (outerNext) continue;`. A block that has one is read as a `switch` that only has a default.
 */
import ts from "typescript";
import { isInList } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { knownBehind } from "./kept-narrowing.ts";
import { FreeNames } from "./leading-changes.ts";
import { Pieces } from "./pieces.ts";

type Jump = ts.BreakStatement | ts.ContinueStatement;

/** A jump that leaves several things, and what is to be done behind the last of them. */
interface Way {
  readonly jump: Jump;
  /** What is left by a `break`, the innermost first. */
  readonly left: readonly ts.Statement[];
  readonly action: "break" | "continue";
  /** The name of the variable that tells of the jump, where it is free. */
  readonly told: string;
}

/**
 * What has to be put into a file for its innermost labels to be none; those around them are read after that.
 *
 * @param errors what TypeScript says of the file as it is
 */
export function plainLabels(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  errors: () => readonly ts.Diagnostic[],
): readonly Insertion[] {
  const pieces = new Pieces();
  const names = new FreeNames(file);
  const visit = (node: ts.Node): boolean => {
    let isAround = false;
    ts.forEachChild(node, (child) => {
      isAround = visit(child) || isAround;
    });
    if (!ts.isLabeledStatement(node)) {
      return isAround;
    }
    if (!isAround) {
      new LabelWriter(node, pieces, names).write((left) => knownBehind(left, checker, errors));
    }
    return true;
  };
  visit(file);
  return pieces.insertions(file);
}

/** Writes one statement with a label that has no other in it. */
class LabelWriter {
  /** The variables that tell of jumps, by the outermost statement these leave and by what the name begins with. */
  private readonly tellers = new Map<ts.Statement, Map<string, string>>();
  /** What is done behind a statement when a variable tells of a jump. */
  private readonly asked = new Map<ts.Statement, Map<string, Way["action"]>>();
  /** The variable that a jump sets; none where it is a plain one. */
  private readonly told = new Map<ts.Node, string | null>();

  constructor(
    private readonly node: ts.LabeledStatement,
    private readonly pieces: Pieces,
    private readonly names: FreeNames,
  ) {}

  /**
   * Reads it without its label.
   *
   * @param known the reads behind what is left of which TypeScript knows more than their type, and what keeps that
   */
  write(known: (left: ts.Statement) => ReadonlyMap<ts.Node, string>): void {
    const { label, statement } = this.node;
    const jumps = jumpsIn(statement).filter((jump) => jump.label?.text === label.text);
    const isBlock = jumps.length > 0 && !isBreakable(statement);
    for (const way of [...jumps.map((jump) => this.wayOf(jump)), ...(isBlock ? this.waysAround() : [])]) {
      this.plan(way);
    }
    this.pieces.around(this.node.getStart(), "/*", statement.pos, "*/");
    this.put(statement, isBlock ? ["switch (0) { default: ", " }"] : ["", ""]);
    const marks = new Map([...this.tellers.keys()].flatMap((left) => [...known(left)]));
    marks.forEach((mark, read) => {
      this.pieces.around(read.end, "", read.end, mark);
    });
  }

  private wayOf(jump: Jump): Way {
    const { label, statement } = this.node;
    const between = leftBetween(jump, statement);
    if (ts.isBreakStatement(jump)) {
      return { jump, left: between, action: "break", told: `${label.text}Left` };
    }
    // A plain `continue` goes through any `switch`.
    const loops = between.findLastIndex((one) => !ts.isSwitchStatement(one)) + 1;
    return { jump, left: between.slice(0, loops), action: "continue", told: `${label.text}Next` };
  }

  /** Each plain `break` of what the block stands in: it would only leave the `switch` that the block becomes. */
  private waysAround(): readonly Way[] {
    const { label, statement } = this.node;
    return jumpsIn(statement)
      .filter((jump) => ts.isBreakStatement(jump) && jump.label === undefined)
      .filter((jump) => leftBetween(jump, statement).length === 0)
      .map((jump) => ({ jump, left: [statement], action: "break", told: `${label.text}Around` }));
  }

  /** Notes the variable that tells of the jump, and where it is asked. */
  private plan({ jump, left, action, told }: Way): void {
    const outermost = left.at(-1);
    if (outermost === undefined) {
      this.told.set(jump, null);
      return;
    }
    const tellers = at<ts.Statement, string>(this.tellers, outermost);
    const name = tellers.get(told) ?? this.names.next(told);
    tellers.set(told, name);
    this.told.set(jump, name);
    for (const statement of left) {
      at(this.asked, statement).set(name, statement === outermost ? action : "break");
    }
  }

  /** From the outside to the inside, for what is put into one place to be in order. */
  private put(node: ts.Node, [opens, closes]: readonly [string, string] = ["", ""]): void {
    if (ts.isStatement(node)) {
      this.putAround(node);
    }
    if (opens !== "") {
      this.pieces.around(node.getStart(), opens, node.end, closes);
    }
    this.putJump(node);
    ts.forEachChild(node, (child) => {
      this.put(child);
    });
  }

  /** The variables before what is left, and what asks them behind it. */
  private putAround(node: ts.Statement): void {
    const declared = [...(this.tellers.get(node)?.values() ?? [])].map((name) => `let ${name} = false; `);
    const asked = [...(this.asked.get(node) ?? [])].map(([name, action]) => ` if (${name}) ${action};`);
    if (asked.length > 0) {
      const ends = mayBeOpen(node) ? ";" : "";
      const [opens, closes] = isInList(node) ? ["", ""] : ["{ ", " }"];
      this.pieces.around(
        node.getStart(),
        opens + declared.join(""),
        node.end,
        ends + asked.join("") + closes,
      );
    }
  }

  private putJump(node: ts.Node): void {
    const name = this.told.get(node);
    if (name === undefined || !isJump(node)) {
      return;
    }
    const { label } = node;
    if (name !== null && isInList(node)) {
      this.pieces.before(node.getStart(), `${name} = true; `);
    } else if (name !== null) {
      this.pieces.around(node.getStart(), `{ ${name} = true; `, node.end, " }");
    }
    if (label !== undefined) {
      const isPlain = name === null && ts.isContinueStatement(node);
      this.pieces.instead(node.getStart(), label.end, isPlain ? "continue" : "break");
    }
  }
}

/** The value of a key, made where there is none. */
function at<Key, Value>(all: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const known = all.get(key) ?? new Map<string, Value>();
  all.set(key, known);
  return known;
}

/** May the statement end with its line, without a semicolon? */
function mayBeOpen(node: ts.Statement): boolean {
  return ts.isDoStatement(node) || (ts.isIterationStatement(node, false) && !ts.isBlock(node.statement));
}

function isJump(node: ts.Node): node is Jump {
  return ts.isBreakStatement(node) || ts.isContinueStatement(node);
}

/** Does a plain `break` leave it? */
function isBreakable(node: ts.Node): node is ts.IterationStatement | ts.SwitchStatement {
  return ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
}

/** The jumps of the function itself that stand in a statement. */
function jumpsIn(node: ts.Node): readonly Jump[] {
  const found: Jump[] = [];
  const visit = (part: ts.Node): void => {
    if (isJump(part)) {
      found.push(part);
    } else if (!ts.isFunctionLike(part)) {
      ts.forEachChild(part, visit);
    }
  };
  visit(node);
  return found;
}

/** What stands between a jump and a statement around it and is left by a `break`, the innermost first. */
function leftBetween(jump: Jump, whole: ts.Statement): readonly ts.Statement[] {
  const found: ts.Statement[] = [];
  for (let node: ts.Node = jump; node !== whole; node = node.parent) {
    if (isBreakable(node)) {
      found.push(node);
    }
  }
  return found;
}
