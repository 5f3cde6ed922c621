/** Productions of booleans. None is a literal: TypeScript refuses conditions it can decide itself. */
import { callback, helperCall, inner } from "./expressions.ts";
import { positiveLiteral, separatorLiteral } from "./literals.ts";
import type { Production } from "./scope.ts";
import { tableCall } from "./tables.ts";

const variable: Production = (tree, scope) =>
  (tree.choice % 3 === 0 ? undefined : scope.find("bool", tree.pick)) ??
  `(${scope.find("int", tree.pick) ?? "given.rec.a"} % ${positiveLiteral(tree.pick >> 1)} === ${String(tree.choice % 3)})`;
const orders = ["<", "<=", ">", ">="];
const patterns = [
  "/^[a-z]+$/u",
  "/[0-9]/u",
  "/^\\s*$/u",
  "/^(?:a|b).*$/u",
  "/^null|x$/iu",
  "/\\bx|\\S+\\d$/",
  "wordPattern",
];

/** Booleans. */
export const booleans: readonly Production[] = [
  variable,
  variable,
  (tree, scope) =>
    `(${inner("int", tree, 0, scope)} ${orders[tree.pick % 4] ?? "<"} ${inner("int", tree, 1, scope)})`,
  (tree, scope) =>
    `(${inner("text", tree, 0, scope)} ${orders[tree.pick % 4] ?? "<"} ${inner("text", tree, 1, scope)})`,
  (tree, scope) => `((${inner("int", tree, 0, scope)} + 0) === ${inner("int", tree, 1, scope)})`,
  (tree, scope) => `((${inner("int", tree, 0, scope)} + 0) !== ${inner("int", tree, 1, scope)})`,
  (tree, scope) => `((${inner("text", tree, 0, scope)} + "") === ${inner("text", tree, 1, scope)})`,
  (tree, scope) => `!(${inner("bool", tree, 0, scope)})`,
  (tree, scope) => `(${inner("bool", tree, 0, scope)} && ${inner("bool", tree, 1, scope)})`,
  (tree, scope) => `(${inner("bool", tree, 0, scope)} || ${inner("bool", tree, 1, scope)})`,
  (tree, scope) =>
    `(${inner("bool", tree, 0, scope)} ? ${inner("bool", tree, 1, scope)} : ${inner("bool", tree, 2, scope)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).includes(${inner("text", tree, 1, scope)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).startsWith(${separatorLiteral(tree.pick)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).endsWith(${inner("text", tree, 1, scope)})`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).includes(${inner("int", tree, 1, scope)})`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).includes(${inner("text", tree, 1, scope)})`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).some(${callback("int", "bool", tree, 1, scope)})`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).every(${callback("text", "bool", tree, 1, scope)})`,
  (tree, scope) => `(orNull(${inner("maybe", tree, 0, scope)}) === null)`,
  (tree, scope) => `(orNull(${inner("maybe", tree, 0, scope)}) ? given.yes : given.no)`,
  (tree, scope) => `((${inner("ints", tree, 0, scope)}).length > 0)`,
  (tree, scope) => `((${inner("text", tree, 0, scope)} + "").length === 0)`,
  (tree, scope) =>
    `${patterns[tree.pick % patterns.length] ?? "/a/u"}.test(${inner("text", tree, 0, scope)})`,
  (tree, scope) => `((${inner("int", tree, 0, scope)}) % ${positiveLiteral(tree.pick)} === 0)`,
  (tree, scope) => `parseJson(${inner("text", tree, 0, scope)}).ok`,
  (tree, scope) => `[${inner("maybe", tree, 0, scope)}, given.none].slice(0, 1).includes(null)`,
  (tree, scope) => helperCall("bool", tree, scope, variable),
  tableCall("bool", variable),
  (tree, scope) => `(typeof orNull(${inner("maybe", tree, 0, scope)}) === "string")`,
];
