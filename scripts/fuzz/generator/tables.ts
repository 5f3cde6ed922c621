/** Tables of functions at module level, and what takes functions out of them. */
import { callback, inner } from "./expressions.ts";
import type { ExpressionKind, FunctionFrame, Production, Table } from "./scope.ts";
import { Scope, typeNames } from "./scope.ts";
import { part, type Tree } from "./tree.ts";

const names = ["up", "keys", "жb", "down", "a", "x"];
const kinds: readonly (readonly [ExpressionKind, ExpressionKind])[] = [
  ["int", "int"],
  ["text", "text"],
  ["int", "bool"],
  ["text", "int"],
  ["int", "text"],
];

/** What a table holds, by the choices of a tree. */
export function tableHead(tree: Tree, index: number): Table {
  const [element, result] = kinds[tree.pick % kinds.length] ?? ["int", "int"];
  return { name: `table${String(index + 1)}`, isList: tree.choice % 3 === 0, element, result };
}

/** A table as TypeScript. Its functions see no variable and no helper. */
export function tableText(
  tree: Tree,
  { name, isList, element, result }: Table,
  frame: FunctionFrame,
): string {
  const scope = new Scope(frame, 0, false, false, null, true);
  const functions = [0, 1, 2].map((index) => callback(element, result, tree, index, scope));
  const type = `(value: ${typeNames[element]}) => ${typeNames[result]}`;
  if (isList) {
    return `const ${name}: readonly (${type})[] = [${functions.join(", ")}];`;
  }
  const first = part(tree, 3).pick;
  const entries = functions.map((text, index) => `${names[(first + index) % names.length] ?? ""}: ${text}`);
  return `const ${name}: Record<string, ${type}> = { ${entries.join(", ")} };`;
}

/** A call of a function out of a table, or the fallback where no table fits. */
export function tableCall(kind: ExpressionKind, fallback: Production): Production {
  return (tree, scope) => {
    const found = scope.frame.tables.filter(({ result }) => result === kind);
    const table = found[tree.pick % Math.max(found.length, 1)];
    if (table === undefined) {
      return fallback(tree, scope);
    }
    const { name, element, isList } = table;
    const argument = inner(element, tree, 0, scope);
    if (isList) {
      const forms = [
        `${name}[${String(tree.pick % 3)}](${argument})`,
        element === kind
          ? `${name}.reduce((value, step) => step(value), ${argument})`
          : `${name}.map((step) => step(${argument}))[0]`,
      ];
      return forms[tree.choice % forms.length] ?? argument;
    }
    const key =
      tree.choice % 2 === 0
        ? JSON.stringify(names[tree.pick % names.length])
        : `(${inner("text", tree, 1, scope)}).slice(0, 2)`;
    return `(${name}[${key}]?.(${argument}) ?? ${inner(kind, tree, 2, scope)})`;
  };
}

/** A function is chosen first and called later, or the functions of a list one after the other. */
export function chosenFunction(tree: Tree, scope: Scope): readonly string[] {
  const table = scope.frame.tables[tree.pick % Math.max(scope.frame.tables.length, 1)];
  if (table === undefined) {
    const value = inner("int", tree, 0, scope);
    return [`const ${scope.declare("int").name}: number = ${value};`];
  }
  const { name: from } = table;
  const argument = inner(table.element, tree, 0, scope);
  const other = inner(table.result, tree, 1, scope);
  const key = inner("text", tree, 2, scope);
  const type = typeNames[table.result];
  const { name } = scope.declare(table.result, "let");
  if (table.isList) {
    return [
      `let ${name}: ${type} = ${other};`,
      `for (const step of ${from}) { ${name} = step(${argument}); }`,
    ];
  }
  const chosen = `${name}Of`;
  return [
    `const ${chosen} = ${from}[(${key}).slice(0, 2)]${tree.choice % 2 === 0 ? ` ?? ${from}["x"]` : ""};`,
    `let ${name}: ${type} = ${other};`,
    `if (${chosen}) { ${name} = ${chosen}(${argument}); }`,
  ];
}
