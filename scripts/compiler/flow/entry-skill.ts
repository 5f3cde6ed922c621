/** The skill an event starts: finds out whose operation it is, reads the event, runs the first segment. */
import ts from "typescript";
import type { Expression, Skill } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { FunctionContext } from "../transform/function-context.ts";
import { transformExpression } from "../transform/expressions/index.ts";
import { emitEffect } from "../transform/statements/assignments.ts";
import { markBoxed } from "../transform/statements/boxing.ts";
import { transformStatements } from "../transform/statements/index.ts";
import type { FlowCompiler } from "./flow-compiler.ts";
import { SegmentWriter } from "./segment-steps.ts";

/** Writes the entry skill of a handler `(ctx, event)`. */
export function writeEntry(idn: string, declaration: ts.FunctionDeclaration, flow: FlowCompiler): Skill {
  const context = new FunctionContext(flow, {
    isJump: false,
    emit: (inner, value, node) => {
      if (value !== null) {
        emitEffect(transformExpression(value, inner), node, inner);
      }
      inner.emit({ ...nsl.returnNothing(), origin: node });
    },
  });
  context.place = declaration.name;
  const statements = [...(declaration.body?.statements ?? [])];
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
    new SegmentWriter(plan, "entry", context, flow, null).steps(start.steps);
  } else {
    transformStatements(statements, context);
  }
  return { idn, parameters: [], body: context.finish() };
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
  context.initialise(symbol, eventOf(context), event);
}

function reads(declaration: ts.FunctionDeclaration, wanted: string): boolean {
  const search = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === wanted) || (ts.forEachChild(node, search) ?? false);
  return declaration.body !== undefined && search(declaration.body);
}

/** The triggering act as a SkillEvent (newo-platform reference, section 8.4: GetTriggeredAct). */
export function eventOf(context: FunctionContext): Expression {
  const act = context.spill(nsl.invoke("GetTriggeredAct"), "act");
  const field = (key: string): Expression =>
    nsl.filter(
      nsl.filter(nsl.item(act, nsl.text(key)), "default", nsl.text(""), nsl.boolean(true)),
      "string",
    );
  const given = nsl.item(act, nsl.text("arguments"));
  return nsl.dict([
    ["idn", field("referenceIdn")],
    ["integrationIdn", field("integrationIdn")],
    ["connectorIdn", field("connectorIdn")],
    ["arguments", nsl.conditional(nsl.test(given, "mapping"), given, nsl.dict([]))],
  ]);
}
