/** What a skill was made from, for its title. */
import type ts from "typescript";
import { functionName } from "../analysis/functions.ts";
import type { SkillSource } from "../nsl/ast.ts";
import type { Plan, Segment } from "../segments/plan.ts";

/** A whole function: its name and where it is declared. */
export function sourceOf(declaration: ts.FunctionDeclaration): SkillSource & { readonly place: ts.Node } {
  return { name: functionName(declaration), place: declaration.name ?? declaration };
}

/** A part of a function, its number from 1, and where it begins: after what it waited for. */
export function sourceOfSegment(plan: Plan, segment: Segment, number: number): SkillSource {
  const whole = sourceOf(plan.declaration);
  return {
    name: `${whole.name} ${String(number)}`,
    place: segment.index === 0 ? whole.place : (startOf(segment) ?? whole.place),
  };
}

function startOf({ binding, steps }: Segment): ts.Node | undefined {
  if (binding.kind === "declare") {
    return binding.name;
  }
  if (binding.kind === "assign") {
    return binding.target;
  }
  const node = steps.flatMap((step) => ("node" in step ? [step.node] : []))[0];
  // A node the compiler has made stands nowhere.
  return node === undefined || node.pos < 0 ? undefined : node;
}
