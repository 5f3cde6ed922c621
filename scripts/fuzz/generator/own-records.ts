/** Statements that change records which the function has made itself: names that come and go, copies, merges. */
import { inner } from "./expressions.ts";
import { positiveLiteral, textLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** Names are counted, some are taken away again, and what is left is gone through. */
export function fadingNames(tree: Tree, scope: Scope): readonly string[] {
  const list = `(${inner("texts", tree, 0, scope)}).slice(0, 5)`;
  const gone = inner("text", tree, 1, scope);
  const amount = `(${inner("int", tree, 2, scope)}) % 97`;
  const [names, sum] = [scope.declare("texts").name, scope.declare("int").name];
  const counts = `${names}Counts`;
  const forms = [
    `delete ${counts}[${gone}];`,
    `for (const key of Object.keys(${counts})) { if (key.length > 1) { delete ${counts}[key]; } }`,
    `delete ${counts}[${textLiteral(tree.pick)}]; ${counts}[${gone}] = 1;`,
    `for (const key in ${counts}) { ${counts}[key] *= 2; }`,
  ];
  return [
    `const ${counts} = emptyRecord<number>();`,
    `for (const entry of ${list}) { ${counts}[entry] = (${counts}[entry] ?? ${amount}) + 1; }`,
    forms[tree.choice % forms.length] ?? "",
    `let ${sum} = 0;`,
    `const ${names}: string[] = [];`,
    `for (const key in ${counts}) { ${sum} += ${counts}[key] ?? 0; ${names}.push(key); }`,
  ];
}

/** Records that are merged into each other, and copied with all that is in them. */
export function mergedRecords(tree: Tree, scope: Scope): readonly string[] {
  const [first, second] = [inner("rec", tree, 0, scope), inner("rec", tree, 1, scope)];
  const list = inner("ints", tree, 2, scope);
  const [record, texts] = [scope.declare("rec").name, scope.declare("texts").name];
  const copy = `${texts}Copy`;
  const forms = [
    `const ${texts}Own = { a: 1, b: "own" }; Object.assign(${texts}Own, { a: 2, b: ${copy}.inside.b }); ${copy}.list.push(${texts}Own.a);`,
    `${copy}.inside = Object.assign({ a: 1 }, ${copy}.inside, { a: 3 });`,
    `${copy}.list.push(${positiveLiteral(tree.pick)}); ${copy}.inside.a = ${copy}.list.length;`,
    `${copy}.note = null; ${copy}.list.push(...${texts}Whole.list);`,
  ];
  return [
    `const ${record}: Rec = Object.assign({}, ${first}, ${second});`,
    `const ${texts}Whole: { list: number[]; note: string | null; inside: { a: number; b: string } } = { list: [...${list}], note: "n", inside: { a: ${record}.a, b: ${record}.b } };`,
    `const ${copy} = ${tree.pick % 2 === 0 ? `structuredClone(${texts}Whole)` : `JSON.parse(JSON.stringify(${texts}Whole)) as { list: number[]; note: string | null; inside: { a: number; b: string } }`};`,
    forms[tree.choice % forms.length] ?? "",
    `const ${texts}: readonly string[] = [JSON.stringify(${copy}), JSON.stringify(${texts}Whole), typeof ${copy}.note];`,
  ];
}
