/** Functions that stand in tables of a module: the texts that stand for them in NSL, and what a call of one may call. */
import ts from "typescript";
import {
  type Callable,
  functionName,
  isConstant,
  resolveArrow,
  resolveFunction,
  resolveSymbol,
} from "./functions.ts";
import { isOfLibrary } from "./globals.ts";
import { listGivenTo } from "./method-calls.ts";
import { tableDeclaration } from "./module-constants.ts";
import { isContextExpression } from "./platform-context.ts";
import { holdsType } from "./held-types.ts";
import { isRegexType } from "./regex-constants.ts";
import { walk } from "./walk.ts";

/** The functions in the tables of a program. */
export class FunctionValues {
  private readonly tags = new Map<Callable, string>();
  private readonly known = new Map<ts.CallExpression, readonly Callable[]>();
  private readonly taken = new Set<string>();
  private isCollected = false;

  constructor(
    private readonly checker: ts.TypeChecker,
    /** The files of the program. */
    readonly files: readonly ts.SourceFile[],
  ) {}

  /** The text that stands for a function which is an entry of a table; undefined for any other expression. */
  tagOf(node: ts.Expression): string | undefined {
    const value = isEntry(node) ? this.callable(node) : undefined;
    this.collect();
    return value === undefined ? undefined : this.tags.get(value);
  }

  /** The text that stands for the function. */
  tag(value: Callable): string {
    return this.tags.get(value) ?? functionName(value);
  }

  /** Is what is called a value, not a function's own name or a method? */
  private isCalled({ expression }: ts.CallExpression): boolean {
    const callee = bare(expression);
    const { checker } = this;
    if (ts.isIdentifier(callee)) {
      const declaration = checker.getSymbolAtLocation(callee)?.valueDeclaration;
      return (
        declaration !== undefined &&
        !declaration.getSourceFile().isDeclarationFile &&
        (ts.isVariableDeclaration(declaration) ||
          ts.isParameter(declaration) ||
          ts.isBindingElement(declaration)) &&
        this.callable(callee) === undefined
      );
    }
    if (ts.isElementAccessExpression(callee)) {
      return true;
    }
    if (!ts.isPropertyAccessExpression(callee) || isContextExpression(checker, callee.expression)) {
      return false;
    }
    const declarations = checker.getSymbolAtLocation(callee.name)?.declarations ?? [];
    return (
      declarations.every((place) => !place.getSourceFile().isDeclarationFile) &&
      checker.getNonNullableType(checker.getTypeAtLocation(callee)).getCallSignatures().length > 0
    );
  }

  /** The functions that a call of a value may call, in the order they are written in; none for a call of anything else. */
  calledBy(node: ts.CallExpression): readonly Callable[] {
    const known = this.known.get(node) ?? this.findCalled(node);
    this.known.set(node, known);
    return known;
  }

  private findCalled(node: ts.CallExpression): readonly Callable[] {
    if (!this.isCalled(node)) {
      return [];
    }
    this.collect();
    const { checker } = this;
    const wanted = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    const table = this.tableOf(node.expression);
    const values = table === undefined ? new Set(this.tags.keys()) : this.valuesIn(table);
    return [...values].filter((value) => checker.isTypeAssignableTo(this.typeOf(value), wanted));
  }

  private collect(): void {
    if (this.isCollected) {
      return;
    }
    this.isCollected = true;
    for (const file of this.files) {
      for (const statement of file.statements) {
        const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
        declarations.forEach((declaration) => {
          this.valuesIn(declaration).forEach((value) => {
            this.name(value);
          });
        });
      }
    }
  }

  private name(value: Callable): void {
    if (this.tags.has(value)) {
      return;
    }
    const path = ts.isArrowFunction(value) ? pathOf(value) : functionName(value);
    let tag = path;
    for (let count = 2; this.taken.has(tag); count += 1) {
      tag = `${path} ${String(count)}`;
    }
    this.taken.add(tag);
    this.tags.set(value, tag);
  }

  /** The functions in a table, and in the tables it is made of. */
  private valuesIn(table: ts.VariableDeclaration, seen = new Set<ts.Node>()): ReadonlySet<Callable> {
    const found = new Set<Callable>();
    if (seen.has(table) || table.initializer === undefined) {
      return found;
    }
    seen.add(table);
    walk(table.initializer, (node) => {
      if (
        !ts.isExpression(node) ||
        !(isEntry(node) || ts.isSpreadElement(node.parent) || ts.isSpreadAssignment(node.parent))
      ) {
        return;
      }
      const value = isEntry(node) ? this.callable(node) : undefined;
      const symbol = ts.isIdentifier(node) ? this.symbolOf(node) : undefined;
      const other = symbol === undefined ? undefined : tableDeclaration(symbol);
      if (value !== undefined) {
        found.add(value);
      } else if (other !== undefined) {
        this.valuesIn(other, seen).forEach((inner) => found.add(inner));
      }
    });
    return found;
  }

  private callable(node: ts.Expression): Callable | undefined {
    if (ts.isArrowFunction(node)) {
      return node;
    }
    if (ts.isIdentifier(node) && ts.isShorthandPropertyAssignment(node.parent)) {
      const declaration = this.symbolOf(node)?.valueDeclaration;
      const given =
        declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.name : undefined;
      return declaration !== undefined && ts.isFunctionDeclaration(declaration)
        ? declaration
        : given !== undefined && ts.isIdentifier(given)
          ? resolveArrow(this.checker, given)
          : undefined;
    }
    return resolveFunction(this.checker, node) ?? resolveArrow(this.checker, node);
  }

  private symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    return ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : resolveSymbol(this.checker, node);
  }

  private typeOf(value: Callable): ts.Type {
    return this.checker.getTypeAtLocation(ts.isArrowFunction(value) ? value : (value.name ?? value));
  }

  /** The table that a value is read from; undefined where that is not to be seen. */
  private tableOf(node: ts.Node): ts.VariableDeclaration | undefined {
    if (ts.isCallExpression(node)) {
      const [given] = node.arguments;
      const isListing = /^Object\.(?:entries|values)$/u.test(node.expression.getText());
      return isListing && given !== undefined
        ? this.tableOf(given)
        : ts.isPropertyAccessExpression(node.expression) && PICKING.has(node.expression.name.text)
          ? this.tableOf(node.expression.expression)
          : undefined;
    }
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isParenthesizedExpression(node)
    ) {
      return this.tableOf(node.expression);
    }
    const symbol = ts.isIdentifier(node) ? resolveSymbol(this.checker, node) : undefined;
    const table = symbol === undefined ? undefined : tableDeclaration(symbol);
    return (
      table ??
      (symbol?.valueDeclaration === undefined ? undefined : this.tableBehind(symbol.valueDeclaration))
    );
  }

  /** The table a constant, or a parameter of a callback, takes its value from. */
  private tableBehind(declaration: ts.Node): ts.VariableDeclaration | undefined {
    if (ts.isBindingElement(declaration)) {
      return this.tableBehind(declaration.parent.parent);
    }
    if (ts.isVariableDeclaration(declaration)) {
      const loop = declaration.parent.parent;
      const value = ts.isForOfStatement(loop) ? loop.expression : declaration.initializer;
      return value === undefined || !isConstant(declaration) ? undefined : this.tableOf(value);
    }
    const list = ts.isParameter(declaration) ? listGivenTo(declaration) : undefined;
    return list === undefined ? undefined : this.tableOf(list);
  }
}

/** Methods that give entries of their list. */
const PICKING: ReadonlySet<string> = new Set([
  "at",
  "filter",
  "find",
  "findLast",
  "slice",
  "toReversed",
  "toSorted",
]);

/** Is a function or a regular expression in a value of the type, which no JSON text has? */
export function holdsFunction(type: ts.Type, checker: ts.TypeChecker): boolean {
  return holdsType(type, checker, (part) => {
    if (isRegexType(part)) {
      return true;
    }
    const isObject = (part.flags & ts.TypeFlags.Object) !== 0;
    return !isObject || part.getCallSignatures().length > 0
      ? isObject && !isOfLibrary(part.symbol)
      : undefined;
  });
}

/** What is called, without what says nothing of its own. */
export function bare(node: ts.Expression): ts.Expression {
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

/** Is it an entry of a list or an object that is written at module level? */
export function isEntry(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    (ts.isArrayLiteralExpression(parent) ||
      ts.isShorthandPropertyAssignment(parent) ||
      (ts.isPropertyAssignment(parent) && parent.initializer === node)) &&
    ts.findAncestor(parent, ts.isFunctionLike) === undefined
  );
}

/** `handlers.book`, `rules.0.test`. */
function pathOf(node: ts.Node): string {
  const { parent } = node;
  if (ts.isVariableDeclaration(node)) {
    return node.name.getText();
  }
  const own = ts.isPropertyAssignment(node)
    ? `.${node.name.getText()}`
    : ts.isArrayLiteralExpression(parent)
      ? `.${String(parent.elements.indexOf(node as ts.Expression))}`
      : "";
  return ts.isSourceFile(parent) ? own : `${pathOf(parent)}${own}`;
}
