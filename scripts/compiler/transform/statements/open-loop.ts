/**
 * Loops of which nobody knows how many turns they take: `while`, `do` and a `for` that is no plain counter. NSL has only
 * loops over a list, so they go over one that grows: a turn that is to be followed by another appends to it.
 */
import ts from "typescript";
import { endsItself } from "../../analysis/loop-ends.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { newRegion } from "../../context/jumps.ts";
import type { Expression, Statement } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { hasBreak, hasReturn } from "../jumps.ts";
import { transformExpressionStatement } from "./expression.ts";
import { transformDeclaration } from "./variable.ts";

/** `while (test) { ... }`. */
export function transformWhile(node: ts.WhileStatement, context: FunctionContext): void {
  writeOpenLoop(node, { test: node.expression, step: undefined, testsFirst: true }, context);
}

/** `do { ... } while (test);`. */
export function transformDo(node: ts.DoStatement, context: FunctionContext): void {
  writeOpenLoop(node, { test: node.expression, step: undefined, testsFirst: false }, context);
}

/** `for (let a = 0, b = 9; a < b; a += 1)`: whatever it counts and tests. */
export function transformOpenFor(node: ts.ForStatement, context: FunctionContext): void {
  const { initializer, condition, incrementor } = node;
  if (initializer !== undefined && ts.isVariableDeclarationList(initializer)) {
    initializer.declarations.forEach((declaration) => {
      const symbol = context.checker.getSymbolAtLocation(declaration.name);
      if (symbol !== undefined) {
        // It changes in the turns and is asked for in the next.
        context.variables.box(symbol);
      }
      transformDeclaration(declaration, context);
    });
  } else if (initializer !== undefined) {
    writeSteps(initializer, context);
  }
  writeOpenLoop(node, { test: condition, step: incrementor, testsFirst: true }, context);
}

interface Head {
  readonly test: ts.Expression | undefined;
  readonly step: ts.Expression | undefined;
  readonly testsFirst: boolean;
}

function writeOpenLoop(
  node: ts.WhileStatement | ts.DoStatement | ts.ForStatement,
  { test, step, testsFirst }: Head,
  context: FunctionContext,
): void {
  if (!endsItself(node)) {
    context.refuse(node, "endlessLoop");
    return;
  }
  const body = node.statement;
  const leaves = hasBreak(body) || (context.jumps.returnTarget.isJump && hasReturn(body));
  const stopFlag = leaves ? context.temporaries.box("stopped", nsl.boolean(false)) : null;
  const turns = context.names.helper("turns");
  context.emit({ ...nsl.set(turns, nsl.list([nsl.number(0)])), origin: node });
  const again: Statement = nsl.effect(nsl.method(nsl.name(turns), "append", nsl.number(0)));
  const region = newRegion("loop", stopFlag);
  /** What follows the body when nothing has left the loop. */
  const goOn = (): Statement[] =>
    context.collect(() => {
      if (step !== undefined) {
        writeSteps(step, context);
      }
      const asked = testsFirst || test === undefined ? null : context.condition(test);
      context.emit(asked === null ? again : nsl.when(asked, [again]));
    });
  const turn = (): void => {
    const inside = context.jumps.within(region, () =>
      context.collect(() => {
        context.statement(body);
      }),
    );
    context.emitAll([...region.prelude, ...inside]);
    const next = goOn();
    context.emitAll(stopFlag === null ? next : [nsl.when(nsl.not(nsl.held(stopFlag)), next)]);
  };
  context.names.inLoop(() => {
    const variable = context.names.helper("turn");
    const statements = context.collect(() => {
      const asked: Expression | null = testsFirst && test !== undefined ? context.condition(test) : null;
      const inside = context.collect(turn);
      context.emitAll(asked === null ? inside : [nsl.when(asked, inside)]);
    });
    context.emit({ ...nsl.forEach([variable], nsl.name(turns), statements), origin: node });
  });
}

/** `a += 1, b -= 1`: each is a statement. */
function writeSteps(node: ts.Expression, context: FunctionContext): void {
  for (const step of stepsOf(node)) {
    transformExpressionStatement(asStatement(step), context);
  }
}

/** The steps of a loop, of which a comma makes several. */
export function stepsOf(node: ts.Expression): readonly ts.Expression[] {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken
    ? [...stepsOf(node.left), ...stepsOf(node.right)]
    : [node];
}

/** The visitor of expression statements looks at nothing but the expression. */
export function asStatement(node: ts.Expression): ts.ExpressionStatement {
  const statement = ts.factory.createExpressionStatement(node);
  return Object.assign(statement, { expression: node });
}
