/** Statements about properties that are undefined, which a program sees and its JSON does not have. */
import { inner } from "./expressions.ts";
import { textLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** What such records are, and functions that are given them as less than they are. */
export const absentPrelude = `interface Card { remark?: string; name: string; at?: number; inside?: { remark?: string; n: number } }
function cardOf(name: string, remark?: string, at?: number): Card { return { remark, name, at }; }
function anyJson(body: unknown): string { return JSON.stringify(body); }
function eachJson<T>(list: readonly T[]): string { return list.map((item) => JSON.stringify({ item })).join(); }
function namesOnly(list: readonly { name: string }[]): string { return JSON.stringify(list); }`;

/** A record of which parts are undefined is changed, handed on, looked through and written as JSON. */
export function absentParts(tree: Tree, scope: Scope): readonly string[] {
  const [remark, name] = [inner("maybe", tree, 0, scope), inner("text", tree, 1, scope)];
  const [test, amount] = [inner("bool", tree, 2, scope), `(${inner("int", tree, 3, scope)}) % 97`];
  const texts = scope.declare("texts").name;
  const card = `${texts}Card`;
  const changes = [
    `${card}.remark = undefined;`,
    `${card}.at ??= ${amount};`,
    `${card}.inside = { remark: ${test} ? ${name} : undefined, n: ${amount} };`,
    `delete ${card}.at; ${card}.at = ${test} ? ${amount} : undefined;`,
    `Object.assign(${card}, { remark: ${textLiteral(tree.pick)}, at: undefined });`,
  ];
  const looks = [
    `JSON.stringify({ list: [${card}, ${texts}Copy], remark: ${card}.remark })`,
    `anyJson([${card}, ${card}.inside])`,
    `eachJson([${card}, ${texts}Copy])`,
    `namesOnly([${card}, ${texts}Copy])`,
    `Object.entries(${card}).map(([key, value]) => key + (value === undefined ? "?" : JSON.stringify(value))).join()`,
    `JSON.stringify(Object.fromEntries(Object.entries(${card}).filter(([, value]) => value !== undefined)))`,
    `String(JSON.stringify(${card}.remark) === JSON.stringify(${texts}Copy.remark))`,
    `JSON.stringify(JSON.parse(JSON.stringify(${card})) as Card)`,
  ];
  const at = tree.choice % looks.length;
  return [
    `const ${card}: Card = ${tree.pick % 2 === 0 ? `cardOf(${name}, (${remark}) ?? undefined, ${test} ? ${amount} : undefined)` : `{ at: ${amount}, remark: (${remark}) ?? undefined, name: ${name}, inside: ${test} ? { n: ${amount} } : undefined }`};`,
    // In a loop that waits, a record is not changed where it stands: the compiler refuses it.
    scope.loops === 0 ? (changes[tree.pick % changes.length] ?? "") : "",
    `const ${texts}Copy: Card = { ...${card}, inside: { ...${card}.inside, n: 2 } };`,
    `const { remark: ${texts}Remark = "none", ...${texts}Rest } = ${card};`,
    `const ${texts}: readonly string[] = [JSON.stringify(${card}), Object.keys(${card}).join(), String("at" in ${card}), ${texts}Remark, JSON.stringify(${texts}Rest), ${looks[at] ?? ""}, ${looks[(at + 3) % looks.length] ?? ""}];`,
  ];
}
