/**
 * Halves of an emoji: without the `u` flag JavaScript goes through them one by one, Python never does. Both
 * find the same where no match, group or turn can begin or end between two halves.
 */
import { type Choice, mayBeEmpty, type RegexNode, type RegexTree, type Sequence, someNode } from "./tree.ts";

/** What is asked of a pattern. */
export type RegexUse =
  /** Whether, or where, it is found. */
  | "test"
  /** The first match. */
  | "match"
  /** All matches, which are taken out. */
  | "erase"
  /** All matches, in place of each of which the same is put. */
  | "put";

/**
 * Can the pattern find a half of an emoji, or the place between two halves? With the `u` flag it finds no
 * half, but the engine of JavaScript still tries that place.
 */
export function splitsPairs({ body, flags }: RegexTree, use: RegexUse): boolean {
  // The place is told from those before it only by looking around.
  const looks = !body.every(isAnchored) && someNode(body, looksAround);
  const isBetween = mayBeEmpty(body) && standsBetween(body);
  if (flags.unicode) {
    return isBetween && looks;
  }
  if (isOneWideCharacter(body) && (use === "test" || (use !== "match" && flags.global))) {
    return false;
  }
  const isWide = someNode(body, (node) => node.kind === "character" && node.wide);
  if (isBetween && (flags.global || looks)) {
    return true;
  }
  if (isWide && (looks || (flags.global && mayBeEmpty(body)))) {
    return true;
  }
  try {
    choiceStart(body, END);
    return false;
  } catch (error) {
    if (error instanceof SplitPair) {
      return true;
    }
    throw error;
  }
}

/** Is each half of an emoji a match of its own, in place of which something is put? */
export function putsForHalves({ body, flags }: RegexTree, use: RegexUse): boolean {
  return use === "put" && flags.global && !flags.unicode && isOneWideCharacter(body);
}

class SplitPair extends Error {}

/** `/\D/`: whether there is one, and where the first is, does not depend on how it is counted. */
function isOneWideCharacter(body: Choice): boolean {
  const [only] = body;
  return body.length === 1 && only?.length === 1 && only[0]?.kind === "character" && only[0].wide;
}

function isAnchored(sequence: Sequence): boolean {
  const [first] = sequence;
  return first?.kind === "edge" && first.mark === "start";
}

function looksAround(node: RegexNode): boolean {
  return node.kind === "look" || (node.kind === "edge" && node.mark === "noBoundary");
}

/** Can an alternative match nothing between two halves, where no whole character begins or ends? */
function standsBetween(body: Choice): boolean {
  return body.some((sequence) => sequence.every(mayStandBetween));
}

function mayStandBetween(node: RegexNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "edge":
      return node.mark === "noBoundary";
    case "look":
      return node.negative || standsBetween(node.body);
    case "group":
      return standsBetween(node.body);
    case "repeat":
      return node.min === 0 || mayStandBetween(node.body);
  }
}

/** What may come next at a place: something that stands between two halves, or the end of the pattern. */
interface Next {
  readonly between: boolean;
  readonly end: boolean;
}

const END: Next = { between: false, end: true };
const WHOLE: Next = { between: false, end: false };
const BETWEEN: Next = { between: true, end: false };

const either = (a: Next, b: Next): Next => ({ between: a.between || b.between, end: a.end || b.end });

function choiceStart(body: Choice, next: Next): Next {
  return body.map((sequence) => sequenceStart(sequence, next)).reduce(either, WHOLE);
}

function sequenceStart(sequence: Sequence, next: Next): Next {
  return sequence.reduceRight((following, node) => start(node, following), next);
}

/** How a part begins, when it is followed by `next`. */
function start(node: RegexNode, next: Next): Next {
  switch (node.kind) {
    case "character":
      if (node.wide) {
        throw new SplitPair();
      }
      return WHOLE;
    case "edge":
      return node.mark === "noBoundary" ? BETWEEN : WHOLE;
    case "look":
      choiceStart(node.body, END);
      return BETWEEN;
    case "group":
      return choiceStart(node.body, next);
    case "repeat":
      return repeatStart(node, next);
  }
}

function repeatStart(node: Extract<RegexNode, { kind: "repeat" }>, next: Next): Next {
  const { body, min, max, lazy } = node;
  const skipped = min === 0 ? next : WHOLE;
  if (body.kind !== "character" || !body.wide) {
    const again = max > 1 ? either(next, start(body, next)) : next;
    return either(start(body, again), skipped);
  }
  // Takes as many halves as it likes, and stops only before something that begins at a whole character.
  if (min > 1 || max !== Infinity || next.between || (next.end && lazy)) {
    throw new SplitPair();
  }
  return either(BETWEEN, skipped);
}
