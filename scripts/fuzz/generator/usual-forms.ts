/** Functions as they are usually written: helpers of any type, functions inside of others, and those that are called at once. */
import { callback, inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** Helpers that are given functions, of which one may be left out, and values of any type. */
export const usualPrelude = `const sumBy = <T>(items: readonly T[], pick: (item: T) => number): number => items.reduce((total, item) => total + (pick(item) % 997), 0);
const keyBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T> => new Map(items.map((item) => ["k" + key(item), item]));
const bestBy = <T>(items: readonly T[], of: (item: T) => number, better?: (a: number, b: number) => boolean): T | undefined => {
  let best: T | undefined;
  for (const item of items) { if (best === undefined || (better ? better(of(item), of(best)) : of(item) > of(best))) best = item; }
  return best;
};
const unique = <T>(items: readonly T[]): T[] => items.filter((item, at) => items.indexOf(item) === at);
function sortedBy<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] { return [...items].sort(compare); }`;

/** Helpers of any type. */
const helped: Production = (tree, scope) => {
  const [texts, ints] = [
    `(${inner("texts", tree, 0, scope)}).slice(0, 5)`,
    `(${inner("ints", tree, 1, scope)}).slice(0, 5)`,
  ];
  const steady = scope.block({ isSteady: true });
  const [length, shown] = [
    callback("text", "int", tree, 2, steady),
    callback("int", "text", tree, 3, steady),
  ];
  const { name } = scope.declare("texts");
  const forms = [
    `...unique(${ints}).map(String), ...unique(${texts})`,
    `String(sumBy(${texts}, ${length})), ...keyBy(${ints}, ${shown}).keys()`,
    `bestBy(${texts}, ${length}) ?? "none", String(bestBy(${ints}, (entry) => entry % 7, (a, b) => a < b) ?? -1)`,
    `...sortedBy(${texts}, (a, b) => a.length - b.length), ...sortedBy(${ints}, (a, b) => b - a).map(String)`,
  ];
  return [`const ${name}: readonly string[] = [${forms[tree.choice % forms.length] ?? ""}];`];
};

/** A function that is called where it is written. */
const calledAtOnce: Production = (tree, scope) => {
  const inside = scope.block({ inCallback: true, isSteady: true });
  const [test, one, other] = [
    inner("bool", tree, 0, inside),
    inner("text", tree, 1, inside),
    inner("text", tree, 2, inside),
  ];
  const { name } = scope.declare("text");
  const body = `{ let told = ${one}; if (${test}) { return told.slice(1, 9); } told += ${other}; return told.slice(0, 30); }`;
  return tree.choice % 2 === 0
    ? [`const ${name}: string = (() => ${body})();`]
    : [`let ${name} = "";`, `${name} = (function (): string ${body})();`];
};

/** A function inside of another one that calls itself, and what it fills. */
const again: Production = (tree, scope) => {
  const [text, test] = [
    `(${inner("text", tree, 0, scope)}).slice(0, 6)`,
    inner("bool", tree, 1, scope.block({ inCallback: true, isSteady: true })),
  ];
  const turns = positiveLiteral(tree.pick);
  const [names, count] = [scope.declare("texts").name, scope.declare("int").name];
  const walk = `${names}Walk`;
  return [
    `const ${names}: string[] = [];`,
    `const ${names}By = ${turns} % 3;`,
    `function ${walk}(text: string, left: number): void { if (left <= 0 || text === "") return; ${names}.push(text.slice(0, ${names}By + 1)); ${walk}(text.slice(1), left - 1); if (text.length > 3) { [text.slice(2), "z"].forEach((one) => ${walk}(one, left - 2)); } }`,
    `const ${walk}Count = (left: number): number => (left <= 0 ? ${names}By : ${walk}Count(left - 1) + (left % 2 === 0 ? ${walk}Count(left - 2) : 1));`,
    `${walk}(${text}, ${turns} % 6);`,
    `if (${test}) { ${walk}("again", 2); }`,
    `const ${count}: number = ${walk}Count(${turns} % 7);`,
  ];
};

/** Entries that are made where they are missing, a record without one of them, and a list without what is empty. */
const keptEntries: Production = (tree, scope) => {
  const list = `(${inner("texts", tree, 0, scope)}).slice(0, 4)`;
  const [key, from] = [`"k" + (${inner("text", tree, 1, scope)}).slice(0, 2)`, inner("int", tree, 2, scope)];
  const { name } = scope.declare("texts");
  return [
    `const ${name}By: Record<string, { n: number }> = {};`,
    `for (const entry of ${list}) { const key = "k" + entry.slice(0, 2); const held = ${name}By[key] ?? (${name}By[key] = { n: 0 }); held.n += entry.lastIndexOf("b", ${from}) + 2; }`,
    `const ${name}Key = ${key};`,
    `const { [${name}Key]: ${name}Gone, ...${name}Left } = ${name}By;`,
    `const ${name}: readonly string[] = [String(${name}Gone?.n ?? -1), ...Object.keys(${name}Left), ${list}[1]].filter(Boolean);`,
  ];
};

/** All of them, for the table of statements. */
export const usualStatements: readonly Production[] = [helped, calledAtOnce, again, keptEntries];
