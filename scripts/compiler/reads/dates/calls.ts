/** Methods that are called on dates, and on lists of dates. */
import ts from "typescript";
import { isConstant } from "../../analysis/functions.ts";
import { isPath } from "../../analysis/paths.ts";
import { mayBeNull } from "../../analysis/types.ts";
import type { PlainPieces } from "../plain-pieces.ts";
import { changedAlone } from "./changed.ts";
import { isAskedForNaN, isNaNTest, wholeArgument, wholeNumber } from "./making.ts";
import { GETTERS, type Reason, SETTERS } from "./methods.ts";
import { isOfLibraryValue } from "./places.ts";
import type { DateTypes } from "./types.ts";

/** Methods of lists that compare, order or write their elements as no number is. */
const OF_LISTS: ReadonlyMap<string, Reason> = new Map([
  ["includes", "same"],
  ["indexOf", "same"],
  ["join", "text"],
  ["lastIndexOf", "same"],
  ["toLocaleString", "text"],
  ["toString", "text"],
]);

/** Reads the methods in one file. */
export class DateMethods {
  private readonly changed = new Set<ts.VariableDeclarationList>();

  constructor(
    private readonly file: ts.SourceFile,
    private readonly types: DateTypes,
    private readonly pieces: PlainPieces,
    private readonly refuse: (node: ts.Expression, reason: Reason) => void,
  ) {}

  /** A method of a date, which becomes a call of a function of the SDK, or nothing. */
  read(node: ts.Expression, access: ts.PropertyAccessExpression): void {
    const call = access.parent;
    const [getter, setter] = [GETTERS.get(access.name.text), SETTERS.get(access.name.text)];
    if (!ts.isCallExpression(call) || call.expression !== access) {
      this.refuse(node, "method");
    } else if (getter !== undefined && call.arguments.length === 0) {
      this.readGetter(node, access, call, getter);
    } else if (setter !== undefined && access.questionDotToken === undefined) {
      this.readSetter(node, call, setter);
    } else {
      this.refuse(node, "method");
    }
  }

  /** A method of a list with dates in it. */
  readList(list: ts.Expression): void {
    const access = list.parent;
    const call = access.parent;
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.expression !== list ||
      !ts.isCallExpression(call) ||
      call.expression !== access
    ) {
      return;
    }
    const { checker } = this.types;
    const element = checker.getIndexTypeOfType(
      checker.getNonNullableType(this.types.of(list)),
      ts.IndexKind.Number,
    );
    const [callback] = call.arguments;
    if (element === undefined || !this.types.holds(element)) {
      return;
    }
    const isOfDates = this.types.mayBeDate(element);
    const name = access.name.text;
    const isOrder = /^(?:sort|toSorted)$/u.test(name) && callback === undefined;
    const reason = isOrder ? "order" : OF_LISTS.get(name);
    if (reason !== undefined && (isOfDates || reason === "text")) {
      this.refuse(list, reason);
    } else if (callback !== undefined && isNamedFunction(callback) && isOfLibraryValue(callback, checker)) {
      if (callback.getText(this.file) === "Number" && this.types.isPlain(element)) {
        this.pieces.around(callback, "(item) => ", "(item)");
      } else {
        this.refuse(list, "value");
      }
    }
  }

  private readGetter(
    node: ts.Expression,
    access: ts.PropertyAccessExpression,
    call: ts.CallExpression,
    getter: string | null,
  ): void {
    const isAsked = getter === null && isNaNTest(call.parent, call);
    if (isAsked && !isToldFromNaN(node, this.types)) {
      this.refuse(node, "unread");
      return;
    }
    if (access.questionDotToken === undefined) {
      const name = getter ?? (this.types.isDate(this.types.of(node)) ? null : "timeOf");
      this.pieces.before(node, name === null ? "" : this.pieces.call(name));
      this.pieces.leave(node.end, call.end, { behind: name === null ? "" : ")" });
      return;
    }
    this.readOptional(node, call, getter);
  }

  /** `date?.toISOString()` gives undefined where there is no date, also for null. */
  private readOptional(node: ts.Expression, call: ts.CallExpression, getter: string | null): void {
    if (getter === null || (getter === "isoText" && !isPath(node))) {
      const name = getter === null ? "timeIfThere" : "isoTextIfThere";
      const isItself = getter === null && !mayBeNull(this.types.of(node));
      this.pieces.before(node, isItself ? "(" : this.pieces.call(name));
      this.pieces.leave(node.end, call.end, { behind: ")" });
    } else if (isPath(node)) {
      this.pieces.before(
        node,
        `(${node.getText(this.file)} == null ? undefined : ${this.pieces.call(getter)}`,
      );
      this.pieces.leave(node.end, call.end, { behind: "))" });
    } else {
      this.refuse(node, "absent");
      return;
    }
    this.goOn(call);
  }

  /** `date?.toISOString().slice(0, 10)`: what follows is left out with it, so that it is asked for there, too. */
  private goOn(call: ts.CallExpression): void {
    const { parent } = call;
    const isLink =
      (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
      parent.expression === call &&
      parent.questionDotToken === undefined;
    const sign = isLink
      ? parent
          .getChildren(this.file)
          .find(({ kind }) => kind === ts.SyntaxKind.DotToken || kind === ts.SyntaxKind.OpenBracketToken)
      : undefined;
    if (sign !== undefined) {
      this.pieces.before(sign, sign.kind === ts.SyntaxKind.DotToken ? "?" : "?.");
    }
  }

  /** `date.setUTCDate(5)` becomes `date = withUtcDayOfMonth(date, 5)`; of a date without a name its value is wanted. */
  private readSetter(
    node: ts.Expression,
    call: ts.CallExpression,
    { name, takes }: { readonly name: string | null; readonly takes: number },
  ): void {
    const [first] = call.arguments;
    const { parent } = call;
    const isStatement =
      ts.isExpressionStatement(parent) || (ts.isForStatement(parent) && parent.incrementor === call);
    if (first === undefined || call.arguments.length > takes || call.arguments.some(ts.isSpreadElement)) {
      this.refuse(node, "method");
      return;
    }
    const isMade = ts.isNewExpression(node);
    const target = ts.isIdentifier(node) && isStatement ? changedAlone(node, this.types) : undefined;
    const isAsked = target?.initializer !== undefined && isAskedForNaN(target.initializer, this.types);
    if ((target === undefined && !isMade) || isAsked) {
      this.refuse(node, ts.isIdentifier(node) && !isStatement ? "value" : "changed");
      return;
    }
    const assigned = isMade ? "" : `${node.getText(this.file)} = `;
    if (name === null) {
      this.pieces.leave(node.getStart(this.file), first.getStart(this.file), {
        before: assigned + wholeNumber(first),
      });
    } else {
      this.pieces.before(node, assigned + this.pieces.call(name));
      this.pieces.leave(node.end, first.getStart(this.file), { behind: ", " });
      call.arguments.forEach((argument) => {
        wholeArgument(argument, this.pieces);
      });
    }
    if (target !== undefined) {
      this.makeVariable(target);
    }
  }

  private makeVariable(declaration: ts.VariableDeclaration): void {
    const list = declaration.parent;
    if (!isConstant(declaration) || !ts.isVariableDeclarationList(list) || this.changed.has(list)) {
      return;
    }
    this.changed.add(list);
    const from = list.getStart(this.file);
    this.pieces.leave(from, from + "const".length, { before: "let" });
  }
}

function isNamedFunction(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

/** Is it known of the date whether it is one: is it made there, or kept in a constant of the function? */
function isToldFromNaN(node: ts.Expression, types: DateTypes): boolean {
  if (ts.isParenthesizedExpression(node)) {
    return isToldFromNaN(node.expression, types);
  }
  const declaration = ts.isIdentifier(node)
    ? types.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  const made =
    declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(declaration)
      ? declaration.initializer
      : node;
  return made !== undefined && ts.isNewExpression(made) && made.arguments?.length === 1;
}
