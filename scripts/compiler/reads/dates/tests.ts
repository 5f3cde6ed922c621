/** Dates that are asked whether they are there, or whether they are dates: no number may be asked so. */
import ts from "typescript";
import { isLogical } from "../../analysis/choices.ts";
import { isNumber, mayBeNull, mayBeUndefined, membersOf } from "../../analysis/types.ts";
import type { PlainPieces } from "../plain-pieces.ts";
import { isOfLibraryValue } from "./places.ts";
import type { DateTypes } from "./types.ts";

const K = ts.SyntaxKind;

/** Is it asked whether there is a date? */
export function isTested(node: ts.Expression, types: DateTypes): boolean {
  const { parent } = node;
  return (
    isCondition(node) ||
    (ts.isCallExpression(parent) &&
      parent.expression.getText() === "Boolean" &&
      parent.arguments[0] === node &&
      isOfLibraryValue(parent.expression, types.checker))
  );
}

function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPrefixUnaryExpression(parent)) {
    return parent.operator === K.ExclamationToken;
  }
  if (ts.isBinaryExpression(parent)) {
    return isLogical(parent) && isDecided(parent);
  }
  return isDecided(node);
}

/** Does the value only decide what goes on? */
function isDecided(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) {
    return isDecided(parent);
  }
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) {
    return parent.condition === node;
  }
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return parent.expression === node;
  }
  return (ts.isPrefixUnaryExpression(parent) || ts.isBinaryExpression(parent)) && isCondition(node);
}

/** Is it asked for what its parts are, which are asked themselves? */
export function isMadeOfTests(node: ts.Expression): boolean {
  return (
    isDecided(node) &&
    (ts.isParenthesizedExpression(node) || (ts.isBinaryExpression(node) && isLogical(node)))
  );
}

/** Writes such tests. */
export class DateTests {
  constructor(
    private readonly file: ts.SourceFile,
    private readonly types: DateTypes,
    private readonly pieces: PlainPieces,
  ) {}

  /** `if (date)` becomes `if (date !== undefined)`: a date of 0 milliseconds is true. */
  read(node: ts.Expression): void {
    const { parent } = node;
    if (ts.isCallExpression(parent)) {
      // Of `Boolean(date)` the brackets stay.
      this.pieces.leave(parent.getStart(this.file), node.getStart(this.file), { before: "(" });
    }
    const [before, behind] = ts.isIdentifier(node) ? ["(", ""] : ["((", ")"];
    this.pieces.around(node, before, `${behind} !${absence(this.types.of(node))})`);
  }

  /** `value instanceof Date` of a text or a date becomes a question for a number; so does that for a text. */
  readKind(node: ts.Expression, type: ts.Type): boolean {
    const { parent } = node;
    const isWithoutNumber = !membersOf(type).some((member) => isNumber(member));
    if (ts.isTypeOfExpression(parent)) {
      const test = parent.parent;
      const other = ts.isBinaryExpression(test) ? (test.left === parent ? test.right : test.left) : undefined;
      return isWithoutNumber && other !== undefined && ts.isStringLiteral(other) && other.text === "string";
    }
    if (!isDateTest(parent) || !isWithoutNumber) {
      return false;
    }
    const from = parent.operatorToken.getStart(this.file);
    this.pieces.around(parent, "(", ")");
    this.pieces.before(node, "typeof ");
    this.pieces.leave(from, parent.end, { before: '=== "number"' });
    return true;
  }

  /** `date || other` becomes `date ?? other`; `date && other` a choice of what is absent. */
  readChoice(node: ts.Expression, type: ts.Type): boolean {
    const { parent } = node;
    if (!ts.isBinaryExpression(parent) || parent.left !== node || !this.types.isPlain(type)) {
      return false;
    }
    const { kind } = parent.operatorToken;
    const isAbsent = mayBeNull(type) || mayBeUndefined(type);
    const nothing = mayBeUndefined(type) ? "undefined" : "null";
    if (kind === K.BarBarToken) {
      this.replace(parent.operatorToken, "??");
    } else if (kind === K.AmpersandAmpersandToken && isAbsent) {
      this.pieces.around(parent, "(", ")");
      this.replace(parent.operatorToken, `=${absence(type)} ? ${nothing} :`);
    } else {
      return false;
    }
    return true;
  }

  private replace(token: ts.Node, text: string): void {
    this.pieces.leave(token.getStart(this.file), token.end, { before: text });
  }
}

/** What a date is compared with for whether it is absent, behind the first character of the operator. */
function absence(type: ts.Type): string {
  return mayBeNull(type) ? (mayBeUndefined(type) ? "= null" : "== null") : "== undefined";
}

/** Is it `value instanceof Date`? */
export function isDateTest(node: ts.Node): node is ts.BinaryExpression {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === K.InstanceOfKeyword &&
    node.right.getText() === "Date"
  );
}
