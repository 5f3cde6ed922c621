/** Finding the functions a skill calls, and what they are. */
import ts from "typescript";

/** The symbol behind a name, through imports. */
export function resolveSymbol(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol === undefined ? undefined : aliased(checker, symbol);
}

/** The variable a name stands for, also in `{ name }`. */
export function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** The function a call goes to, when it is a function declaration with a body. */
export function resolveFunction(
  checker: ts.TypeChecker,
  callee: ts.Expression,
): ts.FunctionDeclaration | undefined {
  if (!ts.isIdentifier(callee)) {
    return undefined;
  }
  return functionOf(resolveSymbol(checker, callee));
}

/** The functions a file exports under their names, also when it only hands them on. */
export function exportedFunctions(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
): ReadonlyMap<string, ts.FunctionDeclaration> {
  const module = checker.getSymbolAtLocation(file);
  const exports = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(
    exports.flatMap((symbol) => {
      const declaration = functionOf(aliased(checker, symbol));
      return declaration === undefined ? [] : [[symbol.name, declaration] as const];
    }),
  );
}

/** The symbol an import or a re-export stands for. */
export function aliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

function functionOf(symbol: ts.Symbol | undefined): ts.FunctionDeclaration | undefined {
  return symbol?.declarations?.find(
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

/** The bracket that a function's parameters begin with, those of types before the others; undefined where it has none. */
export function openingOf(node: ts.SignatureDeclaration): ts.Node | undefined {
  return node
    .getChildren()
    .find(({ kind }) => kind === ts.SyntaxKind.OpenParenToken || kind === ts.SyntaxKind.LessThanToken);
}

/** Is the variable a `const`? */
export function isConstant({ parent }: ts.VariableDeclaration): boolean {
  return (parent.flags & ts.NodeFlags.Const) !== 0;
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

/** The async arrow function a `const` inside of a function names: it is written in place where it is awaited. */
export function waitingArrowOf(declaration: ts.VariableDeclaration): ts.ArrowFunction | undefined {
  const { initializer, name } = declaration;
  return initializer !== undefined &&
    ts.isArrowFunction(initializer) &&
    ts.isIdentifier(name) &&
    isConstant(declaration) &&
    isAsync(initializer) &&
    ts.findAncestor(declaration, ts.isFunctionLike) !== undefined
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

/** The name of a function that no other has. */
export function keyOf(declaration: ts.FunctionDeclaration): string {
  return `${declaration.getSourceFile().fileName}#${declaration.name?.text ?? ""}`;
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

/** The function given to a method: an arrow function written in place, or what a name stands for. */
export function callableGiven(
  given: ts.Expression | undefined,
  checker: ts.TypeChecker,
): Callable | undefined {
  if (given === undefined || ts.isArrowFunction(given)) {
    return given;
  }
  return resolveFunction(checker, given) ?? resolveArrow(checker, given);
}

/** What `Promise<Type>` promises, as it is written. */
export function promised(type: ts.TypeNode): ts.TypeNode | undefined {
  return ts.isTypeReferenceNode(type) && type.typeName.getText() === "Promise"
    ? type.typeArguments?.[0]
    : undefined;
}
