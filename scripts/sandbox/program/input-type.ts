/** What is wrong with an input for the type that `main` gives it: in NSL nothing would stop it before it is used. */
import ts from "typescript";
import { showValue } from "../../model/show-value.ts";
import { findMain, isContext } from "./program-main.ts";

/** An input that does not fit `main`; one sentence for each mistake. */
export class InputTypeError extends Error {
  override readonly name = "InputTypeError";

  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
  }
}

/**
 * Every mistake, as a sentence that names the place; none when the value may be given to `main`.
 *
 * @param file absolute name of the program, which has been compiled
 * @param input the value under `input`
 * @param hasDecimals may the numbers of the program be decimals?
 */
export function findInputTypeFaults(
  program: ts.Program,
  file: string,
  input: unknown,
  hasDecimals: boolean,
): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const main = source === undefined ? undefined : findMain(source);
  const parameter = main?.parameters.find((candidate) => !isContext(candidate));
  if (parameter === undefined) {
    return [];
  }
  const isOptional = parameter.questionToken !== undefined || parameter.initializer !== undefined;
  return isOptional && input === null
    ? []
    : faultsOf(input, checker.getTypeAtLocation(parameter), "input", {
        checker,
        node: parameter,
        hasDecimals,
      });
}

interface Place {
  readonly checker: ts.TypeChecker;
  /** Where the types are looked at from. */
  readonly node: ts.Node;
  readonly hasDecimals: boolean;
}

function faultsOf(value: unknown, type: ts.Type, path: string, place: Place): readonly string[] {
  const members = type.isUnion() ? type.types : [type];
  if (typeof value === "number" && !place.hasDecimals && !isExact(value) && members.some(isAnyText)) {
    // `parseJson` gives such a number as the text that stood there.
    return [];
  }
  const found = members.map((member) => memberFaults(value, member, path, place));
  if (found.some((faults) => faults?.length === 0)) {
    return [];
  }
  const inside = found.filter((faults) => faults !== null);
  const [only] = inside;
  const words = place.checker.typeToString(type);
  return inside.length === 1 && only !== undefined
    ? only
    : [`\`${path}\` must be of the type \`${words}\` that \`main\` declares, not ${showValue(value)}.`];
}

/** The mistakes inside of a value of the right kind; null when the kind is another one. */
function memberFaults(value: unknown, type: ts.Type, path: string, place: Place): readonly string[] | null {
  const is = (flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;
  if (place.hasDecimals && typeof value === "number" && Math.abs(value) >= 1e15) {
    return [`\`${path}\` must be a number of at most 15 digits before the point, not ${showValue(value)}.`];
  }
  if (is(ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter | ts.TypeFlags.NonPrimitive)) {
    return [];
  }
  if (is(ts.TypeFlags.StringLike)) {
    return typeof value === "string" && (!type.isStringLiteral() || type.value === value) ? [] : null;
  }
  if (is(ts.TypeFlags.NumberLike)) {
    return numberFaults(value, type, path, place);
  }
  if (is(ts.TypeFlags.BooleanLike)) {
    const isLiteral = is(ts.TypeFlags.BooleanLiteral);
    return typeof value === "boolean" && (!isLiteral || place.checker.typeToString(type) === String(value))
      ? []
      : null;
  }
  if (is(ts.TypeFlags.Null)) {
    return value === null ? [] : null;
  }
  if (place.checker.isArrayLikeType(type)) {
    return Array.isArray(value) ? elementFaults(value, type, path, place) : null;
  }
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord && is(ts.TypeFlags.Object | ts.TypeFlags.Intersection)
    ? propertyFaults(value as Readonly<Record<string, unknown>>, type, path, place)
    : null;
}

function numberFaults(value: unknown, type: ts.Type, path: string, place: Place): readonly string[] | null {
  if (typeof value !== "number" || (type.isNumberLiteral() && type.value !== value)) {
    return null;
  }
  return place.hasDecimals || isExact(value)
    ? []
    : [
        `\`${path}\` must be an integer of at most 15 digits, not ${showValue(value)}. Write other numbers as texts.`,
      ];
}

function isExact(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e15;
}

function isAnyText({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.String) !== 0;
}

function elementFaults(
  value: readonly unknown[],
  type: ts.Type,
  path: string,
  place: Place,
): readonly string[] {
  const parts = place.checker.isTupleType(type)
    ? place.checker.getTypeArguments(type as ts.TypeReference)
    : [];
  const element = place.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return value.flatMap((entry, index) => {
    const wanted = parts[index] ?? element;
    return wanted === undefined ? [] : faultsOf(entry, wanted, `${path}[${String(index)}]`, place);
  });
}

function propertyFaults(
  value: Readonly<Record<string, unknown>>,
  type: ts.Type,
  path: string,
  place: Place,
): readonly string[] {
  const { checker, node } = place;
  const properties = checker.getPropertiesOfType(type);
  const known = new Map(properties.map((property) => [property.name, property]));
  const others = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const missing = properties
    .filter(({ name, flags }) => !Object.hasOwn(value, name) && (flags & ts.SymbolFlags.Optional) === 0)
    .map(({ name }) => `\`${path}.${name}\` is missing: \`main\` takes it.`);
  const wrong = Object.entries(value).flatMap(([name, entry]) => {
    const property = known.get(name);
    const wanted = property === undefined ? others : checker.getTypeOfSymbolAtLocation(property, node);
    return wanted === undefined ? [] : faultsOf(entry, wanted, `${path}.${name}`, place);
  });
  return [...missing, ...wrong];
}
