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

/** A function whose body is known: declared at module level, or an arrow function that has a name. */
export type Callable = ts.FunctionDeclaration | ts.ArrowFunction;

/** The arrow function a name stands for: `const titleOf = (service) => service.title`; undefined for anything else. */
export function resolveArrow(checker: ts.TypeChecker, node: ts.Expression): ts.ArrowFunction | undefined {
  const declaration = ts.isIdentifier(node) ? resolveSymbol(checker, node)?.valueDeclaration : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    ? arrowOf(declaration)
    : undefined;
}

/** Is the variable a `const`? */
export function isConstant({ parent }: ts.VariableDeclaration): boolean {
  return (parent.flags & ts.NodeFlags.Const) !== 0;
}

/** Does the node stand in the other, or is it that one? */
export function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The arrow function a `const` names; an async one, which would have to be cut, is a value like any other. */
export function arrowOf(declaration: ts.VariableDeclaration): ts.ArrowFunction | undefined {
  const { initializer } = declaration;
  return initializer !== undefined &&
    ts.isArrowFunction(initializer) &&
    ts.isIdentifier(declaration.name) &&
    isConstant(declaration) &&
    !isAsync(initializer)
    ? initializer
    : undefined;
}

/** The functions a call calls: by its name, or by handing them to a method as its callback. */
export function calledBy(checker: ts.TypeChecker, node: ts.CallExpression): readonly Callable[] {
  return [node.expression, ...node.arguments].flatMap((part) => {
    const called = resolveFunction(checker, part) ?? resolveArrow(checker, part);
    return called === undefined ? [] : [called];
  });
}

/** The function of the module a node stands in: a declared one, or an arrow function named at module level. */
export function functionAround(node: ts.Node): Callable | undefined {
  const declared = ts.findAncestor(node, ts.isFunctionDeclaration);
  return declared ?? outermostArrow(node);
}

function outermostArrow(node: ts.Node): ts.ArrowFunction | undefined {
  const arrow = ts.findAncestor(node, ts.isArrowFunction);
  return arrow === undefined ? undefined : (outermostArrow(arrow.parent) ?? arrow);
}

/** Is the function declared `async`? */
export function isAsync(declaration: ts.FunctionLikeDeclaration): boolean {
  return declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

/** The author's name of a function. */
export function functionName(declaration: Callable): string {
  const named = ts.isArrowFunction(declaration) ? declaration.parent : declaration;
  const name = ts.isFunctionDeclaration(named) || ts.isVariableDeclaration(named) ? named.name : undefined;
  return name !== undefined && ts.isIdentifier(name) ? name.text : "default";
}

/** The expression of a function that is one `return`: such functions are inlined, unless a parameter changes. */
export function singleExpression(declaration: Callable): ts.Expression | undefined {
  const expression = isAsync(declaration) ? undefined : onlyExpression(declaration.body);
  const plain = declaration.parameters.every(
    (parameter) =>
      ts.isIdentifier(parameter.name) &&
      parameter.initializer === undefined &&
      parameter.dotDotDotToken === undefined,
  );
  return plain && expression !== undefined && !assignsParameter(declaration, expression)
    ? expression
    : undefined;
}

function onlyExpression(body: ts.ConciseBody | undefined): ts.Expression | undefined {
  if (body === undefined || !ts.isBlock(body)) {
    return body;
  }
  const [only, ...more] = body.statements;
  return only !== undefined && more.length === 0 && ts.isReturnStatement(only) ? only.expression : undefined;
}

/** Does a callback in the body assign to a parameter (or to something of its name)? An argument has no place for it. */
function assignsParameter(declaration: Callable, body: ts.Expression): boolean {
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
  private readonly direct = new Map<Callable, ReadonlySet<Callable>>();
  private readonly persona = new Map<Callable, boolean>();
  private readonly circles = new Map<Callable, readonly string[] | undefined>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Functions called in the body. */
  callees(declaration: Callable): ReadonlySet<Callable> {
    const known = this.direct.get(declaration);
    if (known !== undefined) {
      return known;
    }
    const found = new Set<Callable>();
    walk(declaration, (node) => {
      if (ts.isCallExpression(node)) {
        calledBy(this.checker, node).forEach((target) => found.add(target));
      }
    });
    this.direct.set(declaration, found);
    return found;
  }

  /** A path of names from the function back to itself; undefined when it does not recur. */
  recursion(declaration: Callable): readonly string[] | undefined {
    if (!this.circles.has(declaration)) {
      this.circles.set(declaration, this.findCircle(declaration));
    }
    return this.circles.get(declaration);
  }

  private findCircle(declaration: Callable): readonly string[] | undefined {
    const seen = new Set<Callable>();
    const search = (from: Callable, path: readonly string[]): readonly string[] | undefined => {
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
  usesPersona(declaration: Callable): boolean {
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
