/** Loops and blocks with labels, left from what stands deeper in them. */
import { inner } from "./expressions.ts";
import type { Scope } from "./scope.ts";
import { part, type Tree } from "./tree.ts";

type Production = (tree: Tree, scope: Scope) => readonly string[];

/** Writes the statements of a block. */
type Block = (tree: Tree, scope: Scope) => readonly string[];

/** What stands before the body of a loop of each kind, and behind it. */
function loopOf(kind: number, name: string, list: string): readonly [before: string, behind: string] {
  const turns = String(1 + (kind % 3));
  const loops: readonly (readonly [string, string])[] = [
    [`for (const ${name} of ${list}) {`, "}"],
    [`for (let ${name} = 0; ${name} < ${turns}; ${name} += 1) {`, "}"],
    [`for (let ${name} = 0; ; ${name}++) { if (${name} > ${turns}) { break; }`, "}"],
    [`while (${name} > 0) { ${name} -= 1;`, "}"],
    [`do { ${name} -= 1;`, `} while (${name} > 0)`],
    [`for (const [${name}, ${name}Entry] of ${list}.entries()) {`, `if (${name}Entry === "") break; }`],
  ];
  return loops[kind % loops.length] ?? ["{", "}"];
}

/** Are the turns of the loop counted by a variable that is declared before it? */
const isCounted = (kind: number): boolean => [3, 4].includes(kind % 6);

/** What is done where a test holds, and where the jump stands. */
function jumping(tree: Tree, scope: Scope, jump: string, count: string, block: Block): readonly string[] {
  const test = inner("bool", tree, 0, scope);
  const first = block(part(tree, 1), scope.block());
  const text = `(${inner("text", tree, 2, scope)}).slice(0, 6)`;
  const forms = [
    [`if (${test}) ${jump};`],
    [`if (${test}) {`, ...first, `${jump}; }`],
    [`if (${test}) { ${count} += 1; } else ${jump}`],
    [
      `switch (${count} % 3) { case 0: ${count} += 1; break; case 1: ${jump}; default: if (${test}) ${jump}; }`,
    ],
    [
      `try { if (${test}) ${jump}; ${count} += short(${text}).length; } catch { ${count} += 3; } finally { ${count} += 1; }`,
    ],
    [`try { ${count} += short(${text}).length; } catch {`, ...first, `${jump}; }`],
    [`for (const entry of ["a", ${text}]) if (entry === "") break; else if (entry.length > 2) ${jump};`],
  ];
  return forms[tree.choice % forms.length] ?? [];
}

/** A loop, or a block, that is left out of one or two loops in it; what was counted is told behind it. */
export const labelled =
  (block: Block): Production =>
  (tree, scope) => {
    if (scope.loops > 1) {
      return ["{", ...block(part(tree, 0), scope.block()), "}"];
    }
    const list = `(${inner("texts", tree, 0, scope)}).slice(0, 3)`;
    const count = scope.declare("int", "shown").name;
    const [outer, middle] = [`${count}Rows`, `${count}Cells`];
    const isBlock = tree.pick % 5 === 0;
    const kinds = [tree.choice, tree.choice >> 3, tree.pick];
    const inside = isBlock ? scope.block() : scope.block({ inLoop: true });
    const deeper = inside.block({ inLoop: true });
    const jumps = [
      `break ${outer}`,
      isBlock ? `break ${outer}` : `continue ${outer}`,
      `continue ${middle}`,
      `break ${middle}`,
    ];
    const jump = (index: number): string => jumps[(tree.pick + index) % jumps.length] ?? `break ${outer}`;
    const [opened = 0, between = 0, last = 0] = kinds;
    const written = (kind: number, name: string, body: readonly string[]): readonly string[] => {
      const [before, behind] = loopOf(kind, name, list);
      return [before, ...body, behind];
    };
    const counter = (kind: number, name: string): readonly string[] =>
      isCounted(kind) ? [`let ${name} = ${String(kind % 4)};`] : [];
    const deepest = [
      ...jumping(part(tree, 1), deeper, jump(0), count, block),
      `${count} += 1;`,
      ...(tree.choice % 2 === 0 ? jumping(part(tree, 2), deeper, jump(1), count, block) : []),
    ];
    const cells = [
      ...block(part(tree, 3), deeper),
      ...counter(last, `${count}C`),
      ...written(last, `${count}C`, deepest),
      `${count} += 2;`,
      ...jumping(part(tree, 0), deeper, jump(2), count, block),
    ];
    const rows = [
      ...counter(between, `${count}B`),
      `${middle}: ${written(between, `${count}B`, cells).join("\n")}`,
      `${count} += 4;`,
    ];
    return [
      `let ${count}: number = 0;`,
      ...counter(opened, `${count}A`),
      `${outer}: ${(isBlock ? ["{", ...rows, "}"] : written(opened, `${count}A`, rows)).join("\n")}`,
    ];
  };
