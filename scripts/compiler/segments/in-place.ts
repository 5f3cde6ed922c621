/**
 * Async functions that are written in place: the callbacks of `Promise.all`, those with a name inside of a function,
 * and those that are given other functions. What is gathered is waited for one after the other.
 */
import ts from "typescript";
import { rootOf } from "../analysis/changes.ts";
import {
  type Callable,
  callableGiven,
  functionName,
  isAsync,
  waitingArrowOf,
} from "../analysis/functions.ts";
import { isFunctionParameter, takesFunctions } from "../analysis/function-parameters.ts";
import { gatheredValue, type Gathering } from "../analysis/gathering.ts";
import { unwrapped } from "../analysis/paths.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { containsAwait, givesPromise, isPromise } from "./awaits.ts";
import { branch, type ExpressionCutter } from "./cut-expressions.ts";
import { gatheredAdvice } from "./awaited-advice.ts";
import { changedOutside, mayBeSame } from "./changed-outside.ts";
import { earlyAct } from "./early-acts.ts";
import type { Continuation, PlanBuilder } from "./plan-builder.ts";
import type { PlanLocal, Step } from "./plan.ts";

/** What becomes of the value a body gives; undefined where it gives none. */
export type Giving = (value: ts.Expression | undefined, node: ts.Node) => readonly Step[];

/** Cuts a body, and puts what it returns where it is wanted. */
export type BodyCutter = (body: ts.ConciseBody, giving: Giving) => readonly Step[];

/** Writes async functions in place in one function. */
export class InPlaceCutter {
  /** The functions around what is being cut. */
  private around: readonly Callable[] = [];

  constructor(
    private readonly builder: PlanBuilder,
    private readonly context: FunctionContext,
    private readonly expressions: ExpressionCutter,
    private readonly body: BodyCutter,
  ) {}

  /** The async function a call is written in place of; undefined for any other call. */
  calleeOf(call: ts.CallExpression): Callable | undefined {
    const { checker } = this.context;
    const symbol = checker.getSymbolAtLocation(call.expression);
    const given = symbol === undefined ? undefined : this.builder.functions.get(symbol);
    if (given !== undefined && given !== null) {
      return checker.getTypeAtLocation(call).symbol?.name === "Promise" ? given : undefined;
    }
    const declaration = symbol?.valueDeclaration;
    if (declaration !== undefined && ts.isVariableDeclaration(declaration)) {
      return waitingArrowOf(declaration);
    }
    const declared = callableGiven(call.expression, checker);
    return declared !== undefined &&
      ts.isFunctionDeclaration(declared) &&
      isAsync(declared) &&
      takesFunctions(declared, checker)
      ? declared
      : undefined;
  }

  /** The body of an async function in place of its call; what it gives is kept. */
  call(callee: Callable, call: ts.CallExpression, local: PlanLocal, after: Continuation): readonly Step[] {
    const { builder, context } = this;
    const functions = this.givenBy(callee, call);
    if (functions === null) {
      return [];
    }
    if (this.around.includes(callee)) {
      context.refuse(call, "recursion", functionName(callee), functionName(callee));
      return [];
    }
    const given = [...functions.values()].flatMap((one) => one ?? []);
    this.refuseShared(given, call.arguments);
    builder.inPlace.add(callee);
    const [outer, known] = [this.around, builder.functions];
    const join = builder.joined(() => this.inside(outer, known, after), call);
    const own = new Map([...known, ...functions]);
    return this.expressions.parts(call.arguments, () => [
      { kind: "bind", callee, call, functions: own, node: call },
      ...this.inside([...outer, callee], own, () =>
        this.body(callee.body ?? call, (value, node) =>
          this.settle(value, local, node, () => this.inside(outer, known, join)),
        ),
      ),
    ]);
  }

  /** `Promise.all`: what comes of it is held where it stands. */
  gather(
    gathering: Gathering,
    call: ts.CallExpression,
    isWanted: boolean,
    after: Continuation,
  ): readonly Step[] {
    const early = earlyAct(gathering, this.context.checker, (called) => this.calleeOf(called));
    if (early !== undefined) {
      this.context.refuse(early, "gatheredOrder", gatheredAdvice(gathering));
    }
    if (gathering.kind === "each") {
      this.refuseShared([gathering.callback], [gathering.list, ...gathering.callback.parameters]);
    }
    if (gathering.kind === "listed") {
      return this.listed(gathering.list.elements, after);
    }
    const results = isWanted ? this.builder.hold(call, "gathered") : null;
    return this.expressions.value(gathering.list, () => this.each(gathering, results, call, after));
  }

  /** What is changed while it has another name is two values once an answer was waited for. */
  private refuseShared(changing: readonly ts.Node[], others: readonly ts.Node[]): void {
    const { checker } = this.context;
    for (const { place, symbol, type, isAlone } of changing.flatMap((node) =>
      changedOutside(node, checker),
    )) {
      const isShared = others.some((other) =>
        isAlone
          ? checker.getSymbolAtLocation(other) === symbol
          : mayBeSame(type, checker.getTypeAtLocation(other), checker),
      );
      if (isShared) {
        this.context.refuse(place, "sharedMutation", rootOf(place).getText());
      }
    }
  }

  private listed(elements: readonly ts.Expression[], after: Continuation): readonly Step[] {
    const [first, ...rest] = elements;
    if (first === undefined) {
      return after();
    }
    const next: Continuation = () => this.listed(rest, after);
    return this.waitsIn(first)
      ? this.settle(first, this.builder.hold(first, "awaited"), first, next)
      : next();
  }

  /** A loop over the list, with the body of the callback in it. */
  private each(
    { list, callback }: Extract<Gathering, { kind: "each" }>,
    results: PlanLocal | null,
    node: ts.CallExpression,
    after: Continuation,
  ): readonly Step[] {
    const { builder } = this;
    const [items, index] = [builder.local("items"), builder.local("position")];
    const [element, position] = callback.parameters;
    const value = builder.local("element");
    const head = builder.segment({ kind: "none" });
    const again: Continuation = () => [{ kind: "goto", target: head, node }];
    const leave = builder.joined(after, node);
    const turn: Continuation = () => [
      { kind: "take", list: items, index, name: element?.name, position: position?.name },
      ...this.body(callback.body, (given, origin) =>
        this.settle(given, value, origin, () => [
          ...(results === null
            ? []
            : [{ kind: "append", list: results, value, node: origin } as const satisfies Step]),
          ...again(),
        ]),
      ),
    ];
    head.steps = [branch({ kind: "inside", list: items, index }, turn, leave, node)];
    return [
      { kind: "keep", local: items, node: list },
      { kind: "start", local: index, as: "zero" },
      ...(results === null ? [] : [{ kind: "start", local: results, as: "list" } as const satisfies Step]),
      ...again(),
    ];
  }

  /** Waits for what a body gives, or a promise that is listed, and keeps what comes of it. */
  private settle(
    given: ts.Expression | undefined,
    local: PlanLocal,
    node: ts.Node,
    after: Continuation,
  ): readonly Step[] {
    const { checker } = this.context;
    if (given === undefined) {
      return [{ kind: "start", local, as: "nothing" }, ...after()];
    }
    const value = unwrapped(given);
    if (ts.isConditionalExpression(value) && this.waitsIn(value)) {
      const join = this.builder.joined(after, node);
      return this.expressions.test(
        value.condition,
        () => this.settle(value.whenTrue, local, value.whenTrue, join),
        () => this.settle(value.whenFalse, local, value.whenFalse, join),
        node,
      );
    }
    if (!ts.isAwaitExpression(value) && !this.givesPromise(value)) {
      return this.expressions.value(value, () => [{ kind: "keep", local, node: value }, ...after()]);
    }
    const operand = ts.isAwaitExpression(value) ? unwrapped(value.expression) : value;
    const kept: Continuation = () => {
      const what = gatheredValue(operand, checker);
      // What is gathered inside of what is gathered is held by the variable already.
      const isThere = this.builder.held.get(what) === local;
      return isThere ? after() : [{ kind: "keep", local, node: what }, ...after()];
    };
    return (
      this.expressions.writtenInPlace(operand, true, kept) ??
      this.expressions.wait(operand, { kind: "hold", local }, node, after)
    );
  }

  private waitsIn(node: ts.Expression): boolean {
    return containsAwait(node) || this.givesPromise(node);
  }

  private givesPromise(node: ts.Expression): boolean {
    const { checker } = this.context;
    const value = unwrapped(node);
    return ts.isConditionalExpression(value)
      ? this.givesPromise(value.whenTrue) || this.givesPromise(value.whenFalse)
      : givesPromise(value, checker) ||
          isPromise(value, checker) ||
          (ts.isCallExpression(value) && this.calleeOf(value) !== undefined);
  }

  /** What the parameters of a function that is written in place stand for; null where they cannot stand for anything. */
  private givenBy(callee: Callable, call: ts.CallExpression): ReadonlyMap<ts.Symbol, Callable | null> | null {
    const { checker } = this.context;
    const found = new Map<ts.Symbol, Callable | null>();
    for (const [index, parameter] of callee.parameters.entries()) {
      const symbol = checker.getSymbolAtLocation(parameter.name);
      if (symbol === undefined || !isFunctionParameter(parameter, checker)) {
        continue;
      }
      const argument = call.arguments[index] ?? parameter.initializer;
      const named = argument && checker.getSymbolAtLocation(argument);
      const given =
        (named && (this.builder.functions.get(named) ?? waitingFunctionOf(named))) ??
        callableGiven(argument, checker);
      if (argument !== undefined && given === undefined) {
        this.context.refuse(argument, "functionValue");
        return null;
      }
      found.set(symbol, given ?? null);
      if (given !== undefined) {
        this.builder.given.set(symbol, [...(this.builder.given.get(symbol) ?? []), given]);
      }
    }
    return found;
  }

  /** Cuts what stands inside of other functions than what was cut before. */
  private inside(
    around: readonly Callable[],
    functions: PlanBuilder["functions"],
    work: Continuation,
  ): readonly Step[] {
    const [outer, known] = [this.around, this.builder.functions];
    this.around = around;
    this.builder.functions = functions;
    const steps = work();
    this.around = outer;
    this.builder.functions = known;
    return steps;
  }
}

function waitingFunctionOf({ valueDeclaration }: ts.Symbol): ts.ArrowFunction | undefined {
  return valueDeclaration !== undefined && ts.isVariableDeclaration(valueDeclaration)
    ? waitingArrowOf(valueDeclaration)
    : undefined;
}
