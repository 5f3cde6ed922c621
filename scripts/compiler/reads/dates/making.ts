/** Dates that are made: of a text, a number, another date, or of parts. */
import ts from "typescript";
import { isConstant } from "../../analysis/functions.ts";
import { NUMBER_TESTS } from "../../analysis/doubtful.ts";
import { isNumber, isText } from "../../analysis/types.ts";
import { functionAround, walk } from "../../analysis/walk.ts";
import type { PlainPieces } from "../plain-pieces.ts";
import type { DateTypes } from "./types.ts";

/** Reads what makes dates in one file. */
export class DateMaking {
  constructor(
    private readonly file: ts.SourceFile,
    private readonly types: DateTypes,
    private readonly pieces: PlainPieces,
  ) {}

  /** `new Date(text)`, `new Date(number)`, `new Date(date)`; what depends on the clock is left, and is no number. */
  read(node: ts.NewExpression): void {
    const [given, more] = node.arguments ?? [];
    if (node.expression.getText(this.file) !== "Date" || !this.types.isDate(this.types.of(node))) {
      return;
    }
    const type = given === undefined ? undefined : this.types.of(given);
    if (given === undefined || type === undefined || more !== undefined || ts.isSpreadElement(given)) {
      this.leave(node);
    } else if (isText(type)) {
      this.ofText(node, given);
    } else if (this.types.mayBeDate(type) && this.types.isPlain(type)) {
      const before = this.types.isDate(type) ? "(" : this.pieces.call("timeOf");
      this.pieces.leave(node.getStart(this.file), given.getStart(this.file), { before });
    } else if (isNumber(type)) {
      this.pieces.leave(node.getStart(this.file), given.getStart(this.file), { before: wholeNumber(given) });
    } else {
      this.leave(node);
    }
  }

  /** `Date.parse(text)` and `Date.UTC(...)`; false for anything else. */
  readDateFunction(node: ts.Expression): boolean {
    const name = ts.isCallExpression(node) ? node.expression.getText(this.file) : "";
    if (!ts.isCallExpression(node) || !["Date.UTC", "Date.parse"].includes(name)) {
      return false;
    }
    const [first] = node.arguments;
    if (first !== undefined && name === "Date.parse") {
      this.ofText(node, first);
    } else if (first !== undefined) {
      this.pieces.leave(node.getStart(this.file), first.getStart(this.file), {
        before: this.pieces.call("utcMoment"),
      });
      node.arguments.forEach((argument) => {
        wholeArgument(argument, this.pieces);
      });
    }
    return true;
  }

  private ofText(node: ts.NewExpression | ts.CallExpression, given: ts.Expression): void {
    const before = this.pieces.call(isAskedForNaN(node, this.types) ? "dateOrNaN" : "dateOf");
    this.pieces.leave(node.getStart(this.file), given.getStart(this.file), { before });
  }

  private leave(node: ts.NewExpression): void {
    this.pieces.around(node, `${this.pieces.call("anotherUse").slice(0, -1)}<unknown, number>(`, ', "made")');
  }
}

/** Is it asked whether what is made there is a date at all: the value itself, or the constant it is kept in? */
export function isAskedForNaN(node: ts.Expression, types: DateTypes): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) {
    return isAskedForNaN(parent, types);
  }
  if (isMilliseconds(parent)) {
    return isAskedForNaN(parent.parent as ts.CallExpression, types);
  }
  if (isNaNTest(parent, node)) {
    return true;
  }
  return (
    ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    parent.initializer === node &&
    isConstant(parent) &&
    isNameAsked(parent, types)
  );
}

function isNameAsked(declaration: ts.VariableDeclaration, { checker }: DateTypes): boolean {
  const symbol = checker.getSymbolAtLocation(declaration.name);
  let isAsked = false;
  walk(functionAround(declaration) ?? declaration, (node) => {
    if (ts.isIdentifier(node) && node !== declaration.name && checker.getSymbolAtLocation(node) === symbol) {
      const value = isMilliseconds(node.parent) ? (node.parent.parent as ts.CallExpression) : node;
      isAsked ||= isNaNTest(value.parent, value);
    }
  });
  return isAsked;
}

/** Is it `date.getTime`, called? */
function isMilliseconds(node: ts.Node): node is ts.PropertyAccessExpression {
  return (
    ts.isPropertyAccessExpression(node) &&
    ["getTime", "valueOf"].includes(node.name.text) &&
    ts.isCallExpression(node.parent) &&
    node.parent.expression === node
  );
}

/** Is it asked there whether the value is NaN? */
export function isNaNTest(node: ts.Node, value: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) && node.arguments[0] === value && NUMBER_TESTS.has(node.expression.getText())
  );
}

/** The beginning of what cuts the decimals off a number, where it may have some. */
export function wholeNumber(node: ts.Expression): string {
  return isWhole(node) ? "(" : "Math.trunc(";
}

/** Cuts the decimals off a number that is given, where it may have some. */
export function wholeArgument(node: ts.Expression, pieces: PlainPieces): void {
  if (!isWhole(node)) {
    pieces.around(node, "Math.trunc(", ")");
  }
}

/** Is it to be seen that the number is whole? */
function isWhole(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isPrefixUnaryExpression(node)) {
    return isWhole(ts.isParenthesizedExpression(node) ? node.expression : node.operand);
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isKept =
      kind === ts.SyntaxKind.PlusToken ||
      kind === ts.SyntaxKind.MinusToken ||
      kind === ts.SyntaxKind.AsteriskToken;
    return isKept && isWhole(node.left) && isWhole(node.right);
  }
  return (
    (ts.isNumericLiteral(node) && /^[0-9_]+$/u.test(node.getText())) ||
    (ts.isCallExpression(node) &&
      /(?:^Math\.(?:ceil|floor|round|trunc)|^Date\.(?:UTC|parse)|\.(?:getUTC[A-Za-z]+|getTime|valueOf))$/u.test(
        node.expression.getText(),
      ))
  );
}
