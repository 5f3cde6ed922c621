/** Statements that wait: requests and calls of async helpers. */
import { argumentsFor, inner } from "./expressions.ts";
import { type Helper, type Scope, typeNames, type Variable } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** `const x: T = await helper(...)`. */
export function call(helper: Helper, tree: Tree, scope: Scope): readonly string[] {
  const all = argumentsFor(helper, tree, scope.block({ isSteady: helper.isAsync }));
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
  const still = scope.block({ isSteady: true });
  const request = requestOf(inner("text", tree, 0, still));
  const target = scope.findChangeable("let", tree.pick);
  if (tree.choice % 3 === 0) {
    return inExpression(`(await ctx.send(${request}))`, target, tree, scope);
  }
  if (tree.pick % 5 === 1) {
    const known = scope.find("text", tree.pick) ?? "given.rec.b";
    const second = `(await ctx.send(${requestOf(inner("text", tree, 1, still))}))`;
    const { name } = scope.declare("texts");
    return [
      `const ${name}: readonly string[] = [${known}, (await ctx.send(${request})).body, \`\${${known}}|\${${second}.status}\`];`,
    ];
  }
  if (target?.kind === "text" && tree.choice % 2 === 0) {
    const { name } = scope.declare("answer");
    return [`const ${name} = await ctx.send(${request});`, `${target.name} = ${name}.body;`];
  }
  return [`const ${scope.declare("answer").name} = await ctx.send(${request});`];
}

/** A request for a path. */
export function requestOf(path: string): string {
  return `{ method: "GET", url: "https://x.test/" + encodeQuery(${path}), body: "", authorization: "none" }`;
}

/** A request somewhere in a declaration, an assignment or a choice. */
function inExpression(
  awaited: string,
  target: Variable | undefined,
  tree: Tree,
  scope: Scope,
): readonly string[] {
  if (target?.kind === "text") {
    return [`${target.name} += ${awaited}.body.slice(0, 5);`];
  }
  if (target?.kind === "maybe") {
    return [`${target.name} ??= ${awaited}.body;`];
  }
  const still = scope.block({ isSteady: true });
  const test = inner("bool", tree, 1, still);
  const other = inner("text", tree, 2, still);
  const { name } = scope.declare("text");
  const forms = [
    `${awaited}.body + ${other}`,
    `${test} ? ${awaited}.body : ${other}`,
    `${awaited}.status === 200 && ${test} ? ${other} : "not"`,
  ];
  return [`const ${name}: string = ${forms[tree.pick % forms.length] ?? other};`];
}
