/** What to write instead of what JavaScript's library has and skills have not. "" where nothing stands for it. */
import ts from "typescript";
import { shortened } from "./advice.ts";
import { dateAdvice } from "./date-advice.ts";

const INTEGER = "Use `toInteger(text)` of the SDK: it cannot raise.";
const JOIN = "Write a template literal: `${a}${b}`. ";
const NOT_FOUND = "See the list of functions in docs/subset.md.";

const texts: ReadonlyMap<string, string> = new Map([
  ["concat", JOIN],
  ["substr", "Write `text.slice(from, from + length)`. "],
]);

const lists: ReadonlyMap<string, string> = new Map([
  ["entries", "Use `forEach((item, index) => ...)` or a counter. "],
  [
    "pop",
    "Make it a statement, `const last = list.pop();`, of a list that was made here and has one name; or take `list.at(-1)` and `list.slice(0, -1)`. ",
  ],
  [
    "shift",
    "Make it a statement, `const first = list.shift();`, of a list that was made here and has one name; or take `list[0]` and `list.slice(1)`. ",
  ],
  [
    "splice",
    "Make it a statement of a list that was made here and has one name, or take `list.toSpliced(...)`, which gives a new list. ",
  ],
  ["unshift", "Make a new list: `[item, ...list]`. "],
]);

const globals: ReadonlyMap<string, string> = new Map([
  ["JSON.parse", "Use `parseJson(text)` of the SDK: it cannot raise."],
  ["Date.now", 'Write `parseDateTime(ctx.getDateTime("UTC")).seconds * 1000` of the SDK.'],
  ["Number.MAX_VALUE", "Write `Infinity`."],
  ["Math.random", "A skill has no randomness."],
  ["Number.isInteger", "A number is always an integer here."],
  ["Number.parseInt", INTEGER],
  ["parseInt", INTEGER],
  ["Number", INTEGER],
  ["Boolean", "Write the condition itself."],
  ["encodeURIComponent", "Use `encodeQuery(text)` of the SDK."],
]);

const classes: ReadonlyMap<string, string> = new Map([
  [
    "Intl.DateTimeFormat",
    'Write `localTime(seconds, zone).date` or `.time` of the SDK, with `"Europe/Berlin"` and its like.',
  ],
  ["Intl.NumberFormat", "Write `amount.toFixed(2)`, or `(amount / 100).toFixed(2)` of an amount in cents."],
  ["Error", 'Return a result such as `{ ok: false, problem: "..." }`.'],
  [
    "Map",
    "Keep the values in `emptyRecord()` of the SDK: `record[key] = value`, `record[key] ?? fallback`, `Object.entries(record)`.",
  ],
  ["RegExp", "Write the regular expression in place, or as a `const` of its own: `/[a-z]+/u.test(text)`."],
  [
    "Set",
    "Keep the values in a list: `if (!list.includes(value)) { list.push(value); }`; `[...new Set(list)]` gives each text once.",
  ],
  ["URLSearchParams", "Write `key=${encodeQuery(value)}` of the SDK into the address, joined with `&`."],
]);

/** What a method of texts or lists is called on and with, written again in other words. */
const rewritten: ReadonlyMap<string, (of: string, given: readonly string[]) => string> = new Map([
  ["charCodeAt", (of, [at = "0"]) => `Compare the character itself: \`${of}.charAt(${at})\`. `],
  ["codePointAt", (of, [at = "0"]) => `Compare the character itself: \`${of}.charAt(${at})\`. `],
  ["toLocaleLowerCase", (of) => `Write \`${of}.toLowerCase()\`. `],
  ["toLocaleString", (of) => `Write \`String(${of})\`. `],
  ["toLocaleUpperCase", (of) => `Write \`${of}.toUpperCase()\`. `],
  ["toString", (of) => `Write \`${of}.join()\`. `],
  ["with", (of, [at = "at", item = "item"]) => `Write \`${of}.toSpliced(${at}, 1, ${item})\`. `],
]);

const kinds = { text: texts, number: new Map<string, string>(), list: lists };

/** Instead of a method of a text, a number or a list. */
export function methodAdvice(kind: keyof typeof kinds, method: string, call: ts.CallExpression): string {
  const write = rewritten.get(method);
  return write !== undefined && ts.isPropertyAccessExpression(call.expression)
    ? write(
        shortened(call.expression.expression, kind),
        call.arguments.map((argument) => shortened(argument, "...")),
      )
    : (kinds[kind].get(method) ?? "");
}

/** Instead of a function such as `Math.random` or `parseInt`. */
export function functionOfLibraryAdvice(name: string): string {
  return globals.get(name) ?? "";
}

/** The same of a name that is read or called: `Object.is(a, b)`. */
export function globalNameAdvice(node: ts.Node, name: string): string {
  const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
  const [one, other] = call?.arguments ?? [];
  return name === "Object.is" && one !== undefined && other !== undefined
    ? `Write \`${shortened(one, "a")} === ${shortened(other, "b")}\`.`
    : functionOfLibraryAdvice(name) || NOT_FOUND;
}

/** Instead of `new Date()`. */
export function classAdvice(node: ts.Node): string {
  if (!ts.isNewExpression(node)) {
    return "";
  }
  const name = node.expression.getText();
  return name === "Date" ? dateAdvice(node) : (classes.get(name) ?? "");
}

const MODULES = "Import from the files of the module and from its SDK: packages and Node are not there.";

const elsewhere: ReadonlyMap<string, string> = new Map([
  ["console", "Write `ctx.log(text)`."],
  ["fetch", "Write `await ctx.send({ method, url, body, authorization })`."],
  ["setTimeout", "Write `ctx.sleep(seconds)`."],
  ["URLSearchParams", "Write `key=${encodeQuery(value)}` of the SDK into the address, joined with `&`."],
]);

/** TypeScript's numbers for a module or a name that is not there. */
const MISSING: ReadonlySet<number> = new Set([2304, 2307, 2580, 2584, 2591, 2792]);
const TOO_LARGE = 2563;
const FALL_THROUGH = 7029;

/** TypeScript's numbers for a value that may be undefined. */
const UNDEFINED: ReadonlySet<number> = new Set([2322, 2345, 2532, 18048]);

/** A value for where there is none. */
function undefinedAdvice({ file, start = 0, length = 0, messageText }: ts.Diagnostic): string {
  const text = file?.text.slice(start, start + length) ?? "value";
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  const fallback = /'string \| undefined'/u.test(message)
    ? '""'
    : /'number \| undefined'/u.test(message)
      ? "0"
      : null;
  // Of a `return` TypeScript shows the word alone.
  const name = text.length > 40 || text.includes("\n") || text === "return" ? "value" : text;
  return fallback === null
    ? `Ask first: \`if (${name} !== undefined)\`.`
    : `Put a value where there is none: \`?? ${fallback}\` behind what may be undefined.`;
}

/** Instead of what TypeScript itself refuses, where its own message leads nowhere. */
export function typescriptAdvice(diagnostic: ts.Diagnostic): string {
  if (diagnostic.code === TOO_LARGE) {
    return "Split it into several functions.";
  }
  if (diagnostic.code === FALL_THROUGH) {
    return "End the case with `break;`, and write what the next case does here as well; labels without statements may stand together: `case 1: case 2:`.";
  }
  if (
    UNDEFINED.has(diagnostic.code) &&
    /undefined/u.test(ts.flattenDiagnosticMessageText(diagnostic.messageText, " "))
  ) {
    return undefinedAdvice(diagnostic);
  }
  if (!MISSING.has(diagnostic.code)) {
    return "";
  }
  const { file, start = 0, length = 0 } = diagnostic;
  const name = file?.text.slice(start, start + length) ?? "";
  const known = elsewhere.get(name);
  return known ?? (diagnostic.code === 2304 ? "" : MODULES);
}
