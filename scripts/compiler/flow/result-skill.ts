/** The skills that wake a suspended skill: one for the result events of a flow, one that runs segments in turn. */
import { FunctionContext } from "../context/function-context.ts";
import type { Expression, Keyword, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { parameterNames } from "../transform/parameters.ts";
import { eventOf } from "./event.ts";
import type { SegmentedFlow } from "./segmented-flow.ts";
import { driverIdn } from "./skill-idns.ts";

/** Serves every result event: takes the frame, reads the answer, goes on where the skill stopped. */
export function writeResultSkill(idn: string, flow: SegmentedFlow): Skill {
  const { runtime } = flow;
  const context = new FunctionContext(flow, { isJump: false, emit: () => undefined });
  context.emit(
    nsl.set("taken", nsl.loads(nsl.invoke(flow.skillOf(runtime.takeFrame), [["flow", nsl.text(flow.idn)]]))),
  );
  context.emit(nsl.when(nsl.isNone(nsl.name("taken")), [nsl.returnValue(nsl.text(""))]));
  const event = eventOf(context);
  const [parameter = "event"] = parameterNames(flow.checker, runtime.readHttpResult).values();
  context.emit(
    nsl.set("value", nsl.invoke(flow.skillOf(runtime.readHttpResult), [[parameter, nsl.dumps(event)]])),
  );
  context.emit(nsl.set("frame", nsl.item(nsl.name("taken"), nsl.text("frame"))));
  const part = (key: string): Expression => nsl.item(nsl.name("frame"), nsl.text(key));
  const persona: Keyword = ["persona", nsl.item(nsl.name("taken"), nsl.text("personaId"))];
  if (flow.registry.needsDriver) {
    const state = nsl.dict([
      ["at", part("at")],
      ["vars", part("vars")],
      ["value", nsl.loads(nsl.name("value"))],
      ["up", part("up")],
    ]);
    context.emit(nsl.output(nsl.invoke(driverIdn, [persona, ["state", nsl.dumps(state)]])));
  } else {
    const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
      label,
      nsl.effect(
        nsl.invoke(skill, [
          persona,
          ["up", nsl.text("null")],
          ["value", nsl.name("value")],
          ["vars", nsl.dumps(part("vars"))],
        ]),
      ),
    ]);
    chain(part("at"), dispatch, [reportLost(flow)]).forEach((statement) => {
      context.emit(statement);
    });
  }
  return { idn, parameters: [], body: context.finish() };
}

/**
 * Runs segment after segment until one has nothing more to do now. The loop goes over a list that grows: each
 * segment that hands on adds a turn, so there are as many turns as segments, and no bound on them.
 */
export function writeDriver(flow: SegmentedFlow): Skill {
  const parts = ["up", "value", "vars"];
  const keywords: Keyword[] = ["persona", ...parts].map((keyword) => [keyword, nsl.name(keyword)]);
  const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
    label,
    nsl.set("result", nsl.invoke(skill, keywords)),
  ]);
  const at = nsl.item(nsl.name("next"), nsl.text("at"));
  const turn = [
    nsl.set("next", nsl.loads(nsl.name("current"))),
    ...parts.map((key) => nsl.set(key, nsl.dumps(nsl.item(nsl.name("next"), nsl.text(key))))),
    ...chain(at, dispatch, [reportLost(flow), nsl.set("result", nsl.text(""))]),
    nsl.when(nsl.name("result"), [nsl.effect(nsl.method(nsl.name("states"), "append", nsl.name("result")))]),
  ];
  return {
    idn: driverIdn,
    parameters: [
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
function segmentSkills(flow: SegmentedFlow): (readonly [string, string])[] {
  return flow.registry.plans.flatMap((plan) =>
    plan.segments
      .map((segment) => [flow.registry.labelOf(plan, segment), flow.registry.skillOf(plan, segment)] as const)
      .filter(([, skill]) => flow.hasSkill(skill)),
  );
}

/** A frame nothing goes on from: the function was changed by an update while its answer was under way. */
function reportLost(flow: SegmentedFlow): Statement {
  return nsl.output(nsl.invoke(flow.skillOf(flow.runtime.lostFrame)));
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
