/**
 * Generators
 *
 * A `function*` at module level is read as a function that gives all in a list, which nobody can tell from giving one after the
 * other: it ends in itself, acts and throws nothing, and changes nothing but what is its own; who goes through it changes nothing
 * that it reads. It is gone through by a loop, `[...days(a, b)]`, `Array.from`, `new Set`, `new Map`, a pattern or `yield*`,
 * once; a call that is kept is gone through in the next statement. A loop in it that takes too many turns, and whatever else
 * stops a skill, does so before the first value is used.
 *
 * @run {"input": ["2026-02-27", "2026-03-02"]}
 * @run {"input": ["2026-02-27", "2026-02-01"]}
 */
function* days(from: string, to: string): Generator<string> {
  const day = new Date(`${from}T00:00:00Z`);
  const end = new Date(`${to}T00:00:00Z`);
  while (day <= end) {
    yield day.toISOString().slice(0, 10);
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

function* chunks(items: readonly string[], size: number): Generator<string[]> {
  let chunk: string[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}

export function main([from = "", to = ""]: readonly string[]): string[] {
  const out: string[] = [];
  for (const day of days(from, to)) {
    if (day.endsWith("-01")) {
      out.push("a new month");
    }
  }
  for (const chunk of chunks([...days(from, to)], 3)) {
    out.push(chunk.join(" "));
  }
  return out;
}
