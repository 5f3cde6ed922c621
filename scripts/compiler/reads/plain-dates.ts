/**
 * A `Date` read as the number of its milliseconds, where every use in the file is one that both have: its getters of
 * UTC, `toISOString`, `getTime`, differences and comparisons. Any other use leaves all dates of the file as they are.
 */
import ts from "typescript";
import { isNumber, isText, strictly } from "../analysis/types.ts";
import type { Insertion } from "./edited-sources.ts";
import { PlainPieces } from "./plain-pieces.ts";

const K = ts.SyntaxKind;

/** Methods of dates, with the function of the SDK that gives the same of the number; null for the number itself. */
const GETTERS: ReadonlyMap<string, string | null> = new Map([
  ["getTime", null],
  ["getUTCDate", "utcDayOfMonth"],
  ["getUTCDay", "utcDay"],
  ["getUTCFullYear", "utcFullYear"],
  ["getUTCHours", "utcHours"],
  ["getUTCMinutes", "utcMinutes"],
  ["getUTCMonth", "utcMonth"],
  ["getUTCSeconds", "utcSeconds"],
  ["toISOString", "isoText"],
  ["valueOf", null],
]);

const MEASURES: ReadonlySet<ts.SyntaxKind> = new Set([
  K.GreaterThanEqualsToken,
  K.GreaterThanToken,
  K.LessThanEqualsToken,
  K.LessThanToken,
  K.MinusToken,
]);

/**
 * What has to be put into a file for its dates to be numbers.
 *
 * @param internal the file of the SDK with the functions of dates
 */
export function plainDates(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  internal: string,
): readonly Insertion[] {
  return /\bDate\b/u.test(file.text) ? new DateReader(file, checker).insertions(internal) : [];
}

class DateReader {
  private readonly pieces: PlainPieces;
  private isPlain = true;

  constructor(
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {
    this.pieces = new PlainPieces(file, "date");
  }

  insertions(internal: string): readonly Insertion[] {
    this.read(this.file);
    return this.isPlain && !this.pieces.cutsComment ? this.pieces.insertions(internal) : [];
  }

  /** From the outside, so that what begins at one place begins in its order. */
  private read(node: ts.Node): void {
    this.readNode(node);
    if (this.isPlain) {
      ts.forEachChild(node, (child) => {
        this.read(child);
      });
    }
  }

  private readNode(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node) && node.typeName.getText(this.file) === "Date") {
      this.isPlain = this.isTypeOfName(node);
      this.pieces.leave(node.getStart(this.file), node.end, { before: "number" });
      return;
    }
    if (
      !ts.isExpression(node) ||
      this.isNamespaceCall(node) ||
      !this.mayBeDate(node) ||
      this.isDeclared(node)
    ) {
      return;
    }
    this.isPlain &&= this.isAllowed(node);
    if (ts.isNewExpression(node)) {
      this.readNew(node);
    }
  }

  /** `new Date(text)`, `new Date(number)`. */
  private readNew(node: ts.NewExpression): void {
    const [given, more] = node.arguments ?? [];
    const type = given === undefined ? undefined : this.checker.getTypeAtLocation(given);
    if (given === undefined || type === undefined || more !== undefined || ts.isSpreadElement(given)) {
      this.isPlain = false;
      return;
    }
    const isOfText = strictly(isText, type);
    this.isPlain &&= isOfText || strictly(isNumber, type) || isDate(type);
    const before = isOfText ? this.pieces.call("dateOf") : "(";
    this.pieces.leave(node.getStart(this.file), given.getStart(this.file), { before });
  }

  /** `Date.parse(text)` and `Date.UTC(...)`; false for anything else. */
  private isNamespaceCall(node: ts.Expression): boolean {
    if (ts.isIdentifier(node) && node.text === "Date") {
      const { parent } = node;
      if (ts.isTypeReferenceNode(parent)) {
        return true;
      }
      const call = ts.isPropertyAccessExpression(parent) ? parent.parent : undefined;
      const isKnown =
        (ts.isNewExpression(parent) && parent.expression === node) ||
        (call !== undefined &&
          ts.isCallExpression(call) &&
          ts.isPropertyAccessExpression(parent) &&
          ["UTC", "parse"].includes(parent.name.text));
      this.isPlain &&= isKnown;
      return true;
    }
    const name = ts.isCallExpression(node) ? node.expression.getText(this.file) : "";
    if (!ts.isCallExpression(node) || !["Date.UTC", "Date.parse"].includes(name)) {
      return false;
    }
    const [first] = node.arguments;
    const isPlain = name === "Date.parse" ? node.arguments.length === 1 : node.arguments.length <= 6;
    this.isPlain &&= isPlain && first !== undefined && !isAskedForNaN(node);
    if (first !== undefined) {
      const before = this.pieces.call(name === "Date.parse" ? "dateOf" : "utcMoment");
      this.pieces.leave(node.getStart(this.file), first.getStart(this.file), { before });
    }
    return true;
  }

  private isAllowed(node: ts.Expression): boolean {
    const { parent } = node;
    if (!isDate(this.checker.getTypeAtLocation(node))) {
      return false;
    }
    if (ts.isParenthesizedExpression(parent) || ts.isConditionalExpression(parent)) {
      return !(ts.isConditionalExpression(parent) && parent.condition === node);
    }
    if (ts.isPropertyAccessExpression(parent)) {
      return this.isGetter(node, parent);
    }
    if (ts.isBinaryExpression(parent)) {
      const operator = parent.operatorToken.kind;
      return (
        (operator === K.EqualsToken && ts.isIdentifier(parent.left)) ||
        (MEASURES.has(operator) &&
          [parent.left, parent.right].every((side) => isMeasured(this.checker.getTypeAtLocation(side))))
      );
    }
    if (ts.isVariableDeclaration(parent)) {
      return ts.isIdentifier(parent.name);
    }
    if (ts.isNewExpression(parent)) {
      return parent.expression.getText(this.file) === "Date";
    }
    if (ts.isCallExpression(parent)) {
      return parent.expression === node || this.isOfFile(parent.expression);
    }
    return (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) && isGivenInside(parent);
  }

  /** Is it a getter that is called? Then it is read as the call of a function. */
  private isGetter(node: ts.Expression, access: ts.PropertyAccessExpression): boolean {
    const call = access.parent;
    const instead = GETTERS.get(access.name.text);
    if (
      instead === undefined ||
      !ts.isCallExpression(call) ||
      call.expression !== access ||
      call.arguments.length > 0 ||
      isAskedForNaN(call)
    ) {
      return false;
    }
    this.pieces.before(node, instead === null ? "(" : this.pieces.call(instead));
    this.pieces.leave(node.end, call.end, { behind: ")" });
    return true;
  }

  private isOfFile(callee: ts.Expression): boolean {
    const declaration = this.checker.getSymbolAtLocation(callee)?.valueDeclaration;
    return declaration !== undefined && declaration.getSourceFile() === this.file;
  }

  private isTypeOfName({ parent }: ts.TypeNode): boolean {
    const isOfFunction = ts.isFunctionDeclaration(parent) || ts.isArrowFunction(parent);
    return ts.isParameter(parent)
      ? !isMain(parent.parent)
      : ts.isVariableDeclaration(parent) || (isOfFunction && !isMain(parent));
  }

  /** Is it the name in a declaration, which has a type and is no use of it? */
  private isDeclared(node: ts.Expression): boolean {
    const { parent } = node;
    return (
      (ts.isParameter(parent) && parent.initializer !== node) ||
      (ts.isVariableDeclaration(parent) && parent.name === node) ||
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isBinaryExpression(parent) &&
        parent.left === node &&
        parent.operatorToken.kind === K.EqualsToken &&
        ts.isIdentifier(node))
    );
  }

  private mayBeDate(node: ts.Expression): boolean {
    return holdsDate(this.checker.getTypeAtLocation(node));
  }
}

function isDate(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return (
    symbol?.name === "Date" &&
    symbol.declarations?.every((place) => place.getSourceFile().isDeclarationFile) === true
  );
}

function isMeasured(type: ts.Type): boolean {
  return isDate(type) || strictly(isNumber, type);
}

/** Is it a date, or may it be one? */
function holdsDate(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some(isDate);
}

/** Does the program ask whether there is no such date? What JavaScript takes for one is not known to the end. */
function isAskedForNaN({ parent }: ts.Expression): boolean {
  return (
    ts.isCallExpression(parent) &&
    /^(?:Number\.)?is(?:NaN|Finite|Integer)$/u.test(parent.expression.getText())
  );
}

/** Is it what a function gives that is not the program's own, nor a callback of a method? */
function isGivenInside(node: ts.ReturnStatement | ts.ArrowFunction): boolean {
  const owner = ts.isArrowFunction(node) ? node : ts.findAncestor(node, ts.isFunctionLike);
  return (
    owner !== undefined &&
    !isMain(owner) &&
    (ts.isFunctionDeclaration(owner) || (ts.isArrowFunction(owner) && ts.isVariableDeclaration(owner.parent)))
  );
}

/** May others call it: is it exported? */
function isMain(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node)
    ? (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0
    : false;
}
