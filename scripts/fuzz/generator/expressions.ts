/** Expressions of every kind, written by the productions of the scope they stand in, as the choices of a tree say. */
import {
  type ExpressionKind,
  type Helper,
  type Kind,
  type Production,
  type Scope,
  typeNames,
} from "./scope.ts";
import { part, type Tree } from "./tree.ts";

/** An expression of a kind. */
export function expression(kind: ExpressionKind, tree: Tree, scope: Scope): string {
  const table = scope.frame.productions[kind];
  const index = tree.parts.length === 0 ? 0 : tree.choice % table.length;
  return (table[index] ?? (() => ""))(tree, scope);
}

/** The expression of a part of a tree. */
export function inner(kind: ExpressionKind, tree: Tree, index: number, scope: Scope): string {
  return expression(kind, part(tree, index), scope);
}

/** A call of a helper, or the fallback when none fits. */
export function helperCall(kind: ExpressionKind, tree: Tree, scope: Scope, fallback: Production): string {
  const helper = scope.findHelper(kind, false, tree.pick);
  if (helper === undefined) {
    return fallback(tree, scope);
  }
  return `${helper.name}(${argumentsFor(helper, tree, scope)})`;
}

/** The body of an arrow function that adds up in a loop of its own. */
function summing(result: ExpressionKind, body: Tree, scope: Scope): string {
  const list = expression("ints", part(body, 0), scope);
  const sum = scope.declare("int", "let").name;
  const inside = scope.block({ inLoop: true });
  const other = inside.declare("int").name;
  const amount = expression("int", part(body, 1), inside);
  const loop = `for (const ${other} of (${list}).slice(0, 3)) { ${sum} += (${amount}) % 97; }`;
  const value = expression(result, part(body, 2), scope);
  return `{ let ${sum} = 0; ${loop} return ${value}; }`;
}

/** What goes into a parameter that takes all further arguments. */
function furtherArguments(kind: Kind, list: string, tree: Tree, scope: Scope): string {
  const item = inner(kind === "texts" ? "text" : kind === "recs" ? "rec" : "int", tree, 3, scope);
  return [`...${list}`, `${item}, ...${list}`, item, `${item}, ${item}`][tree.choice % 4] ?? item;
}

/** The arguments of a call; the last may be left out when it has a default. */
export function argumentsFor(helper: Helper, tree: Tree, scope: Scope): string {
  const count = helper.parameters.length - (helper.hasDefault && tree.choice % 2 === 0 ? 1 : 0);
  const args = helper.parameters.slice(0, count).map((kind, index) => {
    const value = inner(kind === "answer" ? "int" : kind, tree, index, scope);
    if (helper.form === "recursive" && index === 0) {
      // Deep only where it is not done again and again.
      const isOnce = scope.frame.returns === "everything" && scope.loops === 0 && !scope.inCallback;
      return `Math.min(${value}, ${String([2, 6, isOnce ? 40 : 3][tree.pick % 3])})`;
    }
    return helper.form === "rest" && index === count - 1 ? furtherArguments(kind, value, tree, scope) : value;
  });
  return [...(helper.usesContext ? ["ctx"] : []), ...args].join(", ");
}

/**
 * An arrow function of one element, as an expression or as a block that returns from two places. It names its
 * type: without, a callback that returns 5 or 8 gives a list that cannot be asked for 13.
 */
export function callback(
  element: ExpressionKind,
  result: ExpressionKind,
  tree: Tree,
  index: number,
  scope: Scope,
): string {
  const body = part(tree, index);
  const inside = scope.block({ inCallback: true });
  const { name } =
    (body.choice % 7 === 6 ? inside.shadow(element, body.pick) : undefined) ?? inside.declare(element);
  const head = `(${name}): ${typeNames[result]} =>`;
  if (body.choice % 5 === 4) {
    const test = expression("bool", part(body, 0), inside);
    const early = expression(result, part(body, 1), inside);
    const late = expression(result, part(body, 2), inside);
    return `${head} { if (${test}) { return ${early}; } return ${late}; }`;
  }
  if (body.choice % 5 === 3) {
    return `${head} ${summing(result, body, inside)}`;
  }
  const outer = inside.findChangeable("let", body.pick, "int");
  if ([1, 2].includes(body.choice % 5) && outer !== undefined && !scope.isSteady) {
    const amount = expression("int", part(body, 0), inside);
    const late = expression(result, part(body, 1), inside);
    return `${head} { ${outer.name} += (${amount}) % 97; return ${late}; }`;
  }
  const value = expression(result, body, inside);
  return `${head} ${value.startsWith("{") ? `(${value})` : value}`;
}
