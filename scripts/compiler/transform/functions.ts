/** Finding and classifying the functions a skill calls. */
import ts from "typescript";
import { personaMembers } from "../builtins/platform.ts";
import { assignmentTarget } from "./statements/boxing.ts";

/** Names of the context types; a parameter of one of them stands for the platform and is never passed. */
const CONTEXT_TYPES = new Set(["SkillContext", "RuntimeContext"]);

/** Is this type the platform context? */
export function isContextType(type: ts.Type): boolean {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  return symbol !== undefined && CONTEXT_TYPES.has(symbol.name);
}

/** Is this parameter the platform context? */
export function isContextParameter(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  return isContextType(checker.getTypeAtLocation(parameter));
}

/** Is this expression the platform context? */
export function isContextExpression(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && isContextType(checker.getTypeAtLocation(node));
}

/** The symbol behind a name, through imports. */
export function resolveSymbol(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

/** The function a call goes to, when it is a function declaration with a body. */
export function resolveFunction(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): ts.FunctionDeclaration | undefined {
  if (!ts.isIdentifier(callee)) {
    return undefined;
  }
  return resolveSymbol(checker, callee)?.declarations?.find(
    (declaration): declaration is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(declaration) && declaration.body !== undefined,
  );
}

/** Is the function declared `async`? */
export function isAsync(declaration: ts.FunctionLikeDeclaration): boolean {
  return declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

/** The author's name of a function. */
export function functionName(declaration: ts.FunctionDeclaration): string {
  return declaration.name?.text ?? "default";
}

/** The expression of a function that is one `return`: such functions are inlined, unless a parameter changes. */
export function singleExpression(declaration: ts.FunctionDeclaration): ts.Expression | undefined {
  const [only] = declaration.body?.statements ?? [];
  if (isAsync(declaration) || declaration.body?.statements.length !== 1 || only === undefined) {
    return undefined;
  }
  const plain = declaration.parameters.every(
    (parameter) =>
      ts.isIdentifier(parameter.name) &&
      parameter.initializer === undefined &&
      parameter.dotDotDotToken === undefined,
  );
  return plain && ts.isReturnStatement(only) && !assignsParameter(declaration, only)
    ? only.expression
    : undefined;
}

/** Does a callback in the body assign to a parameter (or to something of its name)? An argument has no place for it. */
function assignsParameter(declaration: ts.FunctionDeclaration, body: ts.ReturnStatement): boolean {
  const names = new Set(declaration.parameters.map((parameter) => parameter.name.getText()));
  let assigns = false;
  walk(body, (node) => {
    const target = assignmentTarget(node);
    assigns ||= target !== undefined && names.has(target.text);
  });
  return assigns;
}

/** What the result of a call is at run time: for an async function, what its promise gives. */
export function resultType(checker: ts.TypeChecker, declaration: ts.SignatureDeclaration): ts.Type {
  const signature = checker.getSignatureFromDeclaration(declaration);
  const type = signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
  if (type === undefined) {
    return checker.getVoidType();
  }
  return isAsync(declaration as ts.FunctionLikeDeclaration) ? (checker.getAwaitedType(type) ?? type) : type;
}

/** Visits a node and everything below it, function bodies included. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

/** The functions that are called, directly or through others, from a function; itself only if it recurs. */
export class CallGraph {
  private readonly direct = new Map<ts.FunctionDeclaration, ReadonlySet<ts.FunctionDeclaration>>();
  private readonly persona = new Map<ts.FunctionDeclaration, boolean>();
  private readonly circles = new Map<ts.FunctionDeclaration, readonly string[] | undefined>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Functions called in the body. */
  callees(declaration: ts.FunctionDeclaration): ReadonlySet<ts.FunctionDeclaration> {
    const known = this.direct.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const found = new Set<ts.FunctionDeclaration>();
    walk(declaration, (node) => {
      const target = ts.isCallExpression(node) ? resolveFunction(this.checker, node.expression) : undefined;
      if (target !== undefined) {
        found.add(target);
      }
    });
    this.direct.set(declaration, found);
    return found;
  }

  /** A path of names from the function back to itself; undefined when it does not recur. */
  recursion(declaration: ts.FunctionDeclaration): readonly string[] | undefined {
    if (!this.circles.has(declaration)) {
      this.circles.set(declaration, this.findCircle(declaration));
    }
    return this.circles.get(declaration);
  }

  private findCircle(declaration: ts.FunctionDeclaration): readonly string[] | undefined {
    const seen = new Set<ts.FunctionDeclaration>();
    const search = (from: ts.FunctionDeclaration, path: readonly string[]): readonly string[] | undefined => {
      for (const next of this.callees(from)) {
        if (next === declaration) {
          return [...path, functionName(next)];
        }
        if (!seen.has(next)) {
          seen.add(next);
          const found = search(next, [...path, functionName(next)]);
          if (found !== undefined) {
            return found;
          }
        }
      }
      return undefined;
    };
    return search(declaration, [functionName(declaration)]);
  }

  /** Does the function, or one it calls, work on the conversation's persona? */
  usesPersona(declaration: ts.FunctionDeclaration): boolean {
    const known = this.persona.get(declaration);
    if (known !== undefined) {
      return known;
    }
    this.persona.set(declaration, false);
    let uses = false;
    walk(declaration, (node) => {
      if (
        ts.isPropertyAccessExpression(node) &&
        personaMembers.has(node.name.text) &&
        isContextExpression(this.checker, node.expression)
      ) {
        uses = true;
      }
    });
    for (const callee of this.callees(declaration)) {
      uses = uses || this.usesPersona(callee);
    }
    this.persona.set(declaration, uses);
    return uses;
  }
}
