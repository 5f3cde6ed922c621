/** The skills that wake a suspended skill: one for the result events of a flow, one that runs segments in turn. */
import {
  binary,
  dict,
  dumps,
  effect,
  type Expression,
  forEach,
  invoke,
  isNone,
  item,
  type Keyword,
  list,
  loads,
  method,
  name,
  output,
  returnValue,
  set,
  type Skill,
  type Statement,
  text,
  when,
} from "../nsl/ast.ts";
import { FunctionContext } from "../transform/function-context.ts";
import { parameterNames } from "../transform/parameters.ts";
import { eventOf } from "./entry-skill.ts";
import type { FlowCompiler } from "./flow-compiler.ts";

/** The idn of the driver in every flow that needs one. */
export const driverIdn = "_run";

/** Serves every result event: takes the frame, reads the answer, goes on where the skill stopped. */
export function writeResultSkill(idn: string, flow: FlowCompiler): Skill {
  const { runtime } = flow;
  const context = new FunctionContext(flow, { isJump: false, emit: () => undefined });
  context.emit(set("taken", loads(invoke(flow.skillOf(runtime.takeFrame), [["flow", text(flow.idn)]]))));
  context.emit(when(isNone(name("taken")), [returnValue(text(""))]));
  const event = eventOf(context);
  const [parameter = "event"] = parameterNames(flow.checker, runtime.readHttpResult).values();
  context.emit(set("value", invoke(flow.skillOf(runtime.readHttpResult), [[parameter, dumps(event)]])));
  context.emit(set("frame", item(name("taken"), text("frame"))));
  const part = (key: string): Expression => item(name("frame"), text(key));
  const persona: Keyword = ["persona", item(name("taken"), text("personaId"))];
  if (flow.registry.needsDriver) {
    const state = dict([
      ["at", part("at")],
      ["vars", part("vars")],
      ["value", loads(name("value"))],
      ["up", part("up")],
    ]);
    context.emit(output(invoke(driverIdn, [persona, ["state", dumps(state)]])));
  } else {
    const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
      label,
      effect(
        invoke(skill, [
          persona,
          ["up", text("null")],
          ["value", name("value")],
          ["vars", dumps(part("vars"))],
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
export function writeDriver(flow: FlowCompiler): Skill {
  const parts = ["up", "value", "vars"];
  const keywords: Keyword[] = ["persona", ...parts].map((keyword) => [keyword, name(keyword)]);
  const dispatch = segmentSkills(flow).map(([label, skill]): readonly [string, Statement] => [
    label,
    set("result", invoke(skill, keywords)),
  ]);
  const at = item(name("next"), text("at"));
  const turn = [
    set("next", loads(name("current"))),
    ...parts.map((key) => set(key, dumps(item(name("next"), text(key))))),
    ...chain(at, dispatch, [reportLost(flow), set("result", text(""))]),
    when(name("result"), [effect(method(name("states"), "append", name("result")))]),
  ];
  return {
    idn: driverIdn,
    parameters: [
      { name: "persona", defaultValue: "" },
      { name: "state", defaultValue: "" },
    ],
    body: [
      set("states", list([name("state")])),
      forEach(["current"], name("states"), turn),
      returnValue(text("")),
    ],
  };
}

/** The label and the skill of every segment that has one. */
function segmentSkills(flow: FlowCompiler): (readonly [string, string])[] {
  return flow.registry.plans.flatMap((plan) =>
    plan.segments
      .map((segment) => [flow.registry.labelOf(plan, segment), flow.registry.skillOf(plan, segment)] as const)
      .filter(([, skill]) => flow.hasSkill(skill)),
  );
}

/** A frame nothing goes on from: the function was changed by an update while its answer was under way. */
function reportLost(flow: FlowCompiler): Statement {
  return output(invoke(flow.skillOf(flow.runtime.lostFrame)));
}

/** `if at == "a" ... elif at == "b" ...`. */
function chain(
  at: Expression,
  entries: readonly (readonly [string, Statement])[],
  otherwise: readonly Statement[],
): readonly Statement[] {
  return entries.reduceRight<readonly Statement[]>(
    (rest, [label, statement]) => [when(binary("==", at, text(label)), [statement], rest)],
    otherwise,
  );
}
