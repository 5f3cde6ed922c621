/** Functions that change what they are given, and statements that hand them values of their own. */
import { inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** What the statements call: they change a list, a record, records in a list, a state, and themselves call such functions. */
export const changingPrelude = `interface Tally { count: number; names: string[]; byName: Record<string, number[]> }
interface Spot { a: number; readonly b: string }
function noteIn(names: string[], name: string): number { names.push(name.slice(0, 5)); return names.length; }
function splitInto(text: string, names: string[], depth: number): void {
  if (depth === 0 || text.length < 2) { names.push(text); return; }
  splitInto(text.slice(0, 1), names, depth - 1);
  splitInto(text.slice(1, 5), names, depth - 1);
}
function groupInto(groups: Record<string, number[]>, key: string, value: number): boolean {
  const isNew = !Object.hasOwn(groups, key);
  (groups[key] ??= []).push(value % 997);
  return isNew;
}
function tallyInto(tally: Tally, name: string, value: number): number {
  tally.count += 1;
  if (groupInto(tally.byName, "k" + name.slice(0, 2), value)) { tally.names.push(name.slice(0, 4)); }
  return tally.count;
}
function moveSpots(spots: Spot[], by: number): void {
  for (const spot of spots) { spot.a += by % 89; }
  const last = spots.at(-1);
  if (last !== undefined) { last.a = by % 7; }
}
async function noteLater(ctx: SkillContext, names: string[], rest: string[], name: string): Promise<boolean> {
  ctx.log(name.slice(0, 3));
  if (name === "") { rest.push("none"); return false; }
  names.push(name.slice(0, 4));
  return names.length > 1;
}`;

/** A list that functions fill: in a statement of its own, in a condition, in a loop and in a callback. */
const filled: Production = (tree, scope) => {
  const [text, list] = [inner("text", tree, 0, scope), `(${inner("texts", tree, 1, scope)}).slice(0, 3)`];
  const { name } = scope.declare("texts");
  const forms = [
    [`splitInto((${text}).slice(0, 6), ${name}Own, ${positiveLiteral(tree.pick)} % 4);`],
    [`for (const entry of ${list}) { noteIn(${name}Own, entry); }`],
    [`if (noteIn(${name}Own, ${text}) > 1) { noteIn(${name}Own, "more"); }`],
    [`const ${name}Count = noteIn(${name}Own, ${text});`, `noteIn(${name}Own, String(${name}Count));`],
    [`(${list}).forEach((entry) => { noteIn(${name}Own, entry); });`],
  ];
  const isWaiting = scope.frame.isAsync && scope.frame.usesContext && !scope.inCallback;
  const waited = [
    `const ${name}Rest: string[] = [];`,
    `const ${name}Met = await noteLater(ctx, ${name}Own, ${name}Rest, ${text});`,
    `if (${name}Met) { ${name}Own.push(...${name}Rest); }`,
  ];
  return [
    `const ${name}Own: string[] = [...${list}];`,
    ...(isWaiting && tree.choice % 3 === 0 ? waited : (forms[tree.choice % forms.length] ?? [])),
    `const ${name}: readonly string[] = ${name}Own.slice(0, 6);`,
  ];
};

/** A state, or a property of it, handed on. */
const tallied: Production = (tree, scope) => {
  const [list, value] = [`(${inner("texts", tree, 0, scope)}).slice(0, 4)`, inner("int", tree, 1, scope)];
  const [ints, text] = [scope.declare("int").name, scope.declare("text").name];
  const forms = [
    `for (const entry of ${list}) { tallyInto(${text}Tally, entry, ${value}); }`,
    `groupInto(${text}Tally.byName, "kx", ${value}); noteIn(${text}Tally.names, "x");`,
    `const ${text}Times = tallyInto(${text}Tally, "ab", ${value}); tallyInto(${text}Tally, "a", ${text}Times);`,
  ];
  return [
    `const ${text}Tally: Tally = { count: 0, names: [], byName: {} };`,
    forms[tree.choice % forms.length] ?? "",
    `const ${ints}: number = ${text}Tally.count + ${text}Tally.names.length;`,
    `const ${text}: string = JSON.stringify(${text}Tally.byName);`,
  ];
};

/** Records of the function's own that another changes where they stand. */
const moved: Production = (tree, scope) => {
  const [list, by] = [inner("recs", tree, 0, scope), inner("int", tree, 1, scope)];
  const { name } = scope.declare("ints");
  return [
    `const ${name}Spots: Spot[] = (${list}).slice(0, 3).map((entry) => ({ a: entry.a % 1009, b: entry.b }));`,
    ...(tree.choice % 2 === 0 ? [`${name}Spots.push({ a: 3, b: "q" });`] : []),
    `moveSpots(${name}Spots, ${by});`,
    `const ${name}: readonly number[] = ${name}Spots.map((spot) => spot.a);`,
  ];
};

/** All of them, for the table of statements. */
export const changingStatements: readonly Production[] = [filled, tallied, moved];
