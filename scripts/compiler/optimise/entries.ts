/** Pass `entries`, made with `copies`: an entry of a record that is only written down and read is the value itself. */
import type { Expression, Statement } from "../nsl/ast.ts";
import { argumentOf } from "./json-pairs.ts";
import { isSteadyValue } from "./steady-value.ts";
import { definedBy, eachStatement, everyPart, headOf, mapExpressions } from "./tree.ts";

type Dict = Extract<Expression, { kind: "dict" }>;

/** Replaces reads of entries whose value is a literal or a variable that never changes. */
export function readEntries(
  body: readonly Statement[],
  isSingle: (name: string) => boolean,
): readonly Statement[] {
  const records = new Map<string, Dict>();
  eachStatement(body, (statement) => {
    if (statement.kind === "set" && statement.value.kind === "dict" && isSingle(statement.name)) {
      records.set(statement.name, statement.value);
    }
    if (statement.kind !== "set") {
      definedBy(statement).forEach((name) => records.delete(name));
    }
  });
  eachStatement(body, (statement) => {
    shared(headOf(statement), false, records);
  });
  if (records.size === 0) {
    return body;
  }
  return mapExpressions(body, (part) => {
    if (part.kind !== "item" || part.target.kind !== "name" || part.key.kind !== "text") {
      return part;
    }
    const value = entryOf(records.get(part.target.name), part.key.value);
    return value === null || !isSteady(value, isSingle) ? part : value;
  });
}

/**
 * Forgets the records that another name could change: those that are used as a whole, but for writing them as JSON, and those
 * with a record in them that is used as a whole.
 *
 * @param isAsked is it a record of which only an entry is read?
 */
function shared(
  expression: Expression,
  isWritten: boolean,
  records: Map<string, Dict>,
  isAsked = false,
): void {
  if (expression.kind === "name") {
    if (!isWritten) {
      records.delete(expression.name);
    }
    return;
  }
  if (expression.kind === "item" && expression.key.kind === "text") {
    const { target } = expression;
    if (target.kind === "item") {
      shared(target, false, records, true);
      return;
    }
    if (target.kind === "name") {
      const value = entryOf(records.get(target.name), expression.key.value);
      if (value?.kind === "dict" && !isWritten && !(isAsked && isFlat(value))) {
        records.delete(target.name);
      }
      return;
    }
  }
  const inner =
    argumentOf(expression, "dumps") !== null ||
    (isWritten && (expression.kind === "dict" || expression.kind === "list"));
  everyPart(expression, (part) => {
    shared(part, inner, records);
    return true;
  });
}

/** Is there no record in it? */
function isFlat({ entries }: Dict): boolean {
  return entries.every(([, value]) => value.kind !== "dict");
}

function entryOf(record: Dict | undefined, key: string): Expression | null {
  const found = (record?.entries ?? []).filter(([name]) => name.kind === "text" && name.value === key);
  const isPlain = record?.entries.every(([name]) => name.kind === "text") === true;
  const [only] = found;
  return isPlain && found.length === 1 && only !== undefined ? only[1] : null;
}

/** Does it have the same value wherever it is written? */
function isSteady(value: Expression, isSingle: (name: string) => boolean): boolean {
  return value.kind === "dict"
    ? value.entries.every(([, entry]) => isSteady(entry, isSingle))
    : isSteadyValue(value, isSingle);
}
