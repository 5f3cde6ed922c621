/** Tells whether objects of some types can have come into a value only once, made for it, so that nobody else has them. */
import ts from "typescript";
import { isFreshMethod, type Maker, makerOf } from "./fresh.ts";
import { variableOfPart } from "./changed-parts.ts";
import { fieldOf, givenItself, handedVariable, type HandOver, handOverOf, putInto } from "./handed-over.ts";
import { bare } from "./function-values.ts";
import { isConstant, resolveFunction, symbolOf } from "./functions.ts";
import { isRepeating } from "./iterables.ts";
import { isCallOf } from "./method-calls.ts";
import type { ProgramView } from "./program-view.ts";
import { isSteady } from "./steady.ts";
import { isPrimitive, membersOf, mayBeObject, presentMembers } from "./types.ts";
import { functionAround, walk } from "./walk.ts";

/** Deeper than this no type is looked into. */
const DEPTH = 8;

/** May an object of one of the types be in a value of the type, or be it? */
export function mayHold(type: ts.Type, wanted: readonly ts.Type[], checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const visit = (inner: ts.Type, depth: number): boolean => {
    if (wanted.length === 0 || !mayBeObject(inner) || seen.has(inner)) {
      return false;
    }
    seen.add(inner);
    const present = checker.getNonNullableType(inner);
    const isAlike = wanted.some(
      (other) =>
        checker.isTypeAssignableTo(present, checker.getNonNullableType(other)) ||
        checker.isTypeAssignableTo(checker.getNonNullableType(other), present),
    );
    const isOpen =
      (present.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0;
    return (
      isAlike || isOpen || depth > DEPTH || partsOf(present, checker).some((part) => visit(part, depth + 1))
    );
  };
  return visit(type, 0);
}

function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  return presentMembers(type).flatMap((member) => {
    if (isPrimitive(member)) {
      return [];
    }
    const indexed = [ts.IndexKind.Number, ts.IndexKind.String].flatMap(
      (kind) => checker.getIndexTypeOfType(member, kind) ?? [],
    );
    const named =
      (member as ts.TypeReference).target === undefined
        ? []
        : checker.getTypeArguments(member as ts.TypeReference);
    const fields =
      checker.isArrayLikeType(member) || named.length > 0
        ? []
        : checker.getPropertiesOfType(member).map((field) => checker.getTypeOfSymbol(field));
    return [...indexed, ...named, ...fields].flatMap(membersOf);
  });
}

/**
 * Do all objects of the types in a variable's value come from literals, each of which stands in one place of it?
 *
 * @param fields where in it something changes; null for anywhere
 */
export function isMadeWhole(
  symbol: ts.Symbol,
  types: readonly ts.Type[],
  view: ProgramView,
  fields: ReadonlySet<string> | null = null,
): boolean {
  return types.length === 0 || new Contents(types, view, fields).isWhole(symbol);
}

/** Do all objects of the types in what is made for a call come from literals, each of which stands in one place of it? */
export function isMadeFor(
  given: ts.Expression,
  types: readonly ts.Type[],
  view: ProgramView,
  fields: ReadonlySet<string> | null,
): boolean {
  return types.length === 0 || new Contents(types, view, fields).isWholeValue(given);
}

/** Follows what is put into a variable, by its function and by those it is handed to. */
class Contents {
  private readonly seen = new Set<ts.Symbol>();
  /** Parameters whose value is put into it: whoever calls the function must have made that. */
  private readonly lent = new Set<ts.Node>();
  private readonly makers = new Set<ts.Node>();

  constructor(
    private readonly types: readonly ts.Type[],
    private readonly view: ProgramView,
    private readonly fields: ReadonlySet<string> | null,
  ) {}

  isWhole(symbol: ts.Symbol): boolean {
    return this.settles(() => this.isWholeIn(symbol));
  }

  isWholeValue(given: ts.Expression): boolean {
    return this.settles(() => this.isMade(given, this.fields));
  }

  private settles(isWhole: () => boolean): boolean {
    // What one function of a circle puts there may be lent to another that was looked at before.
    for (let lent = -1; lent < this.lent.size;) {
      lent = this.lent.size;
      this.seen.clear();
      this.makers.clear();
      if (!isWhole()) {
        return false;
      }
    }
    return true;
  }

  /** @param fields those of its fields that matter */
  private isWholeIn(symbol: ts.Symbol, fields = this.fields): boolean {
    const declaration = symbol.valueDeclaration;
    const owner = declaration === undefined ? undefined : functionAround(declaration);
    if (this.seen.has(symbol)) {
      return true;
    }
    if (declaration === undefined || owner === undefined || !ts.isVariableDeclaration(declaration)) {
      return false;
    }
    this.seen.add(symbol);
    let whole = declaration.initializer !== undefined && this.isMade(declaration.initializer, fields);
    const handed: HandOver[] = [];
    walk(owner, (node) => {
      const over = handOverOf(node, this.view);
      if (over === undefined) {
        whole &&=
          this.isElsewhere(node, symbol, fields) ||
          putInto(node, (root) => root === symbol, this.view).every(
            (value) =>
              this.isMade(value, isNamed(node, symbol, this.view) ? fields : null) ||
              this.isPutBack(value, node),
          );
      } else if (variableOfPart(over.place, this.view.checker) === symbol) {
        handed.push(over);
      }
    });
    return (
      whole &&
      handed.every(({ handed: inner, place }) =>
        this.isWholeIn(inner, ts.isIdentifier(bare(place)) ? fields : null),
      ) &&
      handed.every((over) => this.lends(over))
    );
  }

  /** Was what the called function puts into it made for the call? */
  private lends({ call, called }: Pick<HandOver, "call" | "called">): boolean {
    return call.arguments.every((argument, index) => {
      const parameter = called.parameters[index];
      return parameter === undefined || !this.lent.has(parameter) || this.isMade(argument);
    });
  }

  /** Does an assignment give a field its value that does not matter? */
  private isElsewhere(node: ts.Node, symbol: ts.Symbol, fields: ReadonlySet<string> | null): boolean {
    const field = ts.isBinaryExpression(node) ? fieldOf(node.left, symbol, this.view.checker) : undefined;
    return fields !== null && field !== undefined && !fields.has(field);
  }

  private isMade(node: ts.Expression, fields: ReadonlySet<string> | null = null): boolean {
    const plain = ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? node.expression : bare(node);
    if (plain !== node) {
      return this.isMade(plain, fields);
    }
    if (ts.isArrayLiteralExpression(plain)) {
      return plain.elements.every((element) => this.isMade(element));
    }
    if (ts.isObjectLiteralExpression(plain)) {
      return plain.properties.every(
        (property) =>
          (fields !== null && property.name !== undefined && !fields.has(property.name.getText())) ||
          (ts.isPropertyAssignment(property) && this.isMade(property.initializer)) ||
          (ts.isShorthandPropertyAssignment(property) && this.isMade(property.name)) ||
          (ts.isSpreadAssignment(property) && this.isCopied(property.expression)),
      );
    }
    if (ts.isSpreadElement(plain)) {
      return this.isCopied(plain.expression);
    }
    const mapper = isCallOf(plain, ["map"]) ? plain.arguments[0] : undefined;
    if (mapper !== undefined && ts.isArrowFunction(mapper) && !ts.isBlock(mapper.body)) {
      return this.isMade(mapper.body);
    }
    if (ts.isNewExpression(plain)) {
      return (plain.arguments ?? []).every((argument) => this.isMade(argument));
    }
    const maker = ts.isCallExpression(plain) ? makerOf(plain, this.view) : undefined;
    if (ts.isCallExpression(plain) && maker !== undefined) {
      return this.isMadeBy(maker, plain, fields);
    }
    const itself = ts.isCallExpression(plain) ? givenItself(plain, this.view) : undefined;
    if (ts.isCallExpression(plain) && itself !== undefined) {
      return this.isMade(itself, fields) && this.fills(plain, itself, fields);
    }
    const { checker, sdk } = this.view;
    return (
      ts.isArrowFunction(plain) ||
      (ts.isCallExpression(plain) && isFreshMethod(plain) && this.isCopy(plain)) ||
      sdk.isOwned(plain) ||
      sdk.isEmptyRecord(plain) ||
      !mayHold(checker.getTypeAtLocation(plain), this.types, checker) ||
      (ts.isIdentifier(plain) && this.isNamedOnce(plain))
    );
  }

  /** `const list = map.get(key) ?? [];`, `map.set(key, list);`: it is put where it was; `o.list = o.list.filter(...)`, too. */
  private isPutBack(value: ts.Expression, node: ts.Node): boolean {
    const { checker } = this.view;
    if (isCallOf(value, ["filter", "slice", "toReversed", "toSorted"])) {
      const { expression: list } = value.expression;
      return (
        ts.isBinaryExpression(node) &&
        ts.isPropertyAccessExpression(list) &&
        list.getText() === node.left.getText()
      );
    }
    const declaration = ts.isIdentifier(value)
      ? checker.getSymbolAtLocation(value)?.valueDeclaration
      : undefined;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isConstant(declaration)) {
      return false;
    }
    const given = declaration.initializer;
    const found =
      given !== undefined && ts.isBinaryExpression(given) && this.isMade(given.right) ? given.left : given;
    const [from, to] = [found === undefined ? undefined : entryOf(bare(found), "get"), entryOf(node, "set")];
    return (
      from !== undefined &&
      to !== undefined &&
      from.of.getText() === to.of.getText() &&
      from.key.getText() === to.key.getText() &&
      (ts.isStringLiteral(from.key) || isSteady(from.key, this.view))
    );
  }

  /** Does a function put into what it is handed only what was made for it? */
  private fills(call: ts.CallExpression, given: ts.Expression, fields: ReadonlySet<string> | null): boolean {
    const called = resolveFunction(this.view.checker, call.expression);
    const handed = handedVariable(called?.parameters[call.arguments.indexOf(given)], this.view);
    return (
      called !== undefined &&
      handed !== undefined &&
      this.isWholeIn(handed, fields) &&
      this.lends({ call, called })
    );
  }

  /** Does the function put together what nobody else has, of what was made for the call? */
  private isMadeBy(
    { declaration, made }: Maker,
    call: ts.CallExpression,
    fields: ReadonlySet<string> | null,
  ): boolean {
    const variable = ts.isIdentifier(made) ? symbolOf(made, this.view.checker) : undefined;
    const isWhole =
      variable === undefined ? this.isMadeOnce(made, declaration, fields) : this.isWholeIn(variable, fields);
    return isWhole && this.lends({ call, called: declaration });
  }

  private isMadeOnce(made: ts.Expression, maker: ts.Node, fields: ReadonlySet<string> | null): boolean {
    const isKnown = this.makers.has(maker);
    this.makers.add(maker);
    return isKnown || this.isMade(made, fields);
  }

  /** May what is in a list or an object be put elsewhere, too? */
  private isCopied(node: ts.Expression): boolean {
    return this.isMade(node) || this.isCopy(node);
  }

  /** Is nothing in the value of the types? */
  private isCopy(node: ts.Expression): boolean {
    const { checker } = this.view;
    const parts = partsOf(checker.getNonNullableType(checker.getTypeAtLocation(node)), checker);
    return !parts.some((part) => mayHold(part, this.types, checker));
  }

  /** A name that stands nowhere else, of a parameter or of what was made for it, and is met once. */
  private isNamedOnce(name: ts.Identifier): boolean {
    const { checker } = this.view;
    const symbol = symbolOf(name, checker);
    const declaration = symbol?.valueDeclaration;
    const owner = declaration === undefined ? undefined : functionAround(declaration);
    if (declaration === undefined || owner === undefined || repeaterOf(name) !== repeaterOf(declaration)) {
      return false;
    }
    let uses = 0;
    walk(owner, (node) => {
      uses +=
        ts.isIdentifier(node) && node.parent !== declaration && symbolOf(node, checker) === symbol ? 1 : 0;
    });
    if (uses !== 1) {
      return false;
    }
    if (ts.isParameter(declaration)) {
      this.lent.add(declaration);
      return ts.isFunctionDeclaration(declaration.parent);
    }
    return (
      ts.isVariableDeclaration(declaration) &&
      isConstant(declaration) &&
      declaration.initializer !== undefined &&
      this.isMade(declaration.initializer)
    );
  }
}

/** The record or map and the key of `record[key]`, `record[key] = value`, `map.get(key)` and `map.set(key, value)`. */
function entryOf(
  node: ts.Node,
  method: "get" | "set",
): { readonly of: ts.Expression; readonly key: ts.Expression } | undefined {
  const [key] = isCallOf(node, [method]) ? node.arguments : [];
  if (isCallOf(node, [method]) && key !== undefined) {
    return { of: node.expression.expression, key };
  }
  const place =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? node.left : node;
  return ts.isElementAccessExpression(place)
    ? { of: place.expression, key: place.argumentExpression }
    : undefined;
}

/** Does the node give the variable itself its value? */
function isNamed(node: ts.Node, symbol: ts.Symbol, { checker }: ProgramView): boolean {
  return (
    ts.isBinaryExpression(node) &&
    ts.isIdentifier(node.left) &&
    checker.getSymbolAtLocation(node.left) === symbol
  );
}

function repeaterOf(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, isRepeating);
}
