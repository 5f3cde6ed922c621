/** Which request a result event belongs to. */
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";

/** Anything to text: `x | default("", true) | string`. */
export const plainText = (value: Expression): Expression =>
  nsl.filter(nsl.filter(value, "default", nsl.text(""), nsl.boolean(true)), "string");

/** The act that started the skill, asked for and named. */
export function triggeredAct(context: FunctionContext): Expression {
  return context.spill(nsl.invoke("GetTriggeredAct"), "act");
}

/** What came with the act, `{}` where nothing did. */
export function actArguments(act: Expression): Expression {
  const given = nsl.item(act, nsl.text("arguments"));
  return nsl.conditional(nsl.test(given, "mapping"), given, nsl.dict([]));
}

/**
 * `targetAction` of the command whose result the event is, "" when there is none
 * (docs/platform.md, "The command behind a result").
 *
 * @param act the triggered act, a name
 */
export function commandTarget(act: Expression, context: FunctionContext): Expression {
  const id = context.spill(plainText(nsl.item(act, nsl.text("commandActId"))), "command_id");
  const command = context.spill(
    nsl.conditional(
      id,
      nsl.invoke("GetAct", [
        ["id", id],
        ["fields", nsl.list([nsl.text("targetAction")])],
      ]),
      nsl.none,
    ),
    "command",
  );
  return nsl.conditional(
    nsl.test(command, "string"),
    command,
    nsl.conditional(
      nsl.isNotNone(command),
      plainText(nsl.item(command, nsl.text("targetAction"))),
      nsl.text(""),
    ),
  );
}
