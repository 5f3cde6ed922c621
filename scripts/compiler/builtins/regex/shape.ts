/** Shapes of regular expressions that JavaScript and Python match alike but report differently. */
import { childrenOf, mayBeEmpty, type RegexNode, type RegexTree, someNode } from "./tree.ts";

/** Why the pattern gives different matches or groups in Python; null when it gives the same. */
export function differentMatches({ body, flags }: RegexTree): string | null {
  if (someNode(body, hasGroupInRepeatedGroup)) {
    return "a group inside a repeated group forgets its text in JavaScript, not in Python; write `(?:...)`";
  }
  if (someNode(body, (node) => node.kind === "look" && (node.behind || node.negative) && hasCapture(node))) {
    return "what a group inside a negative look-around or a look-behind holds differs; write `(?:...)`";
  }
  if (someNode(body, repeatsEmptyGroup)) {
    return "a quantifier behind a group that can match nothing stops elsewhere in Python; make the group match something, or take the quantifier away";
  }
  const prefersLess =
    someNode(body, (node) => node.kind === "repeat" && node.lazy) ||
    someNode([[{ kind: "group", capture: null, body }]], hasChoice);
  if (flags.global && prefersLess && mayBeEmpty(body)) {
    return "with the `g` flag Python goes on differently after a match of nothing";
  }
  return null;
}

function hasChoice(node: RegexNode): boolean {
  return childrenOf(node).length > 1;
}

function hasCapture(node: RegexNode): boolean {
  return someNode(childrenOf(node), (inner) => inner.kind === "group" && inner.capture !== null);
}

/** `((a)|b)+`: JavaScript clears the inner group at every turn. */
function hasGroupInRepeatedGroup(node: RegexNode): boolean {
  return node.kind === "repeat" && node.max > 1 && hasCapture(node.body);
}

/** `(a*)+`: JavaScript does not take a turn of the group that matches nothing, Python does. */
function repeatsEmptyGroup(node: RegexNode): boolean {
  return node.kind === "repeat" && node.body.kind === "group" && mayBeEmpty(node.body.body);
}
