/** Statements about texts with emoji, which two languages count in two ways, and with halves of them. */
import { inner } from "./expressions.ts";
import { textLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";
import { requestOf } from "./waiting.ts";

const pieces = ["😀", "a😀", "\\ud83d", "👨‍👩‍👧", "e\\u0301", "\\ude00b", "😀😀", "ж", "\\ud83d\\ud83d\\ude00"];

/**
 * A text that is taken apart and put together. Only what it gives is shown: other expressions would look for
 * halves of an emoji in the whole one, of which the two languages tell differently.
 */
export function letters(tree: Tree, scope: Scope): readonly string[] {
  const word = inner("text", tree, 0, scope);
  const cut = inner("int", tree, 1, scope);
  const shown = scope.declare("texts", "shown").name;
  const text = `${shown}Text`;
  const [first, second] = [tree.pick, tree.pick >> 4].map((pick) => pieces[pick % pieces.length] ?? "");
  const forms = [
    `[...${text}].reverse().join("")`,
    `Array.from(${text}, (letter, at) => letter + String(at)).join()`,
    `${text}.charAt(0).toUpperCase() + ${text}.slice(1)`,
    `${text}.slice(0, ${cut}) + ${text}.slice(${cut})`,
    `${text}.split("").reverse().join("")`,
    `${text}.split("").map((unit) => unit).join(${tree.pick % 2 === 0 ? '""' : '"-"'})`,
    `JSON.stringify([${text}.slice(1), ${text}.at(-1), [...${text}][1]])`,
    `\`\${${text}.substring(${cut})}|\${[...${text}].length}|\${${text}.length}\``,
    `String(${text} < ${textLiteral(tree.pick)}) + String(${text}.slice(1) === ${text})`,
    `encodeQuery(${text}.slice(${cut}))`,
    `${text}.replace(/[😀a-z]/gu, "*") + ${text}.padEnd(12, ".")`,
    `[...new Set(${text}.split(""))].join("")`,
    `${shown}All.toSorted().join("") + ${shown}All.findLastIndex((letter) => letter.length > 1)`,
    `${shown}Back`,
  ];
  const taken = [tree.choice, tree.choice >> 2, tree.choice >> 5].map((at) => forms[at % forms.length] ?? "");
  const wait = scope.frame.isAsync
    ? [`${shown}Back += (await ctx.send(${requestOf(text)})).body.slice(0, 2);`]
    : [];
  return [
    `const ${text}: string = "${first ?? ""}" + (${word}).slice(0, 6) + "${second ?? ""}";`,
    `const ${shown}All: string[] = [];`,
    `for (const letter of ${text}) { if (letter === "a") { continue; } ${shown}All.push(letter); }`,
    `let ${shown}Back = ${text}.slice(0, 1);`,
    ...wait,
    `for (let at = 1; at < ${text}.length; at += 1) { ${shown}Back += ${text}.charAt(at); }`,
    `const ${shown}: readonly string[] = [${taken.join(", ")}];`,
    ...(scope.frame.usesContext ? [`ctx.log(${shown}.join("/"));`] : []),
  ];
}
