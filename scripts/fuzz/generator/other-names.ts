/** Statements that change parts of a function's own values under names of their own, and inside of expressions. */
import { inner } from "./expressions.ts";
import { positiveLiteral, textLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** What the statements change, and a function that is given the list to change a part of it. */
export const otherNamesPrelude = `interface Held { n: number; tags: string[] }
function touchHeld(all: Held[], at: number, tag: string): void {
  const held = all[at];
  if (held) { held.tags.push(tag.slice(0, 2)); held.n += 1; }
}`;

/** A list of objects that is built and changed: each step by another name. */
export function heldByName(tree: Tree, scope: Scope): readonly string[] {
  const words = `(${inner("texts", tree, 0, scope)}).slice(0, 4)`;
  const word = `(${inner("text", tree, 1, scope)}).slice(0, 3)`;
  const { isAsync } = scope.frame;
  const { name } = scope.declare("texts");
  const rows = `${name}Rows`;
  const wait = isAsync
    ? `await ctx.send({ method: "GET", url: "https://held.example", body: ${word}, authorization: "none" });`
    : "";
  const steps = [
    `const ${name}Last = ${rows}.at(-1); if (${name}Last) { ${name}Last.n = ${positiveLiteral(tree.pick)}; ${name}Last.tags.push(${word}); }`,
    `const ${name}Match = ${rows}.find((row) => row.n % 2 === 0); ${rows}.sort((a, b) => b.n - a.n); if (${name}Match) { ${name}Match.tags.push("m"); }`,
    `for (const row of ${rows}) { for (const same of ${rows}) { if (same.n > row.n) same.tags.push("s"); } row.n = row.n % 5; }`,
    `const [${name}First, ...${name}Rest] = ${rows}; if (${name}First) { ${name}First.n++; } ${name}Rest.forEach((row) => row.tags.push("r"));`,
    `${rows}.filter((row) => row.n > 1).forEach((row) => { row.n = 0; });`,
  ];
  // What a function has given back, or what has waited, is changed by no name it had before.
  const alone = [
    `touchHeld(${rows}, ${String(tree.pick % 3)}, ${word});`,
    `for (let at = 0; at < ${rows}.length; at += 1) { ${wait} const row = ${rows}[at]; if (row) { row.n += at; row.tags.push(${textLiteral(tree.pick)}); } }`,
  ];
  const first = tree.choice % steps.length;
  const changes =
    tree.pick % 3 === 0
      ? [alone[tree.choice % alone.length] ?? ""]
      : [steps[first] ?? "", steps[(first + 1 + (tree.pick % (steps.length - 1))) % steps.length] ?? ""];
  return [
    `const ${rows}: Held[] = ${words}.map((text) => ({ n: text.length % 7, tags: [text.slice(0, 2)] }));`,
    ...changes,
    `const ${name}: readonly string[] = ${rows}.map((row) => JSON.stringify(row));`,
  ];
}

/** Objects of a record or a map that are made where they are missing. */
export function heldByKey(tree: Tree, scope: Scope): readonly string[] {
  const words = `(${inner("texts", tree, 0, scope)}).slice(0, 4)`;
  const amount = `(${inner("int", tree, 1, scope)}) % 97`;
  const { name } = scope.declare("texts");
  const by = `${name}By`;
  const wait = scope.frame.isAsync
    ? `await ctx.send({ method: "GET", url: "https://held.example", body: "", authorization: "none" });`
    : "";
  const turns = [
    `let held = ${by}[${name}Word]; if (!held) { held = { n: 0, tags: [] }; ${by}[${name}Word] = held; }`,
    `const held = (${by}[${name}Word] ??= { n: 0, tags: [] });`,
    `const held = ${by}[${name}Word] ?? { n: 0, tags: [] }; ${by}[${name}Word] = held;`,
  ];
  const ends = [
    `for (const held of Object.values(${by})) { held.n *= 2; }`,
    `for (const [key, held] of Object.entries(${by})) { key.length > 1 ? held.tags.push(key) : held.n--; }`,
    `const ${name}One = Object.values(${by})[0]; if (${name}One) { ${name}One.tags.push("one"); }`,
  ];
  return [
    `const ${by} = emptyRecord<Held>();`,
    `const ${name}Amount = ${amount};`,
    `for (const ${name}Word of ${words}) { ${wait} ${turns[tree.choice % turns.length] ?? ""} held.n += ${name}Amount; held.tags.push(${name}Word.slice(0, 2)); }`,
    ends[tree.pick % ends.length] ?? "",
    `const ${name}: readonly string[] = Object.entries(${by}).map(([key, held]) => key + JSON.stringify(held));`,
  ];
}

/** Changes whose values are wanted at once. */
export function changesInside(tree: Tree, scope: Scope): readonly string[] {
  const words = `(${inner("texts", tree, 0, scope)}).slice(0, 5)`;
  const start = `(${inner("int", tree, 1, scope)}) % 97`;
  const { name } = scope.declare("ints");
  const [own, list, seen, counts] = [`${name}Own`, `${name}List`, `${name}Seen`, `${name}Counts`];
  const forms = [
    `${list}.push(${own}++);`,
    `if ((${own} += 2) > 9) { ${list}.push(${own}); } else { ${own} *= 2; }`,
    `${name}Word.length > 1 ? ${list}.push(1) : ${own}--;`,
    `${name}Word.length > 1 && ${list}.push(${list}.push(4));`,
    `const size = ${list}.push(5, 6) + ${list}.length; ${own} = size;`,
    `${list}.push((${counts}[${name}Word] = (${counts}[${name}Word] ?? 0) + 1));`,
    `if (${seen}.has(${name}Word) || !${seen}.add(${name}Word)) { continue; }`,
    `${list}.push(++${own} + ${own});`,
    `${own} = ${counts}[${name}Word] = 8;`,
  ];
  return [
    `let ${own} = ${start};`,
    `const ${list}: number[] = [0]; const ${seen} = new Set<string>(); const ${counts} = emptyRecord<number>();`,
    `for (const ${name}Word of ${words}) { ${forms[tree.choice % forms.length] ?? ""} ${forms[(tree.choice + 1 + (tree.pick % 7)) % forms.length] ?? ""} }`,
    `let ${name}Left = ${positiveLiteral(tree.pick % 5)}; while (${name}Left-- > 0) { ${list}.push(${name}Left); }`,
    `const ${name}: readonly number[] = [...${list}, ${own}, ${seen}.size, ...Object.values(${counts})].slice(-9);`,
  ];
}
