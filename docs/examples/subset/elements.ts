/**
 * Elements
 *
 * An element of a list that the function has made may be replaced where the position is known to be inside: at the
 * counter of a loop up to the length, at what `findIndex` or `indexOf` has found, or where both ends were asked for.
 *
 * @run {"input": [{"from": 600, "to": 660}, {"from": 540, "to": 610}, {"from": 720, "to": 780}]}
 */
interface Span {
  readonly from: number;
  readonly to: number;
}

export function main(spans: Span[]): string {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (merged.length === 0 || last === undefined || last.to < span.from) {
      merged.push(span);
    } else {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    }
  }
  return merged.map(({ from, to }) => `${from}-${to}`).join(" ");
}
