/** The private skill of a segment: takes the locals out of the frame, binds the awaited value, goes on. */
import ts from "typescript";
import { mayBeNull } from "../analysis/types.ts";
import { FunctionContext } from "../context/function-context.ts";
import type { Parameter, Skill } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { isPlanLocal, localName, type Plan, type Segment } from "../segments/plan.ts";
import { markBoxed } from "../transform/boxing.ts";
import { bindPattern } from "../transform/patterns.ts";
import { SegmentWriter } from "./segment-steps.ts";
import { sourceOf, sourceOfSegment } from "./skill-source.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";

/** Parameters of every segment skill, so that whoever runs one need not know which. */
const segmentParameters: readonly Parameter[] = [
  { name: "operation", defaultValue: "" },
  { name: "persona", defaultValue: "" },
  { name: "up", defaultValue: "null" },
  { name: "value", defaultValue: "null" },
  { name: "vars", defaultValue: "{}" },
];

/** Writes the skill of a segment. */
export function writeSegment(idn: string, plan: Plan, segment: Segment, flow: SegmentedFlow): Skill {
  const context = new FunctionContext(flow, { isJump: false, emit: () => undefined }, plan.declaration.name);
  segmentParameters.forEach((parameter) => {
    context.names.reserve(parameter.name);
  });
  context.persona = "persona";
  context.operation = nsl.name("operation");
  const isHandler = flow.registry.isHandler(plan);
  if (!isHandler) {
    context.emit({ ...nsl.set("up", nsl.loads(nsl.name("up"))), origin: plan.declaration.name });
  }
  context.foresee(plan.declaration);
  plan.inPlace.forEach((written) => {
    context.foresee(written);
  });
  const statements = plan.declaration.body?.statements ?? [];
  markBoxed([...plan.declaration.parameters, ...statements, ...plan.inPlace], context);
  const writer = new SegmentWriter(plan, "segment", context, flow, isHandler ? null : nsl.name("up"));
  writer.stand(segment.functions);
  restore(plan, segment, writer, context);
  if (segment.index === 0 && !isHandler) {
    fillDefaults(plan, context);
  }
  bindValue(segment, writer, context);
  if (segment.binding.kind === "return") {
    writer.giveBack(nsl.loads(nsl.name("value")), segment.binding.node);
  } else {
    writer.steps(segment.steps);
  }
  const source = sourceOfSegment(plan, segment, flow.registry.numberOf(plan, segment));
  const { place } = sourceOf(plan.declaration);
  const part = { label: flow.registry.labelOf(plan, segment), group: idn.replace(/_\d+$/u, ""), place };
  return { idn, source, part, parameters: segmentParameters, body: context.finish() };
}

/** Gives the parameters that were left out their defaults. */
function fillDefaults(plan: Plan, context: FunctionContext): void {
  for (const parameter of plan.declaration.parameters) {
    if (!ts.isIdentifier(parameter.name)) {
      context.refuse(parameter, "destructuring");
    }
    const symbol = context.checker.getSymbolAtLocation(parameter.name);
    const given = symbol === undefined ? undefined : context.variables.read(symbol);
    if (parameter.initializer === undefined || symbol === undefined || given === undefined) {
      continue;
    }
    if (mayBeNull(context.checker.getTypeAtLocation(parameter))) {
      context.refuse(parameter, "nullDefault");
    }
    const fallback = context.collect(() => {
      if (parameter.initializer !== undefined) {
        context.variables.assign(symbol, context.expression(parameter.initializer), parameter);
      }
    });
    context.emit({ ...nsl.when(nsl.isNone(given), fallback), origin: parameter });
  }
}

/** Puts the awaited value where the source puts it. */
function bindValue(segment: Segment, writer: SegmentWriter, context: FunctionContext): void {
  const { binding } = segment;
  if (binding.kind === "hold") {
    writer.bindPlanLocal(binding.local, nsl.loads(nsl.name("value")));
    return;
  }
  if (binding.kind === "declare" && !ts.isIdentifier(binding.name)) {
    bindPattern(binding.name, nsl.loads(nsl.name("value")), context);
    return;
  }
  const target =
    binding.kind === "declare" ? binding.name : binding.kind === "assign" ? binding.target : undefined;
  const symbol = target === undefined ? undefined : context.checker.getSymbolAtLocation(target);
  if (target === undefined || symbol === undefined) {
    return;
  }
  if (binding.kind === "declare") {
    context.variables.initialise(symbol, nsl.loads(nsl.name("value")), target);
  } else {
    context.variables.assign(symbol, nsl.loads(nsl.name("value")), target);
  }
}

/** Makes the locals of the frame variables again. */
function restore(plan: Plan, segment: Segment, writer: SegmentWriter, context: FunctionContext): void {
  const origin = plan.declaration.name;
  if (segment.needs.length === 0) {
    return;
  }
  context.emit({ ...nsl.set("vars", nsl.loads(nsl.name("vars"))), origin });
  for (const local of segment.needs) {
    const stored = nsl.item(nsl.name("vars"), nsl.text(localName(local)));
    if (isPlanLocal(local)) {
      writer.bindPlanLocal(local, stored);
    } else {
      // On the function's own line: the first other line of the skill is that of the `await` it goes on from.
      context.variables.initialise(local, stored, origin ?? plan.declaration);
    }
  }
}
