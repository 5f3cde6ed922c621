/** What to write instead of a construct, where its place tells more than the catalogue can. "" when it does not. */
import ts from "typescript";
import { authorsText } from "./authors-text.ts";

const K = ts.SyntaxKind;

const INTEGERS = "Count with `+`, `-`, `*`, `%` and `Math.floor(a / 7)`.";

const operators: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [K.CommaToken, "Make each part a statement of its own."],
  [K.InKeyword, "Write `Object.hasOwn(object, name)`."],
  [
    K.InstanceOfKeyword,
    "Ask with `typeof` or `Array.isArray`, or for a property that tells the kinds apart.",
  ],
  ...[
    K.AmpersandToken,
    K.BarToken,
    K.CaretToken,
    K.LessThanLessThanToken,
    K.GreaterThanGreaterThanToken,
    K.GreaterThanGreaterThanGreaterThanToken,
    K.TildeToken,
  ].map((operator) => [operator, INTEGERS] as const),
]);

const constructs: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [K.DeleteExpression, "Set the property to `null`, or make a new object of the properties that stay."],
  [K.VoidExpression, "Leave `void` out: a call is a statement of its own."],
  [K.TypeOfExpression, 'Compare it in place: `typeof value === "string"`.'],
  [K.BigIntLiteral, "Write an integer of at most 15 digits."],
  [K.TaggedTemplateExpression, "Write the template without a tag."],
  [K.YieldExpression, "Collect into a list and return it."],
  [K.DebuggerStatement, "Write `ctx.log(...)`."],
  [K.GetAccessor, "Give the property its value; what must be computed is a function at module level."],
  [K.SetAccessor, "Leave it out: an object holds values only."],
]);

/** Instead of an operator. */
export function operatorAdvice(operator: ts.SyntaxKind): string {
  return operators.get(operator) ?? "";
}

/** Instead of an expression or a statement that has no visitor. */
export function constructAdvice(node: ts.Node): string {
  return constructs.get(node.kind) ?? "";
}

/** Instead of a property that is no plain name with a value. */
export function propertyAdvice(node: ts.ObjectLiteralElementLike): string {
  return node.name !== undefined && ts.isComputedPropertyName(node.name)
    ? "Make pairs and write `Object.fromEntries([[name, value]])`."
    : ts.isPropertyAssignment(node)
      ? "Give it a name that is no number."
      : constructAdvice(node);
}

/** Instead of a regular expression that is no argument, no receiver and no constant. */
export function regexAdvice(node: ts.Node): string {
  const { parent } = node;
  return ts.isVariableDeclaration(parent) &&
    parent.initializer === node &&
    ts.isRegularExpressionLiteral(node)
    ? `Declare it with \`const\`: \`const ${parent.name.getText()} = ${shortened(node, "/[a-z]+/u")}\`.`
    : `Give it a \`const\` of its own, or write it at each call: \`${shortened(node, "/[a-z]+/u")}.test(text)\`.`;
}

/** Instead of `list.length = 0`. */
export function lengthAdvice(left: ts.ElementAccessExpression | ts.PropertyAccessExpression): string {
  return `Make a new list: \`${shortened(left.expression, "list")}.slice(0, length)\`.`;
}

/** Instead of a loop over something that is no list. */
export const iterableAdvice = "Keep the values in a list, or go over `Object.entries(object)`.";

/** Instead of a change inside an expression: an `if` where the expression was one. */
export function statementAdvice(node: ts.Expression): string {
  const outer = withoutParentheses(node.parent);
  if (!ts.isExpressionStatement(withoutParentheses(outer.parent))) {
    return "";
  }
  const change = shortened(node, "...");
  if (ts.isConditionalExpression(outer)) {
    return `Write \`if (${shortened(outer.condition, "...")}) { ... } else { ... }\`.`;
  }
  const operator = ts.isBinaryExpression(outer) ? outer.operatorToken.kind : undefined;
  const test = ts.isBinaryExpression(outer) ? shortened(outer.left, "...") : "";
  switch (operator) {
    case K.AmpersandAmpersandToken:
      return `Write \`if (${test}) { ${change}; }\`.`;
    case K.BarBarToken:
      return `Write \`if (!(${test})) { ${change}; }\`.`;
    case K.CommaToken:
      return operatorAdvice(K.CommaToken);
    default:
      return "";
  }
}

function withoutParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.parent) : node;
}

/** Instead of a function that is a value, where it is given a name. */
export function functionAdvice(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node)) {
    const name = node.name?.text ?? "inner";
    return `Write \`const ${name} = (...) => ...\`, or move \`function ${name}\` to module level.`;
  }
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)
    ? namedAdvice(node, parent.name.text)
    : "";
}

/** A function in a variable is called when it is an arrow function in a `const` that does not wait. */
function namedAdvice(node: ts.Node, name: string): string {
  const isAsync =
    ts.canHaveModifiers(node) &&
    (ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async) !== 0;
  return isAsync
    ? `Write \`async function ${name}\` at module level and await that.`
    : `Write \`const ${name} = (...) => ...\`.`;
}

/** Instead of calling a function that is kept in a variable or a parameter. */
export function calleeAdvice(declaration: ts.Declaration | undefined): string {
  if (declaration === undefined || !("name" in declaration)) {
    return "";
  }
  if (ts.isParameter(declaration)) {
    return "Functions cannot be handed on: call the function that is meant.";
  }
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) {
    return "";
  }
  const { initializer, name } = declaration;
  const isFunction =
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
  return isFunction ? namedAdvice(initializer, name.text) : "";
}

/** Instead of `f().then((value) => ...)`; "" for a call whose result is dropped. */
export function promiseAdvice(call: ts.Node): string {
  const { parent } = call;
  if (!ts.isPropertyAccessExpression(parent) || !["then", "catch", "finally"].includes(parent.name.text)) {
    return "";
  }
  const then = ts.isCallExpression(parent.parent) ? parent.parent.arguments[0] : undefined;
  const name =
    then !== undefined && ts.isArrowFunction(then) ? then.parameters[0]?.name.getText() : undefined;
  return `Write \`const ${name ?? "value"} = await ${shortened(call, "call(...)")};\` and what follows as statements of their own.`;
}

/** A piece of the source that is short enough for an advice, else what stands for it. */
export function shortened(node: ts.Node, otherwise: string): string {
  const text = authorsText(node);
  return text.length > 40 || text.includes("\n") ? otherwise : text;
}

/** How a map is written that is handed on: what crosses into another skill has texts for keys. */
export const textKeys = "Let its keys be texts or numbers: `Map<string, ...>` with `String(id)`.";
