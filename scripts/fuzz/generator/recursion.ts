/** Functions that call themselves, and those that hand the promise of another function on. */
import { argumentsFor, inner } from "./expressions.ts";
import { type ExpressionKind, type Helper, type Scope, typeNames } from "./scope.ts";
import { block } from "./statements.ts";
import { part, type Tree } from "./tree.ts";
import { requestOf } from "./waiting.ts";

/** Kinds whose values can be kept small on their way up and down. */
export const smallKinds = ["int", "text", "bool", "ints"] as const;

function small(kind: ExpressionKind, value: string): string {
  switch (kind) {
    case "int":
      return `(${value}) % 1009`;
    case "text":
      return `(${value}).slice(0, 12)`;
    case "ints":
      return `(${value}).slice(0, 4).map((entry) => entry % 1009)`;
    default:
      return value;
  }
}

/** The body of a function that counts its first parameter down and calls itself with it. */
export function recursiveBody(
  tree: Tree,
  head: Helper,
  result: ExpressionKind,
  scope: Scope,
): readonly string[] {
  const [left = "left"] = scope.variables.map(({ name }) => name);
  const base = small(result, inner(result, tree, 0, scope.block()));
  const before = tree.choice % 2 === 0 ? block(part(tree, 1), scope) : [];
  const [, kind = "int"] = head.parameters;
  const handed = kind === "answer" ? "0" : small(kind, inner(kind, tree, 2, scope.block({ isSteady: true })));
  const call = `${head.isAsync ? "await " : ""}${head.name}(${[...(head.usesContext ? ["ctx"] : []), `${left} - 1`, handed].join(", ")})`;
  const deeper = scope.declare(result).name;
  const after = tree.choice % 3 === 0 ? block(part(tree, 3), scope) : [];
  return [
    `if (${left} <= 0) { return ${base}; }`,
    ...before,
    `const ${deeper}: ${typeNames[result]} = ${call};`,
    ...after,
    `return ${small(result, inner(result, tree, 1, scope))};`,
  ];
}

/** The body of a function that is not async itself and gives what a request or another function promises. */
export function handingBody(tree: Tree, other: Helper | undefined, scope: Scope): readonly string[] {
  const promise = (index: number): string => {
    const at = part(tree, index);
    return other === undefined
      ? `ctx.send(${requestOf(inner("text", at, 0, scope))})`
      : `${other.name}(${argumentsFor(other, at, scope)})`;
  };
  const value = inner("text", tree, 0, scope);
  const { name } = scope.declare("text");
  return [
    `const ${name}: string = ${value};`,
    `if (${inner("bool", tree, 1, scope)}) { ctx.log(${name}); return ${promise(2)}; }`,
    `return ${promise(3)};`,
  ];
}
