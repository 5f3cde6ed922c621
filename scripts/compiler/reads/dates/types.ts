/** What is known of dates by their types. */
import ts from "typescript";
import { resolveFunction } from "../../analysis/functions.ts";
import { isOfLibrary } from "../../analysis/globals.ts";
import { isAbsent, isText, membersOf } from "../../analysis/types.ts";
import { walk } from "../../analysis/walk.ts";

/** Tells which types have dates in them; a type parameter that is given one counts as well. */
export class DateTypes {
  private readonly given = new Set<ts.Symbol>();
  private readonly known = new Map<ts.Type, boolean>();

  constructor(
    readonly checker: ts.TypeChecker,
    private readonly files: readonly ts.SourceFile[],
  ) {
    const calls: ts.CallExpression[] = [];
    files.forEach((file) => {
      walk(file, (node) => {
        if (
          ts.isCallExpression(node) &&
          resolveFunction(checker, node.expression)?.typeParameters !== undefined
        ) {
          calls.push(node);
        }
      });
    });
    // What is given there may be handed on to another.
    let before = -1;
    while (this.given.size > before) {
      before = this.given.size;
      this.known.clear();
      calls.forEach((call) => {
        this.readCall(call);
      });
    }
  }

  /** Is it a function that is not read together with the dates, such as one of the SDK? */
  isForeign(callee: ts.Expression): boolean {
    const declaration = resolveFunction(this.checker, callee);
    return declaration !== undefined && !this.files.includes(declaration.getSourceFile());
  }

  /** The type of an expression. */
  of(node: ts.Node): ts.Type {
    return this.checker.getTypeAtLocation(node);
  }

  /** Is it the library's `Date`? */
  isDate(type: ts.Type): boolean {
    const symbol = type.getSymbol();
    return symbol?.name === "Date" && isOfLibrary(symbol);
  }

  /** Is it a date, or may it be one? */
  mayBeDate(type: ts.Type): boolean {
    return membersOf(type).some((member) => this.isDate(member) || this.isGiven(member));
  }

  /** A date, or nothing. */
  isPlain(type: ts.Type): boolean {
    return membersOf(type).every((member) => this.isDate(member) || isAbsent(member));
  }

  /** A date, a text or nothing. */
  isDateOrText(type: ts.Type): boolean {
    return membersOf(type).every((member) => this.isDate(member) || isText(member) || isAbsent(member));
  }

  /** Is there a date in it, however deep? Functions hold none. */
  holds(type: ts.Type, around: ReadonlySet<ts.Type> = new Set()): boolean {
    const known = this.known.get(type);
    if (known !== undefined || around.has(type)) {
      return known ?? false;
    }
    const held = this.looksInto(type, new Set([...around, type]));
    if (held || around.size === 0) {
      this.known.set(type, held);
    }
    return held;
  }

  private looksInto(type: ts.Type, around: ReadonlySet<ts.Type>): boolean {
    if (this.isDate(type) || this.isGiven(type)) {
      return true;
    }
    const within = (part: ts.Type): boolean => this.holds(part, around);
    if (type.isUnionOrIntersection()) {
      return type.types.some(within);
    }
    if ((type.flags & ts.TypeFlags.IndexedAccess) !== 0) {
      return within((type as ts.IndexedAccessType).objectType);
    }
    if ((type.flags & ts.TypeFlags.Object) === 0 || type.getCallSignatures().length > 0) {
      return false;
    }
    const { checker } = this;
    const isReference = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    if (isReference && checker.getTypeArguments(type as ts.TypeReference).some(within)) {
      return true;
    }
    const symbol = type.getSymbol();
    const isNamed =
      symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;
    return (
      !(isNamed && isOfLibrary(symbol)) &&
      (checker.getIndexInfosOfType(type).some((info) => within(info.type)) ||
        checker.getPropertiesOfType(type).some((property) => within(checker.getTypeOfSymbol(property))))
    );
  }

  private isGiven(type: ts.Type): boolean {
    return (type.flags & ts.TypeFlags.TypeParameter) !== 0 && this.given.has(type.symbol);
  }

  private readCall(call: ts.CallExpression): void {
    const called = this.isForeign(call.expression)
      ? undefined
      : resolveFunction(this.checker, call.expression);
    const parameters = called?.typeParameters ?? [];
    if (call.arguments.some((argument) => this.holds(this.of(argument)))) {
      parameters.forEach((parameter) => {
        const symbol = this.checker.getSymbolAtLocation(parameter.name);
        if (symbol !== undefined) {
          this.given.add(symbol);
        }
      });
    }
  }
}
