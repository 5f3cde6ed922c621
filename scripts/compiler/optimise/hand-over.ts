/** How parts of functions hand on to each other, as `flow/hand-over.ts` and `flow/result-skill.ts` write it. */
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import { argumentOf } from "./json-pairs.ts";
import { returned } from "./returns.ts";
import { eachExpression, eachStatement } from "./tree.ts";

/** The state that is handed on. */
export interface State {
  readonly at: Expression;
  readonly vars: Expression;
  readonly value: Expression;
  readonly up: Expression;
}

/** The state a part gives to the driver; null when it ends with something else. */
export function handedOn(statement: Statement): State | null {
  const value = returned(statement);
  return value === undefined || value === null ? null : stateOf(value);
}

/** The state an entry skill starts the driver with. */
export function startOf(
  statement: Statement,
  driver: string,
): { readonly state: State; readonly persona: Expression } | null {
  if (statement.kind !== "output" || statement.value.kind !== "call") {
    return null;
  }
  const { callee, keywords } = statement.value;
  const given = new Map(keywords);
  const [persona, text] = [given.get("persona"), given.get("state")];
  const state = text === undefined ? null : stateOf(text);
  return callee.kind === "name" &&
    callee.name === driver &&
    persona !== undefined &&
    state !== null &&
    !given.has("mark")
    ? { state, persona }
    : null;
}

function stateOf(text: Expression): State | null {
  const written = argumentOf(text, "dumps");
  if (written?.kind !== "dict" || written.entries.length !== 4) {
    return null;
  }
  const parts = new Map(written.entries.map(([key, value]) => [key.kind === "text" ? key.value : "", value]));
  const [at, vars, value, up] = ["at", "vars", "value", "up"].map((key) => parts.get(key));
  return at === undefined || vars === undefined || value === undefined || up === undefined
    ? null
    : { at, vars, value, up };
}

/** The parts of functions by their labels. */
export function labelsOf(skills: Iterable<Skill>): ReadonlyMap<string, Skill> {
  return new Map(
    [...skills].flatMap((skill) => (skill.part === undefined ? [] : [[skill.part.label, skill]])),
  );
}

/** How often each label is named, apart from where labels are told apart. */
export function countLabels(
  skills: Iterable<Skill>,
  labels: ReadonlyMap<string, unknown>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  for (const { body } of skills) {
    eachExpression(body, (part) => {
      if (part.kind === "text" && labels.has(part.value)) {
        add(part.value, 1);
      }
    });
    eachStatement(body, (statement) => {
      const label = testedLabel(statement);
      if (label !== null && labels.has(label)) {
        add(label, -1);
      }
    });
  }
  return counts;
}

/** The label of `if at == "label"`. */
export function testedLabel(statement: Statement): string | null {
  return statement.kind === "if" &&
    statement.test.kind === "binary" &&
    statement.test.operator === "==" &&
    statement.test.left.kind === "item" &&
    statement.test.left.key.kind === "text" &&
    statement.test.left.key.value === "at" &&
    statement.test.right.kind === "text"
    ? statement.test.right.value
    : null;
}
