/** How an instance is made: the constructor sets variables as long as no method needs the whole instance. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import { symbolOf } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { walk } from "../../analysis/walk.ts";
import { unusedName } from "../unused-name.ts";
import { hiddenName } from "./hidden-names.ts";
import { type ClassShape, type Field, isOfContext, memberOfThis, plainName } from "./shapes.ts";

/** What becomes of one field while the instance is made. */
interface Made {
  readonly field: Field;
  /** The variable that has its value; null where the value stands in the literal itself. */
  readonly local: string | null;
  /** The one statement that sets it; null where it is declared before all others. */
  readonly setter: ts.BinaryExpression | null;
  readonly isAssigned: boolean;
}

/** How a class makes its instances. */
export interface Making {
  readonly fields: ReadonlyMap<ts.Node, Made>;
  /** The first statement of the constructor that needs the whole instance; undefined where none does. */
  readonly whole: ts.Statement | undefined;
}

/** Plans the making of a class. */
export function makingOf(shape: ClassShape, checker: ts.TypeChecker): Making | Hindrance {
  const hidden = hiddenName(shape, checker);
  if (hidden !== undefined) {
    return hidden;
  }
  const statements = shape.maker?.body?.statements ?? ts.factory.createNodeArray<ts.Statement>();
  const fieldOf = (node: ts.Node): Field | undefined => fieldOfThis(node, shape, checker);
  const whole = statements.find((statement) => needsWhole(statement, fieldOf));
  const early = whole === undefined ? [...statements] : statements.slice(0, statements.indexOf(whole));
  const parts: readonly ts.Node[] = [
    ...early,
    ...shape.fields.flatMap(({ initializer }) => initializer ?? []),
  ];
  const fields = new Map<ts.Node, Made>();
  for (const field of shape.fields) {
    if (isOfContext(field, checker)) {
      continue;
    }
    if (field.initializer !== undefined && needsWhole(field.initializer, fieldOf)) {
      return { node: field.initializer, advice: "Call the method in the constructor, at its end." };
    }
    const mentions = parts.flatMap((part) => mentionsIn(part, field, fieldOf));
    const assigned = mentions.flatMap((node) => assignmentOf(node) ?? []);
    const [setter = null] = assigned;
    const local = unusedName(shape.declaration.getSourceFile(), `${plainName(field.name)}_of_self`);
    if (ts.isParameter(field)) {
      const isReplaced = assigned.length > 0 || isParameterReplaced(field, shape, checker);
      if (isReplaced) {
        return {
          node: field,
          advice: `Set \`${field.name.text}\` under another name: the field and the parameter are one variable here.`,
        };
      }
      fields.set(field, { field, local: field.name.text, setter: null, isAssigned: false });
    } else if (field.initializer !== undefined) {
      const isInPlace = mentions.length === 0 && isPlain(field.initializer);
      fields.set(field, {
        field,
        local: isInPlace ? null : local,
        setter: null,
        isAssigned: assigned.length > 0,
      });
    } else {
      const isOnce = assigned.length === 1 && setter !== null && isStatementOf(setter, early);
      const isMissing = assigned.length === 0;
      if (isMissing && field.questionToken === undefined && whole !== undefined) {
        return {
          node: field,
          advice: `Set \`this.${plainName(field.name)}\` before \`${firstLine(whole)}\`, or where it is declared.`,
        };
      }
      fields.set(field, {
        field,
        local: isMissing ? null : local,
        setter: isOnce ? setter : null,
        isAssigned: !isOnce,
      });
    }
  }
  return { fields, whole };
}

function firstLine(node: ts.Node): string {
  return (node.getText().split("\n")[0] ?? "").slice(0, 60);
}

type FieldFinder = (node: ts.Node) => Field | undefined;

/** The field that `this.name` reads or sets. */
function fieldOfThis(node: ts.Node, { fields }: ClassShape, checker: ts.TypeChecker): Field | undefined {
  const isOfThis = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
  const declared = isOfThis ? (checker.getSymbolAtLocation(node.name)?.declarations ?? []) : [];
  return fields.find((field) => declared.includes(field));
}

function needsWhole(statement: ts.Node, fieldOf: FieldFinder): boolean {
  let needs = false;
  walk(statement, (node) => {
    needs ||=
      node.kind === ts.SyntaxKind.ThisKeyword &&
      memberOfThis(node) !== undefined &&
      fieldOf(node.parent) === undefined;
  });
  return needs;
}

function mentionsIn(part: ts.Node, field: Field, fieldOf: FieldFinder): readonly ts.Node[] {
  const found: ts.Node[] = [];
  walk(part, (node) => {
    if (fieldOf(node) === field) {
      found.push(node);
    }
  });
  return found;
}

function assignmentOf(node: ts.Node): ts.BinaryExpression | undefined {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind)
    ? parent
    : undefined;
}

function isStatementOf(setter: ts.BinaryExpression, statements: readonly ts.Statement[]): boolean {
  return (
    setter.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    statements.some((statement) => ts.isExpressionStatement(statement) && statement.expression === setter)
  );
}

/** Is the parameter given another value, or hidden by a name of the same? */
function isParameterReplaced(
  field: ts.ParameterDeclaration,
  { maker }: ClassShape,
  checker: ts.TypeChecker,
): boolean {
  const name = field.name.getText();
  const symbols = checker.getSymbolsOfParameterPropertyDeclaration(field, name);
  let replaced = false;
  walk(maker?.body ?? field, (node) => {
    replaced ||=
      ts.isIdentifier(node) &&
      node.text === name &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
      (!symbols.some((symbol) => symbol === symbolOf(node, checker)) || assignmentOf(node) !== undefined);
  });
  return replaced;
}

/** Does nothing act in it, so that it may be made a little later? */
function isPlain(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.every(isPlain);
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isPlain(property.initializer),
    );
  }
  return (
    ts.isLiteralExpression(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind) ||
    (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) ||
    (ts.isIdentifier(node) && node.text === "undefined") ||
    (ts.isAsExpression(node) && isPlain(node.expression)) ||
    (ts.isNewExpression(node) &&
      (node.arguments ?? []).length === 0 &&
      ["Map", "Set"].includes(node.expression.getText()))
  );
}
