/**
 * `a.localeCompare(b)`: texts in the order of English. JavaScript compares the letters first, then their accents, then
 * small with capital; a key has the three one behind the other. It is exact for ASCII, Latin letters with accents and
 * the Cyrillic ones of Russian and Ukrainian: a skill stops at a text with any other character.
 */
import type ts from "typescript";
import { comparedText } from "../analysis/comparators.ts";
import { isText, strictly } from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { placeText, stopWhen } from "../transform/stop.ts";
import { classOf } from "./character-class.ts";
import type { TextMethod } from "./text-method.ts";

/** What is no letter and no digit stands before these, in this order. */
const SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/** Accents as they follow one another on one letter, a stroke among them. */
const ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328/\u0304";

/** Small letters with an accent, apart from those whose capital is in another place. */
const ACCENTED = "àáăâåäãąāćĉčċçďéèĕêěëėęēğĝġģĥíìĭîïĩįīĵķĺľļńňñņóòŏôöőõōŕřŗśŝšşťţúùŭûůüűũųūŵýŷźžż";

/** Letters with a stroke, and the ones they stand beside. */
const STROKES: Readonly<Record<string, string>> = { đ: "d", ħ: "h", ł: "l", ø: "o" };

const letters = [...ACCENTED, ...Object.keys(STROKES), ..."абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"];

/** What there is an order for: white space and signs, digits and letters. */
const KNOWN: ReadonlySet<string> = new Set([
  ..."\t\n\v\f\r",
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)),
  ...letters.flatMap((letter) => [letter, letter.toUpperCase()]),
]);

/** The characters there is none for. */
const OTHERS = `[^${classOf(new Set([...KNOWN].map((letter) => letter.charCodeAt(0))))}]`;

/** One character for each of the first ones of Unicode that there is an order for. */
function tableOf(entry: (letter: string) => string): string {
  return Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code))
    .map((letter) => (KNOWN.has(letter) && letter === letter.toLowerCase() ? entry(letter) : "?"))
    .join("");
}

/** The letter without its accent; signs are numbered. */
const LETTERS = tableOf((letter) => {
  const sign = SIGNS.indexOf(letter);
  return sign >= 0
    ? String.fromCharCode(14 + sign)
    : (STROKES[letter] ?? letter.normalize("NFD")[0] ?? letter);
});

/** The place of its accent. */
const MARKS = tableOf((letter) => {
  const mark = Object.hasOwn(STROKES, letter) ? "/" : letter.normalize("NFD").slice(1);
  return String.fromCharCode(0x30 + (mark === "" ? 0 : 1 + ACCENTS.indexOf(mark)));
});

/** Cyrillic letters that are others with an accent, or stand behind all that begins with another. */
const MOVED = [
  ["ё", "е"],
  ["ґ", "г"],
  ["є", "е\uffff"],
  ["і", "и\uffff"],
  ["ї", "и\uffff"],
] as const;

/** The key of a text: texts are in the order in which their keys are, told by their characters. */
export function collationKey(text: Expression, origin: ts.Node, context: FunctionContext): Expression {
  const known = context.stable(text, "compared");
  const other = nsl.method(
    nsl.name("re"),
    "search",
    context.tables.library("OTHERS", nsl.text(OTHERS)),
    known,
  );
  const reason = `${placeText(origin)}: nothing is known of the order of a character`;
  stopWhen(nsl.isNotNone(other), reason, origin, context);
  const { tables } = context;
  const low = nsl.method(known, "lower");
  const letters = MOVED.reduce(
    (so, [letter, stead]) => nsl.method(so, "replace", nsl.text(letter), nsl.text(stead)),
    nsl.method(low, "translate", tables.library("LETTERS", nsl.text(LETTERS))),
  );
  const marks = nsl.method(low, "translate", tables.library("MARKS", nsl.text(MARKS)));
  const separator = nsl.text("\0");
  const parts = [letters, separator, marks, separator, nsl.method(known, "swapcase")];
  return parts.reduce((all, part) => nsl.binary("~", all, part));
}

/** `a.localeCompare(b)` as a number. */
export const localeCompare: TextMethod = (target, node, context) => {
  const other = comparedText(node);
  if (other === null || !strictly(isText, context.checker.getTypeAtLocation(other))) {
    return context.refuse(
      node,
      "methodArguments",
      "localeCompare",
      'Give one text, and no locale or "en": `a.localeCompare(b)`.',
    );
  }
  const value = context.expression(other);
  const one = context.stable(collationKey(target, node, context), "first");
  const two = context.stable(collationKey(value, node, context), "second");
  return nsl.conditional(
    nsl.binary("<", one, two),
    nsl.number(-1),
    nsl.conditional(nsl.binary(">", one, two), nsl.number(1), nsl.number(0)),
  );
};
