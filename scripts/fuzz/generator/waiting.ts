/** Statements that wait: requests and calls of async helpers. */
import { argumentsFor, inner } from "./expressions.ts";
import { type Helper, type Scope, typeNames } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** `const x: T = await helper(...)`. */
export function call(helper: Helper, tree: Tree, scope: Scope): readonly string[] {
  const all = argumentsFor(helper, tree, scope);
  const { name } = scope.declare(helper.returns);
  return [
    `const ${name}: ${typeNames[helper.returns]} = ${helper.isAsync ? "await " : ""}${helper.name}(${all});`,
  ];
}

/** A request, or a call of an async helper; in a function that cannot wait, a variable. */
export function waiting(tree: Tree, scope: Scope): readonly string[] {
  if (!scope.frame.isAsync) {
    const value = inner("int", tree, 0, scope);
    return [`const ${scope.declare("int").name}: number = ${value};`];
  }
  const helper = scope.findHelper(null, true, tree.pick);
  if (helper !== undefined && tree.pick % 3 !== 0) {
    return call(helper, tree, scope);
  }
  const path = inner("text", tree, 0, scope);
  const request = `{ method: "GET", url: "https://x.test/" + encodeQuery(${path}), body: "", authorization: "none" }`;
  const target = scope.findChangeable("let", tree.pick);
  if (target?.kind === "text" && tree.choice % 2 === 0) {
    const { name } = scope.declare("answer");
    return [`const ${name} = await ctx.send(${request});`, `${target.name} = ${name}.body;`];
  }
  return [`const ${scope.declare("answer").name} = await ctx.send(${request});`];
}
