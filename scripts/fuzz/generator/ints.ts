/** Productions of integers. */
import { callback, helperCall, inner } from "./expressions.ts";
import { intLiteral, positiveLiteral } from "./literals.ts";
import type { Production, Scope } from "./scope.ts";
import { tableCall } from "./tables.ts";
import type { Tree } from "./tree.ts";

const literal: Production = (tree) => intLiteral(tree.pick);
const variable: Production = (tree, scope) => scope.find("int", tree.pick) ?? literal(tree, scope);
const int = (tree: Tree, index: number, scope: Scope): string => inner("int", tree, index, scope);

/** Integers. Products stay small, so that both runtimes count exactly. */
export const ints: readonly Production[] = [
  (tree, scope) => (tree.choice % 5 === 0 ? literal(tree, scope) : variable(tree, scope)),
  variable,
  (tree, scope) => `(${int(tree, 0, scope)} + ${int(tree, 1, scope)})`,
  (tree, scope) => `(${int(tree, 0, scope)} - (${int(tree, 1, scope)}))`,
  (tree, scope) => `((${int(tree, 0, scope)}) * ${positiveLiteral(tree.pick)})`,
  (tree, scope) => `(-(${int(tree, 0, scope)}))`,
  (tree, scope) => `Math.floor((${int(tree, 0, scope)}) / ${positiveLiteral(tree.pick)})`,
  (tree, scope) => `Math.ceil((${int(tree, 0, scope)}) / ${positiveLiteral(tree.pick)})`,
  (tree, scope) => `Math.trunc((${int(tree, 0, scope)}) / ${positiveLiteral(tree.pick)})`,
  (tree, scope) => `((${int(tree, 0, scope)}) % ${positiveLiteral(tree.pick)})`,
  (tree, scope) => `Math.min(${int(tree, 0, scope)}, ${int(tree, 1, scope)})`,
  (tree, scope) => `Math.max(${int(tree, 0, scope)}, ${int(tree, 1, scope)}, ${int(tree, 2, scope)})`,
  (tree, scope) => `Math.abs(${int(tree, 0, scope)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).length`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).length`,
  (tree, scope) => `(${inner("texts", tree, 0, scope)}).length`,
  (tree, scope) => `(${inner("bool", tree, 0, scope)} ? ${int(tree, 1, scope)} : ${int(tree, 2, scope)})`,
  (tree, scope) => `((${inner("ints", tree, 0, scope)})[${int(tree, 1, scope)}] ?? ${int(tree, 2, scope)})`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).indexOf(${int(tree, 1, scope)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).indexOf(${inner("text", tree, 1, scope)})`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).search(/[0-9ж]|-/iu)`,
  (tree, scope) => `((${inner("text", tree, 0, scope)}).match(/[a-z]-?/)?.index ?? ${int(tree, 1, scope)})`,
  (tree, scope) =>
    `(${inner("ints", tree, 0, scope)}).reduce((total, entry) => (total + entry) % 1009, ${intLiteral(tree.pick)})`,
  (tree, scope) =>
    `(${inner("texts", tree, 0, scope)}).findIndex(${callback("text", "bool", tree, 1, scope)})`,
  (tree, scope) =>
    `((${inner("ints", tree, 0, scope)}).find(${callback("int", "bool", tree, 1, scope)}) ?? ${int(tree, 2, scope)})`,
  (tree, scope) => `(${inner("rec", tree, 0, scope)}).a`,
  (tree, scope) =>
    `((${inner("recs", tree, 0, scope)}).find(${callback("rec", "bool", tree, 1, scope)})?.a ?? ${int(tree, 2, scope)})`,
  (tree, scope) => `(orNull(${inner("maybe", tree, 0, scope)})?.length ?? ${int(tree, 1, scope)})`,
  (tree, scope) => `toInteger(${inner("text", tree, 0, scope)}).value`,
  (tree, scope) => `((${int(tree, 0, scope)} + 0) || ${int(tree, 1, scope)})`,
  (tree, scope) => {
    const answer = scope.find("answer", tree.pick);
    return answer === undefined ? variable(tree, scope) : `${answer}.status`;
  },
  (tree, scope) => {
    const built = scope.findChangeable("list", tree.pick);
    return built === undefined ? variable(tree, scope) : `${built.name}.length`;
  },
  (tree, scope) => {
    const built = scope.findChangeable("object", tree.pick);
    return built === undefined ? variable(tree, scope) : `${built.name}.a`;
  },
  (tree, scope) => helperCall("int", tree, scope, variable),
  tableCall("int", variable),
  (tree, scope) =>
    `(${inner("texts", tree, 0, scope)}).findLastIndex(${callback("text", "bool", tree, 1, scope)})`,
  (tree, scope) =>
    `[${int(tree, 0, scope)}, ...${inner("ints", tree, 1, scope)}].reduce((most, entry) => (entry > most ? entry : most))`,
  (tree, scope) => `(${inner("ints", tree, 0, scope)}).lastIndexOf(${int(tree, 1, scope)})`,
  (tree, scope) => `[...(${inner("text", tree, 0, scope)})].length`,
  (tree, scope) => `(${inner("text", tree, 0, scope)}).lastIndexOf(${inner("text", tree, 1, scope)})`,
];
