/** The skill an event starts: finds out whose operation it is, reads the event, runs the first segment. */
import ts from "typescript";
import { FunctionContext } from "../context/function-context.ts";
import type { ReturnTarget } from "../context/jumps.ts";
import type { Skill } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { markBoxed } from "../transform/boxing.ts";
import { emitEffect } from "../transform/effects.ts";
import { eventOf } from "./event.ts";
import { SegmentWriter } from "./segment-steps.ts";
import { sourceOf } from "./skill-source.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";

/** Writes the entry skill of a handler `(ctx, event)`. */
export function writeEntry(idn: string, declaration: ts.FunctionDeclaration, flow: SegmentedFlow): Skill {
  const handlerReturn: ReturnTarget = {
    isJump: false,
    emit: (inner, value, node) => {
      if (value !== null) {
        emitEffect(inner.expression(value), node, inner);
      }
      inner.emit({ ...nsl.returnNothing(), origin: node });
    },
  };
  const context = new FunctionContext(flow, handlerReturn, declaration.name);
  const statements = [...(declaration.body?.statements ?? [])];
  // Its first request begins the operation.
  context.operation = nsl.text("");
  context.foresee(declaration);
  markBoxed(statements, context);
  if (flow.graph.usesPersona(declaration)) {
    context.persona = context.names.helper("persona");
    const persona = nsl.invoke(flow.skillOf(flow.runtime.currentPersona));
    context.emit({ ...nsl.set(context.persona, persona), origin: declaration.name });
  }
  bindEvent(declaration, context);
  const plan = flow.registry.planOf(declaration);
  const [start] = plan?.segments ?? [];
  if (plan !== undefined && start !== undefined) {
    plan.inPlace.forEach((written) => {
      context.foresee(written);
    });
    markBoxed([...plan.inPlace], context);
    new SegmentWriter(plan, "entry", context, flow, null).steps(start.steps);
  } else {
    context.statements(statements);
  }
  return { idn, source: sourceOf(declaration), parameters: [], body: context.finish() };
}

function bindEvent(declaration: ts.FunctionDeclaration, context: FunctionContext): void {
  const [, event] = declaration.parameters;
  if (event !== undefined && !ts.isIdentifier(event.name)) {
    context.refuse(event, "destructuring");
    return;
  }
  const symbol = event === undefined ? undefined : context.checker.getSymbolAtLocation(event.name);
  if (event === undefined || symbol === undefined || !reads(declaration, event.name.getText())) {
    return;
  }
  context.variables.initialise(symbol, eventOf(context), event);
}

function reads(declaration: ts.FunctionDeclaration, wanted: string): boolean {
  const search = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === wanted) || (ts.forEachChild(node, search) ?? false);
  return declaration.body !== undefined && search(declaration.body);
}
