/** Productions of texts and of texts that may be null. */
import { callback, helperCall, inner } from "./expressions.ts";
import { positiveLiteral, separatorLiteral, textLiteral } from "./literals.ts";
import type { Production, Scope } from "./scope.ts";
import { tableCall } from "./tables.ts";
import type { Tree } from "./tree.ts";

const literal: Production = (tree) => textLiteral(tree.pick);
const variable: Production = (tree, scope) => scope.find("text", tree.pick) ?? literal(tree, scope);
const text = (tree: Tree, index: number, scope: Scope): string => inner("text", tree, index, scope);
/** A text that nothing is read into where it takes the place of another. */
const plain = (written: string): string => `(${written}).split("$").join("S")`;
const methods = ["toUpperCase()", "toLowerCase()", "trim()", "trimStart()", "trimEnd()"];
const patterns = [
  '.replace(/[0-9]+/gu, "#")',
  '.replace(/(\\w)-(\\w)/u, "$2-$1")',
  '.replace(/\\s+/gu, " ")',
  '.replace(/[^a-z]/gu, "<$&>")',
  '.replace("a", "X")',
  '.replace(/\\b[a-z]/g, "<$&>")',
  '.replace(/(?<=^|-)[a-z](?!-)/u, "$&$&")',
  '.replace(marksPattern, "")',
  '.replace(/[^a-z]/g, "-")',
  '.replace(/\\W/g, "😀")',
  '.replace(/(?<first>[a-zа-я])([0-9])?/giu, "$2$<first>")',
];

/** Texts. */
export const texts: readonly Production[] = [
  (tree, scope) => (tree.choice % 5 === 0 ? literal(tree, scope) : variable(tree, scope)),
  variable,
  (tree, scope) => `(${text(tree, 0, scope)} + ${text(tree, 1, scope)})`,
  (tree, scope) => `\`\${${inner("int", tree, 0, scope)}}|\${${text(tree, 1, scope)}}\``,
  (tree, scope) => `\`<\${${inner("bool", tree, 0, scope)}}\${${inner("int", tree, 1, scope)}}>\``,
  (tree, scope) => `(${text(tree, 0, scope)}).${methods[tree.pick % methods.length] ?? "trim()"}`,
  (tree, scope) => `(${text(tree, 0, scope)}).slice(${inner("int", tree, 1, scope)})`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).slice(${inner("int", tree, 1, scope)}, ${inner("int", tree, 2, scope)})`,
  (tree, scope) => `(${text(tree, 0, scope)}).charAt(${inner("int", tree, 1, scope)})`,
  (tree, scope) => `((${text(tree, 0, scope)})[${inner("int", tree, 1, scope)}] ?? "none")`,
  (tree, scope) => `((${text(tree, 0, scope)}).at(${inner("int", tree, 1, scope)}) ?? "none")`,
  (tree, scope) => `(${text(tree, 0, scope)}).padStart(${positiveLiteral(tree.pick)}, "0")`,
  (tree, scope) => `(${text(tree, 0, scope)}).padEnd(${positiveLiteral(tree.pick)})`,
  (tree, scope) => `(${text(tree, 0, scope)}).replaceAll("a", ${separatorLiteral(tree.pick)})`,
  (tree, scope) => `(${text(tree, 0, scope)}).replace("a", ${plain(text(tree, 1, scope))}).slice(0, 40)`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).replaceAll(\`\${${text(tree, 1, scope)}}b\`, ${plain(text(tree, 2, scope))}).slice(0, 40)`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).replace(/([a-c])|[0-9ж]/g, ${plain(text(tree, 1, scope))}).slice(0, 40)`,
  (tree, scope) => `(${text(tree, 0, scope)})${patterns[tree.pick % patterns.length] ?? ""}`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).replace(/[a-z0-9]/g, ${callback("text", "text", tree, 1, scope)}).slice(0, 40)`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).replace(/([a-z])([0-9])?/gi, (_, left: string, right: string | undefined, at: number) => \`\${right ?? "_"}\${left}\${at}\`)`,
  (tree, scope) =>
    `((${text(tree, 0, scope)}).match(/^(?<left>[^,-]*)[,-](?<right>.*)$/)?.groups?.right ?? ${text(tree, 1, scope)})`,
  (tree, scope) => `String(${inner("int", tree, 0, scope)})`,
  (tree, scope) => `String(${inner("bool", tree, 0, scope)})`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).join(${separatorLiteral(tree.pick)})`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).join(${separatorLiteral(tree.pick)})`,
  (tree, scope) => `(${inner("bool", tree, 0, scope)} ? ${text(tree, 1, scope)} : ${text(tree, 2, scope)})`,
  (tree, scope) => `(${inner("maybe", tree, 0, scope)} ?? ${text(tree, 1, scope)})`,
  (tree, scope) =>
    `(orNull(${inner("maybe", tree, 0, scope)})?.trim().toUpperCase() ?? ${text(tree, 1, scope)})`,
  (tree, scope) => `((${text(tree, 0, scope)} + "") || ${text(tree, 1, scope)})`,
  // Both sides are of type `string`: a list of `"" | "a"` cannot be joined with a list of texts.
  (tree, scope) => `((${text(tree, 0, scope)} + "") && (${text(tree, 1, scope)} + ""))`,
  (tree, scope) => `(${inner("rec", tree, 0, scope)}).b`,
  (tree, scope) => `((${inner("texts", tree, 0, scope)})[${inner("int", tree, 1, scope)}] ?? "none")`,
  (tree, scope) => `JSON.stringify(${inner("rec", tree, 0, scope)})`,
  (tree, scope) => `JSON.stringify(${inner("texts", tree, 0, scope)})`,
  (tree, scope) => `asText(property(parseJson(${text(tree, 0, scope)}).value, "a"))`,
  (tree, scope) => `encodeQuery(${text(tree, 0, scope)})`,
  (tree, scope) =>
    `((${inner("texts", tree, 0, scope)}).find(${callback("text", "bool", tree, 1, scope)}) ?? "none")`,
  (tree, scope) =>
    `((${inner("recs", tree, 0, scope)}).at(${inner("int", tree, 1, scope)})?.c?.toLowerCase() ?? "none")`,
  (tree, scope) => {
    const answer = scope.find("answer", tree.pick);
    return answer === undefined ? variable(tree, scope) : `${answer}.body`;
  },
  (tree, scope) => {
    const built = scope.findChangeable("object", tree.pick);
    return built === undefined ? variable(tree, scope) : `${built.name}.b`;
  },
  (tree, scope) => {
    const built = scope.findChangeable("list", tree.pick);
    return built === undefined ? variable(tree, scope) : `${built.name}.join(",")`;
  },
  (tree, scope) =>
    `[${inner("int", tree, 0, scope)}, ${inner("bool", tree, 1, scope)}, ${inner("maybe", tree, 2, scope)}].join("-")`,
  (tree, scope) => helperCall("text", tree, scope, variable),
  tableCall("text", variable),
  (tree, scope) => `[...(${text(tree, 0, scope)})].reverse().join(${separatorLiteral(tree.pick)})`,
  (tree, scope) => `typeof (${inner("maybe", tree, 0, scope)})`,
  (tree, scope) =>
    `[${inner("int", tree, 0, scope)}, ${inner("maybe", tree, 1, scope)}, ${inner("bool", tree, 2, scope)}].map((one) => typeof one).join()`,
  (tree, scope) =>
    `[${text(tree, 0, scope)}, ...${inner("texts", tree, 1, scope)}].reduce((longest, one) => (one.length > longest.length ? one : longest))`,
  (tree, scope) =>
    `(${text(tree, 0, scope)}).substr(${positiveLiteral(tree.choice)}, ${positiveLiteral(tree.pick)})`,
];

const nothing: Production = (tree, scope) => scope.find("maybe", tree.pick) ?? "given.none";

/** Texts or null. */
export const maybeTexts: readonly Production[] = [
  nothing,
  nothing,
  (tree, scope) =>
    `(${inner("bool", tree, 0, scope)} ? ${text(tree, 1, scope)} : ${inner("maybe", tree, 2, scope)})`,
  (tree, scope) =>
    `(${inner("bool", tree, 0, scope)} ? ${inner("maybe", tree, 1, scope)} : ${text(tree, 2, scope)})`,
  (tree, scope) => `(${inner("rec", tree, 0, scope)}).c`,
  (tree, scope) =>
    `((${inner("texts", tree, 0, scope)}).find(${callback("text", "bool", tree, 1, scope)}) ?? given.none)`,
  (tree, scope) => `((${inner("texts", tree, 0, scope)}).at(-1) ?? given.none)`,
  (tree, scope) => `(${inner("maybe", tree, 0, scope)} ?? ${inner("maybe", tree, 1, scope)})`,
  (tree, scope) => helperCall("maybe", tree, scope, nothing),
];
