/** The cases of a `switch`. */
import ts from "typescript";
import { isLoop } from "../analysis/iterables.ts";
import { isAbsentLiteral } from "../analysis/literals.ts";
import {
  isBoolean,
  isPrimitive,
  mayBeBoolean,
  mayBeNull,
  mayBeUndefined,
  typeName,
} from "../analysis/types.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { describe } from "../diagnostics/describe.ts";

/** A group of labels with one body. `labels` is null for the default. */
export interface SwitchCase {
  readonly labels: readonly ts.Expression[];
  readonly isDefault: boolean;
  readonly statements: readonly ts.Statement[];
  readonly node: ts.CaseOrDefaultClause;
}

/** Does a `break` leave a case before its end? */
export function leavesCase(cases: readonly SwitchCase[]): boolean {
  return cases.some((entry) => entry.statements.some(breaksSwitch));
}

/** The cases of a switch, labels that share a body together; null, with a diagnostic, when it is out of form. */
export function switchCases(
  node: ts.SwitchStatement,
  context: FunctionContext,
): readonly SwitchCase[] | null {
  const type = context.checker.getTypeAtLocation(node.expression);
  if (!isPrimitive(type) || mayBeBoolean(type)) {
    refuseChoice(node.expression, type, context);
    return null;
  }
  const cases: SwitchCase[] = [];
  let labels: ts.Expression[] = [];
  let isDefault = false;
  const { clauses } = node.caseBlock;
  for (const [index, clause] of clauses.entries()) {
    if (ts.isCaseClause(clause)) {
      labels.push(clause.expression);
      if (isAbsentLiteral(clause.expression) && mayBeNull(type) && mayBeUndefined(type)) {
        context.refuse(clause.expression, "bothAbsent", node.expression.getText());
      }
    } else {
      isDefault = true;
    }
    if (clause.statements.length === 0 && index < clauses.length - 1) {
      continue;
    }
    const statements = clause.statements.flatMap((statement) =>
      ts.isBlock(statement) ? [...statement.statements] : [statement],
    );
    const last = statements.at(-1);
    const ended = last !== undefined && leaves(last);
    if (!ended && index < clauses.length - 1) {
      context.refuse(clause, "switchFallThrough");
      return null;
    }
    const body = last !== undefined && ts.isBreakStatement(last) ? statements.slice(0, -1) : statements;
    cases.push({ labels, isDefault, statements: body, node: clause });
    labels = [];
    isDefault = false;
  }
  return cases;
}

/** Neither a text nor a number: a condition belongs into an `if`, anything else must be read first. */
function refuseChoice(node: ts.Expression, type: ts.Type, context: FunctionContext): void {
  if (isBoolean(type)) {
    const advice = "Write `if (...) { ... } else if (...) { ... } else { ... }`.";
    context.refuse(node, "unsupportedSyntax", `\`switch\` on ${describe(node)}, a boolean,`, advice);
    return;
  }
  const advice = "Read it first: `switch (asText(value))`, or narrow it with `typeof`.";
  const name = typeName(context.checker, type);
  context.refuse(node, "equalityTypes", "switch", name, "string | number", advice);
}

function leaves(node: ts.Statement): boolean {
  if (ts.isReturnStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
    return true;
  }
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    return last !== undefined && leaves(last);
  }
  return (
    ts.isIfStatement(node) &&
    node.elseStatement !== undefined &&
    leaves(node.thenStatement) &&
    leaves(node.elseStatement)
  );
}

function breaksSwitch(node: ts.Node): boolean {
  if (ts.isBreakStatement(node)) {
    return true;
  }
  if (ts.isFunctionLike(node) || isLoop(node) || ts.isSwitchStatement(node)) {
    return false;
  }
  return ts.forEachChild(node, breaksSwitch) ?? false;
}
