/** The order of an object's names: JavaScript puts those that are indexes first, Python keeps the order they came in. */
import type ts from "typescript";
import {
  attribute,
  call,
  dict,
  dumps,
  effect,
  type Expression,
  filter,
  invoke,
  isNotNone,
  item,
  loads,
  method,
  name,
  set,
  text,
  when,
} from "../nsl/ast.ts";
import type { FunctionContext } from "../transform/function-context.ts";

/** A digit where a name begins, when the names stand one a line. */
const INDEX_LIKE = "(?:^|\\n)[0-9]";

/** A list of names in the order in which JavaScript would give them. */
export function inOrder(keys: Expression, context: FunctionContext): Expression {
  const { orderedKeys } = context.flow.runtime;
  return loads(invoke(context.flow.skillOf(orderedKeys), [["keys", dumps(keys)]]));
}

/** Orders the names of an object that was filled step by step, when one of them may be an index. */
export function putInOrder(record: Expression, node: ts.Node, context: FunctionContext): void {
  if (record.kind !== "name") {
    return;
  }
  const searched = call(attribute(name("re"), "search"), [
    text(INDEX_LIKE),
    filter(record, "join", text("\n")),
  ]);
  const body = context.unhinted(() =>
    context.collect(() => {
      const ordered = context.spill(dict([]), "ordered");
      const keys = inOrder(filter(method(record, "keys"), "list"), context);
      const entry = (key: Expression): Expression => ({
        kind: "dict",
        entries: [[key, item(record, key)]],
      });
      context.eachItem("key", keys, (key) => [effect(method(ordered, "update", entry(key)))], node);
      context.emit({ ...set(record.name, ordered), origin: node });
    }),
  );
  context.emit({ ...when(isNotNone(searched), body), origin: node });
}
