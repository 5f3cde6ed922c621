/**
 * A `Date` read as the number of its milliseconds, where every use in the file is one that both have: its getters of
 * UTC, `toISOString`, `getTime`, differences and comparisons. Any other use leaves all dates of the file as they are.
 */
import ts from "typescript";
import { isNumber, isText, strictly } from "../analysis/types.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

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

/** Pieces put at one position: what ends there, from the inside, before what begins there, from the outside. */
interface Pieces {
  readonly ends: string[];
  readonly starts: string[];
}

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
  private readonly pieces = new Map<number, Pieces>();
  private readonly used = new Set<string>();
  private isPlain = true;

  constructor(
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {}

  insertions(internal: string): readonly Insertion[] {
    this.read(this.file);
    if (!this.isPlain || this.pieces.size === 0) {
      return [];
    }
    const found = [...this.pieces].map(([position, { ends, starts }]) =>
      at(this.file, position, [...ends, ...starts].join("")),
    );
    // In the first line, for every other to keep its number.
    const names = [...this.used].map((name) => `${name} as ${localName(name)}`).join(", ");
    const [first] = this.file.statements;
    const head = `import { ${names} } from ${JSON.stringify(internal)}; `;
    return this.used.size === 0 || first === undefined
      ? found
      : [
          ...found.filter((one) => one.at !== first.getStart(this.file)),
          ...this.withHead(found, first, head),
        ];
  }

  private withHead(found: readonly Insertion[], first: ts.Statement, head: string): readonly Insertion[] {
    const position = first.getStart(this.file);
    const same = found.filter((one) => one.at === position).map(({ text }) => text);
    return [at(this.file, position, [head, ...same].join(""))];
  }

  /** From the inside, so that what ends at one place ends in its order. */
  private read(node: ts.Node): void {
    ts.forEachChild(node, (child) => {
      this.read(child);
    });
    if (!this.isPlain) {
      return;
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText(this.file) === "Date") {
      this.isPlain = this.isTypeOfName(node);
      this.put(node.getStart(this.file), "number/*", "start");
      this.put(node.end, "*/", "end");
      return;
    }
    if (ts.isExpression(node) && this.isNamespaceCall(node)) {
      return;
    }
    if (!ts.isExpression(node) || !this.mayBeDate(node) || this.isDeclared(node)) {
      return;
    }
    if (ts.isNewExpression(node)) {
      this.readNew(node);
    }
    this.isPlain &&= this.isAllowed(node);
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
    this.leave(node.getStart(this.file), given.getStart(this.file), isOfText ? this.call("dateOf") : "(");
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
      const called = this.call(name === "Date.parse" ? "dateOf" : "utcMoment");
      this.leave(node.getStart(this.file), first.getStart(this.file), called);
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
    this.put(node.getStart(this.file), instead === null ? "(" : this.call(instead), "start");
    this.isPlain &&= !holdsComment(this.file, node.end, call.end);
    this.put(node.end, "/*", "start");
    this.put(call.end, "*/)", "end");
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

  private call(name: string): string {
    this.used.add(name);
    return `${localName(name)}(`;
  }

  /** Makes a comment of what stands before something, with another beginning. */
  private leave(from: number, to: number, instead: string): void {
    this.isPlain &&= !holdsComment(this.file, from, to);
    this.put(from, `${instead}/*`, "start");
    this.put(to, "*/", "end");
  }

  private put(position: number, text: string, kind: "start" | "end"): void {
    const { ends, starts } = this.pieces.get(position) ?? { ends: [], starts: [] };
    this.pieces.set(
      position,
      kind === "end" ? { ends: [...ends, text], starts } : { ends, starts: [text, ...starts] },
    );
  }
}

function localName(name: string): string {
  return `${name}_of_date`;
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
