/**
 * `URLSearchParams` read as the list of its names and values, where every use in the file is one that such a list has.
 * Any other use leaves all of them in the file as they are.
 */
import ts from "typescript";
import { symbolOf } from "../analysis/functions.ts";
import { isOnlyBody } from "../analysis/handing-calls.ts";
import { isList, isRecord } from "../analysis/types.ts";
import { holds, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { PlainPieces } from "./plain-pieces.ts";

/** The class that is read. */
const CLASS = "URLSearchParams";
/** What it is read as. */
const PAIRS = "[string, string][]";

/** Methods that only look, with the function of the SDK that does. */
const LOOKS: ReadonlyMap<string, string> = new Map([
  ["get", "queryValue"],
  ["getAll", "queryValues"],
  ["has", "hasQuery"],
  ["toString", "queryText"],
]);

/** Methods that change it, with the function that gives the list it is then. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ["append", "withMore"],
  ["delete", "withoutQuery"],
  ["set", "withQuery"],
]);

/**
 * What has to be put into a file for its queries to be lists.
 *
 * @param internal the file of the SDK with the functions of queries
 */
export function plainQueries(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  internal: string,
): readonly Insertion[] {
  return file.text.includes(CLASS) ? new QueryReader(file, checker).insertions(internal) : [];
}

class QueryReader {
  private readonly pieces: PlainPieces;
  private readonly variables: ReadonlySet<ts.Symbol>;
  private readonly changeable = new Set<ts.Node>();
  private isPlain = true;

  constructor(
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {
    this.pieces = new PlainPieces(file, "query");
    this.variables = variablesOf(file, checker);
  }

  insertions(internal: string): readonly Insertion[] {
    this.read(this.file);
    return this.isPlain && !this.pieces.cutsComment ? this.pieces.insertions(internal) : [];
  }

  /** From the outside, so that what begins at one place begins in its order. */
  private read(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === CLASS) {
      this.pieces.leave(node.getStart(), node.end, { before: PAIRS });
    } else if (ts.isExpression(node) && isGiven(node, this.checker)) {
      this.readUse(node);
      if (ts.isNewExpression(node)) {
        this.readNew(node);
      }
    } else if (ts.isIdentifier(node) && this.isVariable(node) && !isDeclared(node)) {
      this.readUse(node);
    } else if (ts.isIdentifier(node) && node.text === CLASS) {
      // Whatever else has the name is no query, or a class of the author's.
      this.isPlain &&= isMade(node.parent) || ts.isTypeReferenceNode(node.parent);
    }
    ts.forEachChild(node, (child) => {
      this.read(child);
    });
  }

  /** `new URLSearchParams()`, of a record and of a list of pairs. */
  private readNew(node: ts.NewExpression): void {
    const [given, more] = node.arguments ?? [];
    if (given === undefined) {
      this.pieces.leave(node.getStart(), node.end, { before: "[]" });
      const { parent } = node;
      if (ts.isVariableDeclaration(parent) && parent.type === undefined) {
        this.pieces.behind(parent.name, `: ${PAIRS}`);
      }
      return;
    }
    const type = this.checker.getTypeAtLocation(given);
    const before = isList(this.checker, type) ? this.pieces.call("queryOf") : "Object.entries(";
    this.isPlain &&=
      more === undefined &&
      !ts.isSpreadElement(given) &&
      (isList(this.checker, type) || isRecord(this.checker, type));
    this.pieces.leave(node.getStart(), given.getStart(), { before });
    this.pieces.leave(given.end, node.end, { behind: ")" });
  }

  private readUse(node: ts.Expression): void {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      this.readMember(node, parent);
      return;
    }
    if (isShown(node)) {
      this.pieces.around(node, this.pieces.call("queryText"), ")");
      return;
    }
    this.isPlain &&=
      (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && !ts.isIdentifier(node)) ||
      (ts.isForOfStatement(parent) && parent.expression === node) ||
      (ts.isReturnStatement(parent) && this.mayLeave(node, parent)) ||
      (ts.isCallExpression(parent) && parent.expression !== node && this.isOfFile(parent.expression));
  }

  private readMember(node: ts.Expression, access: ts.PropertyAccessExpression): void {
    const [call, name] = [access.parent, access.name.text];
    if (name === "size") {
      this.pieces.leave(node.end, access.end, { behind: ".length" });
      return;
    }
    if (!ts.isCallExpression(call) || call.expression !== access) {
      this.isPlain = false;
      return;
    }
    const isOfValue = name === "has" && call.arguments.length > 1;
    const look = isOfValue ? "hasQueryValue" : LOOKS.get(name);
    if (look !== undefined) {
      this.readCall(node, call, this.pieces.call(look));
    } else if (name === "entries" && call.arguments.length === 0 && ts.isForOfStatement(call.parent)) {
      this.pieces.leave(node.end, call.end, {});
    } else if (ts.isIdentifier(node) && (ts.isExpressionStatement(call.parent) || isOnlyBody(call))) {
      this.readChange(node, call, name);
    } else {
      this.isPlain = false;
    }
  }

  /** `params.set(name, value);` is an assignment, since the list may be known elsewhere. */
  private readChange(node: ts.Identifier, call: ts.CallExpression, name: string): void {
    const [change, value] = [CHANGES.get(name), call.arguments[1]];
    const list = this.checker.getSymbolAtLocation(node)?.valueDeclaration?.parent;
    if (
      change === undefined ||
      call.arguments.length !== (name === "delete" ? 1 : 2) ||
      list === undefined ||
      !ts.isVariableDeclarationList(list) ||
      this.isGoneThrough(node, call)
    ) {
      this.isPlain = false;
      return;
    }
    if (ts.isArrowFunction(call.parent)) {
      this.pieces.around(call, "{ ", " }");
    }
    this.readCall(node, call, `${node.text} = ${this.pieces.call(change)}`);
    if (value !== undefined) {
      this.pieces.around(value, "String(", ")");
    }
    this.makeChangeable(list);
  }
  /** Is it changed in a loop over it, which JavaScript goes on with as it is then? */
  private isGoneThrough(node: ts.Identifier, call: ts.CallExpression): boolean {
    const symbol = symbolOf(node, this.checker);
    const isOver = (part: ts.Node): boolean =>
      ts.isIdentifier(part) && symbolOf(part, this.checker) === symbol;
    return (
      ts.findAncestor(call, (around) => ts.isForOfStatement(around) && holds(around.expression, isOver)) !==
      undefined
    );
  }

  /** `look(params, name)` in place of `params.look(name)`. */
  private readCall(node: ts.Expression, call: ts.CallExpression, before: string): void {
    const [first, last] = [call.arguments[0], call.arguments.at(-1)];
    this.pieces.before(node, before);
    if (first === undefined || last === undefined) {
      this.pieces.leave(node.end, call.end, { behind: ")" });
      return;
    }
    this.pieces.leave(node.end, first.getStart(), { behind: ", " });
    this.pieces.leave(last.end, call.end, { behind: ")" });
  }

  private makeChangeable(list: ts.VariableDeclarationList): void {
    if ((list.flags & ts.NodeFlags.Const) !== 0 && !this.changeable.has(list)) {
      this.changeable.add(list);
      this.pieces.leave(list.getStart(), list.getStart() + "const".length, { before: "let" });
    }
  }

  private isVariable(node: ts.Identifier): boolean {
    const symbol = symbolOf(node, this.checker);
    return symbol !== undefined && this.variables.has(symbol);
  }

  /** May a function give it: is it nobody else's any more? */
  private mayLeave(node: ts.Expression, statement: ts.ReturnStatement): boolean {
    const owner = ts.findAncestor(statement, ts.isFunctionLike);
    const declaration = ts.isIdentifier(node)
      ? this.checker.getSymbolAtLocation(node)?.valueDeclaration
      : undefined;
    return (
      owner?.type?.getText() === CLASS &&
      (declaration === undefined ||
        (ts.isVariableDeclaration(declaration) && ts.findAncestor(declaration, ts.isFunctionLike) === owner))
    );
  }

  private isOfFile(callee: ts.Expression): boolean {
    const declaration = this.checker.getSymbolAtLocation(callee)?.valueDeclaration;
    return declaration !== undefined && declaration.getSourceFile() === this.file;
  }
}

/** The variables and parameters of a file that hold a query. */
function variablesOf(file: ts.SourceFile, checker: ts.TypeChecker): ReadonlySet<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  walk(file, (node) => {
    const isHolder =
      (ts.isVariableDeclaration(node) &&
        node.initializer !== undefined &&
        isGiven(node.initializer, checker)) ||
      ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && node.type?.getText() === CLASS);
    const symbol = isHolder ? checker.getSymbolAtLocation(node.name) : undefined;
    if (symbol !== undefined) {
      found.add(symbol);
    }
  });
  return found;
}

function isMade(node: ts.Node): node is ts.NewExpression {
  return ts.isNewExpression(node) && node.expression.getText() === CLASS;
}

/** Is it a query that is made there, or given by a function that says so? */
function isGiven(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const called = ts.isCallExpression(node) ? checker.getSymbolAtLocation(node.expression) : undefined;
  const declaration = called?.valueDeclaration;
  return (
    isMade(node) ||
    (declaration !== undefined &&
      ts.isFunctionDeclaration(declaration) &&
      declaration.type?.getText() === CLASS)
  );
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && parent.name === node;
}

/** Is it written into a text? */
function isShown({ parent }: ts.Expression): boolean {
  return (
    ts.isTemplateSpan(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken) ||
    (ts.isCallExpression(parent) && parent.expression.getText() === "String")
  );
}
