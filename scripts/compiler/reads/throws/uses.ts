/** What a program does with an error it has caught: what it is in NSL must not come to light. */
import ts from "typescript";
import { isAssignment } from "../../analysis/changes.ts";
import {
  errorClass,
  isCaughtType,
  isCause,
  isErrorType,
  isOwnErrorType,
  isWrittenProperty,
} from "../../analysis/errors.ts";
import { resolveFunction, symbolOf } from "../../analysis/functions.ts";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { isWrapping } from "../../analysis/paths.ts";
import { usesOf } from "../../analysis/uses.ts";
import { walk } from "../../analysis/walk.ts";
import { ownerOf } from "./places.ts";

const ASK = "Ask `error instanceof Error`, and read `error.message` or `error.name`.";

/** A name of the type `unknown` that holds a caught error: a variable that keeps it, or a parameter it is given as. */
export type Holder = ts.VariableDeclaration | ts.ParameterDeclaration;

/** Looks at what becomes of a caught error. */
export class ErrorUses {
  /** Names of the type `unknown` that hold it, too. */
  readonly holders = new Set<Holder>();

  /**
   * @param files all of the program in which such names may stand
   * @param isUntold whether it may be what `JSON.parse` throws, whose message is the engine's own
   */
  constructor(
    private readonly files: readonly ts.SourceFile[],
    private readonly checker: ts.TypeChecker,
    private readonly isUntold: boolean,
  ) {}

  /** The first use that cannot be had, with what to write; undefined where there is none. */
  hindranceOf({ variableDeclaration, block }: ts.CatchClause): Hindrance | undefined {
    const name = variableDeclaration?.name;
    if (name === undefined) {
      return undefined;
    }
    if (!ts.isIdentifier(name)) {
      return { node: name, advice: "Catch it under a name: `catch (error)`." };
    }
    const node = this.foreignUse(name, block);
    return node === undefined ? undefined : { node, advice: ASK };
  }

  private foreignUse(name: ts.BindingName, scope: ts.Node | undefined): ts.Node | undefined {
    const symbol = this.checker.getSymbolAtLocation(name);
    let found: ts.Node | undefined;
    walk(scope ?? name, (node) => {
      if (
        !ts.isIdentifier(node) ||
        node === name ||
        ts.isTypePredicateNode(node.parent) ||
        found !== undefined
      ) {
        return;
      }
      const used = symbolOf(node, this.checker);
      if (used !== undefined && used === symbol) {
        found = this.foreignUseOf(node, scope ?? name);
      }
    });
    return found;
  }

  /** The node where one use goes wrong. */
  private foreignUseOf(node: ts.Expression, scope: ts.Node): ts.Node | undefined {
    const { parent } = node;
    if (isWrapping(parent)) {
      return this.foreignUseOf(parent, scope);
    }
    if (ts.isVariableDeclaration(parent) && parent.initializer === node && ts.isIdentifier(parent.name)) {
      const isPlain = (parent.parent.flags & ts.NodeFlags.Const) !== 0 && parent.type === undefined;
      return isPlain ? this.foreignUse(parent.name, scope) : this.isKnown(node) ? undefined : node;
    }
    const held = this.isKnown(node) ? undefined : this.holderAt(node);
    if (held !== undefined) {
      const isNew = !this.holders.has(held);
      this.holders.add(held);
      return isNew ? this.foreignUse(held.name, ownerOf(held.name)) : undefined;
    }
    const isFollowed =
      isReadOrAsked(node, this.checker) ||
      (isShown(parent) && !isVariable(node, this.checker)) ||
      ts.isThrowStatement(parent) ||
      isOfCause(parent) ||
      isKept(node, this.checker) ||
      // By its type it is known for an error wherever it goes; only what is written of an error is read of it.
      (!ts.isPropertyAccessExpression(parent) && this.isKnown(node));
    return isFollowed ? undefined : node;
  }

  private isKnown(node: ts.Expression): boolean {
    const type = this.checker.getTypeAtLocation(node);
    return (this.isUntold ? isOwnErrorType : isErrorType)(type, this.checker);
  }

  /** What holds the error once it is given, or assigned, there. */
  private holderAt(node: ts.Expression): Holder | undefined {
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && parent.right === node && ts.isIdentifier(parent.left)) {
      const declaration = this.checker.getSymbolAtLocation(parent.left)?.valueDeclaration;
      return declaration !== undefined && isKeeping(declaration, this.checker) ? declaration : undefined;
    }
    const called = ts.isCallExpression(parent) ? resolveFunction(this.checker, parent.expression) : undefined;
    const at = ts.isCallExpression(parent) ? parent.arguments.indexOf(node) : -1;
    const parameter = at === -1 ? undefined : called?.parameters[at];
    return called !== undefined && parameter !== undefined && this.isGivenErrors(called, parameter, at)
      ? parameter
      : undefined;
  }

  /** Is a parameter of the type `unknown` given nothing but errors? */
  private isGivenErrors(
    called: ts.FunctionDeclaration,
    parameter: ts.ParameterDeclaration,
    at: number,
  ): boolean {
    return (
      this.files.includes(called.getSourceFile()) &&
      ts.isIdentifier(parameter.name) &&
      isUnknown(parameter.type) &&
      parameter.initializer === undefined &&
      parameter.questionToken === undefined &&
      usesOf(called, this.files, this.checker).every((use) => {
        const given =
          ts.isCallExpression(use.parent) && use.parent.expression === use
            ? use.parent.arguments[at]
            : undefined;
        return use === called.name || (given !== undefined && isErrorValue(given, this.checker));
      })
    );
  }
}

/** Is it a variable of the type `unknown` that its function gives nothing but errors, or none? */
export function isKeeping(
  declaration: ts.Declaration,
  checker: ts.TypeChecker,
): declaration is ts.VariableDeclaration {
  const around = ownerOf(declaration);
  if (
    !ts.isVariableDeclaration(declaration) ||
    !ts.isVariableDeclarationList(declaration.parent) ||
    !ts.isIdentifier(declaration.name) ||
    around === undefined ||
    !(
      isUnknown(declaration.type) ||
      (declaration.type === undefined && declaration.initializer === undefined)
    )
  ) {
    return false;
  }
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const isNone = (node: ts.Expression): boolean =>
    node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined");
  let isWhole = declaration.initializer === undefined || isNone(declaration.initializer);
  walk(around, (node) => {
    if (!ts.isIdentifier(node) || node === declaration.name || checker.getSymbolAtLocation(node) !== symbol) {
      return;
    }
    const { parent } = node;
    const given =
      ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind)
        ? parent.right
        : undefined;
    isWhole &&=
      ownerOf(node) === around && (given === undefined || isNone(given) || isErrorValue(given, checker));
  });
  return isWhole;
}

/** Is it what was caught, or known for an error by its type? */
function isErrorValue(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    return isErrorValue(node.expression, checker) || isErrorType(checker.getTypeAtLocation(node), checker);
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return (
    isErrorType(checker.getTypeAtLocation(node), checker) ||
    (declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      (ts.isCatchClause(declaration.parent) || isCaughtType(declaration.type?.getText())))
  );
}

function isUnknown(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && (type.kind === ts.SyntaxKind.UnknownKeyword || isCaughtType(type.getText()));
}

function isVariable(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration !== undefined && isKeeping(declaration, checker);
}

/** `last = error;`, `last == null` and `if (last)` of a variable that keeps errors. */
function isKept(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  const isAsked =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    (parent.operatorToken.kind === ts.SyntaxKind.EqualsToken ||
      (/^[!=]=$/u.test(parent.operatorToken.getText()) && parent.right.kind === ts.SyntaxKind.NullKeyword));
  return isAsked && isVariable(node, checker);
}

function isReadOrAsked(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  const isRead =
    ts.isPropertyAccessExpression(parent) &&
    isWrittenProperty(parent.name.text) &&
    !(ts.isCallExpression(parent.parent) && parent.parent.expression === parent) &&
    !isChanged(parent);
  const isAsked =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    errorClass(parent.right, checker) !== undefined;
  return isRead || isAsked;
}

/** `String(error)` and `${error}` */
function isShown(parent: ts.Node): boolean {
  return (
    ts.isTemplateSpan(parent) ||
    (ts.isCallExpression(parent) && parent.expression.getText() === "String" && parent.arguments.length === 1)
  );
}

function isChanged(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind);
}

function isOfCause({ parent: literal }: ts.Node): boolean {
  return ts.isObjectLiteralExpression(literal) && isCause(literal);
}
