/** Generators, and statements that go through what they give. */
import { callback, inner } from "./expressions.ts";
import { positiveLiteral } from "./literals.ts";
import type { Scope } from "./scope.ts";
import { part, type Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** Writes the statements of a block. */
type Block = (tree: Tree, scope: Scope) => readonly string[];

/** What the statements go through: numbers, pieces of a text, what is filled and given away, and one that goes through itself. */
export const generatorsPrelude = `function* stepsOf(from: number, steps: number): Generator<number> {
  let left = steps % 5;
  for (let at = from % 997; left > 0; at += 3) {
    left -= 1;
    if (at % 4 === 0) { if (left === 2) return; continue; }
    yield at;
  }
}
function* piecesOf(text: string, size: number): Iterable<string> {
  let rest = text.slice(0, 9);
  while (rest !== "") { yield rest.slice(0, size); rest = rest.slice(size); }
}
function* runsOf(items: readonly string[], size: number): Generator<readonly string[], void> {
  let run: string[] = [];
  for (const item of items) {
    run.push(item.slice(0, 6));
    if (run.length === size) { yield run; run = []; }
  }
  if (run.length > 0) yield run;
}
function* halvesOf(text: string): IterableIterator<[string, number]> {
  if (text.length < 2) { yield [text, text.length]; return; }
  const middle = Math.floor(text.length / 2);
  yield* halvesOf(text.slice(0, middle));
  yield [text.slice(0, 3), middle];
  for (const [half, length] of halvesOf(text.slice(middle))) { if (length > 0) yield [half + "h", length]; }
}`;

/** A loop over what is given, with anything in it. */
const turns =
  (block: Block): Production =>
  (tree, scope) => {
    if (scope.loops > 1) {
      return ["{", ...block(part(tree, 0), scope.block()), "}"];
    }
    const isNumber = tree.choice % 2 === 0;
    const size = positiveLiteral(tree.pick);
    const [from, text] = [inner("int", tree, 1, scope), inner("text", tree, 2, scope)];
    const inside = scope.block({ inLoop: true });
    const { name } = inside.declare(isNumber ? "int" : "text");
    const given = isNumber ? `stepsOf(${from}, ${size})` : `piecesOf(${text}, ${size})`;
    const body = block(part(tree, 3), inside);
    const kept = `${name}Given`;
    return tree.choice % 3 === 0
      ? ["{", `const ${kept} = ${given};`, `for (const ${name} of ${kept}) {`, ...body, "}", "}"]
      : [`for (const ${name} of ${given}) {`, ...body, "}"];
  };

/** All that is given at once. */
const gathered: Production = (tree, scope) => {
  const [text, list] = [
    `(${inner("text", tree, 0, scope)}).slice(0, 6)`,
    `(${inner("texts", tree, 1, scope)}).slice(0, 5)`,
  ];
  const [from, size] = [inner("int", tree, 2, scope), positiveLiteral(tree.pick)];
  const shown = callback("int", "text", tree, 3, scope);
  const { name } = scope.declare("texts");
  const forms = [
    [`const ${name}: readonly string[] = ["x", ...piecesOf(${text}, ${size}), ...${list}];`],
    [
      `const ${name}: readonly string[] = Array.from(stepsOf(${from}, ${size}), ${shown}).map((entry) => entry.slice(0, 6));`,
    ],
    [`const ${name}: readonly string[] = [...new Set(piecesOf(${text}, 1))];`],
    [
      `const ${name}Lengths = new Map(halvesOf(${text}));`,
      `const ${name}: readonly string[] = [...${name}Lengths].map(([half, length]) => half + String(length));`,
    ],
    [
      `const [${name}First = [], ...${name}Others] = runsOf(${list}, ${size});`,
      `const ${name}: readonly string[] = [...${name}First, ...${name}Others.map((run) => run.join())];`,
    ],
    [
      `const ${name}Own: string[] = [];`,
      `for (const run of runsOf(${list}, ${size})) { if (run.includes("a")) break; ${name}Own.push(run.join("+")); }`,
      `for (const [half, length] of halvesOf(${text})) ${name}Own.push(half.repeat(length % 3));`,
      `const ${name}: readonly string[] = ${name}Own;`,
    ],
  ];
  return forms[tree.choice % forms.length] ?? [];
};

/** All of them, for the table of statements. */
export const generatorStatements = (block: Block): readonly Production[] => [turns(block), gathered];
