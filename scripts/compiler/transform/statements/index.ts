/** Statements: one visitor a syntax kind, and the guarding of what follows a jump. */
import ts from "typescript";
import { constructAdvice, functionAdvice, labelAdvice } from "../../diagnostics/advice.ts";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { describe } from "../expressions/index.ts";
import { transformCondition } from "../expressions/condition.ts";
import { type FunctionContext, isPure } from "../function-context.ts";
import { transformExpressionStatement } from "./assignments.ts";
import { alwaysJumps, mayJump } from "./jumps.ts";
import { transformFor, transformForOf } from "./loops.ts";
import { transformSwitch } from "./switches.ts";
import { transformVariables } from "./variables.ts";

type Visitor = (node: never, context: FunctionContext) => void;

const visitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.VariableStatement, transformVariables],
  [ts.SyntaxKind.ExpressionStatement, transformExpressionStatement],
  [ts.SyntaxKind.IfStatement, transformIf],
  [ts.SyntaxKind.ForOfStatement, transformForOf],
  [ts.SyntaxKind.ForStatement, transformFor],
  [ts.SyntaxKind.ReturnStatement, transformReturn],
  [ts.SyntaxKind.BreakStatement, transformJump],
  [ts.SyntaxKind.ContinueStatement, transformJump],
  [ts.SyntaxKind.SwitchStatement, transformSwitch],
  [
    ts.SyntaxKind.Block,
    (node: ts.Block, context: FunctionContext) => {
      transformStatements(node.statements, context);
    },
  ],
  [ts.SyntaxKind.EmptyStatement, () => undefined],
] as readonly [ts.SyntaxKind, Visitor][]);

/** Turns one statement into NSL. */
export function transformStatement(node: ts.Statement, context: FunctionContext): void {
  const visitor = visitors.get(node.kind);
  const outer = context.place;
  context.place = node;
  if (visitor === undefined) {
    refuseStatement(node, context);
  } else {
    visitor(node as never, context);
  }
  context.place = outer;
}

/** Turns a list of statements into NSL. What follows a possible jump is done only when it was not taken. */
export function transformStatements(nodes: readonly ts.Statement[], context: FunctionContext): void {
  for (const [index, node] of nodes.entries()) {
    const rest = nodes.slice(index + 1);
    if (rest.length === 0 || !mayJump(node, context)) {
      transformStatement(node, context);
      continue;
    }
    if (
      ts.isIfStatement(node) &&
      alwaysJumps(node.thenStatement, context) &&
      !mayJump(node.elseStatement, context)
    ) {
      transformBranches(node, () => bothOf(node.elseStatement, rest, context), context);
    } else if (alwaysJumps(node, context)) {
      transformStatement(node, context);
    } else {
      const flags = allocateFlags(node, context);
      transformStatement(node, context);
      const guarded = context.collect(() => {
        transformStatements(rest, context);
      });
      context.emit(nsl.when(nsl.not(flags.reduce(nsl.or)), guarded));
    }
    return;
  }
}

function bothOf(
  first: ts.Statement | undefined,
  rest: readonly ts.Statement[],
  context: FunctionContext,
): void {
  transformStatements([...(first === undefined ? [] : [first]), ...rest], context);
}

/** The boxes that tell whether a statement has jumped; made where the innermost body begins. */
function allocateFlags(node: ts.Statement, context: FunctionContext): Expression[] {
  const region = context.regions.at(-1);
  if (region === undefined) {
    return [{ kind: "boolean", value: false }];
  }
  region.skipFlag ??= context.makeBox("skipped", { kind: "boolean", value: false }, region.prelude);
  const flags = [nsl.held(region.skipFlag)];
  // A jump out of an outer body, made inside an inner loop, must stop this one too.
  const outer = context.regions.slice(0, -1).reverse();
  if (containsOuterReturn(node)) {
    for (const enclosing of outer) {
      enclosing.skipFlag ??= context.makeBox("skipped", { kind: "boolean", value: false }, enclosing.prelude);
    }
  }
  return flags;
}

function containsOuterReturn(node: ts.Node): boolean {
  return (
    ts.isReturnStatement(node) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, containsOuterReturn) ?? false))
  );
}

/** `if`, with an empty `then` turned round. */
export function transformIf(node: ts.IfStatement, context: FunctionContext): void {
  transformBranches(
    node,
    () => {
      if (node.elseStatement !== undefined) {
        transformStatement(node.elseStatement, context);
      }
    },
    context,
  );
}

function transformBranches(node: ts.IfStatement, otherwise: () => void, context: FunctionContext): void {
  const test = transformCondition(node.expression, context);
  const then = context.collect(() => {
    transformStatement(node.thenStatement, context);
  });
  emitBranches(test, then, context.collect(otherwise), node, context);
}

/** Writes an `if`, leaving out what does nothing. */
export function emitBranches(
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[],
  origin: ts.Node,
  context: FunctionContext,
): void {
  if (then.length === 0 && otherwise.length > 0) {
    context.emit({ ...nsl.when(nsl.not(test), otherwise), origin });
  } else if (then.length > 0 || otherwise.length > 0 || !isPure(test)) {
    context.emit({ ...nsl.when(test, then, otherwise), origin });
  }
}

function transformReturn(node: ts.ReturnStatement, context: FunctionContext): void {
  context.returnTarget.emit(context, node.expression ?? null, node);
  if (context.returnTarget.isJump) {
    markJump(context, "return");
  }
}

function transformJump(node: ts.BreakStatement | ts.ContinueStatement, context: FunctionContext): void {
  if (node.label !== undefined) {
    context.refuse(node, "unsupportedSyntax", "A label", labelAdvice);
    return;
  }
  markJump(context, ts.isBreakStatement(node) ? "break" : "continue");
}

/** Sets the boxes of the bodies a jump leaves. */
function markJump(context: FunctionContext, kind: "break" | "continue" | "return"): void {
  const set = (flag: string | null): void => {
    if (flag !== null) {
      context.emit(nsl.put(flag, { kind: "boolean", value: true }));
    }
  };
  for (const region of [...context.regions].reverse()) {
    set(region.skipFlag);
    if (region.kind === "switch") {
      if (kind === "break") {
        return;
      }
      continue;
    }
    if (kind === "continue" || region.kind === "callback") {
      return;
    }
    set(region.stopFlag);
    if (kind === "break") {
      return;
    }
  }
}

/** Refuses a statement that has no visitor, by the name an author knows it by. */
export function refuseStatement(node: ts.Statement, context: FunctionContext): void {
  if (ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isForInStatement(node)) {
    const word = ts.isWhileStatement(node) ? "while" : ts.isDoStatement(node) ? "do" : "for-in";
    context.refuse(node, "loopKind", word);
  } else if (ts.isTryStatement(node) || ts.isThrowStatement(node)) {
    context.refuse(node, "exceptions", ts.isTryStatement(node) ? "try" : "throw");
  } else if (ts.isClassDeclaration(node)) {
    context.refuse(node, "classes", "class");
  } else if (ts.isEnumDeclaration(node)) {
    context.refuse(node, "enums");
  } else if (ts.isFunctionDeclaration(node)) {
    context.refuse(node, "functionValue", functionAdvice(node));
  } else if (ts.isLabeledStatement(node)) {
    context.refuse(node.label, "unsupportedSyntax", "A label", labelAdvice);
  } else {
    context.refuse(node, "unsupportedSyntax", describe(node), constructAdvice(node));
  }
}
