/** The steps of a segment as NSL. */
import ts from "typescript";
import { isFunctionParameter } from "../analysis/function-parameters.ts";
import { isContextExpression, isContextParameter } from "../analysis/platform-context.ts";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import { isPure } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import {
  type GivenFunctions,
  isPlanLocal,
  type Local,
  localName,
  type Plan,
  type PlanLocal,
  type Segment,
  type Step,
  type Test,
} from "../segments/plan.ts";
import { bindParameter } from "../transform/arrows.ts";
import { truth } from "../transform/condition.ts";
import { emitBranches, emitEffect } from "../transform/effects.ts";
import { bindPattern } from "../transform/patterns.ts";
import { argumentWorks } from "../transform/rest.ts";
import { asStatement } from "../transform/statements/open-loop.ts";
import { transformExpressionStatement } from "../transform/statements/expression.ts";
import { labelTest } from "../transform/statements/switch.ts";
import { transformDeclaration } from "../transform/statements/variable.ts";
import { emitHandOver, emitStop, type SegmentPlace } from "./hand-over.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";

/** What variables of the plan's own start with. */
const first = { zero: nsl.number(0), list: nsl.list([]), nothing: nsl.none };

/** Writes the steps of one segment into a skill. */
export class SegmentWriter {
  private readonly planLocals = new Map<string, string>();

  constructor(
    private readonly plan: Plan,
    private readonly place: SegmentPlace,
    private readonly context: FunctionContext,
    private readonly flow: SegmentedFlow,
    /** The caller's frame; null where there is none. */
    private readonly up: Expression | null,
  ) {
    context.jumps.returnTarget = {
      isJump: false,
      emit: (_context, value, node) => {
        this.finish(value, node);
      },
    };
    context.held = (node) => {
      const local = plan.held.get(node);
      return local === undefined ? undefined : nsl.name(this.variable(local.planLocal));
    };
  }

  /** Makes a local of the plan a variable again. */
  bindPlanLocal(local: PlanLocal, stored: Expression): void {
    this.context.emit(nsl.set(this.variable(local.planLocal), stored));
  }

  /** Writes steps in order. */
  steps(steps: readonly Step[]): void {
    for (const step of steps) {
      this.step(step);
    }
  }

  private step(step: Step): void {
    const { context } = this;
    switch (step.kind) {
      case "statement":
        context.statement(step.node);
        return;
      case "declaration":
        context.buffer.place = step.node.parent.parent;
        transformDeclaration(step.node, context);
        return;
      case "expression":
        transformExpressionStatement(asStatement(step.node), context);
        return;
      case "keep":
        this.setPlanLocal(step.local.planLocal, context.expression(step.node), step.node);
        return;
      case "start":
        context.emit(nsl.set(this.variable(step.local.planLocal), first[step.as]));
        return;
      case "append":
        context.emit({
          ...nsl.effect(
            nsl.method(
              nsl.name(this.variable(step.list.planLocal)),
              "append",
              nsl.name(this.variable(step.value.planLocal)),
            ),
          ),
          origin: step.node,
        });
        return;
      case "bind":
        this.bind(step);
        return;
      case "take":
        this.take(step);
        return;
      case "branch":
        this.branch(step);
        return;
      case "goto":
        emitHandOver(
          {
            at: nsl.text(this.label(step.target)),
            vars: this.vars(step.target),
            value: nsl.none,
            up: this.up ?? nsl.none,
          },
          this.place,
          step.node,
          context,
        );
        return;
      case "suspend":
        this.suspend(step);
        return;
      case "call":
        this.call(step);
        return;
      case "return":
        this.finish(step.value, step.node);
        return;
    }
  }

  private take(step: Extract<Step, { kind: "take" }>): void {
    const index = nsl.name(this.variable(step.index.planLocal));
    const list = nsl.name(this.variable(step.list.planLocal));
    const hint = step.name !== undefined && ts.isIdentifier(step.name) ? step.name.text : null;
    const element =
      step.name === undefined
        ? nsl.none
        : this.context.withHint(hint, () => this.context.start(nsl.item(list, index), "item"));
    const counter = step.position && this.context.checker.getSymbolAtLocation(step.position);
    if (counter !== undefined) {
      this.context.emit(nsl.set(this.context.variables.declare(counter), index));
    }
    this.context.emit({
      ...nsl.set(this.variable(step.index.planLocal), nsl.binary("+", index, nsl.number(1))),
      origin: step.name,
    });
    if (step.name === undefined) {
      return;
    }
    if (ts.isIdentifier(step.name)) {
      const symbol = this.context.checker.getSymbolAtLocation(step.name);
      if (symbol !== undefined) {
        this.context.variables.initialise(symbol, element, step.name);
      }
    } else {
      bindPattern(step.name, element, this.context);
    }
  }

  /** The parameters of a function that is written in place are variables like any other. */
  private bind({ callee, call, functions }: Extract<Step, { kind: "bind" }>): void {
    const { context } = this;
    const works = argumentWorks(callee.parameters, call.arguments, context);
    const passed = [...callee.parameters.entries()].filter(
      ([, parameter]) => !isFunctionParameter(parameter, context.checker),
    );
    const values = context.ordered(
      passed.map(([index, parameter]) => () => {
        const isContext = isContextParameter(context.checker, parameter);
        return (isContext ? undefined : works[index]?.()) ?? nsl.none;
      }),
      "argument",
    );
    this.stand(functions);
    passed.forEach(([index, parameter], position) => {
      bindParameter(parameter, values[position], call.arguments[index], context);
    });
  }

  /** Says what parameters of functions written in place stand for from here on. */
  stand(functions: GivenFunctions): void {
    functions.forEach((given, symbol) => this.context.functions.set(symbol, given));
  }

  private branch(step: Extract<Step, { kind: "branch" }>): void {
    const { context } = this;
    const test = this.test(step.test);
    const functions = new Map(context.functions);
    const then = context.collect(() => {
      this.steps(step.then);
    });
    this.stand(functions);
    // Every path of a branch ends the skill, so the other path needs no `else`.
    emitBranches(test, then, [], step.node, context);
    this.steps(step.otherwise);
  }

  private test(test: Test): Expression {
    switch (test.kind) {
      case "expression":
        return this.context.condition(test.node);
      case "absent":
        return nsl.isNone(
          isPlanLocal(test.value)
            ? nsl.name(this.variable(test.value.planLocal))
            : this.context.expression(test.value),
        );
      case "truth": {
        const type = this.context.checker.getTypeAtLocation(test.node);
        return truth(nsl.name(this.variable(test.value.planLocal)), type, test.node, this.context);
      }
      case "label":
        return labelTest(nsl.name(this.variable(test.value.planLocal)), test.labels, this.context);
      case "inside":
        return nsl.binary(
          "<",
          nsl.name(this.variable(test.index.planLocal)),
          nsl.filter(nsl.name(this.variable(test.list.planLocal)), "length"),
        );
    }
  }

  private suspend(step: Extract<Step, { kind: "suspend" }>): void {
    const { context } = this;
    const request = context.expression(step.request);
    const frame = this.frame(step.resume);
    const keywords: Keyword[] = [
      ["persona", context.persona === null ? nsl.text("") : nsl.name(context.persona)],
      ["flow", nsl.text(this.flow.idn)],
      ["request", nsl.dumps(request)],
      ["frame", nsl.dumps(frame)],
      // An entry skill begins an operation: its first request gives it its id.
      ...(this.place === "segment" ? [["operation", nsl.name("operation")] as const] : []),
    ];
    context.emit({
      kind: "output",
      value: nsl.invoke(this.flow.skillOf(this.flow.runtime.sendRequest), keywords),
      origin: step.node,
    });
    emitStop(step.node, context);
  }

  private call(step: Extract<Step, { kind: "call" }>): void {
    const { context } = this;
    const target = this.flow.registry.planOf(step.callee);
    const [start] = target?.segments ?? [];
    if (target === undefined || start === undefined) {
      return;
    }
    const values = context.ordered(
      step.callee.parameters.map((_parameter, index) => () => this.argument(step, index)),
      "argument",
    );
    const vars = step.callee.parameters.flatMap((parameter, index) => {
      const isContext = start.needs.every((local) => localName(local) !== parameter.name.getText());
      return isContext ? [] : [[parameter.name.getText(), values[index] ?? nsl.none] as const];
    });
    emitHandOver(
      {
        at: nsl.text(this.flow.registry.labelOf(target, start)),
        vars: nsl.dict(vars),
        value: nsl.none,
        up: this.frame(step.resume),
      },
      this.place,
      step.node,
      context,
    );
  }

  /** The frame that waits for a value. `return await ...` of a helper waits for nothing: its caller does. */
  private frame(resume: Segment): Expression {
    if (this.up !== null && resume.binding.kind === "return") {
      return this.up;
    }
    return nsl.dict([
      ["at", nsl.text(this.label(resume))],
      ["vars", this.vars(resume)],
      ["up", this.up ?? nsl.none],
    ]);
  }

  private argument(step: Extract<Step, { kind: "call" }>, index: number): Expression {
    const argument = step.call.arguments[index];
    const parameter = step.callee.parameters[index];
    const symbol =
      parameter === undefined ? undefined : this.context.checker.getSymbolAtLocation(parameter.name);
    const target = this.flow.registry.planOf(step.callee)?.segments[0];
    const needed = target?.needs.some((local) => local === symbol) ?? false;
    const isRest = parameter?.dotDotDotToken !== undefined;
    if (!isRest && (argument === undefined || isContextExpression(this.context.checker, argument))) {
      return nsl.none;
    }
    const work = argumentWorks(step.callee.parameters, step.call.arguments, this.context)[index];
    const value = work?.() ?? nsl.none;
    return needed || isPure(value) ? value : this.context.spill(value, "unused");
  }

  /** `return`: back to the caller's frame, or the end of the handler. */
  private finish(value: ts.Expression | null, node: ts.Node): void {
    this.giveBack(value === null ? nsl.none : this.context.expression(value), node);
  }

  /** Gives the caller's segment the value it waits for; a handler has no caller and stops. */
  giveBack(result: Expression, node: ts.Node): void {
    const { up } = this;
    if (up === null) {
      emitEffect(result, node, this.context);
      emitStop(node, this.context);
      return;
    }
    emitHandOver(
      {
        at: nsl.item(up, nsl.text("at")),
        vars: nsl.item(up, nsl.text("vars")),
        value: result,
        up: nsl.item(up, nsl.text("up")),
      },
      this.place,
      node,
      this.context,
    );
  }

  private vars(target: Segment): Expression {
    return nsl.dict(target.needs.map((local) => [localName(local), this.valueOf(local)] as const));
  }

  private valueOf(local: Local): Expression {
    return isPlanLocal(local)
      ? nsl.name(this.variable(local.planLocal))
      : (this.context.variables.read(local) ?? nsl.none);
  }

  private setPlanLocal(local: string, value: Expression, origin: ts.Node): void {
    this.context.emit({ ...nsl.set(this.variable(local), value), origin });
  }

  private variable(local: string): string {
    const known = this.planLocals.get(local);
    if (known !== undefined) {
      return known;
    }
    const variable = this.context.names.helper(local.replace(/\W\d+$/u, ""));
    this.planLocals.set(local, variable);
    return variable;
  }

  private label(segment: Segment): string {
    return this.flow.registry.labelOf(this.plan, segment);
  }
}
