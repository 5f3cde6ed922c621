/** Statements that change lists, and lists of lists, which the function has made itself. */
import { inner } from "./expressions.ts";
import { intLiteral, positiveLiteral } from "./literals.ts";
import { type Scope, typeNames } from "./scope.ts";
import { part, type Tree } from "./tree.ts";

type Element = "int" | "text";

/** Writes one change of a list; `at` tells apart the names that it declares. */
type Change = (list: string, element: Element, tree: Tree, scope: Scope, at: number) => string;

const changes: readonly Change[] = [
  (list, element, tree, scope) =>
    `${list}.splice(${inner("int", tree, 0, scope)}, ${intLiteral(tree.pick)}, ${inner(element, tree, 1, scope)});`,
  (list, _element, tree, scope) => `${list}.splice(${inner("int", tree, 0, scope)});`,
  (list, element, tree, scope, at) =>
    `const ${list}At${String(at)} = ${inner("int", tree, 0, scope)}; const ${list}Cut${String(at)} = ${list}.splice(${list}At${String(at)}, ${positiveLiteral(tree.pick)}); ${list}.push(${inner(element, tree, 1, scope)}, ...${list}Cut${String(at)});`,
  (list, element, tree, scope) => `${list}[${list}.length] = ${inner(element, tree, 0, scope)};`,
  (list, element, tree, scope) =>
    `${list}[Math.abs(Math.trunc(${inner("int", tree, 0, scope)})) % (${list}.length + 1)] = ${inner(element, tree, 1, scope)};`,
  (list) => `if (${list}.length > 1) { [${list}[0], ${list}[1]] = [${list}[1], ${list}[0]]; }`,
  (list) =>
    `for (let at = 0; at < ${list}.length - 1 - at; at++) { [${list}[at], ${list}[${list}.length - 1 - at]] = [${list}[${list}.length - 1 - at], ${list}[at]]; }`,
  (list, element, tree, scope, at) =>
    `const ${list}Taken${String(at)} = ${list}.${tree.pick % 2 === 0 ? "shift" : "pop"}(); ${list}.unshift(${list}Taken${String(at)} ?? ${inner(element, tree, 0, scope)});`,
  (list, element, tree, scope) =>
    `if (${list}.length > 0) { ${list}[${list}.length - 1] += ${inner(element, tree, 0, scope)}; }`,
  (list, element, tree, scope) =>
    `for (const entry of (${inner(`${element}s`, tree, 0, scope)}).slice(0, 3)) { if (!${list}.includes(entry)) { ${list}.push(entry); } }`,
];

/** A copy of a list that is cut, filled and put in another order. */
export function ownList(tree: Tree, scope: Scope): readonly string[] {
  const element: Element = tree.pick % 3 === 0 ? "text" : "int";
  const start = inner(`${element}s`, tree, 0, scope);
  const item = inner(element, tree, 1, scope);
  const more = inner(`${element}s`, tree, 2, scope);
  const { name } = scope.declare(`${element}s`);
  const [own, filling] = [`${name}Own`, `${name}Filling`];
  const head = [
    `[...${start}].slice(0, 5)`,
    `new Array<${typeNames[element]}>(${String(tree.choice % 5)}).fill(${filling})`,
    `(${start}).slice(0, 4).concat(${item}, ${more}).slice(0, 6)`,
  ][tree.choice % 3];
  // The name of the result is not known yet where the changes are computed.
  const before = scope.without(name);
  const steps = [0, 1, 2].map((index) => {
    const step = part(tree, index);
    return changes[step.choice % changes.length]?.(own, element, step, before, index) ?? "";
  });
  return [
    `const ${filling}: ${typeNames[element]} = ${item};`,
    `const ${own}: ${typeNames[element]}[] = ${head ?? "[]"};`,
    ...steps,
    `const ${name}: ${typeNames[`${element}s`]} = ${own}.slice(0, 8);`,
  ];
}

/** Rows of numbers that are filled cell by cell. */
export function grid(tree: Tree, scope: Scope): readonly string[] {
  const first = inner("int", tree, 0, scope);
  const inside = scope.block({ inCallback: true, inLoop: true });
  const [x, y] = [inside.declare("int").name, inside.declare("int").name];
  const cell = inner("int", tree, 1, inside);
  const [width, height] = [positiveLiteral(tree.pick % 3), positiveLiteral((tree.pick >> 2) % 3)];
  const { name } = scope.declare("ints");
  const rows = `${name}Grid`;
  const loops = `for (let ${y} = 0; ${y} < ${rows}.length; ${y}++) { for (let ${x} = 0; ${x} < ${rows}[${y}].length; ${x} += 1) { ${rows}[${y}][${x}] ${tree.choice % 2 === 0 ? "=" : "+="} (${cell}) % 97; } }`;
  const last = [
    `${rows}[0][0] += 4;`,
    `[${rows}[0][0], ${rows}[${height} - 1][0]] = [${rows}[${height} - 1][0], ${rows}[0][0]];`,
    `${rows}[${height} - 1] = [${width}];`,
    `${rows}.reverse(); ${rows}[0].push(7);`,
    `for (const row of ${rows}) { row.reverse(); row[0]++; }`,
  ];
  return [
    `const ${name}First: number = ${first};`,
    `const ${rows}: number[][] = Array.from({ length: ${height} }, () => new Array<number>(${width}).fill(${name}First));`,
    loops,
    last[tree.choice % last.length] ?? "",
    `const ${name}: readonly number[] = ${tree.pick % 2 === 0 ? `${rows}.flat()` : `${rows}.map((row) => row.reduce((sum, one) => sum + one))`};`,
  ];
}
