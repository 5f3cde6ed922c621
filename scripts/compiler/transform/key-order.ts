/** The order of an object's names: JavaScript puts those that are indexes first, Python keeps the order they came in. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem } from "./ranges.ts";

/** A digit where a name begins, when the names stand one a line. */
const INDEX_LIKE = "(?:^|\\n)[0-9]";

/** A list of names in the order in which JavaScript would give them. */
export function inOrder(keys: Expression, context: FunctionContext): Expression {
  const { orderedKeys } = context.flow.runtime;
  return nsl.loads(nsl.invoke(context.flow.skillOf(orderedKeys), [["keys", nsl.dumps(keys)]]));
}

/** Orders the names of an object that was filled step by step, when one of them may be an index. */
export function putInOrder(record: Expression, node: ts.Node, context: FunctionContext): void {
  if (record.kind !== "name") {
    return;
  }
  const searched = nsl.call(nsl.attribute(nsl.name("re"), "search"), [
    nsl.text(INDEX_LIKE),
    nsl.filter(record, "join", nsl.text("\n")),
  ]);
  const body = context.unhinted(() =>
    context.collect(() => {
      const ordered = context.spill(nsl.dict([]), "ordered");
      const keys = inOrder(nsl.filter(nsl.method(record, "keys"), "list"), context);
      const entry = (key: Expression): Expression => ({
        kind: "dict",
        entries: [[key, nsl.item(record, key)]],
      });
      eachItem("key", keys, (key) => [nsl.effect(nsl.method(ordered, "update", entry(key)))], node, context);
      context.emit({ ...nsl.set(record.name, ordered), origin: node });
    }),
  );
  context.emit({ ...nsl.when(nsl.isNotNone(searched), body), origin: node });
}
