/** The event a skill was started by. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { actArguments, triggeredAct } from "../transform/command-target.ts";

/** The triggering act as a SkillEvent (docs/platform.md, "The triggered act"). */
export function eventOf(context: FunctionContext, act = triggeredAct(context)): Expression {
  const field = (key: string): Expression =>
    nsl.filter(
      nsl.filter(nsl.item(act, nsl.text(key)), "default", nsl.text(""), nsl.boolean(true)),
      "string",
    );
  return nsl.dict([
    ["idn", field("referenceIdn")],
    ["integrationIdn", field("integrationIdn")],
    ["connectorIdn", field("connectorIdn")],
    ["arguments", actArguments(act)],
  ]);
}
