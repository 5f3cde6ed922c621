/** What an action gives, made plain: absent values become "", ids become text. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { plainText } from "../transform/command-target.ts";
import { eachItem } from "../transform/ranges.ts";

/** A stored value: text as it stands; what the platform has parsed becomes JSON text again. */
export function storedText(value: Expression, context: FunctionContext): Expression {
  const stored = context.spill(value, "stored");
  return nsl.conditional(
    nsl.test(stored, "string"),
    stored,
    nsl.conditional(stored, nsl.dumps(stored), nsl.text("")),
  );
}

/**
 * GetActors gives objects with ids that are no text, or only ids, of which the fields are asked for
 * (docs/platform.md, "Form of an actor"). Only what handlers need is kept.
 */
export function actors(
  integration: Expression,
  node: ts.CallExpression,
  context: FunctionContext,
): Expression {
  const found = context.start(nsl.list([]), "actors");
  // Whatever kind of object it is, not only a mapping.
  const isShown = (actor: Expression): Expression =>
    nsl.test(nsl.item(actor, nsl.text("integrationIdn")), "defined");
  const field = (actor: Expression, key: string): readonly [string, Expression] => {
    const shown = nsl.item(actor, nsl.text(key));
    const asked = nsl.invoke("GetActor", [
      ["id", nsl.filter(actor, "string")],
      ["field", nsl.text(key)],
    ]);
    return [key, plainText(nsl.conditional(isShown(actor), shown, asked))];
  };
  const listed = (...more: readonly Keyword[]): Expression =>
    nsl.invoke("GetActors", [["personaId", context.personaId], ...more]);
  const listedOn = (one: Expression): Expression => listed(["integrationIdn", one]);
  const isLiteral = integration.kind === "text";
  const known = isLiteral ? integration : context.stable(integration, "integration");
  const onOneOrAll = isLiteral
    ? integration.value === ""
      ? listed()
      : listedOn(integration)
    : nsl.conditional(known, listedOn(known), listed());
  const iterable = nsl.or(onOneOrAll, nsl.list([]));
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
