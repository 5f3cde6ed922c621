/**
 * `text.normalize(...)`, above all to take accents off: `text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")`. Python has no
 * such function in a skill, so it is exact for the characters below, whose parts JavaScript tells the compiler: a skill
 * stops at a text with any other.
 */
import type ts from "typescript";
import { literalText } from "../analysis/literals.ts";
import { isCallOf, type MethodCall } from "../analysis/method-calls.ts";
import { hasFlag, regexLiteral } from "../analysis/regex-constants.ts";
import type { ProgramView } from "../analysis/program-view.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import { classOf } from "./character-class.ts";
import { isOfAscii, type TextMethod } from "./text-method.ts";

/** First and last of the signs that are put on the letter before them. */
const MARKS = [0x300, 0x36f] as const;

/** The last letter that is made of others is below this one. */
const BEYOND = 0x1f00;

/**
 * Characters whose parts are known: Latin letters and the marks on them that are diacritics, Cyrillic letters, signs of
 * writing and of money, pictures and emojis.
 */
const KNOWN = [
  [0, 0x34e],
  [0x350, 0x357],
  [0x35d, 0x362],
  [0x400, 0x482],
  [0x48a, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2500, 0x27bf],
  [0xfe0f, 0xfe0f],
  [0x1f1e6, 0x1faff],
] as const;

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const known = KNOWN.flatMap(([from, to]) => between(from, to));

const isMark = (code: number): boolean => code >= MARKS[0] && code <= MARKS[1];

/** A character without its marks. */
const bare = (code: number): string =>
  String.fromCodePoint(code)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

/** Characters of which a form is known: with marks apart or, in the forms that join them, left as they are. */
function passing(form: string): ReadonlySet<number> {
  return new Set(
    known.filter((code) => {
      const character = String.fromCodePoint(code);
      const same = form.endsWith("D") && code < BEYOND ? character.normalize("NFD") : character;
      return character.normalize(form) === same && (form.endsWith("D") || !isMark(code));
    }),
  );
}

/** Where as many characters as these follow one another that are left as they are, they are counted and not written. */
const WORTH_COUNTING = 6;

/** The letters without their marks, one entry for each character up to the last that has any. */
function bareLetters(): Expression {
  const changed = passing("NFD");
  const entries = between(0, BEYOND - 1).map((code) =>
    changed.has(code) ? bare(code) : String.fromCodePoint(code),
  );
  const parts: Expression[] = [];
  let [from, letters] = [0, ""];
  const write = (): void => {
    if (letters !== "") {
      parts.push(nsl.filter(nsl.text(letters), "list"));
    }
    letters = "";
  };
  while (from < BEYOND) {
    let to = from;
    while (to < BEYOND && entries[to] === String.fromCodePoint(to)) {
      to += 1;
    }
    if (to - from >= WORTH_COUNTING) {
      write();
      parts.push(nsl.filter(nsl.callGlobal("range", nsl.number(from), nsl.number(to)), "list"));
    } else if (isMark(from)) {
      write();
      to = MARKS[1] + 1;
      parts.push(nsl.binary("*", nsl.list([nsl.none]), nsl.number(to - from)));
    } else {
      to += 1;
      letters += entries.slice(from, to).join("");
    }
    from = to;
  }
  write();
  return parts.reduce((all, part) => nsl.binary("+", all, part));
}

/** The call that takes off the marks of a text that `normalize` has taken apart: all are gone behind it. */
function removalOf(normalized: ts.CallExpression, view: ProgramView): MethodCall | null {
  const outer = normalized.parent.parent;
  if (!isCallOf(outer, ["toLowerCase", "replace", "replaceAll"]) || outer.expression !== normalized.parent) {
    return null;
  }
  if (outer.expression.name.text === "toLowerCase") {
    return removalOf(outer, view);
  }
  const pattern = erased(outer, view);
  return pattern !== null && known.every((code) => !isMark(code) || pattern.test(String.fromCodePoint(code)))
    ? outer
    : null;
}

/** What is taken out wherever it stands: single characters of one class. */
function erased(call: MethodCall, view: ProgramView): RegExp | null {
  const literal = regexLiteral(call.arguments[0], view.checker);
  if (literal === undefined || !hasFlag(literal, "g") || literalText(call.arguments[1]) !== "") {
    return null;
  }
  const end = literal.text.lastIndexOf("/");
  const source = literal.text.slice(1, end);
  const flags = literal.text.slice(end + 1).replace("g", "");
  const isNamed = /^\\p\{\w+\}\+?$/iu.test(source) && /[uv]/u.test(flags);
  return isNamed || /^\[(?:[^\]\\]|\\.)+\]\+?$/u.test(source) ? new RegExp(source, flags) : null;
}

/** The form a call asks for; null where it is not known. */
function formOf(node: ts.CallExpression): string | null {
  const [form, more] = node.arguments;
  const text = form === undefined ? "NFC" : literalText(form);
  return text !== null && /^NFK?[CD]$/u.test(text) && more === undefined ? text : null;
}

/** `text.normalize()` of what it leaves as it is, and with the marks taken off, of what is taken apart for that. */
export const normalize: TextMethod = (target, node, context) => {
  const form = formOf(node);
  const isApart = form?.endsWith("D") === true;
  if (form === null || (isApart && removalOf(node, context) === null)) {
    const advice =
      'Take the accents off at once, `text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")`, or write `text.normalize("NFC")`.';
    return context.refuse(node, "methodArguments", "normalize", advice);
  }
  if (isOfAscii(node, context)) {
    return target;
  }
  const value = context.stable(target, "text");
  const others = context.tables.library(`BEYOND_${form}`, nsl.text(`[^${classOf(passing(form))}]`));
  const reason = `${placeText(node)}: nothing is known of the parts of a character`;
  const found = nsl.method(nsl.name("re"), "search", others, value);
  stopWhen(nsl.isNotNone(found), reason, node, context);
  return isApart ? nsl.method(value, "translate", context.tables.library("BARE", bareLetters())) : value;
};

/** The call that takes marks off, of a text that has lost them already: null where more has to be taken out of it. */
export function marksRemoved(
  target: Expression,
  node: ts.CallExpression,
  view: ProgramView,
): Expression | null {
  let inner = (node as MethodCall).expression.expression;
  while (isCallOf(inner, ["toLowerCase"])) {
    inner = inner.expression.expression;
  }
  const form = isCallOf(inner, ["normalize"]) ? formOf(inner) : null;
  if (!form?.endsWith("D") || removalOf(inner as MethodCall, view) !== node) {
    return null;
  }
  const pattern = erased(node as MethodCall, view);
  const left = [...passing(form)].flatMap((code) => [...bare(code), ...bare(code).toLowerCase()]);
  const more = new Set(
    left.filter((letter) => pattern?.test(letter)).map((letter) => letter.codePointAt(0) ?? 0),
  );
  if (more.size === 0) {
    return target;
  }
  // The classes of Unicode have other members in every version of Python; of what can be left they are known.
  return pattern?.source.includes("\\p") || pattern?.source.includes("\\P")
    ? nsl.method(nsl.name("re"), "sub", nsl.text(`[${classOf(more)}]`), nsl.text(""), target)
    : null;
}
