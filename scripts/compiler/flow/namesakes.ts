/** Functions of one name in several files: skills of one flow, which must be told apart. */
import ts from "typescript";
import type { CallGraph } from "../analysis/call-graph.ts";
import { type Callable, functionName } from "../analysis/functions.ts";
import type { Sdk } from "../analysis/sdk.ts";
import { skillPart } from "../context/names.ts";

/**
 * The functions that handlers call, directly or through others, whose name a function of another file has. Handlers keep
 * their names, and so do the functions of the SDK: theirs is for the author to change.
 */
export function findNamesakes(
  handlers: readonly ts.FunctionDeclaration[],
  graph: CallGraph,
  sdk: Sdk,
): ReadonlySet<ts.FunctionDeclaration> {
  const found = new Set<Callable>(handlers);
  for (const called of found) {
    graph.callees(called).forEach((callee) => found.add(callee));
  }
  const helpers = [...found]
    .filter(ts.isFunctionDeclaration)
    .filter((declaration) => !handlers.includes(declaration) && !sdk.isOwn(declaration));
  const counts = new Map<string, number>();
  const nameOf = (declaration: ts.FunctionDeclaration): string => skillPart(functionName(declaration));
  helpers.forEach((helper) => counts.set(nameOf(helper), (counts.get(nameOf(helper)) ?? 0) + 1));
  return new Set(helpers.filter((helper) => (counts.get(nameOf(helper)) ?? 0) > 1));
}
