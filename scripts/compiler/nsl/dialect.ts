/**
 * What the compiler assumes of the platform's Jinja2, as data. The defaults use only what is seen in
 * production scripts (docs/platform.md, "The dialect"); an alternative is for the day a live account shows that
 * more is there.
 */
import type { Expression, Statement } from "./ast.ts";
import * as nsl from "./factory.ts";

/** The features that have an alternative. */
export interface Dialect {
  /** Boxes are `namespace(value=x)` with `{% set box.value = y %}`, not one-entry dicts that are updated. */
  readonly namespace: boolean;
  /** Effects are `{% do x %}`, not `{% set _ = x %}`; needs the extension `jinja2.ext.do`. */
  readonly doStatement: boolean;
}

/** Only what is known to work. */
export const conservativeDialect: Dialect = { namespace: false, doStatement: false };

/** Assumptions without an alternative, for the documentation of the language. */
export const fixedAssumptions: readonly { readonly feature: string; readonly evidence: string }[] = [
  {
    feature: "list.append(), insert() and pop(), dict.update() and pop() change their object",
    evidence: "production idiom, so the sandbox is not the immutable one",
  },
  {
    feature: "Return(val=...) ends the skill at once, also inside a loop",
    evidence: "vendor page of the action",
  },
  {
    feature: "a skill call is keyword-only and resolves inside its own flow",
    evidence: "production scripts",
  },
  {
    feature: "json, re, uuid, datetime and zoneinfo are modules in every script",
    evidence: "production scripts; the vendor's pages name json, re and datetime",
  },
];

/** The key under which a dict box holds its value. */
const BOX_KEY = "value";

/** Rewrites boxes and effects in the terms of a dialect. */
export function applyDialect(statements: readonly Statement[], dialect: Dialect): Statement[] {
  return statements.map((statement) => ({ ...lower(statement, dialect), origin: statement.origin }));
}

function lower(statement: Statement, dialect: Dialect): Statement {
  const rewrite = (expression: Expression): Expression => rewriteHeld(expression, dialect);
  switch (statement.kind) {
    case "set":
    case "output":
      return { ...statement, value: rewrite(statement.value) };
    case "effect":
      return dialect.doStatement
        ? { kind: "effect", value: rewrite(statement.value) }
        : nsl.set("_", rewrite(statement.value));
    case "box":
      return nsl.set(statement.name, newBox(rewrite(statement.value), dialect));
    case "put":
      return dialect.namespace
        ? nsl.set(`${statement.name}.${BOX_KEY}`, rewrite(statement.value))
        : lower({ kind: "effect", value: update(statement.name, statement.value) }, dialect);
    case "if":
      return {
        ...statement,
        test: rewrite(statement.test),
        then: applyDialect(statement.then, dialect),
        otherwise: applyDialect(statement.otherwise, dialect),
      };
    case "for":
      return {
        ...statement,
        iterable: rewrite(statement.iterable),
        body: applyDialect(statement.body, dialect),
      };
  }
}

function newBox(value: Expression, dialect: Dialect): Expression {
  return dialect.namespace
    ? nsl.call(nsl.name("namespace"), [], [[BOX_KEY, value]])
    : nsl.dict([[BOX_KEY, value]]);
}

function update(box: string, value: Expression): Expression {
  return nsl.method(nsl.name(box), "update", nsl.dict([[BOX_KEY, value]]));
}

/** Replaces every read of a box below an expression. */
function rewriteHeld(expression: Expression, dialect: Dialect): Expression {
  const inner = (child: Expression): Expression => rewriteHeld(child, dialect);
  switch (expression.kind) {
    case "held": {
      const box = nsl.name(expression.name);
      const read = dialect.namespace ? nsl.attribute(box, BOX_KEY) : nsl.item(box, nsl.text(BOX_KEY));
      return { ...read, origin: expression.origin };
    }
    case "list":
    case "tuple":
      return { ...expression, items: expression.items.map(inner) };
    case "dict":
      return { ...expression, entries: expression.entries.map(([key, value]) => [inner(key), inner(value)]) };
    case "item":
      return { ...expression, target: inner(expression.target), key: inner(expression.key) };
    case "slice":
      return {
        ...expression,
        target: inner(expression.target),
        from: expression.from === null ? null : inner(expression.from),
        to: expression.to === null ? null : inner(expression.to),
      };
    case "attribute":
      return { ...expression, target: inner(expression.target) };
    case "call":
      return {
        ...expression,
        callee: inner(expression.callee),
        positional: expression.positional.map(inner),
        keywords: expression.keywords.map(([keyword, value]) => [keyword, inner(value)]),
      };
    case "filter":
      return {
        ...expression,
        target: inner(expression.target),
        positional: expression.positional.map(inner),
      };
    case "test":
      return {
        ...expression,
        target: inner(expression.target),
        argument: expression.argument === null ? null : inner(expression.argument),
      };
    case "unary":
      return { ...expression, operand: inner(expression.operand) };
    case "binary":
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case "conditional":
      return {
        ...expression,
        test: inner(expression.test),
        then: inner(expression.then),
        otherwise: inner(expression.otherwise),
      };
    default:
      return expression;
  }
}
