/** `Object.assign` of an object that has a name, read as assignments. */
import ts from "typescript";
import { assignmentTargets, isChange } from "../analysis/changes.ts";
import { holds } from "../analysis/walk.ts";
import { unusedName } from "./unused-name.ts";

/** `Object.assign(object, { a, b: 1 });` is an assignment of each, once all that is read for them is there. */
export function assignedEntries(node: ts.Node): readonly (string | ts.Node)[] | null {
  const call = ts.isExpressionStatement(node) ? node.expression : undefined;
  const isCall =
    call !== undefined && ts.isCallExpression(call) && call.expression.getText() === "Object.assign";
  const [object, literal, more] = isCall ? call.arguments : [];
  if (
    object === undefined ||
    literal === undefined ||
    more !== undefined ||
    !ts.isIdentifier(object) ||
    !ts.isObjectLiteralExpression(literal) ||
    replaces(literal, object.text)
  ) {
    return null;
  }
  const entries = literal.properties.flatMap((property) => entryOf(property, object.text) ?? []);
  if (entries.length !== literal.properties.length) {
    return null;
  }
  if (!entries.slice(1).some(({ value }) => reads(value))) {
    return ["{ ", ...entries.flatMap(({ place, value }) => [`${place} = `, value, "; "]), "}"];
  }
  const name = (index: number): string => unusedName(node.getSourceFile(), `assigned${String(index + 1)}`);
  return [
    "{ ",
    ...entries.flatMap(({ key, value }, index) => [
      `const ${name(index)}: (typeof ${object.text})[${JSON.stringify(key)}] = `,
      value,
      "; ",
    ]),
    ...entries.map(({ place }, index) => `${place} = ${name(index)}; `),
    "}",
  ];
}

interface Entry {
  readonly key: string;
  readonly place: string;
  readonly value: ts.Expression;
}

function entryOf(property: ts.ObjectLiteralElementLike, object: string): Entry | null {
  if (ts.isShorthandPropertyAssignment(property)) {
    const key = property.name.text;
    return { key, place: `${object}.${key}`, value: property.name };
  }
  if (!ts.isPropertyAssignment(property)) {
    return null;
  }
  const { name: key, initializer: value } = property;
  return ts.isIdentifier(key)
    ? { key: key.text, place: `${object}.${key.text}`, value }
    : ts.isStringLiteral(key)
      ? { key: key.text, place: `${object}[${key.getText()}]`, value }
      : null;
}

/** Is the variable given another object? */
function replaces(node: ts.Node, name: string): boolean {
  return holds(node, (part) => assignmentTargets(part).some(({ text }) => text === name));
}

/** Is more read than variables, or does anything act? */
function reads(node: ts.Node): boolean {
  return holds(
    node,
    (part) =>
      ts.isPropertyAccessExpression(part) ||
      ts.isElementAccessExpression(part) ||
      ts.isSpreadElement(part) ||
      ts.isSpreadAssignment(part) ||
      ts.isCallExpression(part) ||
      ts.isNewExpression(part) ||
      ts.isAwaitExpression(part) ||
      isChange(part),
  );
}
