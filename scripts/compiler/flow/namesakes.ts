/** Functions of one name in several files, or with a name the toolkit uses: skills of one flow, which must be told apart. */
import ts from "typescript";
import type { CallGraph } from "../analysis/call-graph.ts";
import { type Callable, functionName } from "../analysis/functions.ts";
import type { Sdk } from "../analysis/sdk.ts";
import { skillPart } from "../context/names.ts";
import { driverIdn, promptSkillIdn } from "./skill-idns.ts";

/**
 * The functions that handlers call, directly or through others, whose name a function of another file, of the SDK or a skill
 * of the toolkit has. Handlers keep their names, and so do the functions of the SDK.
 *
 * @param runtime the functions of the SDK that the compiler calls for
 */
export function findNamesakes(
  handlers: readonly ts.FunctionDeclaration[],
  graph: CallGraph,
  sdk: Sdk,
  runtime: readonly ts.FunctionDeclaration[],
): ReadonlySet<ts.FunctionDeclaration> {
  const found = new Set<Callable>(handlers);
  for (const called of found) {
    graph.callees(called).forEach((callee) => found.add(callee));
  }
  const nameOf = (declaration: ts.FunctionDeclaration): string => skillPart(functionName(declaration));
  const functions = [...found].filter(ts.isFunctionDeclaration);
  const taken = new Set([
    ...[...functions.filter((one) => sdk.isOwn(one)), ...runtime].map(nameOf),
    ...[driverIdn, promptSkillIdn].map((idn) => idn.slice(1)),
  ]);
  const helpers = functions.filter((one) => !handlers.includes(one) && !sdk.isOwn(one));
  const counts = new Map<string, number>();
  helpers.forEach((helper) => counts.set(nameOf(helper), (counts.get(nameOf(helper)) ?? 0) + 1));
  return new Set(
    helpers.filter((helper) => taken.has(nameOf(helper)) || (counts.get(nameOf(helper)) ?? 0) > 1),
  );
}
