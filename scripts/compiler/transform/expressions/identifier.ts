/** A variable, a parameter, a module-level constant, or `undefined`. */
import ts from "typescript";
import { isLogical } from "../../analysis/choices.ts";
import { collectionOf } from "../../analysis/collections.ts";
import { doubtfulName, isKnownNumber, takesNaN } from "../../analysis/doubtful.ts";
import { aliased, arrowOf, resolveSymbol } from "../../analysis/functions.ts";
import { isAbsentLiteral } from "../../analysis/literals.ts";
import { tableDeclaration } from "../../analysis/module-constants.ts";
import { isContextExpression } from "../../analysis/platform-context.ts";
import { regexLiteral } from "../../analysis/regex-constants.ts";
import { literalValue } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { regexAdvice } from "../../diagnostics/advice.ts";
import { globalNameAdvice } from "../../diagnostics/library-advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { markBoxed } from "../boxing.ts";
import { collectionAt } from "../collections.ts";
import { transformNumberConstant } from "./number.ts";
import { refuseClassNamed } from "../own-methods.ts";
import { stopWhen } from "../stop.ts";

/** A variable, a parameter, a module-level table, or `undefined`. */
export function transformIdentifier(node: ts.Identifier, context: FunctionContext): Expression {
  if (node.text === "undefined") {
    return nsl.none;
  }
  const { checker } = context;
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : resolveSymbol(checker, node);
  if (symbol === undefined) {
    return context.refuse(node, "externalValue", node.text);
  }
  const tag = context.graph.values.tagOf(node);
  if (tag !== undefined) {
    return nsl.text(tag);
  }
  const handed = context.functions.get(symbol);
  if (handed !== undefined && isAskedFor(node)) {
    return handed === null ? nsl.none : { kind: "boolean", value: true };
  }
  const known = context.variables.read(symbol);
  if (known !== undefined && collectionOf(node, checker) !== undefined) {
    return collectionAt(known, node, context);
  }
  if (known !== undefined) {
    return isDoubtful(node, context) ? provenNumber(known, node, context) : known;
  }
  if (isContextExpression(checker, node)) {
    return context.refuse(node, "contextEscapes");
  }
  if (regexLiteral(node, checker) !== undefined) {
    return context.refuse(
      node,
      "unsupportedSyntax",
      "A regular expression away from its call",
      regexAdvice(node),
    );
  }
  const { valueDeclaration } = aliased(checker, symbol);
  if (
    valueDeclaration !== undefined &&
    ts.isVariableDeclaration(valueDeclaration) &&
    arrowOf(valueDeclaration) !== undefined
  ) {
    return context.refuse(node, "functionValue");
  }
  const constant = transformNumberConstant(node, context);
  if (constant !== undefined) {
    return constant;
  }
  const declaration = tableDeclaration(aliased(checker, symbol));
  if (declaration === undefined) {
    return refuseName(node, symbol.flags, context);
  }
  const table = transformTable(declaration, node, context);
  return table.refused === true || collectionOf(node, checker) === undefined
    ? table
    : collectionAt(table, node, context);
}

/** Is it only asked whether there is a value: `pick === undefined`, `pick ? ... : ...`, `if (!pick)`? */
function isAskedFor(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const other = parent.left === node ? parent.right : parent.left;
    return isAbsentLiteral(other) || (isLogical(parent) && isAskedFor(parent));
  }
  if (ts.isParenthesizedExpression(parent) || ts.isPrefixUnaryExpression(parent)) {
    return isAskedFor(parent);
  }
  return (
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    (ts.isIfStatement(parent) && parent.expression === node)
  );
}

/** May the name stand for NaN where a number is needed? */
function isDoubtful(node: ts.Identifier, context: FunctionContext): boolean {
  return doubtfulName(node, context) !== undefined && !takesNaN(node) && !isKnownNumber(node, context);
}

function provenNumber(value: Expression, node: ts.Identifier, context: FunctionContext): Expression {
  stopWhen(nsl.isNone(value), `${node.text} is NaN`, node, context);
  return value;
}

function refuseName(node: ts.Identifier, flags: ts.SymbolFlags, context: FunctionContext): Expression {
  if ((flags & ts.SymbolFlags.Function) !== 0) {
    return context.refuse(node, "functionValue");
  }
  if ((flags & ts.SymbolFlags.Enum) !== 0) {
    return context.refuse(node, "enums");
  }
  return (flags & ts.SymbolFlags.Class) !== 0
    ? refuseClassNamed(node, context)
    : context.refuse(node, "externalValue", node.text);
}

function transformTable(
  declaration: ts.VariableDeclaration,
  node: ts.Identifier,
  context: FunctionContext,
): Expression {
  const { initializer } = declaration;
  if (declaration.getSourceFile().isDeclarationFile) {
    const read = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
    return context.refuse(read, "unknownGlobal", read.getText(), globalNameAdvice(read, read.getText()));
  }
  const isConst = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  if (initializer === undefined || !isConst) {
    return context.refuse(node, "uninitialisedConstant", isConst ? "const" : "let");
  }
  const value = literalValue(context.checker, context.checker.getTypeAtLocation(node));
  if (value !== undefined) {
    return nsl.literal(value);
  }
  const symbol = context.checker.getSymbolAtLocation(declaration.name);
  return symbol === undefined
    ? nsl.none
    : context.tables.constant(
        symbol,
        () => {
          markBoxed([initializer], context);
          return context.expression(initializer);
        },
        declaration,
      );
}
