/** The order of an object's names: JavaScript puts those that are indexes first, Python keeps the order they came in. */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { eachItem } from "./ranges.ts";
import { isListValue } from "./value-tests.ts";

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

/** A name that may be an index, in JSON text. */
const INDEX_NAME = '"[0-9]{1,10}"[ \t\r\n]*:';

/**
 * Orders the names of every object in a value that was read from JSON text, when one of them may be an index. The
 * objects are gone through in a list that grows: NSL has no recursion.
 */
export function putAllInOrder(
  value: Expression,
  text: Expression,
  node: ts.Node,
  context: FunctionContext,
): void {
  const searched = nsl.call(nsl.attribute(nsl.name("re"), "search"), [nsl.text(INDEX_NAME), text]);
  const body = context.unhinted(() =>
    context.collect(() => {
      const open = context.spill(nsl.list([value]), "open");
      const opens = (inner: Expression): Statement =>
        nsl.when(nsl.or(nsl.test(inner, "mapping"), isListValue(inner)), [
          nsl.effect(nsl.method(open, "append", inner)),
        ]);
      const visit = (part: Expression): Statement[] => {
        const names = context.collect(() => {
          reorder(part, node, context);
          eachItem("key", part, (key) => [opens(nsl.item(part, key))], node, context);
        });
        const items = context.collect(() => {
          eachItem("entry", part, (entry) => [opens(entry)], node, context);
        });
        return [nsl.when(nsl.test(part, "mapping"), names, [nsl.when(isListValue(part), items)])];
      };
      eachItem("part", open, visit, node, context);
    }),
  );
  context.emit({ ...nsl.when(nsl.isNotNone(searched), body), origin: node });
}

/** JavaScript lists names that are indexes first: every entry is put to the end, in the right order. */
export function reorder(object: Expression, node: ts.Node, context: FunctionContext): void {
  const ordered = inOrder(nsl.filter(nsl.method(object, "keys"), "list"), context);
  const turn = (key: Expression): Statement[] => [
    nsl.effect(
      nsl.method(object, "update", { kind: "dict", entries: [[key, nsl.method(object, "pop", key)]] }),
    ),
  ];
  eachItem("key", ordered, turn, node, context);
}
