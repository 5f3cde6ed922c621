/** Expressions and loops that say in another way what the language has, read as that. */
import ts from "typescript";
import { collectionOf } from "../analysis/collections.ts";
import { isDigits } from "../builtins/known-texts.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import { isPath, unwrapped } from "../analysis/paths.ts";
import {
  isList,
  isObjectOnly,
  isRecord,
  isText,
  mayBeNull,
  mayBeUndefined,
  membersOf,
  strictly,
} from "../analysis/types.ts";
import { walk } from "../analysis/walk.ts";
import { assignedEntries } from "./assigned-entries.ts";
import type { Insertion } from "./edited-sources.ts";
import { rewritten } from "./rewritten.ts";
import { unusedName } from "./unused-name.ts";

/** What a node reads as: texts, and nodes of its own in their order. */
type Parts = readonly (string | ts.Node)[];

type Reading = (node: ts.Node, checker: ts.TypeChecker) => Parts | null;

const readings: readonly Reading[] = [
  copied,
  numbered,
  lacking,
  merged,
  filled,
  positions,
  named,
  assignedEntries,
  swapped,
  cloned,
  repeated,
  claimedCallee,
  completed,
];

/** What has to be put into a file for such expressions to be plain ones. */
export function plainExpressions(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const found: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    for (const reading of readings) {
      const parts = reading(node, checker);
      const insertions = parts === null ? null : rewritten(node, parts, file);
      if (insertions !== null) {
        found.push(...insertions);
        // What stands inside is looked at again once it is written anew.
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The arguments of `Space.name(...)`, none of which is spread; null for anything else. */
function argumentsOf(node: ts.Node, callee: string): readonly ts.Expression[] | null {
  return ts.isCallExpression(node) &&
    node.expression.getText() === callee &&
    !node.arguments.some(ts.isSpreadElement)
    ? node.arguments
    : null;
}

/** `Number(text ?? 0)` is `Number(text ?? "0")`. */
function numbered(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const [given, more] = argumentsOf(node, "Number") ?? [];
  if (given === undefined || more !== undefined || !ts.isBinaryExpression(given)) {
    return null;
  }
  const { left, operatorToken, right } = given;
  const isFallback = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(
    operatorToken.kind,
  );
  return isFallback && ts.isNumericLiteral(right) && isText(checker.getTypeAtLocation(left))
    ? ["Number(", left, ` ${operatorToken.getText()} "${right.text}")`]
    : null;
}

/** `Number(text)` of what may be undefined is `Number((text) ?? "NaN")`, and 0 of what may be null; the others read no number of both. */
function lacking(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const called = ["Number", "parseInt", "parseFloat"].find((name) => argumentsOf(node, name) !== null);
  const [given, radix, more] = called === undefined ? [] : (argumentsOf(node, called) ?? []);
  // What a pattern proves to be digits has marks of its own.
  if (called === undefined || given === undefined || more !== undefined || isDigits(given, { checker })) {
    return null;
  }
  const type = checker.getTypeAtLocation(given);
  const [isNull, isUndefined] = [mayBeNull(type), mayBeUndefined(type)];
  const read = called === "Number" && isNull ? "0" : "NaN";
  const behind = radix === undefined ? [] : [", ", radix];
  return isText(type) && isNull !== isUndefined
    ? [`${called}((`, given, `) ?? "${read}"`, ...behind, ")"]
    : null;
}

/** `(rules[key] as Rule)(order)` is `rules[key]!(order)`: what is called is known by where it stands. */
function claimedCallee(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const claim = ts.isParenthesizedExpression(node) ? node.expression : undefined;
  if (
    claim === undefined ||
    !ts.isAsExpression(claim) ||
    !ts.isCallExpression(node.parent) ||
    node.parent.expression !== node ||
    !(ts.isElementAccessExpression(claim.expression) || ts.isPropertyAccessExpression(claim.expression))
  ) {
    return null;
  }
  const type = checker.getTypeAtLocation(claim.expression);
  const count = node.parent.arguments.length;
  const isCalledSo = membersOf(checker.getNonNullableType(type)).every((member) =>
    member.getCallSignatures().every(({ parameters }) => parameters.length >= count),
  );
  if (
    !isCalledSo ||
    !checker.isTypeAssignableTo(checker.getNonNullableType(type), checker.getTypeAtLocation(claim))
  ) {
    return null;
  }
  return [claim.expression, mayBeNull(type) || mayBeUndefined(type) ? "!" : ""];
}

/** `groups[key] ?? (groups[key] = [])` is `(groups[key] ??= [])`. */
function completed(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  if (!ts.isBinaryExpression(node)) {
    return null;
  }
  const { left, operatorToken, right } = node;
  const given = unwrapped(right);
  const isAlternative = operatorToken.kind === ts.SyntaxKind.BarBarToken;
  // A list or an object is only absent where it is not there.
  const operator = isAlternative && !isObjectOnly(checker.getTypeAtLocation(left)) ? "||=" : "??=";
  return (isAlternative || operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) &&
    ts.isBinaryExpression(given) &&
    given.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    given.left.getText() === left.getText() &&
    isSteady(left)
    ? ["(", left, ` ${operator} `, given.right, ")"]
    : null;
}

/** Is it a name, or an entry by names: the same place each time it is asked for? */
function isSteady(node: ts.Expression): boolean {
  return ts.isElementAccessExpression(node)
    ? isSteady(node.expression) &&
        (ts.isLiteralExpression(node.argumentExpression) || isSteady(node.argumentExpression))
    : isPath(node);
}

/** `Array.from(text)` is `[...text]`, and `Array.from(values, (x) => ...)` is `[...values].map((x) => ...)`. */
function copied(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const [source, mapper, more] = argumentsOf(node, "Array.from") ?? [];
  if (source === undefined || more !== undefined || !isGoneOver(source, checker)) {
    return null;
  }
  return mapper === undefined ? ["[...", source, "]"] : ["[...", source, "].map(", mapper, ")"];
}

/** Is it a text, a list, a map, a set, or what one of these lists? */
function isGoneOver(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  return (
    strictly(isText, type) ||
    isList(checker, type) ||
    collectionOf(node, checker) !== undefined ||
    isCallOf(node, ["entries", "keys", "matchAll", "values"])
  );
}

/** `Object.assign({}, a, { b })` is `({ ...a, ...{ b } })`. */
function merged(node: ts.Node): Parts | null {
  const [first, ...rest] = argumentsOf(node, "Object.assign") ?? [];
  if (first === undefined || rest.length === 0 || !ts.isObjectLiteralExpression(first)) {
    return null;
  }
  const given = first.properties.length === 0 ? rest : [first, ...rest];
  return ["({ ", ...given.flatMap((part, index) => [index === 0 ? "..." : ", ...", part]), " })"];
}

/** `Array(n)` and `new Array<Type>(n)`: its length, and the type of its elements. */
function emptyPlaces(
  node: ts.Node,
): { readonly length: ts.Expression; readonly type: ts.TypeNode | undefined } | null {
  if (!(ts.isCallExpression(node) || ts.isNewExpression(node)) || node.expression.getText() !== "Array") {
    return null;
  }
  const [length, more] = node.arguments ?? [];
  return length === undefined || more !== undefined || ts.isSpreadElement(length)
    ? null
    : { length, type: node.typeArguments?.[0] };
}

/** A list of so many texts: of a negative number JavaScript raises here as there. */
const places = (length: ts.Expression): Parts =>
  ts.isNumericLiteral(length)
    ? ["Array.from({ length: ", length, " }, "]
    : ['[..."-".repeat(', length, ")].map("];

/** `new Array(n).fill(0)`: a list of what is the same everywhere, and no list or object. */
function filled(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  if (!isCallOf(node, ["fill"]) || node.arguments.length !== 1) {
    return null;
  }
  const [value] = node.arguments;
  const made = emptyPlaces(node.expression.expression);
  if (made === null || value === undefined || !isPlainValue(value, checker)) {
    return null;
  }
  const type = made.type?.getText();
  return [...places(made.length), type === undefined ? "() => " : `(): ${type} => `, value, ")"];
}

function isPlainValue(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const isFixed =
    ts.isLiteralExpression(node) ||
    ts.isIdentifier(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind) ||
    (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand));
  const primitive =
    ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null;
  return isFixed && (checker.getTypeAtLocation(node).flags & primitive) !== 0;
}

/** `[...Array(n).keys()]`: the numbers from 0 on. */
function positions(node: ts.Node): Parts | null {
  const [only] = ts.isArrayLiteralExpression(node) && node.elements.length === 1 ? node.elements : [];
  const call = only !== undefined && ts.isSpreadElement(only) ? only.expression : undefined;
  const made =
    call !== undefined && isCallOf(call, ["keys"]) ? emptyPlaces(call.expression.expression) : null;
  return made === null ? null : [...places(made.length), "(_, index) => index)"];
}

/** `for (const name in record)` is a loop over `Object.keys(record)`, where the body takes no other name away. */
function named(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  if (!ts.isForInStatement(node) || !ts.isVariableDeclarationList(node.initializer)) {
    return null;
  }
  const type = checker.getTypeAtLocation(node.expression);
  let isShrunk = false;
  walk(node.statement, (part) => {
    isShrunk ||= ts.isDeleteExpression(part);
  });
  return isShrunk || !isRecord(checker, type) || mayBeNull(type) || mayBeUndefined(type)
    ? null
    : ["for (", node.initializer, " of Object.keys(", node.expression, ")) ", node.statement];
}

/** `[list[i], list[j]] = [list[j], list[i]];`: all values are there before the first place changes. */
function swapped(node: ts.Node): Parts | null {
  const change = ts.isExpressionStatement(node) ? node.expression : undefined;
  if (
    change === undefined ||
    !ts.isBinaryExpression(change) ||
    change.operatorToken.kind !== ts.SyntaxKind.EqualsToken ||
    !ts.isArrayLiteralExpression(change.left) ||
    !ts.isArrayLiteralExpression(change.right)
  ) {
    return null;
  }
  const [places, values] = [change.left.elements, change.right.elements];
  const isPaired =
    places.length === values.length &&
    places.some((place) => ts.isElementAccessExpression(place) || ts.isPropertyAccessExpression(place)) &&
    // `[a = 1] = ...` and `[{ a }] = ...` are no places yet.
    !places.some((place) => ts.isBinaryExpression(place) || ts.isObjectLiteralExpression(place)) &&
    [...places, ...values].every((part) => !ts.isSpreadElement(part) && !ts.isOmittedExpression(part));
  const name = (index: number): string => unusedName(node.getSourceFile(), `taken${String(index + 1)}`);
  return !isPaired
    ? null
    : [
        "{ ",
        ...values.flatMap((value, index) => [`const ${name(index)} = `, value, "; "]),
        ...places.map((place, index) => `${place.getText()} = ${name(index)}; `),
        "}",
      ];
}

/** `structuredClone(value)` of what JSON can hold. */
function cloned(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  const [value, more] = argumentsOf(node, "structuredClone") ?? [];
  return value === undefined ||
    more !== undefined ||
    !isName(value) ||
    !isJson(checker.getTypeAtLocation(value), checker)
    ? null
    : ["(JSON.parse(JSON.stringify(", value, `)) as typeof ${value.getText()})`];
}

function isName(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) ? isName(node.expression) : ts.isIdentifier(node);
}

/** Is the value made of nothing but what JSON has: no map, no set, and nothing undefined? */
function isJson(type: ts.Type, checker: ts.TypeChecker, depth = 0): boolean {
  if (depth > 8) {
    return false;
  }
  const inner = (part: ts.Type | undefined): boolean =>
    part === undefined || isJson(part, checker, depth + 1);
  const members = type.isUnion() ? type.types : [type];
  return members.every((member) => {
    const primitive =
      ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null;
    if ((member.flags & primitive) !== 0) {
      return true;
    }
    if ((member.flags & ts.TypeFlags.Object) === 0) {
      return false;
    }
    if (checker.isArrayLikeType(member)) {
      return inner(checker.getIndexTypeOfType(member, ts.IndexKind.Number));
    }
    const symbol = member.getSymbol();
    const isOfLibrary =
      symbol !== undefined &&
      (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0 &&
      symbol.declarations?.some((place) => place.getSourceFile().isDeclarationFile) === true;
    return (
      !isOfLibrary &&
      member.getCallSignatures().length === 0 &&
      inner(checker.getIndexTypeOfType(member, ts.IndexKind.String)) &&
      checker
        .getPropertiesOfType(member)
        .every(
          (property) =>
            (property.flags & ts.SymbolFlags.Optional) === 0 && inner(checker.getTypeOfSymbol(property)),
        )
    );
  });
}

/** `a.substr(2, n)`, `a.concat(b)` of texts, and `2 ** 10` of literals. */
function repeated(node: ts.Node, checker: ts.TypeChecker): Parts | null {
  if (isCallOf(node, ["concat"]) && strictly(isText, checker.getTypeAtLocation(node.expression.expression))) {
    const given = node.arguments;
    return given.length === 0 || given.some((part) => !strictly(isText, checker.getTypeAtLocation(part)))
      ? null
      : ["(", node.expression.expression, ...given.flatMap((part) => [" + ", part]), ")"];
  }
  if (isCallOf(node, ["substr"])) {
    const [from, count, more] = node.arguments;
    const isFixed = from !== undefined && ts.isNumericLiteral(from) && more === undefined;
    return !isFixed
      ? null
      : count === undefined
        ? [node.expression.expression, ".slice(", from, ")"]
        : ts.isNumericLiteral(count)
          ? [
              node.expression.expression,
              `.slice(${from.text}, ${String(Number(from.text) + Number(count.text))})`,
            ]
          : null;
  }
  return null;
}
