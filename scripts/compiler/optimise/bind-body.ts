/** The body of a skill as it stands in another: its variables renamed, its parameters given the values of a call. */
import type ts from "typescript";
import type { Expression, Skill, Statement } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { argumentOf, readBack } from "./json-pairs.ts";
import { freshName, rename } from "./names.ts";
import type { Tidy } from "./tidy.ts";
import { blocksOf, eachStatement, mapBlock, mapExpressions } from "./tree.ts";

/** A text of so few characters stands where the parameter stood. */
const SHORT = 24;

/** The body with its variables renamed and its parameters bound. */
export function bindBody(
  callee: Skill,
  given: ReadonlyMap<string, Expression>,
  taken: Set<string>,
  bound: Statement[],
  origin: ts.Node | undefined,
  tidy: Tidy,
): readonly Statement[] {
  const place = callee.source.place ?? origin;
  const body = placed(callee.body, place);
  const raw = new Map<string, Expression>();
  // In the order of the call; what is left out has its default.
  const passed = [
    ...given.keys(),
    ...callee.parameters.map(({ name }) => name).filter((name) => !given.has(name)),
  ];
  for (const name of passed) {
    const fallback = callee.parameters.find((parameter) => parameter.name === name)?.defaultValue ?? "";
    const text = given.get(name) ?? nsl.text(fallback);
    const variable = freshName(name, taken);
    const value = argumentOf(text, "dumps");
    if (value !== null) {
      bound.push({ ...nsl.set(variable, value), origin });
      raw.set(name, nsl.dumps(nsl.name(variable)));
    } else if (text.kind === "text" && (readBack(text) !== null || text.value.length <= SHORT)) {
      raw.set(name, text);
    } else {
      bound.push({ ...nsl.set(variable, text), origin });
      raw.set(name, nsl.name(variable));
    }
  }
  const locals = new Set<string>();
  eachStatement(body, (statement) => {
    if (statement.kind === "set" || statement.kind === "box") {
      locals.add(statement.name);
    } else if (statement.kind === "for") {
      statement.names.forEach((name) => locals.add(name));
    }
  });
  // A parameter that is given another value becomes a variable of its own at that place.
  const later = new Map<string, string>();
  for (const local of locals) {
    if (local !== "_") {
      later.set(local, freshName(local, taken));
    }
  }
  return tidy.block(rebound(body, raw, later));
}

/** Reads of a parameter before it is given a value stand for what was passed. */
function rebound(
  body: readonly Statement[],
  raw: ReadonlyMap<string, Expression>,
  later: ReadonlyMap<string, string>,
): readonly Statement[] {
  const open = new Map(raw);
  const out: Statement[] = [];
  let passed = new Map<string, Expression>();
  let marks = new Map<string, string>();
  const mark = (): void => {
    passed = new Map([...open].map(([name, value]) => [`\0${name}`, value]));
    marks = new Map([...later, ...[...open.keys()].map((name) => [name, `\0${name}`] as const)]);
  };
  mark();
  for (const statement of body) {
    const set = setInside(statement);
    for (const name of [...open.keys()].filter((parameter) => set.has(parameter))) {
      // Set in a branch: from here on it is one variable.
      out.push({ ...nsl.set(later.get(name) ?? name, open.get(name) ?? nsl.none), origin: statement.origin });
      open.delete(name);
      mark();
    }
    const [renamed] = rename([statement], marks) as [Statement];
    const [value] = mapExpressions([renamed], (part) =>
      part.kind === "name" ? (passed.get(part.name) ?? part) : part,
    ) as [Statement];
    if (
      (value.kind === "set" || value.kind === "box") &&
      (statement.kind === "set" || statement.kind === "box")
    ) {
      out.push({ ...value, name: later.get(statement.name) ?? statement.name });
      if (open.delete(statement.name)) {
        mark();
      }
    } else {
      out.push(value);
    }
  }
  return out;
}

/** The variables that are given values in the blocks of a statement. */
function setInside(outer: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  blocksOf(outer).forEach((block) => {
    eachStatement(block, (statement) => {
      if (statement.kind === "set" || statement.kind === "box") {
        names.add(statement.name);
      }
    });
  });
  return names;
}

/** Gives statements without a place of their own the place of the skill. */
function placed(block: readonly Statement[], place: ts.Node | undefined): readonly Statement[] {
  return place === undefined
    ? block
    : mapBlock(block, (statement) =>
        statement.origin === undefined ? { ...statement, origin: place } : statement,
      );
}
