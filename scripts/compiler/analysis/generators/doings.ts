/** What a function does besides giving a value: what would show when it is done earlier than it is written. */
import ts from "typescript";
import { bare } from "../function-values.ts";
import { resolveArrow, resolveFunction, resolveSymbol, symbolOf } from "../functions.ts";
import { isOfLibrary } from "../globals.ts";
import { assignmentTargets } from "../changes.ts";
import { isContextExpression } from "../platform-context.ts";
import { mayBeObject } from "../types.ts";
import { contains } from "../walk.ts";
import { holdsOwn, isNew, objectsChangedBy } from "./changes.ts";

/** What a node does, by its kind. */
export interface Doing {
  readonly node: ts.Node;
  readonly kind: "acts" | "changes" | "throws" | "unknown";
}

/** A function some of whose nodes are looked through. */
export interface Scope {
  readonly root: ts.Node;
  /** May the object be changed, since nothing else could tell? */
  isOwn(object: ts.Expression): boolean;
}

/** Looks for what is done in functions, and in those they call. */
export class Doings {
  private readonly known = new Map<ts.Node, Doing | undefined>();
  private readonly visited = new Set<ts.Node>();

  /**
   * @param isWhole is anything of interest, and not only what changes something?
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly isWhole: boolean,
  ) {}

  /** The first thing that is done in a node. */
  first(node: ts.Node, scope: Scope): Doing | undefined {
    if (ts.isTypeNode(node)) {
      return undefined;
    }
    return this.here(node, scope) ?? ts.forEachChild(node, (child) => this.first(child, scope));
  }

  /** What the function does, or a function that it calls; undefined where it does nothing but give a value. */
  private of(declaration: ts.Node): Doing | undefined {
    if (!this.known.has(declaration)) {
      // What calls itself does what it does besides that.
      this.known.set(declaration, undefined);
      const { checker } = this;
      const isOwn = (object: ts.Expression): boolean =>
        ts.isIdentifier(object) && holdsOwn(symbolOf(object, checker), declaration, checker);
      this.known.set(declaration, this.first(declaration, { root: declaration, isOwn }));
    }
    return this.known.get(declaration);
  }

  private here(node: ts.Node, scope: Scope): Doing | undefined {
    const kind =
      (this.isWhole ? this.kindOf(node, scope) : undefined) ??
      (this.changesForeign(node, scope) ? "changes" : undefined) ??
      this.kindOfCall(node, scope);
    return kind === undefined ? undefined : { node, kind };
  }

  private kindOf(node: ts.Node, scope: Scope): Doing["kind"] | undefined {
    if (ts.isThrowStatement(node) || ts.isTryStatement(node)) {
      return "throws";
    }
    if (
      ts.isAwaitExpression(node) ||
      node.kind === ts.SyntaxKind.ThisKeyword ||
      (ts.isIdentifier(node) && isContextExpression(this.checker, node))
    ) {
      return "acts";
    }
    return this.isForeignVariable(node, scope) ? "changes" : undefined;
  }

  /** A variable of the module that may change, or the change of one. */
  private isForeignVariable(node: ts.Node, scope: Scope): boolean {
    const declaration = ts.isIdentifier(node)
      ? resolveSymbol(this.checker, node)?.valueDeclaration
      : undefined;
    return (
      declaration !== undefined &&
      ts.isVariableDeclaration(declaration) &&
      !declaration.getSourceFile().isDeclarationFile &&
      !contains(scope.root, declaration) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0
    );
  }

  private changesForeign(node: ts.Node, scope: Scope): boolean {
    const isForeign = (target: ts.Identifier): boolean => {
      const declaration = symbolOf(target, this.checker)?.valueDeclaration;
      return declaration === undefined || !contains(scope.root, declaration);
    };
    return (
      (this.isWhole && assignmentTargets(node).some(isForeign)) ||
      objectsChangedBy(node).some((object) => !isNew(object, this.checker) && !scope.isOwn(object))
    );
  }

  private kindOfCall(node: ts.Node, scope: Scope): Doing["kind"] | undefined {
    if (ts.isIdentifier(node)) {
      const named = resolveFunction(this.checker, node) ?? resolveArrow(this.checker, node);
      return named === undefined ? undefined : this.kindOfFunction(named, scope);
    }
    if (ts.isPropertyAccessExpression(node)) {
      return this.isAccessor(node) ? "unknown" : undefined;
    }
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) {
      return undefined;
    }
    if (this.isWhole && node.expression.getText() === "JSON.parse") {
      return "throws";
    }
    const isKnown =
      this.isKnown(node) && (node.arguments ?? []).every((argument) => this.isKnownValue(argument));
    return isKnown ? undefined : "unknown";
  }

  private isAccessor({ name }: ts.PropertyAccessExpression): boolean {
    const symbol = this.checker.getSymbolAtLocation(name);
    return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0 && !isOfLibrary(symbol);
  }

  private kindOfFunction(named: ts.Node, scope: Scope): Doing["kind"] | undefined {
    if (named === scope.root || !contains(scope.root, named)) {
      return this.of(named)?.kind;
    }
    // An inner function may change what is its outer one's own.
    const isNext = !this.visited.has(named);
    this.visited.add(named);
    return isNext ? this.first(named, scope)?.kind : undefined;
  }

  /** Is it to be seen what is called? */
  private isKnown(call: ts.CallExpression | ts.NewExpression): boolean {
    const callee = bare(call.expression);
    if (this.isNamed(callee)) {
      return true;
    }
    if (ts.isPropertyAccessExpression(callee) && isContextExpression(this.checker, callee.expression)) {
      return true;
    }
    const called = this.checker.getResolvedSignature(call)?.getDeclaration() as ts.Node | undefined;
    const isLibrary =
      called?.getSourceFile().isDeclarationFile ?? isOfLibrary(this.checker.getSymbolAtLocation(callee));
    return isLibrary || (!this.isWhole && ts.isNewExpression(call) && !this.isGivenObject(call));
  }

  private isNamed(node: ts.Expression): boolean {
    return (
      resolveFunction(this.checker, node) !== undefined || resolveArrow(this.checker, node) !== undefined
    );
  }

  /** Is it no function, or one of which it is to be seen what it does? */
  private isKnownValue(node: ts.Expression): boolean {
    return (
      ts.isArrowFunction(node) ||
      ts.isFunctionExpression(node) ||
      this.checker.getTypeAtLocation(node).getCallSignatures().length === 0 ||
      this.isNamed(node) ||
      isOfLibrary(this.checker.getSymbolAtLocation(node))
    );
  }

  private isGivenObject({ arguments: given }: ts.NewExpression): boolean {
    return (given ?? []).some((argument) => mayBeObject(this.checker.getTypeAtLocation(argument)));
  }
}
