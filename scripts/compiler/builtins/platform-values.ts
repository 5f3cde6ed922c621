/** What an action gives, made plain: absent values become "", ids become text. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem } from "../transform/ranges.ts";

/** Anything to text: `x | default("", true) | string`. */
export const plainText = (value: Expression): Expression =>
  nsl.filter(nsl.filter(value, "default", nsl.text(""), nsl.boolean(true)), "string");

/** A stored value: text as it stands; what the platform has parsed becomes JSON text again. */
export function storedText(value: Expression, context: FunctionContext): Expression {
  const stored = context.spill(value, "stored");
  return nsl.conditional(
    nsl.test(stored, "string"),
    stored,
    nsl.conditional(stored, nsl.dumps(stored), nsl.text("")),
  );
}

/** GetActors gives objects with ids that are no text; only what handlers need is kept. */
export function actors(
  integration: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const found = context.start(nsl.list([]), "actors");
  const ofAll = integration.kind === "text" && integration.value === "";
  const field = (actor: Expression, key: string): readonly [string, Expression] => [
    key,
    plainText(nsl.item(actor, nsl.text(key))),
  ];
  const iterable = nsl.or(
    nsl.invoke("GetActors", [
      ["personaId", context.personaId],
      ...(ofAll ? [] : ([["integrationIdn", integration]] as const)),
    ]),
    nsl.list([]),
  );
  const kept = ["integrationIdn", "connectorIdn", "externalId"];
  const entry = (actor: Expression): Expression => nsl.dict(kept.map((key) => field(actor, key)));
  eachItem(
    "actor",
    iterable,
    (actor) => [nsl.effect(nsl.method(found, "append", entry(actor)))],
    node,
    context,
  );
  return found;
}

/** Gen runs in a skill of its own, so that the prompt holds nothing but the instruction. */
export function generate(instruction: Expression, schema: Expression, context: FunctionContext): Expression {
  const generated = nsl.invoke(context.flow.promptSkill(), [
    ["instruction", instruction],
    ["schema", nsl.dumps(schema)],
  ]);
  const parsed = nsl.loads(
    nsl.invoke(context.flow.skillOf(context.flow.runtime.parseJson), [["text", generated]]),
  );
  const value = context.spill(nsl.item(parsed, nsl.text("value")), "generated");
  return nsl.conditional(nsl.test(value, "mapping"), value, nsl.none);
}

/** `targetAction` of the command whose result this event is (docs/platform.md, "The command behind a result"). */
export function commandTarget(context: FunctionContext): Expression {
  const act = context.spill(nsl.invoke("GetTriggeredAct"), "act");
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
