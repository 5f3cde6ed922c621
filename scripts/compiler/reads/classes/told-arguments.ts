/** What the uses of a class tell of its type parameters, `new Cache<string, Slot[]>(60)` or `const queue: Queue<string> = new Queue()`. */
import ts from "typescript";
import type { Hindrance } from "../../analysis/hindrances.ts";
import { inOneLine } from "../../analysis/one-line.ts";
import { typeNamesIn } from "../../analysis/type-names.ts";
import { usesOf } from "../../analysis/uses.ts";
import { contains } from "../../analysis/walk.ts";
import { typeText } from "../written-types.ts";

/** A class with type parameters. */
interface GenericClass {
  readonly declaration: ts.ClassDeclaration;
  readonly name: ts.Identifier;
  readonly parameters: readonly ts.TypeParameterDeclaration[];
}

/** The names of a class where it has the same types, and these as they are written at module level. */
export interface Told {
  readonly types: readonly string[];
  readonly names: readonly ts.Identifier[];
}

/** What all uses of a class tell. */
export interface ToldClass extends GenericClass {
  readonly told: readonly Told[];
  /** Its name in itself, with its own parameters for types. */
  readonly own: readonly ts.Identifier[];
  /** Names that tell no types: imports, exports, what is static. */
  readonly others: readonly ts.Identifier[];
}

/** The class with its parameters; undefined where it has none, or stands in a function. */
export function genericClassOf(declaration: ts.ClassDeclaration): GenericClass | undefined {
  const { name, typeParameters: parameters } = declaration;
  return name === undefined || parameters === undefined || !ts.isSourceFile(declaration.parent)
    ? undefined
    : { declaration, name, parameters };
}

/** The types that the uses of a class tell it, or the use that tells none. */
export function toldArguments(
  generic: GenericClass,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ToldClass | Hindrance {
  const { declaration, name, parameters } = generic;
  const own: ts.Identifier[] = [];
  const others: ts.Identifier[] = [];
  const told = new Map<string, Told & { readonly names: ts.Identifier[] }>();
  for (const use of usesOf(declaration, files, checker)) {
    const given = argumentsAt(use, generic, checker);
    if (given === undefined) {
      if (isPartOfName(use)) {
        return { node: use, advice: `Import \`${name.text}\` by its name: \`import { ${name.text} } ...\`.` };
      }
      others.push(use);
    } else if (contains(declaration, use) && given.every((type, index) => isOf(type, parameters[index]))) {
      own.push(use);
    } else {
      const types = given.map((type) => typeText(type, declaration.getSourceFile(), checker));
      const hindrance = hindranceOf(use, types, generic, checker);
      if (hindrance !== undefined) {
        return hindrance;
      }
      const key = types.join(", ");
      const same = told.get(key) ?? { types, names: [] };
      same.names.push(use);
      told.set(key, same);
    }
  }
  const usual = told.size === 0 ? usualTypes(generic) : undefined;
  return usual !== undefined && "advice" in usual
    ? usual
    : { ...generic, own, others, told: usual === undefined ? [...told.values()] : [usual] };
}

/** The types of a class that nothing uses. */
function usualTypes({ parameters, name }: GenericClass): Told | Hindrance {
  const types = parameters.map(({ constraint, default: usual }) => {
    const type = usual ?? constraint;
    return type === undefined ? "unknown" : inOneLine(type);
  });
  const other = parameters.find((parameter) =>
    types.some((type) => typeNamesIn(type)?.includes(parameter.name.text)),
  );
  return other === undefined
    ? { types, names: [] }
    : { node: name, advice: `Write the type in place of \`${other.name.text}\`: nothing says what it is.` };
}

/** The types a class has where it is named; undefined where its name tells none. */
function argumentsAt(
  use: ts.Identifier,
  { name, parameters }: GenericClass,
  checker: ts.TypeChecker,
): readonly ts.Type[] | undefined {
  const { parent } = use;
  const isType = ts.isTypeReferenceNode(parent);
  const isMade = ts.isNewExpression(parent) || ts.isExpressionWithTypeArguments(parent);
  if (!isType && !(isMade && parent.expression === use)) {
    return undefined;
  }
  const type = isType ? checker.getTypeFromTypeNode(parent) : checker.getTypeAtLocation(parent);
  return type.symbol === checker.getSymbolAtLocation(name)
    ? checker.getTypeArguments(type as ts.TypeReference).slice(0, parameters.length)
    : undefined;
}

/** Is it `Cache` of `lib.Cache`? */
function isPartOfName(use: ts.Identifier): boolean {
  const { parent } = use;
  return ts.isQualifiedName(parent) || (ts.isPropertyAccessExpression(parent) && parent.name === use);
}

function isOf(type: ts.Type, parameter: ts.TypeParameterDeclaration | undefined): boolean {
  return (
    parameter !== undefined &&
    (type.flags & ts.TypeFlags.TypeParameter) !== 0 &&
    type.symbol.declarations?.includes(parameter) === true
  );
}

/** What keeps the types of a use from being written into the class. */
function hindranceOf(
  use: ts.Identifier,
  types: readonly string[],
  { declaration, name, parameters }: GenericClass,
  checker: ts.TypeChecker,
): Hindrance | undefined {
  const isWritten =
    !ts.isNewExpression(use.parent) ||
    use.parent.typeArguments !== undefined ||
    checker.getContextualType(use.parent) !== undefined;
  const isUntold = types.some((type) => /\bany\b/u.test(type) || (type === "unknown" && !isWritten));
  if (isUntold) {
    const written = `${name.text}<${parameters.map(() => "string").join(", ")}>`;
    const advice = `Tell what it is of: \`${ts.isNewExpression(use.parent) ? "new " : ""}${written}\`.`;
    return { node: use, advice };
  }
  const outside = scopeOf(declaration.getSourceFile(), checker);
  const inside = scopeOf(use, checker);
  for (const type of types) {
    const names = typeNamesIn(type);
    const foreign = names?.find((each) => {
      const known = outside.get(each);
      return known === undefined || each === name.text || (inside.get(each) ?? known) !== known;
    });
    if (names === null || foreign !== undefined) {
      return foreign === name.text
        ? { node: use, advice: `Write a class of its own for what is in \`${foreign}\`.` }
        : { node: use, advice: adviceOn(foreign ?? type, inside.get(foreign ?? ""), name.text) };
    }
  }
  return undefined;
}

function adviceOn(type: string, symbol: ts.Symbol | undefined, name: string): string {
  const owner = symbol?.declarations?.find(ts.isTypeParameterDeclaration)?.parent;
  const file = symbol?.declarations?.[0]?.parent;
  if (file !== undefined && ts.isSourceFile(file)) {
    return `Write \`export\` before \`${type}\`, for the file of \`${name}\` to have it too.`;
  }
  if (owner === undefined) {
    return `Declare \`${type}\` at module level, in the file of \`${name}\`.`;
  }
  const called = ts.getNameOfDeclaration(owner as ts.Declaration)?.getText();
  const place = called === undefined ? "" : ` of \`${called}\``;
  return `Write the type in place of \`${type}\`${place}: a class is read with the types that it is used with.`;
}

/** The types that are known at a place, by their names; what is imported as what it is. */
function scopeOf(node: ts.Node, checker: ts.TypeChecker): ReadonlyMap<string, ts.Symbol> {
  const isAlias = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return new Map(
    checker
      .getSymbolsInScope(node, ts.SymbolFlags.Type | ts.SymbolFlags.Alias)
      .map((symbol) => [symbol.name, isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol]),
  );
}
