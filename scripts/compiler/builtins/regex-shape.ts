/** Shapes of regular expressions that JavaScript and Python match alike but report differently. */

/** A part of a pattern: a class is one part, an escape is one part. */
const PART = /\\(?:u\{[0-9a-fA-F]+\}|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/gu;

/** Why the pattern gives different matches or groups in Python; null when it gives the same. */
export function differentMatches(source: string, global: boolean): string | null {
  if (hasGroupInRepeatedGroup(source)) {
    return "a group inside a repeated group forgets its text in JavaScript, not in Python; write `(?:...)`";
  }
  if (global && mayMatchEmptyFirst(source)) {
    return "with the `g` flag Python goes on differently after a match of nothing";
  }
  return null;
}

/** `((a)|b)+`: JavaScript clears the inner group at every turn. */
function hasGroupInRepeatedGroup(source: string): boolean {
  const parts: readonly string[] = source.match(PART) ?? [];
  const open: { captures: boolean; contains: boolean }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === "(") {
      const captures = parts[index + 1] !== "?";
      open.forEach((group) => {
        group.contains ||= captures;
      });
      open.push({ captures, contains: false });
    } else if (part === ")") {
      const repeated = ["*", "+", "{"].includes(parts[index + 1] ?? "");
      if (open.pop()?.contains === true && repeated) {
        return true;
      }
    }
  }
  return false;
}

/** Can nothing be matched where something longer could be: by a lazy quantifier or an earlier alternative? */
function mayMatchEmptyFirst(source: string): boolean {
  const parts: readonly string[] = source.match(PART) ?? [];
  const isLazy = parts.some((part, index) => part === "?" && /^[*+?}]$/.test(parts[index - 1] ?? ""));
  const hasChoice = parts.includes("|");
  const looksAhead = /\(\?[=!]/.test(parts.filter((part) => part.length === 1).join(""));
  return (isLazy || hasChoice) && (looksAhead || new RegExp(source, "u").test(""));
}
