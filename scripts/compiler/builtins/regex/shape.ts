/** Shapes of regular expressions that JavaScript and Python match alike but report differently. */

/** A part of a pattern: a class is one part, an escape is one part. */
const PART = /\\(?:u\{[0-9a-fA-F]+\}|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/gu;

/** Why the pattern gives different matches or groups in Python; null when it gives the same. */
export function differentMatches(source: string, global: boolean): string | null {
  if (hasGroupInRepeatedGroup(source)) {
    return "a group inside a repeated group forgets its text in JavaScript, not in Python; write `(?:...)`";
  }
  if (repeatsEmptyGroup(source.match(PART) ?? [])) {
    return "a quantifier behind a group that can match nothing stops elsewhere in Python; make the group match something, or take the quantifier away";
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

/** `(a*)+`: JavaScript does not take a turn of the group that matches nothing, Python does. */
function repeatsEmptyGroup(parts: readonly string[]): boolean {
  let found = false;
  let at = 0;
  /** Goes over alternatives up to a bracket; can one of them match nothing? */
  const alternatives = (): boolean => {
    let [anyEmpty, empty] = [false, true];
    for (; at < parts.length && parts[at] !== ")"; at += 1) {
      if (parts[at] === "|") {
        [anyEmpty, empty] = [anyEmpty || empty, true];
      } else {
        empty = term() && empty;
      }
    }
    return anyEmpty || empty;
  };
  /** Goes over one part and its quantifier, to the last part of them; can it match nothing? */
  const term = (): boolean => {
    const isGroup = parts[at] === "(";
    const looksAhead = isGroup && parts[at + 1] === "?" && parts[at + 2] !== ":";
    let empty = /^(?:\^|\$|\\[bB])$/.test(parts[at] ?? "");
    if (isGroup) {
      at += parts[at + 1] === "?" ? 3 : 1;
      empty = alternatives() || looksAhead;
    }
    const quantifier = parts[at + 1] ?? "";
    if (!["*", "+", "?", "{"].includes(quantifier)) {
      return empty;
    }
    found ||= isGroup && empty;
    const optional = ["*", "?"].includes(quantifier) || (quantifier === "{" && parts[at + 2] === "0");
    at = quantifier === "{" ? Math.max(parts.indexOf("}", at), at + 1) : at + 1;
    // A lazy quantifier has another `?` behind it.
    at += parts[at + 1] === "?" ? 1 : 0;
    return empty || optional;
  };
  alternatives();
  return found;
}
