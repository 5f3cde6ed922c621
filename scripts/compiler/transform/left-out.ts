/** JSON text without the properties that hold undefined, under whose names NSL has written null. */
import type ts from "typescript";
import { ANY_NAME } from "../analysis/absent/held-names.ts";
import { type LeftOut, leftOut } from "../analysis/absent/left-out.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { stopped } from "./stop.ts";

/** A text within JSON. */
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';

/** What is left out of the JSON text of a value. */
export function leftOutOf(value: ts.Expression, context: FunctionContext): LeftOut {
  const { checker } = context;
  return leftOut(checker.getTypeAtLocation(value), context.absences.get(value.getSourceFile()), checker);
}

/** A value that may be null and undefined and is put under the name, when there is one. */
export function valueUnder(
  name: string,
  written: ts.Expression,
  { absences }: FunctionContext,
): ts.Expression | undefined {
  return absences.get(written.getSourceFile())?.kept.get(name);
}

/**
 * Takes them out of the text. Behind `{` or `,` a quotation mark and a known name are always those of a property: within
 * a text the mark has a backslash before it, and at the end of one there is no name behind it.
 */
export function withoutAbsent(
  text: Expression,
  { dropped, asked }: LeftOut,
  context: FunctionContext,
): Expression {
  const known = asked.length === 0 ? text : withoutEither(text, asked, context);
  if (dropped.length === 0) {
    return known;
  }
  const entry = `${patternOf(dropped)}:null`;
  const entries = `(\\{)(?:${entry},?)+|,${entry}`;
  // Where any name is looked for, each text is read as a whole, so that no name begins at the end of one.
  const [pattern, kept] = dropped.includes(ANY_NAME) ? [`${entries}|(${TEXT})`, "\\1\\2"] : [entries, "\\1"];
  return nsl.method(nsl.name("re"), "sub", nsl.text(pattern), nsl.text(kept), known);
}

/** The text; the skill stops where null stands under a name that may hold either. */
function withoutEither(text: Expression, asked: readonly string[], context: FunctionContext): Expression {
  const written = context.unhinted(() => context.stable(text, "written"));
  const found = nsl.method(nsl.name("re"), "search", nsl.text(`[{,]${patternOf(asked)}:null`), written);
  const names = asked.includes(ANY_NAME) ? "a property" : asked.join(", ");
  const reason = `${names} may be null or undefined in what is written as JSON`;
  return nsl.conditional(nsl.isNone(found), written, stopped(reason));
}

function patternOf(names: readonly string[]): string {
  const written = names.map((name) =>
    JSON.stringify(name)
      .slice(1, -1)
      .replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"),
  );
  return names.includes(ANY_NAME)
    ? TEXT
    : written.length === 1
      ? `"${written[0]}"`
      : `"(?:${written.join("|")})"`;
}
