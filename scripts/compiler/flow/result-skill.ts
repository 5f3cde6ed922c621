/** The skills that wake a suspended skill: one for the result events of a flow, one that runs segments in turn. */
import { FunctionContext } from "../context/function-context.ts";
import type { Expression, Keyword, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { commandTarget, triggeredAct } from "../transform/command-target.ts";
import { parameterNames } from "../transform/parameters.ts";
import { eventOf } from "./event.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";
import { driverIdn } from "./skill-idns.ts";

/** Serves every result event: takes the frame, reads the answer, goes on where the skill stopped. */
export function writeResultSkill(idn: string, flow: SegmentedFlow): Skill {
  const { runtime } = flow;
  const context = new FunctionContext(flow, { isJump: false, emit: () => undefined });
  const act = triggeredAct(context);
  context.emit(nsl.set("target", commandTarget(act, context)));
  const target = nsl.name("target");
  // Each flow is told of every result: that of another ends here (`targetAction` in `scripts/sdk/frames.ts`).
  const isOwn = nsl.binary("in", nsl.text(`|${flow.idn}|`), target);
  context.emit(nsl.when(nsl.and(target, nsl.not(isOwn)), [nsl.returnValue(nsl.text(""))]));
  context.emit(nsl.set("event", eventOf(context, act)));
  const event = nsl.name("event");
  const taken = (key: string): Expression => nsl.item(nsl.name("taken"), nsl.text(key));
  const [flowName = "flow", eventName = "eventIdn", targetName = "target"] = parameterNames(
    flow.checker,
    runtime.takeFrame,
  ).values();
  const take = nsl.invoke(flow.skillOf(runtime.takeFrame), [
    [flowName, nsl.text(flow.idn)],
    [eventName, nsl.item(event, nsl.text("idn"))],
    [targetName, target],
  ]);
  context.emit(nsl.set("taken", nsl.loads(take)));
  context.emit(nsl.when(nsl.isNone(nsl.name("taken")), [nsl.returnValue(nsl.text(""))]));
  // A runtime that tells the log of an answer also asks what it belongs to.
  const [parameter = "event", owner] = parameterNames(flow.checker, runtime.readHttpResult).values();
  const given: readonly Keyword[] = [
    [parameter, nsl.dumps(event)],
    ...(owner === undefined ? [] : [[owner, nsl.dumps(nsl.name("taken"))] as const]),
  ];
  context.emit(nsl.set("value", nsl.invoke(flow.skillOf(runtime.readHttpResult), given)));
  const result = nsl.loads(nsl.name("value"));
  const nobodyWaits = reportLost(flow, {
    ...{ mark: taken("mark"), operation: taken("operation") },
    ...{ isAwaited: false, result },
  });
  context.emit(nsl.when(nsl.isNone(taken("frame")), [nobodyWaits, nsl.returnValue(nsl.text(""))]));
  context.emit(nsl.set("frame", taken("frame")));
  const part = (key: string): Expression => nsl.item(nsl.name("frame"), nsl.text(key));
  const whose: readonly Keyword[] = [
    ["operation", taken("operation")],
    ["persona", taken("personaId")],
  ];
  if (flow.registry.needsDriver) {
    const state = nsl.dict([
      ["at", part("at")],
      ["vars", part("vars")],
      ["value", result],
      ["up", part("up")],
    ]);
    const run = nsl.invoke(driverIdn, [["mark", taken("mark")], ...whose, ["state", nsl.dumps(state)]]);
    context.emit(nsl.output(run));
  } else {
    const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
      label,
      nsl.effect(
        nsl.invoke(skill, [
          ...whose,
          ["up", nsl.text("null")],
          ["value", nsl.name("value")],
          ["vars", nsl.dumps(part("vars"))],
        ]),
      ),
    ]);
    const lost = reportLost(flow, {
      ...{ mark: taken("mark"), operation: taken("operation") },
      ...{ isAwaited: true, result },
    });
    chain(part("at"), dispatch, [lost]).forEach((statement) => {
      context.emit(statement);
    });
  }
  const source = { name: `results of the requests of ${flow.idn}`, place: null };
  return { idn, source, parameters: [], body: context.finish() };
}

/**
 * Runs segment after segment until one has nothing more to do now. The loop goes over a list that grows: each
 * segment that hands on adds a turn, so there are as many turns as segments, and no bound on them.
 */
export function writeDriver(flow: SegmentedFlow): Skill {
  const parts = ["up", "value", "vars"];
  const keywords: Keyword[] = ["operation", "persona", ...parts].map((keyword) => [
    keyword,
    nsl.name(keyword),
  ]);
  const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
    label,
    nsl.set("result", nsl.invoke(skill, keywords)),
  ]);
  const at = nsl.item(nsl.name("next"), nsl.text("at"));
  // Whatever ran before it: the answer is the one that came.
  const lost = reportLost(flow, {
    mark: nsl.name("mark"),
    operation: nsl.name("operation"),
    isAwaited: true,
    result: nsl.item(nsl.loads(nsl.name("state")), nsl.text("value")),
  });
  const turn = [
    nsl.set("next", nsl.loads(nsl.name("current"))),
    ...parts.map((key) => nsl.set(key, nsl.dumps(nsl.item(nsl.name("next"), nsl.text(key))))),
    ...chain(at, dispatch, [lost, nsl.set("result", nsl.text(""))]),
    nsl.when(nsl.name("result"), [nsl.effect(nsl.method(nsl.name("states"), "append", nsl.name("result")))]),
  ];
  return {
    idn: driverIdn,
    source: { name: `runs the parts of functions of ${flow.idn}`, place: null },
    parameters: [
      { name: "mark", defaultValue: "" },
      { name: "operation", defaultValue: "" },
      { name: "persona", defaultValue: "" },
      { name: "state", defaultValue: "" },
    ],
    body: [
      nsl.set("states", nsl.list([nsl.name("state")])),
      nsl.forEach(["current"], nsl.name("states"), turn),
      nsl.returnValue(nsl.text("")),
    ],
  };
}

/** The label and the skill of every segment that has one. */
function segmentSkills({ registry }: SegmentedFlow): (readonly [string, string])[] {
  return registry.plans.flatMap((plan) =>
    plan.segments
      .filter((segment) => registry.hasSkill(plan, segment))
      .map((segment) => [registry.labelOf(plan, segment), registry.skillOf(plan, segment)] as const),
  );
}

/** What is known of an answer nothing goes on with. */
interface Lost {
  readonly mark: Expression;
  readonly operation: Expression;
  /** False when nobody waits any more, true when an update has changed the function that did. */
  readonly isAwaited: boolean;
  readonly result: Expression;
}

function reportLost(flow: SegmentedFlow, { mark, operation, isAwaited, result }: Lost): Statement {
  const { lostFrame } = flow.runtime;
  const [parameter = "lost"] = parameterNames(flow.checker, lostFrame).values();
  const lost = nsl.dict([
    ["mark", mark],
    ["operation", operation],
    ["isAwaited", nsl.boolean(isAwaited)],
    ["result", result],
  ]);
  return nsl.output(nsl.invoke(flow.skillOf(lostFrame), [[parameter, nsl.dumps(lost)]]));
}

/** `if at == "a" ... elif at == "b" ...`. */
function chain(
  at: Expression,
  entries: readonly (readonly [string, Statement])[],
  otherwise: readonly Statement[],
): readonly Statement[] {
  return entries.reduceRight<readonly Statement[]>(
    (rest, [label, statement]) => [nsl.when(nsl.binary("==", at, nsl.text(label)), [statement], rest)],
    otherwise,
  );
}
