/** What a generator gives. */
import ts from "typescript";

/** The types by which a generator is said to give something. */
const GIVING = /^(?:Generator|Iterable|IterableIterator|IteratorObject)$/u;

/** The type of what is given one after the other; undefined for a type that is another. */
export function givenBy(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  const symbol = type.getSymbol();
  return symbol !== undefined && GIVING.test(symbol.name)
    ? checker.getTypeArguments(type as ts.TypeReference)[0]
    : undefined;
}

/** The same as it is written: `string` of `Generator<string, void>`. */
export function givenNode(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  return type !== undefined && ts.isTypeReferenceNode(type) && GIVING.test(type.typeName.getText())
    ? type.typeArguments?.[0]
    : undefined;
}
