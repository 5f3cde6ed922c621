/** Names in the value of a field that stand for something else in the constructor, where the field is made. */
import ts from "typescript";
import { symbolOf } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { contains, walk } from "../../analysis/walk.ts";
import type { ClassShape } from "./shapes.ts";

/** The first name in the value of a field that the constructor has as well, or that is a parameter's, which is not there yet. */
export function hiddenName({ fields, maker }: ClassShape, checker: ts.TypeChecker): Hindrance | undefined {
  if (maker === undefined) {
    return undefined;
  }
  const names = namesIn(maker);
  const parameters = fields.filter(ts.isParameter).map(({ name }) => name.getText());
  let found: Hindrance | undefined;
  for (const { initializer, name } of fields.filter(ts.isPropertyDeclaration)) {
    if (initializer === undefined) {
      continue;
    }
    walk(initializer, (node) => {
      if (!ts.isIdentifier(node)) {
        return;
      }
      const declared = symbolOf(node, checker)?.valueDeclaration;
      const isOutside = declared === undefined || !contains(initializer, declared);
      if (isMember(node)) {
        found ??=
          isOfThis(node.parent) && parameters.includes(node.text)
            ? {
                node,
                advice: `Set \`this.${name.getText()}\` in the constructor: \`${node.text}\` is not there before.`,
              }
            : undefined;
      } else if (names.has(node.text) && isOutside) {
        found ??= {
          node,
          advice: `Give this \`${node.text}\` another name where it is declared: the constructor has one of its own.`,
        };
      }
    });
  }
  return found;
}

function namesIn(maker: ts.ConstructorDeclaration): ReadonlySet<string> {
  const names = new Set<string>();
  walk(maker, (node) => {
    const isDeclaration =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node);
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) {
      names.add(node.name.text);
    }
  });
  return names;
}

/** Is it the name of a property? */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}

function isOfThis(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
}
