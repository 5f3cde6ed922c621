/** How instances and classes are used: anything that functions and plain objects would not do alike keeps a class from being read. */
import ts from "typescript";
import { isAssignment, isStep } from "../../analysis/changes.ts";
import { resolveFunction } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { shortened } from "../../diagnostics/advice.ts";
import { isOfClass, type Member, type ReadClasses } from "./read-classes.ts";
import type { ClassShape } from "./shapes.ts";
import { isTakenAsValue, isValueClass } from "./values.ts";

/** The first use of each class that cannot be read. */
export function hindrancesOfUses(classes: ReadClasses): ReadonlyMap<ClassShape, Hindrance> {
  const found = new Map<ClassShape, Hindrance>();
  const check = (node: ts.Node): void => {
    const hindrance = hindranceAt(node, classes);
    if (hindrance !== undefined && !found.has(hindrance.shape)) {
      found.set(hindrance.shape, hindrance);
    }
    ts.forEachChild(node, check);
  };
  classes.files.forEach(check);
  return found;
}

type Found = Hindrance & { readonly shape: ClassShape };

function hindranceAt(node: ts.Node, classes: ReadClasses): Found | undefined {
  if (ts.isIdentifier(node)) {
    const shape = classes.classNamed(node);
    if (shape !== undefined) {
      return isClassUsed(node, classes)
        ? undefined
        : {
            shape,
            node,
            advice: `Only \`new ${shape.name}(...)\`, its static methods and its type are read: tell values apart by a field, such as \`kind\`.`,
          };
    }
  }
  if (ts.isPropertyAccessExpression(node)) {
    const member = classes.memberOf(node);
    const advice = member === undefined ? undefined : memberAdvice(node, member);
    if (member !== undefined && advice !== undefined) {
      return { shape: member.shape, node, advice };
    }
  }
  if (!isValue(node)) {
    return undefined;
  }
  const shape = classes.instanceOf(node);
  return shape === undefined || isInstanceUsed(node, shape, classes)
    ? undefined
    : { shape, node, advice: instanceAdvice(node, shape) };
}

/** Does the name of a class stand where it is read? */
function isClassUsed(node: ts.Identifier, classes: ReadClasses): boolean {
  const { parent } = node;
  return (
    ts.isClassDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isTypeReferenceNode(parent) ||
    (ts.isNewExpression(parent) && parent.expression === node && parent.typeArguments === undefined) ||
    (ts.isPropertyAccessExpression(parent) &&
      parent.expression === node &&
      classes.memberOf(parent) !== undefined)
  );
}

/** What to write instead of a use of a member; undefined where it is read as it is. */
function memberAdvice(node: ts.PropertyAccessExpression, member: Member): string | undefined {
  const { parent } = node;
  const name = node.name.text;
  if (member.kind !== "routine") {
    return undefined;
  }
  if (node.questionDotToken !== undefined) {
    return `Ask first: \`if (${shortened(node.expression, "value")} !== null) { ... }\`, and call \`${name}\` in it.`;
  }
  const isCalled = ts.isCallExpression(parent) && parent.expression === node;
  const [first] = member.routines;
  if (first !== undefined && ts.isAccessor(first)) {
    const isSet =
      ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind);
    const isWhole =
      isSet &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isExpressionStatement(parent.parent);
    const isChanged =
      (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) && isStep(parent);
    const wanted = isSet ? ts.isSetAccessor : ts.isGetAccessor;
    return (isSet && !isWhole) || isChanged || !member.routines.some((routine) => wanted(routine))
      ? `Write \`${shortened(node, "value")} = ...;\` as a statement of its own.`
      : undefined;
  }
  if (!isCalled || parent.questionDotToken !== undefined) {
    return `Hand on an arrow that calls it: \`(value) => ${shortened(node, name)}(value)\`.`;
  }
  return isOfClass(member.routines) && node.expression.kind === ts.SyntaxKind.ThisKeyword
    ? `Call it by the name of the class: \`${member.shape.name}.${name}(...)\`.`
    : undefined;
}

/** Does the node stand for a value, and not for a name, a type or a part of one? */
function isValue(node: ts.Node): node is ts.Expression {
  if (!ts.isExpression(node) || ts.isPartOfTypeNode(node)) {
    return false;
  }
  const { parent } = node;
  if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) {
    return true;
  }
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ("name" in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent);
  return !isName;
}

/** Does an instance stand where a plain object does the same? */
function isInstanceUsed(node: ts.Expression, shape: ClassShape, classes: ReadClasses): boolean {
  const { parent } = node;
  const { checker } = classes;
  const isOfClassToo = (type: ts.Type): boolean => classes.classOfType(type) === shape;
  if (isTakenAsValue(node, shape, classes) && isValueClass(shape, classes)) {
    return true;
  }
  if (
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node)
  ) {
    return true;
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return classes.memberOf(parent) !== undefined;
  }
  if (ts.isVariableDeclaration(parent)) {
    return (
      parent.initializer === node &&
      isTaken(parent, classes) &&
      ts.findAncestor(parent, ts.isFunctionLike) !== undefined
    );
  }
  if (ts.isPropertyDeclaration(parent)) {
    return parent.initializer === node && classes.memberNamed(parent.name)?.kind === "field";
  }
  if (ts.isParameter(parent)) {
    return ts.isIdentifier(parent.name) && !ts.isArrowFunction(parent.parent);
  }
  if (ts.isBinaryExpression(parent)) {
    return isOperand(node, parent, classes);
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const wanted = checker.getContextualType(node);
    return (
      parent.expression !== node &&
      isOfProgram(parent, classes) &&
      wanted !== undefined &&
      isOfClassToo(wanted)
    );
  }
  if (ts.isReturnStatement(parent)) {
    const owner = ts.findAncestor(parent, ts.isFunctionLike);
    return (
      owner !== undefined &&
      ((ts.isFunctionDeclaration(owner) && owner.name?.text !== "main") || ts.isClassElement(owner))
    );
  }
  return ts.isExpressionStatement(parent);
}

/** `const list = new List();`, `const { size } = list;` of fields alone. */
function isTaken({ name, type }: ts.VariableDeclaration, classes: ReadClasses): boolean {
  if (ts.isIdentifier(name)) {
    return type === undefined || classes.classOfType(classes.checker.getTypeFromTypeNode(type)) !== undefined;
  }
  return (
    ts.isObjectBindingPattern(name) &&
    name.elements.every(({ propertyName, name: own, dotDotDotToken }) => {
      const read = classes.memberNamed(propertyName ?? own);
      const property = classes.checker.getTypeAtLocation(name).getProperty((propertyName ?? own).getText());
      const declared = property?.valueDeclaration;
      const isField =
        read?.kind === "field" ||
        (declared !== undefined && (ts.isPropertyDeclaration(declared) || ts.isParameter(declared)));
      return dotDotDotToken === undefined && isField;
    })
  );
}

function isOperand(
  node: ts.Expression,
  { left, operatorToken, right }: ts.BinaryExpression,
  classes: ReadClasses,
): boolean {
  const other = left === node ? right : left;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
      return (
        ts.isIdentifier(left) ||
        (ts.isPropertyAccessExpression(left) && classes.memberOf(left)?.kind === "field")
      );
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return (
        other.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(other) && other.text === "undefined")
      );
    default:
      return operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  }
}

/** Does the call go to a function of the program, or to a class that is read? */
function isOfProgram(call: ts.CallExpression | ts.NewExpression, classes: ReadClasses): boolean {
  const { expression: callee } = call;
  if (ts.isNewExpression(call)) {
    return classes.classNamed(callee) !== undefined;
  }
  if (ts.isPropertyAccessExpression(callee)) {
    return classes.memberOf(callee)?.kind === "routine";
  }
  const called = resolveFunction(classes.checker, callee);
  return called !== undefined && classes.files.includes(called.getSourceFile());
}

function instanceAdvice(node: ts.Expression, { name, fields }: ClassShape): string {
  const [field] = fields;
  const value = shortened(node, "value");
  const part = field === undefined ? "name" : field.name.getText().replace("#", "");
  return `An instance is kept in a variable or in a field, and given to functions with its type \`${name}\`; hand on what it holds instead: \`{ ${part}: ${value}.${part} }\`.`;
}
