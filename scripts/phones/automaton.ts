/** What a set of patterns of digits lets through, looked at digit by digit. */
import { DFA, JS, NFA } from "refa";

/** A place in a number: how many digits may still follow, and where each digit leads. */
export interface Place {
  readonly lengths: readonly number[];
  readonly next: ReadonlyMap<number, Place>;
}

/** The place before the first digit of whatever one of the patterns matches as a whole. */
export function placeOf(patterns: readonly string[]): Place {
  const [first, ...rest] = patterns.map((source) => {
    const { expression, maxCharacter } = JS.Parser.fromLiteral({
      source: `(?:${source})`,
      flags: "",
    }).parse();
    return NFA.fromRegex(expression, { maxCharacter });
  });
  if (first === undefined) {
    return { lengths: [], next: new Map() };
  }
  for (const other of rest) {
    first.union(other);
  }
  const whole = DFA.fromFA(first);
  whole.minimize();
  const known = new Map<DFA.Node, Place>();
  const visit = (node: DFA.Node): Place => {
    const seen = known.get(node);
    if (seen !== undefined) {
      return seen;
    }
    const next = new Map<number, Place>();
    for (let digit = 0; digit < 10; digit += 1) {
      const target = node.out.get("0".charCodeAt(0) + digit);
      if (target !== undefined) {
        next.set(digit, visit(target));
      }
    }
    const beyond = [...next.values()].flatMap((place) => place.lengths.map((length) => length + 1));
    const lengths = [...new Set([...(whole.finals.has(node) ? [0] : []), ...beyond])].sort((a, b) => a - b);
    const place = { lengths, next };
    known.set(node, place);
    return place;
  };
  return visit(whole.initial);
}
