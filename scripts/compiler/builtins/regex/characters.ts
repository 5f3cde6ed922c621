/** What matches one character: literals, escapes and classes, as Python writes them. */
import { codePointEscape, foldedMembers } from "./folding.ts";
import { type CharacterNode, type RegexFlags, UnsupportedRegex } from "./tree.ts";

/** The shorthand classes are spelt out, because Python's are wider. */
const SETS: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "A-Za-z0-9_",
  s: "\\t\\n\\x0b\\x0c\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff",
};

const CONTROL: Readonly<Record<string, readonly [code: number, python: string]>> = {
  f: [0x0c, "\\x0c"],
  n: [0x0a, "\\n"],
  r: [0x0d, "\\r"],
  t: [0x09, "\\t"],
  v: [0x0b, "\\x0b"],
};

/** Where JavaScript ends a line. */
export const LINE_ENDS = "\\n\\r\\u2028\\u2029";

const ANYTHING = "(?s:.)";

const HALVES = "without the `u` flag JavaScript takes an emoji for two characters";
const ADD_U = "Add the `u` flag.";

/** A character or a shorthand class that was read, and where it ends. */
interface Member {
  readonly python: string;
  /** As a member of a JavaScript class. */
  readonly source: string;
  /** The code point; null for a shorthand class. */
  readonly code: number | null;
  /** The letter of a shorthand class, `s` or `S`. */
  readonly set: string | null;
  readonly next: number;
}

/** A character of the pattern and where it ends. */
interface ReadCharacter {
  readonly node: CharacterNode;
  readonly next: number;
}

/** Reads a literal character, a point, an escape or a class. */
export function readCharacter(source: string, at: number, flags: RegexFlags): ReadCharacter {
  if (source[at] === "[") {
    return readClass(source, at, flags);
  }
  if (source[at] === ".") {
    return { node: wide(flags.dotAll ? ANYTHING : `[^${LINE_ENDS}]`), next: at + 1 };
  }
  const member = readMember(source, at, flags, false);
  const { code, set, next, python } = member;
  if (code === null) {
    return { node: setNode(set ?? "", flags), next };
  }
  const beside = folded([member], flags);
  const written = beside === "" ? python : `[${python}${beside}]`;
  return { node: { kind: "character", python: written, wide: false, pair: code > 0xffff }, next };
}

const wide = (python: string): CharacterNode => ({ kind: "character", python, wide: true, pair: false });
const narrow = (python: string): CharacterNode => ({ kind: "character", python, wide: false, pair: false });

function setNode(letter: string, flags: RegexFlags): CharacterNode {
  const small = letter.toLowerCase();
  const members = SETS[small] ?? "";
  if (small !== letter) {
    if (letter === "W" && flags.folds && flags.unicode) {
      throw new UnsupportedRegex(
        "`\\W` with the flags `i` and `u` differs",
        "Leave the `u` flag out, or write the characters as a class.",
      );
    }
    return wide(`[^${members}]`);
  }
  return narrow(`[${members}${flags.folds ? foldedMembers(`\\${letter}`, flags.unicode) : ""}]`);
}

/** What `i` adds to the members of a class; a character beyond `\uffff` has no other case without `u`. */
function folded(members: readonly { readonly source: string }[], flags: RegexFlags): string {
  return flags.folds ? foldedMembers(members.map(({ source }) => source).join(""), flags.unicode) : "";
}

/** Reads one character or shorthand class, outside or inside a class. */
function readMember(source: string, at: number, flags: RegexFlags, inClass: boolean): Member {
  const member =
    source[at] === "\\" ? readEscape(source, at, flags, inClass) : readLiteral(source, at, inClass);
  const { code } = member;
  if (code !== null && !flags.unicode && (isHalf(code) || (inClass && code > 0xffff))) {
    throw new UnsupportedRegex(HALVES, ADD_U);
  }
  return member;
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function readLiteral(source: string, at: number, inClass: boolean): Member {
  const code = source.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(code);
  // In a class Python warns of, or may one day read, set operations such as `[[` and `&&`; outside,
  // brackets that JavaScript takes for themselves might be a quantifier.
  const escaped = (inClass ? "[&~|" : "{}]").includes(character);
  return member(code, escaped ? `\\${character}` : character, at + character.length);
}

function member(code: number, python: string, next: number): Member {
  const source = code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
  return { python, source, code, set: null, next };
}

function readEscape(source: string, at: number, flags: RegexFlags, inClass: boolean): Member {
  const code = source.codePointAt(at + 1) ?? 0;
  const letter = String.fromCodePoint(code);
  const next = at + 1 + letter.length;
  if (letter === "u" || letter === "x") {
    return readHex(source, at, flags);
  }
  if (SETS[letter.toLowerCase()] !== undefined) {
    return { python: SETS[letter] ?? "", source: `\\${letter}`, code: null, set: letter, next };
  }
  const control = CONTROL[letter];
  if (control !== undefined) {
    return member(...control, next);
  }
  if (letter === "0" && !/[0-9]/.test(source[next] ?? "")) {
    return member(0, "\\x00", next);
  }
  if (letter === "b" && inClass) {
    return member(8, "\\x08", next);
  }
  if (/[0-9k]/.test(letter)) {
    throw new UnsupportedRegex(
      "what a back reference finds is not looked for in NSL",
      "Compare the groups of the match with `===`.",
    );
  }
  if (letter === "p" || letter === "P") {
    throw new UnsupportedRegex(
      "Unicode properties do not hold the same characters in Python",
      "List the letters that are meant, as `[A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff]`.",
    );
  }
  if (/[A-Za-z]/.test(letter)) {
    throw new UnsupportedRegex(`the escape \\${letter} has no equal`);
  }
  return member(code, code < 0x80 ? `\\${letter}` : letter, next);
}

/** `\x41`, `\u0041`, `\u{1f600}`, and the two halves of a character beyond `\uffff`. */
function readHex(source: string, at: number, flags: RegexFlags): Member {
  const rest = source.slice(at);
  const pair = /^\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i.exec(rest);
  if (pair !== null) {
    const halves = pair.slice(1).map((half) => Number.parseInt(half, 16));
    const code = String.fromCharCode(...halves).codePointAt(0) ?? 0;
    return member(code, codePointEscape(code), at + pair[0].length);
  }
  const digits = /^\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(rest);
  const hex = digits?.[1] ?? digits?.[2] ?? digits?.[3];
  if (digits === null || hex === undefined || (digits[1] !== undefined && !flags.unicode)) {
    throw new UnsupportedRegex(
      `the escape \\${source[at + 1] ?? ""} is incomplete`,
      "Write four digits, as `\\u0041`, or braces with the `u` flag, as `\\u{1f600}`.",
    );
  }
  const code = Number.parseInt(hex, 16);
  return member(code, codePointEscape(code), at + digits[0].length);
}

function readClass(source: string, at: number, flags: RegexFlags): ReadCharacter {
  const negated = source[at + 1] === "^";
  const { members, ranges, next } = readMembers(source, at + (negated ? 2 : 1), flags);
  const sets = members.map(({ set }) => set);
  const everything = ["s", "d", "w"].some((set) => sets.includes(set) && sets.includes(set.toUpperCase()));
  if (members.length === 0 || everything) {
    if (negated === everything) {
      throw new UnsupportedRegex("an empty class");
    }
    return { node: wide(ANYTHING), next };
  }
  const outside = sets.find((set) => set !== null && set !== set.toLowerCase());
  if (outside !== undefined) {
    throw new UnsupportedRegex(
      `\\${outside ?? ""} inside a class`,
      "Write what the class holds, or `[^...]`.",
    );
  }
  const beside = folded(ranges, flags);
  const written = ranges
    .map(({ python }, index) => {
      const isOuter = index === 0 || (index === ranges.length - 1 && beside === "");
      return python === "-" && !isOuter ? "\\-" : python;
    })
    .join("");
  const python = `[${negated ? "^" : ""}${written}${beside}]`;
  return { node: negated ? wide(python) : narrow(python), next };
}

/** The members of a class one by one, and as ranges. */
interface Members {
  readonly members: readonly Member[];
  readonly ranges: readonly { readonly python: string; readonly source: string }[];
  readonly next: number;
}

function readMembers(source: string, start: number, flags: RegexFlags): Members {
  const members: Member[] = [];
  const ranges: { python: string; source: string }[] = [];
  let at = start;
  while (source[at] !== "]") {
    if (at >= source.length) {
      throw new UnsupportedRegex("a class that does not end");
    }
    const from = readMember(source, at, flags, true);
    const isRange = source[from.next] === "-" && source[from.next + 1] !== "]";
    const to = isRange ? readMember(source, from.next + 1, flags, true) : null;
    at = (to ?? from).next;
    if (to === null) {
      members.push(from);
      ranges.push(from);
    } else if (from.code === null || to.code === null) {
      // `[\w-.]`: a hyphen beside a shorthand class stands for itself.
      const three = [from, readLiteral(source, from.next, true), to];
      members.push(...three);
      ranges.push(...three);
    } else {
      if (!flags.unicode && from.code <= 0xdfff && to.code >= 0xd800) {
        throw new UnsupportedRegex(HALVES, ADD_U);
      }
      members.push(from, to);
      ranges.push({ python: `${endOf(from)}-${endOf(to)}`, source: `${from.source}-${to.source}` });
    }
  }
  return { members, ranges, next: at + 1 };
}

/** An end of a range: a hyphen there would look like an operation on sets. */
function endOf({ python }: Member): string {
  return python === "-" ? "\\-" : python;
}
