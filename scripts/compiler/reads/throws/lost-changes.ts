/** What a function has changed of its parameters when it throws: an error takes none of it along. */
import ts from "typescript";
import { changedObjects, variableOfPart } from "../../analysis/changed-parts.ts";
import { assignmentTargets } from "../../analysis/changes.ts";
import { isRepeating } from "../../analysis/iterables.ts";
import { contains, walk } from "../../analysis/walk.ts";
import { isOwnedMark } from "../owned-marks.ts";

/** A change that may come before something that throws out of the function; undefined where there is none. */
export function lostChange(
  { body }: ts.FunctionDeclaration,
  throwing: readonly ts.Node[],
  checker: ts.TypeChecker,
): ts.Node | undefined {
  const owned = new Set((body?.statements ?? []).flatMap((statement) => ownedBy(statement, checker)));
  let found: ts.Node | undefined;
  if (body !== undefined && owned.size > 0 && throwing.length > 0) {
    walk(body, (node) => {
      const isChange =
        changedObjects(node, checker).some((object) => isOneOf(owned, variableOfPart(object, checker))) ||
        assignmentTargets(node).some((target) => isOneOf(owned, checker.getSymbolAtLocation(target)));
      if (isChange && throwing.some((site) => mayPrecede(node, site, body))) {
        found ??= node;
      }
    });
  }
  return found;
}

/** The variables of a statement that hold what the function was handed to change. */
function ownedBy(statement: ts.Statement, checker: ts.TypeChecker): readonly ts.Symbol[] {
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.flatMap(({ name, initializer }) =>
        initializer !== undefined && isOwnedMark(initializer)
          ? (checker.getSymbolAtLocation(name) ?? [])
          : [],
      )
    : [];
}

function isOneOf(symbols: ReadonlySet<ts.Symbol>, symbol: ts.Symbol | undefined): boolean {
  return symbol !== undefined && symbols.has(symbol);
}

/** Does it stand before the other, or in one loop with it? What is thrown while it is made comes before it. */
function mayPrecede(change: ts.Node, site: ts.Node, body: ts.Block): boolean {
  const loop = ts.findAncestor(
    change,
    (node) => isRepeating(node) && contains(node, site) && contains(body, node),
  );
  return loop !== undefined || change.end <= site.pos;
}
