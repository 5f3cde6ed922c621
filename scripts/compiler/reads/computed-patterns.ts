/**
 * `const { [id]: gone, ...others } = members;`, what is left of a record without an entry that a variable names, read as a
 * look at the entry and a record of the others.
 */
import ts from "typescript";
import { inOneLine } from "../analysis/one-line.ts";
import { isPath } from "../analysis/paths.ts";
import { isRecord, isText, mayBeNull, strictly } from "../analysis/types.ts";
import { holds, walk } from "../analysis/walk.ts";
import { holdsComment, type Insertion } from "./edited-sources.ts";
import { FreeNames } from "./leading-changes.ts";
import { Pieces } from "./pieces.ts";

/** A pattern that takes entries out of a record, each by a name or by what a variable holds. */
type Taken = readonly { readonly element: ts.BindingElement; readonly key: ts.Expression | string }[];

/** What has to be put into a file for its patterns to have no computed names. */
export function computedPatterns(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  const pieces = new Pieces();
  const names = new FreeNames(file);
  walk(file, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name)) {
      return;
    }
    const { name: pattern, initializer, type } = node;
    const taken = takenBy(pattern, checker);
    const [from, to] = [pattern.getStart(file), type?.end ?? pattern.end];
    if (
      taken !== null &&
      initializer !== undefined &&
      isRecord(checker, checker.getTypeAtLocation(initializer)) &&
      !holdsComment(file, from, to)
    ) {
      const whole = names.next("whole");
      pieces.instead(from, to, type === undefined ? whole : `${whole}: ${inOneLine(type)}`);
      pieces.behind(initializer.end, behind(pattern, taken, whole, names));
    }
  });
  return pieces.insertions(file);
}

/** Null where no name in the pattern is computed, or one is more than a variable of text. */
function takenBy({ elements }: ts.ObjectBindingPattern, checker: ts.TypeChecker): Taken | null {
  const taken = elements
    .filter(({ dotDotDotToken }) => dotDotDotToken === undefined)
    .flatMap((element) => {
      const key = keyOf(element, checker);
      return key !== null && ts.isIdentifier(element.name) && !isNullable(element, checker)
        ? [{ element, key }]
        : [];
    });
  const [rest] = elements.filter(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  const isWhole = taken.length + (rest === undefined ? 0 : 1) === elements.length;
  return isWhole && taken.some(({ key }) => typeof key !== "string") ? taken : null;
}

function keyOf(
  { name, propertyName }: ts.BindingElement,
  checker: ts.TypeChecker,
): ts.Expression | string | null {
  const given = propertyName ?? name;
  if (ts.isIdentifier(given) || ts.isStringLiteral(given)) {
    return given.text;
  }
  return ts.isComputedPropertyName(given) &&
    isPath(given.expression) &&
    strictly(isText, checker.getTypeAtLocation(given.expression))
    ? given.expression
    : null;
}

/** Has it a default that `null` would not take, as `??` would? */
function isNullable(element: ts.BindingElement, checker: ts.TypeChecker): boolean {
  return element.initializer !== undefined && mayBeNull(checker.getTypeAtLocation(element.name));
}

/** What stands behind the value in place of the pattern: each entry, and a record of the others. */
function behind(pattern: ts.ObjectBindingPattern, taken: Taken, whole: string, names: FreeNames): string {
  const keys = taken.map(({ key }) => (typeof key === "string" ? JSON.stringify(key) : inOneLine(key)));
  const entries = taken.flatMap(({ element: { name, initializer } }, index) => {
    const fallback = initializer === undefined ? "" : ` ?? (${inOneLine(initializer)})`;
    const isNeeded = initializer !== undefined || isAsked(name, pattern);
    return isNeeded ? [`, ${name.getText()} = ${whole}[${keys[index] ?? ""}]${fallback}`] : [];
  });
  const rest = pattern.elements.find(({ dotDotDotToken }) => dotDotDotToken !== undefined);
  const entry = names.next("entry");
  const isOther = keys.map((key) => `${entry} !== ${key}`).join(" && ");
  const others =
    rest === undefined
      ? ""
      : `, ${rest.name.getText()} = Object.fromEntries(Object.entries(${whole}).filter(([${entry}]) => ${isOther}))`;
  return entries.join("") + others;
}

/** Is the name asked for anywhere in the function, once it has been given? */
function isAsked(name: ts.BindingName, pattern: ts.Node): boolean {
  const owner = ts.findAncestor(pattern, ts.isFunctionLike) ?? pattern.getSourceFile();
  return holds(owner, (node) => ts.isIdentifier(node) && node !== name && node.text === name.getText());
}
