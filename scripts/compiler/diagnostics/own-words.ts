/** What to write instead, in the words of the author: put there, it compiles. "" where they are too long to be told. */
import ts from "typescript";
import { shortened } from "./advice.ts";

/** Instead of `a == b`, and instead of `a === null` where it may be undefined as well. */
export function comparedAdvice({ left, right }: ts.BinaryExpression, operator: string): string {
  const sides = [left, right].map((side) => shortened(side, ""));
  return sides.includes("") ? "" : `Write \`${sides.join(` ${operator} `)}\``;
}

/** Instead of what may be absent, where something must be: the fallback is put behind it. */
export function absentAdvice(node: ts.Expression, fallback: string): string {
  const value = shortened(node, "");
  const isBare =
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node);
  if (value === "" || !isBare) {
    return "";
  }
  const { parent } = node;
  return ts.isShorthandPropertyAssignment(parent)
    ? `Write \`${value}: ${value} ?? ${fallback}\`.`
    : ts.isBinaryExpression(parent)
      ? `Write \`(${value} ?? ${fallback})\`.`
      : `Write \`${value} ?? ${fallback}\`.`;
}

/** Instead of a value for which one of its members stands: `words` where `words.length > 0` is meant. */
export function memberAdvice(node: ts.Node, member: string): string {
  const value = shortened(node, "");
  return value === "" ? "" : `Write \`${value}${member}\`.`;
}

/** Instead of `list[f(x)] += 1`, which would compute the place twice. */
export function placeAdvice({ left, operatorToken, right }: ts.BinaryExpression): string {
  const place = unmarked(left);
  if (!ts.isElementAccessExpression(place)) {
    return "Keep what is computed in a constant before.";
  }
  const [list, at] = [unmarked(place.expression), place.argumentExpression];
  const isRow = ts.isElementAccessExpression(list) && (ts.isLiteralExpression(at) || ts.isIdentifier(at));
  const [name, computed] = isRow ? ["row", list] : ["at", at];
  const changed = isRow ? `row[${at.getText()}]` : `${shortened(list, "...")}[at]`;
  const change = `${changed} ${operatorToken.getText()} ${shortened(right, "...")}`;
  return `Write \`const ${name} = ${shortened(computed, "...")};\` before, and \`${change};\`.`;
}

function unmarked(node: ts.Expression): ts.Expression {
  return ts.isNonNullExpression(node) ? unmarked(node.expression) : node;
}
