/** What to write instead of `{} as Week`, an object that claims properties it has not. */
import ts from "typescript";
import { isList, mayBeNull } from "../analysis/types.ts";

const MOST = 7;

/** Advice that names what is missing, with values to begin with. */
export function lackingAdvice(lacking: readonly ts.Symbol[], checker: ts.TypeChecker): string {
  const shown = lacking.slice(0, MOST).map((property) => {
    const name = /^[A-Za-z_]\w*$/u.test(property.name) ? property.name : JSON.stringify(property.name);
    return `${name}: ${firstValue(checker.getTypeOfSymbol(property), checker)}`;
  });
  const more = lacking.length > MOST ? ", ..." : "";
  const [first] = lacking;
  const entry = first === undefined ? "Value" : checker.typeToString(checker.getTypeOfSymbol(first));
  return `Write what is missing: \`${shown.join(", ")}${more}\`; or begin with \`const record: Record<string, ${entry}> = emptyRecord();\` of the SDK, where any name may be missing.`;
}

/** A value of the type to begin with. */
function firstValue(type: ts.Type, checker: ts.TypeChecker): string {
  const { flags } = type;
  return mayBeNull(type)
    ? "null"
    : isList(checker, type)
      ? "[]"
      : (flags & ts.TypeFlags.String) !== 0
        ? '""'
        : (flags & ts.TypeFlags.Number) !== 0
          ? "0"
          : (flags & ts.TypeFlags.Boolean) !== 0
            ? "false"
            : "...";
}
