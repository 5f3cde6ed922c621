/** Methods of the program's own classes and objects: told once, where they are declared, and not at every call. */
import ts from "typescript";
import { resolveSymbol } from "../analysis/functions.ts";
import { classHindrances } from "../analysis/hindrances.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { authorsText } from "../diagnostics/authors-text.ts";
import { classMethodsAdvice, objectMethodsAdvice } from "../diagnostics/methods-advice.ts";
import type { Expression } from "../nsl/ast.ts";

/** Refuses the class of a value that is made by `new`; undefined for a class of the library. */
export function refuseOwnClass(node: ts.NewExpression, context: FunctionContext): Expression | undefined {
  const symbol = context.checker.getTypeAtLocation(node).getSymbol();
  const declared = symbol?.declarations?.find((declaration) => isOwn(declaration) && isClass(declaration));
  return declared === undefined || !isClass(declared) ? undefined : refuseClass(declared, context);
}

/** Refuses a class whose name stands for a value. */
export function refuseClassNamed(node: ts.Identifier, context: FunctionContext): Expression {
  const declared = resolveSymbol(context.checker, node)?.declarations?.find(isClass);
  return declared === undefined || !classHindrances.has(declared)
    ? context.refuse(node, "classes", "class")
    : refuseClass(declared, context);
}

/** Refuses what declares a method that is called; undefined for one that is not the program's. */
export function refuseOwnMethod(
  callee: ts.PropertyAccessExpression,
  context: FunctionContext,
): Expression | undefined {
  const method = context.checker.getSymbolAtLocation(callee.name)?.declarations?.find(isOwn);
  if (method === undefined) {
    return undefined;
  }
  const { parent } = method;
  if (isClass(parent)) {
    return refuseClass(parent, context);
  }
  return ts.isMethodDeclaration(method) && ts.isObjectLiteralExpression(parent)
    ? refuseMethods(parent, context)
    : undefined;
}

/** Refuses the methods of an object, at the first of them. */
export function refuseMethods(node: ts.ObjectLiteralExpression, context: FunctionContext): Expression {
  const methods = node.properties.filter(ts.isMethodDeclaration);
  const [first = node] = methods;
  return context.refuse(first, "unsupportedSyntax", "An object with methods", objectMethodsAdvice(methods));
}

function refuseClass(declared: ts.ClassLikeDeclaration, context: FunctionContext): Expression {
  const hindrance = classHindrances.get(declared);
  return hindrance === undefined || hindrance.advice === ""
    ? context.refuse(declared.name ?? declared, "classes", "class", classMethodsAdvice(declared))
    : context.refuse(hindrance.node, "classes", authorsText(hindrance.node), hindrance.advice);
}

function isClass(node: ts.Node): node is ts.ClassLikeDeclaration {
  return ts.isClassLike(node);
}

function isOwn(node: ts.Node): boolean {
  return !node.getSourceFile().isDeclarationFile;
}
