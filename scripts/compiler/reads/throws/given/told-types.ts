/** What the types are that a call tells a function with type parameters, and how a type is written at module level. */
import ts from "typescript";
import { typeInPlace, typeNamesIn } from "../../../analysis/type-names.ts";
import { writtenType } from "../../written-types.ts";

/** Types in types are looked through so far. */
const DEPTH = 6;

/** The type parameters of a function as a call tells them, to stand in place of their names; null for those nobody can write. */
export function toldParameters(
  declaration: ts.FunctionDeclaration,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): ReadonlyMap<ts.Symbol, string | null> {
  const told = new Map<ts.Symbol, ts.Type>();
  const parameters = (declaration.typeParameters ?? []).flatMap(
    ({ name }) => checker.getSymbolAtLocation(name) ?? [],
  );
  call.typeArguments?.forEach((type, index) => {
    const parameter = parameters[index];
    if (parameter !== undefined) {
      told.set(parameter, checker.getTypeFromTypeNode(type));
    }
  });
  const [declared, actual] = [
    checker.getSignatureFromDeclaration(declaration),
    checker.getResolvedSignature(call),
  ];
  if (declared !== undefined && actual !== undefined) {
    matchSignatures(declared, actual, told, checker, 0);
  }
  return new Map(
    parameters.map((parameter) => {
      const type = told.get(parameter);
      const text = type === undefined ? null : moduleType(type, call, checker);
      return [parameter, text === null || /\bany\b/u.test(text) ? null : typeInPlace(text)];
    }),
  );
}

function matchSignatures(
  declared: ts.Signature,
  actual: ts.Signature,
  told: Map<ts.Symbol, ts.Type>,
  checker: ts.TypeChecker,
  depth: number,
): void {
  match(declared.getReturnType(), actual.getReturnType(), told, checker, depth);
  declared.getParameters().forEach((parameter, index) => {
    const other = actual.getParameters()[index];
    if (other !== undefined) {
      match(checker.getTypeOfSymbol(parameter), checker.getTypeOfSymbol(other), told, checker, depth);
    }
  });
}

/** Notes what stands in a type where a declared one has a type parameter. */
function match(
  declared: ts.Type,
  actual: ts.Type,
  told: Map<ts.Symbol, ts.Type>,
  checker: ts.TypeChecker,
  depth: number,
): void {
  if ((declared.flags & ts.TypeFlags.TypeParameter) !== 0) {
    if (!told.has(declared.symbol)) {
      told.set(declared.symbol, actual);
    }
    return;
  }
  if (depth > DEPTH || declared === actual) {
    return;
  }
  const inside = (one: ts.Type | undefined, other: ts.Type | undefined): void => {
    if (one !== undefined && other !== undefined) {
      match(one, other, told, checker, depth + 1);
    }
  };
  if (declared.isUnion()) {
    const known = checker.getNonNullableType(declared);
    if (known !== declared) {
      inside(known, checker.getNonNullableType(actual));
    }
    return;
  }
  const [parts, others] = [argumentsOf(declared, checker), argumentsOf(actual, checker)];
  if (declared.symbol === actual.symbol && parts.length === others.length) {
    parts.forEach((part, index) => {
      inside(part, others[index]);
    });
  }
  const [signature, other] = [declared.getCallSignatures()[0], actual.getCallSignatures()[0]];
  if (signature !== undefined && other !== undefined) {
    matchSignatures(signature, other, told, checker, depth + 1);
  } else if (parts.length === 0) {
    declared.getProperties().forEach((property) => {
      const same = actual.getProperty(property.name);
      inside(
        checker.getTypeOfSymbol(property),
        same === undefined ? undefined : checker.getTypeOfSymbol(same),
      );
    });
  }
}

function argumentsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const isReference =
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : (type.aliasTypeArguments ?? []);
}

/** The text of a type at module level; null where it has a name that is not known there, or means something else at its place. */
export function moduleType(type: ts.Type, place: ts.Node, checker: ts.TypeChecker): string | null {
  const file = place.getSourceFile();
  const text = writtenType(type, file, checker);
  const kinds = ts.SymbolFlags.Type | ts.SymbolFlags.Alias;
  const known = (at: ts.Node): ReadonlyMap<string, ts.Symbol> =>
    new Map(checker.getSymbolsInScope(at, kinds).map((symbol) => [symbol.name, symbol]));
  const names = text === null ? null : typeNamesIn(text);
  if (names === null) {
    return null;
  }
  const [inside, outside] = names.length === 0 ? [new Map(), new Map()] : [known(place), known(file)];
  return names.every((name) => inside.get(name) === outside.get(name)) ? text : null;
}
