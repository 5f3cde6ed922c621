/** Statements as authors write them who come from ordinary TypeScript: loops without a count, maps, reads with a test. */
import { absentParts } from "./absent-parts.ts";
import { changingStatements } from "./changed-parameters.ts";
import { classStatements } from "./classes.ts";
import { amounts, eighths } from "./decimals.ts";
import { extremes, readNumbers } from "./read-numbers.ts";
import { callback, inner } from "./expressions.ts";
import { letters } from "./letters.ts";
import { positiveLiteral, textLiteral } from "./literals.ts";
import { moments } from "./moments.ts";
import { changesInside, heldByKey, heldByName, otherNamesPrelude } from "./other-names.ts";
import { grid, ownList } from "./own-lists.ts";
import { fadingNames, mergedRecords } from "./own-records.ts";
import type { Scope } from "./scope.ts";
import { chosenFunction } from "./tables.ts";
import type { Tree } from "./tree.ts";
import { usualStatements } from "./usual-forms.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** What the statements use: a list grouped by a function, and names for a few values. */
export const naturalPrelude = `enum Colour { Red = "red", Blue = "жb", None = "" }
enum Level { Low = 2, High, Top = 7 }
function joinedBy(items: readonly string[], of: (item: string) => string): string {
  let all = "";
  for (const item of items) { all += \`\${of(item)};\`; }
  return all.slice(0, 30);
}
${otherNamesPrelude}`;

/** `while` and `do`, with a counter that ends them. */
const openLoop: Production = (tree, scope) => {
  const [start, test] = [inner("text", tree, 0, scope), inner("bool", tree, 1, scope)];
  const { name } = scope.declare("text");
  const turn = `${name}Left -= 1; ${name} += (${inner("text", tree, 2, scope.block({ inCallback: true, inLoop: true }))}).slice(0, 3);`;
  const head = [`let ${name} = (${start}).slice(0, 9);`, `let ${name}Left = ${positiveLiteral(tree.pick)};`];
  return tree.choice % 2 === 0
    ? [...head, `while (${name}Left > 0 && (${test} || ${name}.length < 12)) { ${turn} }`]
    : [...head, `do { ${turn} if (${name}.length > 20) { break; } } while (${name}Left > 2);`];
};

/** An arrow function that changes what lies around it, called for that alone. */
const noting: Production = (tree, scope) => {
  const list = `(${inner("texts", tree, 0, scope)}).slice(0, 4)`;
  const [word, test] = [inner("text", tree, 1, scope), inner("bool", tree, 2, scope)];
  const [names, count] = [scope.declare("texts").name, scope.declare("int").name];
  return [
    `const ${names}: string[] = [];`,
    `let ${count} = 0;`,
    `const ${names}Note = (text: string, by: number): void => { if (text.length > by) { ${names}.push(text.slice(0, 4)); } ${count} += by; };`,
    `const ${names}Twice = (text: string) => { ${names}Note(text, ${count} % 3); ${names}Note(text + "!", 1); };`,
    `for (const text of ${list}) { if (${test}) ${names}Note(text, 0); else ${names}Twice(text); }`,
    `${list}.forEach((entry, by) => ${names}Note(entry, by));`,
    `${list}.forEach(${names}Twice);`,
    `${names}Twice(${word});`,
  ];
};

/** A map that counts, and a set that remembers. */
const collections: Production = (tree, scope) => {
  const list = `(${inner("texts", tree, 0, scope)}).slice(0, 5)`;
  const wanted = inner("text", tree, 1, scope);
  const [names, count] = [scope.declare("texts").name, scope.declare("int").name];
  return [
    `const ${names}Map = new Map<string, number>();`,
    `const ${names}Set = new Set<string>();`,
    `for (const entry of ${list}) {`,
    `if (!${names}Set.has(entry)) { ${names}Set.add(entry); }`,
    `${names}Map.set(entry, (${names}Map.get(entry) ?? 0) + 1);`,
    "}",
    `const ${names}: readonly string[] = [...${names}Map.keys(), ...${names}Set];`,
    `const ${count}: number = (${names}Map.get(${wanted}) ?? 0) + ${names}Map.size;`,
  ];
};

/** The first of a list, behind a test of its length or of what was read. */
const firstOf: Production = (tree, scope) => {
  const list = inner("ints", tree, 0, scope);
  const { name } = scope.declare("int");
  return [
    `const ${name}All: readonly number[] = ${list};`,
    tree.choice % 2 === 0
      ? `const ${name}: number = ${name}All.length > 0 ? ${name}All[0] : ${positiveLiteral(tree.pick)};`
      : `const ${name}: number = ${name}All.length > 1 && ${name}All[1] > 2 ? ${name}All[${name}All.length - 1] : -1;`,
  ];
};

/** Numbers out of texts, behind a test or out of a match. */
const numbersOf: Production = (tree, scope) => {
  const text = inner("text", tree, 0, scope);
  const { name } = scope.declare("int");
  const head = `const ${name}Text: string = (${text}).slice(0, 12);`;
  const forms = [
    [`const ${name}: number = /^-?[0-9]{1,9}$/u.test(${name}Text) ? Number(${name}Text) : -1;`],
    [
      `const ${name}Read = parseInt(${name}Text, 10);`,
      `const ${name}: number = Number.isNaN(${name}Read) ? -3 : ${name}Read % 1009;`,
    ],
    [
      `const ${name}Match = /([0-9]{1,4})(?:[-,.]([a-z0-9]+))?/u.exec(${name}Text);`,
      `const ${name}: number = ${name}Match === null ? -2 : Number(${name}Match[1]) + (${name}Match[2] ?? "").length;`,
    ],
  ];
  return [head, ...(forms[tree.choice % forms.length] ?? [])];
};

/** Texts that are known to be ASCII, cut and counted. */
const plainTexts: Production = (tree, scope) => {
  const [text, from, to] = [
    inner("text", tree, 0, scope),
    inner("int", tree, 1, scope),
    inner("int", tree, 2, scope),
  ];
  const [name, length] = [scope.declare("text").name, scope.declare("int").name];
  const known = `${name}Known`;
  const forms = [
    [`const ${known}: string = (${text}).replace(/[^a-z0-9-]+/gu, "");`, `${known}.slice(${from}, ${to})`],
    [
      `const ${known}: string = ${text};`,
      `/^[ -~]*$/u.test(${known}) ? ${known}.substring(${from}, ${to}) : ${known}`,
    ],
    [
      `const ${known}: string = (${text}).replace(/[^a-z]/gu, "x");`,
      `${known}.charAt(${from}) + ${known}.slice(1, ${to})`,
    ],
    [
      `const ${known}: string = \`\${${from}}-\${${to}}\`;`,
      `${known}.slice(-2).padStart(${positiveLiteral(tree.pick)}, "0")`,
    ],
  ];
  const [head = "", value = ""] = forms[tree.choice % forms.length] ?? [];
  return [
    head,
    `const ${name}: string = ${value};`,
    `const ${length}: number = ${known}.length + ${known}.indexOf("a");`,
  ];
};

/** Records in a list of the function's own, changed where they stand. */
const ownRecords: Production = (tree, scope) => {
  const list = inner("recs", tree, 0, scope);
  const added = `(${inner("int", tree, 1, scope)}) % 97`;
  const { name } = scope.declare("ints");
  const each = `for (const row of ${name}Rows) { row.a += ${added}; }`;
  const last = `const ${name}Last = ${name}Rows.at(-1); if (${name}Last !== undefined) { ${name}Last.a = ${added}; }`;
  // In a loop that waits, a record is not changed where it stands: the compiler refuses it.
  const forms = [...(scope.loops === 0 ? [each, last] : ["", ""]), `${name}Rows.sort((x, y) => y.a - x.a);`];
  return [
    `const ${name}Rows = (${list}).slice(0, 4).map((entry) => ({ a: entry.a % 1009, b: entry.b }));`,
    forms[tree.choice % forms.length] ?? "",
    `const ${name}: readonly number[] = ${name}Rows.filter((row) => row.b).concat(${name}Rows).map((row) => row.a);`,
  ];
};

/** A function is handed to a helper of the program. */
const handedFunction: Production = (tree, scope) => {
  const list = `(${inner("texts", tree, 0, scope)}).slice(0, 4)`;
  const of = callback("text", "text", tree, 1, scope.block({ isSteady: true }));
  const { name } = scope.declare("text");
  return [`const ${name}: string = joinedBy(${list}, ${of});`];
};

/** Values with a name of their own, and properties by a name that is computed. */
const named: Production = (tree, scope) => {
  const [test, record] = [inner("bool", tree, 0, scope), inner("rec", tree, 1, scope)];
  const [text, count] = [scope.declare("text").name, scope.declare("int").name];
  return [
    `const ${text}Colour: Colour = ${test} ? Colour.Blue : Colour.None;`,
    `const ${count}: number = ${text}Colour === Colour.None ? Level.High : Level.Top - Level.Low;`,
    `const ${text}Key: "b" | "c" = ${test} ? "b" : "c";`,
    `const ${text}: string = ((${record})[${text}Key] ?? ${textLiteral(tree.pick)}) + ${text}Colour;`,
  ];
};

/** All of them, for the table of statements. */
export const naturalStatements: readonly Production[] = [
  openLoop,
  collections,
  firstOf,
  numbersOf,
  plainTexts,
  ownRecords,
  handedFunction,
  named,
  eighths,
  amounts,
  readNumbers,
  extremes,
  ...changingStatements,
  ...classStatements,
  ownList,
  noting,
  grid,
  fadingNames,
  mergedRecords,
  letters,
  moments,
  chosenFunction,
  heldByName,
  heldByKey,
  changesInside,
  absentParts,
  ...usualStatements,
];
