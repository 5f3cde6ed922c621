/**
 * `Object.entries(patch)`: TypeScript gives the entries of a property that may be left out as if they were always there,
 * and where undefined was put under its name they are not; of an interface it gives anything. The type that is put there
 * tells what they are.
 */
import ts from "typescript";
import { ANY_NAME } from "../analysis/absent/held-names.ts";
import { keptNames, type KeptNames } from "../analysis/absent/kept-names.ts";
import { isRecord, mayBeUndefined, membersOf } from "../analysis/types.ts";
import { walk } from "../analysis/walk.ts";
import { at, type Insertion } from "./edited-sources.ts";

const LISTING: ReadonlySet<string> = new Set(["Object.entries", "Object.values"]);

/** What has to be put into files that import each other for such entries to be what they are. */
export function toldEntries(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
  const found = new Map<ts.SourceFile, Insertion[]>();
  let known: KeptNames | undefined;
  const kept = (): KeptNames => (known ??= keptNames(files, checker));
  for (const file of files.filter(({ text }) => [...LISTING].some((name) => text.includes(name)))) {
    walk(file, (node) => {
      const record = listedRecord(node);
      const mayLack = record !== undefined && mayHoldUndefined(record, kept(), checker);
      if (record !== undefined && (mayLack || isUntold(checker.getTypeAtLocation(record), checker))) {
        const type = `typeof ${record.getText()}`;
        const entry = `${mayLack ? `(${type})` : `Required<${type}>`}[keyof ${type}]`;
        const told = at(file, record.parent.getChildAt(0).end, `<${entry}>`);
        // An interface is no record to TypeScript, what is spread of it is.
        const spread = [at(file, record.getStart(), "{ ..."), at(file, record.end, " }")];
        found.set(file, [...(found.get(file) ?? []), told, ...spread]);
      }
    });
  }
  return found;
}

/** The name of what `Object.entries` or `Object.values` goes over. */
function listedRecord(node: ts.Node): ts.Expression | undefined {
  const isListing =
    ts.isCallExpression(node) && node.typeArguments === undefined && LISTING.has(node.expression.getText());
  const [record] = isListing ? node.arguments : [];
  return record !== undefined && isName(record) ? record : undefined;
}

/** Is it an interface, of whose entries TypeScript tells nothing? */
function isUntold(type: ts.Type, checker: ts.TypeChecker): boolean {
  return (
    type.isClassOrInterface() &&
    !type.isClass() &&
    checker.getIndexInfosOfType(type).length === 0 &&
    isRecord(checker, type)
  );
}

function isName(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) ? isName(node.expression) : ts.isIdentifier(node);
}

function mayHoldUndefined(record: ts.Expression, kept: KeptNames, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(record);
  return (
    isRecord(checker, type) &&
    membersOf(type).some((member) =>
      checker
        .getPropertiesOfType(member)
        .some(
          (property) =>
            (property.flags & ts.SymbolFlags.Optional) !== 0 &&
            (kept.has(property.name) || kept.has(ANY_NAME)) &&
            mayBeUndefined(checker.getTypeOfSymbol(property)),
        ),
    )
  );
}
