/** Reads the dates of one file. */
import ts from "typescript";
import { isOfLibrary } from "../../analysis/globals.ts";
import { mayBeNull, mayBeUndefined } from "../../analysis/types.ts";
import type { Insertion } from "../edited-sources.ts";
import { PlainPieces } from "../plain-pieces.ts";
import { DateMaking } from "./making.ts";
import { DateMethods } from "./calls.ts";
import type { Reason } from "./methods.ts";
import { isNoValue, isPassedOn, isWritten, reasonAgainst } from "./places.ts";
import { DateTests, isDateTest, isMadeOfTests, isTested } from "./tests.ts";
import type { DateTypes } from "./types.ts";

/** Collects what is put into a file for its dates to be numbers. */
export class DateReader {
  private readonly pieces: PlainPieces;
  private readonly making: DateMaking;
  private readonly methods: DateMethods;
  private readonly tests: DateTests;
  private isKnown = true;

  constructor(
    readonly file: ts.SourceFile,
    private readonly types: DateTypes,
  ) {
    this.pieces = new PlainPieces(file, "date");
    const refuse = (node: ts.Expression, reason: Reason): void => {
      this.refuse(node, reason);
    };
    this.making = new DateMaking(file, types, this.pieces);
    this.methods = new DateMethods(file, types, this.pieces, refuse);
    this.tests = new DateTests(file, types, this.pieces);
  }

  /** Is everything about `Date` in the file what is known of dates? */
  get isReadable(): boolean {
    return this.isKnown && !this.pieces.cutsComment;
  }

  insertions(internal: string): readonly Insertion[] {
    return this.pieces.insertions(internal);
  }

  /** From the outside, so that what begins at one place begins in its order. */
  read(node: ts.Node = this.file): void {
    this.readNode(node);
    ts.forEachChild(node, (child) => {
      this.read(child);
    });
  }

  private readNode(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node) && this.isLibraryDate(node.typeName)) {
      this.isKnown &&= !ts.isIndexedAccessTypeNode(node.parent) && !ts.isTypeOperatorNode(node.parent);
      this.pieces.leave(node.getStart(this.file), node.end, { before: "number" });
      return;
    }
    if (ts.isIdentifier(node) && this.isLibraryDate(node)) {
      this.isKnown &&= isKnownUse(node);
      return;
    }
    if (!ts.isExpression(node) || isNoValue(node)) {
      return;
    }
    if (this.making.readDateFunction(node)) {
      return;
    }
    const type = this.types.of(node);
    if (this.types.mayBeDate(type)) {
      this.readDate(node, type);
    } else {
      this.readOther(node, type);
    }
    if (ts.isNewExpression(node)) {
      this.making.read(node);
    }
  }

  /** An expression that is a date, or may be one. */
  private readDate(node: ts.Expression, type: ts.Type): void {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node && this.types.isPlain(type)) {
      this.methods.read(node, parent);
      return;
    }
    if (isMadeOfTests(node)) {
      return;
    }
    if (this.types.isPlain(type) && !mayBeUndefined(type) && isWritten(node)) {
      this.around(node, this.pieces.call(mayBeNull(type) ? "isoTextOrNull" : "isoText"), ")");
      return;
    }
    if (this.types.isPlain(type) && isTested(node, this.types)) {
      this.tests.read(node);
      return;
    }
    if (this.tests.readKind(node, type) || this.tests.readChoice(node, type)) {
      return;
    }
    this.refuseUnlessPassed(node, type);
  }

  /** An expression with a date in it, or none. */
  private readOther(node: ts.Expression, type: ts.Type): void {
    if (this.types.holds(type)) {
      this.refuseUnlessPassed(node, type);
      this.methods.readList(node);
    } else if ((type.flags & ts.TypeFlags.Any) !== 0 && this.isTakenForDate(node)) {
      this.refuse(node, "claimed");
    }
  }

  private refuseUnlessPassed(node: ts.Expression, type: ts.Type): void {
    const reason = reasonAgainst(node, type, this.types);
    if (reason !== undefined) {
      this.refuse(node, reason);
    }
  }

  /** Marks a use that no number has. */
  private refuse(node: ts.Expression, reason: Reason): void {
    const { parent } = node;
    const call = this.pieces.call("anotherUse");
    // A method is looked for in a date, anything else is of the type it has.
    const isDates = ts.isPropertyAccessExpression(parent) && this.types.mayBeDate(this.types.of(node));
    const opens = isDates ? `${call.slice(0, -1)}<unknown, Date>(` : call;
    this.around(node, opens, `, "${reason}")`);
  }

  private around(node: ts.Expression, before: string, behind: string): void {
    const name = ts.isShorthandPropertyAssignment(node.parent) ? `${node.getText(this.file)}: ` : "";
    this.pieces.around(node, name + before, behind);
  }

  private isLibraryDate(node: ts.Node): boolean {
    return node.getText(this.file) === "Date" && isOfLibrary(this.types.checker.getSymbolAtLocation(node));
  }

  /** Is a date wanted there, or something that has one in it? */
  private isTakenForDate(node: ts.Expression): boolean {
    const { parent } = node;
    const wanted = ts.isAsExpression(parent)
      ? this.types.of(parent)
      : isPassedOn(node)
        ? this.types.checker.getContextualType(node)
        : undefined;
    return wanted !== undefined && this.types.holds(wanted);
  }
}

/** Is the name `Date` what is made, asked for a moment, or what a value is compared with? */
function isKnownUse({ parent }: ts.Identifier): boolean {
  return (
    ts.isTypeReferenceNode(parent) ||
    ts.isNewExpression(parent) ||
    isDateTest(parent) ||
    (ts.isPropertyAccessExpression(parent) &&
      ["UTC", "now", "parse"].includes(parent.name.text) &&
      ts.isCallExpression(parent.parent))
  );
}
