/** Cuts an async function at its `await`s. */
import ts from "typescript";
import { isAssignment } from "../analysis/changes.ts";
import { gatheredValue } from "../analysis/gathering.ts";
import { isIterated, isLoop } from "../analysis/iterables.ts";
import { endsItself } from "../analysis/loop-ends.ts";
import { unwrapped } from "../analysis/paths.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { hasReturn } from "../transform/jumps.ts";
import { stepsOf } from "../transform/statements/open-loop.ts";
import { leavesCase, type SwitchCase, switchCases } from "../transform/switch-cases.ts";
import { containsAwait, givesPromise, isPromise, waits } from "./awaits.ts";
import { branch, ExpressionCutter } from "./cut-expressions.ts";
import { type Giving, InPlaceCutter } from "./in-place.ts";
import { inlineGotos } from "./inline-gotos.ts";
import { findNeeds } from "./needs.ts";
import { type Continuation, PlanBuilder } from "./plan-builder.ts";
import type { Plan, Step } from "./plan.ts";

/** Where `break` and `continue` go. */
interface LoopExits {
  readonly onBreak: Continuation;
  readonly onContinue: Continuation;
  /** Where what an async function returns goes that is written in place. */
  readonly onReturn?: Giving;
}

/** Makes the plan of a function. Anything that cannot be cut is reported. */
export function cutFunction(declaration: ts.FunctionDeclaration, context: FunctionContext): Plan {
  return new Cutter(declaration, context).plan();
}

class Cutter {
  private readonly builder = new PlanBuilder();
  private readonly expressions: ExpressionCutter;
  private readonly inPlace: InPlaceCutter;
  /** The loops, and choices that are left early, around what is being cut, the innermost last. */
  private loops: readonly LoopExits[] = [];

  constructor(
    private readonly declaration: ts.FunctionDeclaration,
    private readonly context: FunctionContext,
  ) {
    this.expressions = new ExpressionCutter(this.builder, context, () => this.inPlace);
    this.inPlace = new InPlaceCutter(this.builder, context, this.expressions, (body, giving) =>
      this.body(body, giving),
    );
  }

  plan(): Plan {
    const start = this.builder.segment({ kind: "none" });
    const statements = this.declaration.body?.statements ?? [];
    start.steps = this.list([...statements], () => [
      { kind: "return", value: null, node: this.declaration.name ?? this.declaration },
    ]);
    const segments = inlineGotos(this.builder.segments);
    const { held, inPlace, given } = this.builder;
    const plan: Plan = { declaration: this.declaration, segments, held, inPlace, given };
    findNeeds(plan, this.context.checker);
    return plan;
  }

  private list(statements: readonly ts.Statement[], after: Continuation): readonly Step[] {
    const [first, ...rest] = statements;
    if (first === undefined) {
      return after();
    }
    // What follows may be cut late, from inside a loop it does not stand in.
    const { loops } = this;
    const follow: Continuation = () => this.within(loops, () => this.list(rest, after));
    return this.isPlain(first) ? this.plain(first, follow) : this.cut(first, follow, rest.length > 0);
  }

  /** Statements that can stay whole: no `await`, and no jump out of a loop that has been taken apart. */
  private isPlain(node: ts.Statement): boolean {
    const isLeft = this.onReturn !== undefined && hasReturn(node);
    return !waits(node, this.context.checker) && !leavesLoop(node) && !isLeft;
  }

  /** What `return` does in a function that is written in place; undefined in the function that is cut. */
  private get onReturn(): Giving | undefined {
    return this.loops.find(({ onReturn }) => onReturn !== undefined)?.onReturn;
  }

  /** The body of a function that is written in place. */
  private body(body: ts.ConciseBody, giving: Giving): readonly Step[] {
    const { loops } = this;
    const onReturn: Giving = (value, node) => this.within(loops, () => giving(value, node));
    const nowhere: Continuation = () => [];
    return ts.isBlock(body)
      ? this.within([{ onBreak: nowhere, onContinue: nowhere, onReturn }], () =>
          this.list([...body.statements], () => onReturn(undefined, body)),
        )
      : giving(body, body);
  }

  private plain(node: ts.Statement, after: Continuation): readonly Step[] {
    if (ts.isReturnStatement(node)) {
      return [{ kind: "return", value: node.expression ?? null, node }];
    }
    return [{ kind: "statement", node }, ...after()];
  }

  private cut(node: ts.Statement, after: Continuation, hasRest: boolean): readonly Step[] {
    if (ts.isBlock(node)) {
      return this.list([...node.statements], after);
    }
    if (ts.isIfStatement(node)) {
      return this.cutIf(node, this.joined(after, node, hasRest));
    }
    if (ts.isForOfStatement(node)) {
      return this.cutForOf(node, after);
    }
    if (ts.isForStatement(node)) {
      return this.cutFor(node, after);
    }
    if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
      return this.cutWhile(node, after);
    }
    if (ts.isSwitchStatement(node)) {
      return this.cutSwitch(node, this.joined(after, node, hasRest));
    }
    if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
      const exits = this.loops.at(-1);
      return exits === undefined ? [] : ts.isBreakStatement(node) ? exits.onBreak() : exits.onContinue();
    }
    return this.cutSimple(node, after);
  }

  /** What follows a branch, made once, unless there is next to nothing to follow. */
  private joined(after: Continuation, node: ts.Node, hasRest: boolean): Continuation {
    return hasRest || this.loops.length > 0 ? this.builder.joined(after, node) : after;
  }

  private cutIf(node: ts.IfStatement, after: Continuation): readonly Step[] {
    const { loops } = this;
    const { thenStatement, elseStatement } = node;
    // The ways are made late when the test waits.
    const way = (statement: ts.Statement | undefined) => (): readonly Step[] =>
      this.within(loops, () => (statement === undefined ? after() : this.list([statement], after)));
    return this.expressions.test(node.expression, way(thenStatement), way(elseStatement), node);
  }

  private cutForOf(node: ts.ForOfStatement, after: Continuation): readonly Step[] {
    const declaration = ts.isVariableDeclarationList(node.initializer)
      ? node.initializer.declarations[0]
      : undefined;
    if (node.awaitModifier !== undefined) {
      this.context.refuse(node, "unsupportedSyntax", "`for await`");
      return [];
    }
    if (declaration === undefined || !isIterated(node.expression, this.context.checker)) {
      this.context.refuse(node.expression, "unsupportedSyntax", "A loop over anything but a list");
      return [];
    }
    const { loops } = this;
    const list = this.builder.local("items");
    const index = this.builder.local("position");
    const turns: Continuation = () => {
      const head = this.builder.segment({ kind: "none" });
      const leave = this.builder.joined(after, node);
      const again: Continuation = () => [{ kind: "goto", target: head, node }];
      const body: Continuation = () =>
        this.inLoop({ onBreak: leave, onContinue: again }, () => this.list([node.statement], again));
      head.steps = [
        branch(
          { kind: "inside", list, index },
          () => [{ kind: "take", list, index, name: declaration.name }, ...body()],
          leave,
          node,
        ),
      ];
      return [
        { kind: "keep", local: list, node: node.expression },
        { kind: "start", local: index, as: "zero" },
        { kind: "goto", target: head, node },
      ];
    };
    return this.expressions.value(node.expression, () => this.within(loops, turns));
  }

  private cutFor(node: ts.ForStatement, after: Continuation): readonly Step[] {
    const { initializer, condition, incrementor } = node;
    const waiting = [initializer, incrementor].find((part) => part !== undefined && containsAwait(part));
    if (waiting !== undefined) {
      return this.expressions.refuse(waiting);
    }
    if (!endsItself(node)) {
      this.context.refuse(node, "endlessLoop");
      return [];
    }
    const { loops } = this;
    const head = this.builder.segment({ kind: "none" });
    const leave = this.builder.joined(after, node);
    const stepsFor = (part: ts.Expression | undefined): readonly Step[] =>
      part === undefined ? [] : stepsOf(part).map((step) => ({ kind: "expression", node: step }));
    const again: Continuation = () => [...stepsFor(incrementor), { kind: "goto", target: head, node }];
    const body: Continuation = () =>
      this.within(loops, () =>
        this.inLoop({ onBreak: leave, onContinue: again }, () => this.list([node.statement], again)),
      );
    head.steps = this.loopTest(condition, body, leave, node);
    const first: readonly Step[] =
      initializer !== undefined && ts.isVariableDeclarationList(initializer)
        ? initializer.declarations.map((declaration) => ({ kind: "declaration", node: declaration }))
        : stepsFor(initializer);
    return [...first, { kind: "goto", target: head, node }];
  }

  private cutWhile(node: ts.WhileStatement | ts.DoStatement, after: Continuation): readonly Step[] {
    if (!endsItself(node)) {
      this.context.refuse(node, "endlessLoop");
      return [];
    }
    const { loops } = this;
    const head = this.builder.segment({ kind: "none" });
    const leave = this.builder.joined(after, node);
    const isWhile = ts.isWhileStatement(node);
    const start: Continuation = () => [{ kind: "goto", target: head, node }];
    const again: Continuation = isWhile
      ? start
      : this.builder.joined(
          () => this.within(loops, () => this.loopTest(node.expression, start, leave, node)),
          node,
        );
    const body: Continuation = () =>
      this.within(loops, () =>
        this.inLoop({ onBreak: leave, onContinue: again }, () => this.list([node.statement], again)),
      );
    head.steps = isWhile ? this.loopTest(node.expression, body, leave, node) : body();
    return start();
  }

  /** The test of a loop; one that always holds is not asked. */
  private loopTest(
    test: ts.Expression | undefined,
    body: Continuation,
    leave: Continuation,
    node: ts.Node,
  ): readonly Step[] {
    return test === undefined || test.kind === ts.SyntaxKind.TrueKeyword
      ? body()
      : this.expressions.test(test, body, leave, node);
  }

  private inLoop<T>(exits: LoopExits, work: () => T): T {
    return this.within([...this.loops, exits], work);
  }

  private within<T>(loops: readonly LoopExits[], work: () => T): T {
    const outer = this.loops;
    this.loops = loops;
    const result = work();
    this.loops = outer;
    return result;
  }

  private cutSwitch(node: ts.SwitchStatement, after: Continuation): readonly Step[] {
    const { loops } = this;
    const cases = switchCases(node, this.context) ?? [];
    const onContinue = loops.at(-1)?.onContinue ?? after;
    const inside = leavesCase(cases) ? [...loops, { onBreak: after, onContinue }] : loops;
    return this.expressions.value(node.expression, () =>
      this.within(inside, () => this.cutCases(node, cases, after)),
    );
  }

  private cutCases(
    node: ts.SwitchStatement,
    cases: readonly SwitchCase[],
    after: Continuation,
  ): readonly Step[] {
    const value = this.builder.local("choice");
    const fallback = cases.find((entry) => entry.isDefault);
    const chain = cases
      .filter((entry) => !entry.isDefault)
      .reduceRight<readonly Step[]>(
        (otherwise, entry) => [
          {
            kind: "branch",
            test: { kind: "label", value, labels: entry.labels },
            then: this.list(entry.statements, after),
            otherwise,
            node: entry.node,
          },
        ],
        fallback === undefined ? after() : this.list(fallback.statements, after),
      );
    return [{ kind: "keep", local: value, node: node.expression }, ...chain];
  }

  /** A statement that is an expression, a declaration or a `return`, with an `await` in it. */
  private cutSimple(node: ts.Statement, after: Continuation): readonly Step[] {
    if (ts.isVariableStatement(node)) {
      if ((node.declarationList.flags & ts.NodeFlags.BlockScoped) === 0) {
        this.context.refuse(node, "varDeclaration");
      }
      return this.cutDeclarations(node.declarationList.declarations, node, after);
    }
    if (ts.isReturnStatement(node) && this.onReturn !== undefined) {
      return this.onReturn(node.expression, node);
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      return this.cutReturn(node.expression, node);
    }
    if (ts.isThrowStatement(node)) {
      return this.expressions.value(node.expression, () => [{ kind: "statement", node }, ...after()]);
    }
    if (!ts.isExpressionStatement(node)) {
      // What is no expression either has a visitor that refuses it.
      this.context.statement(node);
      return [];
    }
    const expression = unwrapped(node.expression);
    if (ts.isAwaitExpression(expression)) {
      const { expression: promise } = expression;
      return (
        this.expressions.writtenInPlace(promise, false, after) ??
        this.expressions.wait(promise, { kind: "none" }, node, after)
      );
    }
    return ts.isBinaryExpression(expression) && isAssignment(expression.operatorToken.kind)
      ? this.cutAssignment(expression, node, after)
      : this.expressions.value(expression, () => [{ kind: "statement", node }, ...after()]);
  }

  private cutDeclarations(
    declarations: readonly ts.VariableDeclaration[],
    statement: ts.VariableStatement,
    after: Continuation,
  ): readonly Step[] {
    const [first, ...rest] = declarations;
    if (first === undefined) {
      return after();
    }
    const follow: Continuation = () => this.cutDeclarations(rest, statement, after);
    const value = first.initializer === undefined ? undefined : unwrapped(first.initializer);
    if (containsAwait(first.name)) {
      return this.expressions.refuse(first.name);
    }
    const declared: Continuation = () => [{ kind: "declaration", node: first }, ...follow()];
    return value !== undefined && ts.isAwaitExpression(value)
      ? (this.expressions.writtenInPlace(value.expression, true, declared) ??
          this.expressions.wait(value.expression, { kind: "declare", name: first.name }, statement, follow))
      : this.expressions.value(first, declared);
  }

  private cutAssignment(
    assignment: ts.BinaryExpression,
    node: ts.ExpressionStatement,
    after: Continuation,
  ): readonly Step[] {
    const { left, right } = assignment;
    const operator = assignment.operatorToken.kind;
    const value = unwrapped(right);
    if (operator === ts.SyntaxKind.EqualsToken && ts.isIdentifier(left) && ts.isAwaitExpression(value)) {
      const assigned: Continuation = () => [{ kind: "statement", node }, ...after()];
      return (
        this.expressions.writtenInPlace(value.expression, true, assigned) ??
        this.expressions.wait(value.expression, { kind: "assign", target: left }, node, after)
      );
    }
    if (!LOGICAL_ASSIGNMENTS.has(operator)) {
      return this.expressions.value(assignment, () => [{ kind: "statement", node }, ...after()]);
    }
    if (containsAwait(left)) {
      return this.expressions.refuse(left);
    }
    // The statement as a whole asks again, and finds the variable as it was.
    const follow = this.builder.joined(after, node);
    const work: Continuation = () =>
      this.expressions.value(right, () => [{ kind: "statement", node }, ...follow()]);
    const isOr = operator === ts.SyntaxKind.BarBarEqualsToken;
    const test =
      operator === ts.SyntaxKind.QuestionQuestionEqualsToken
        ? ({ kind: "absent", value: left } as const)
        : ({ kind: "expression", node: left } as const);
    return [branch(test, isOr ? follow : work, isOr ? work : follow, node)];
  }

  /** `return await f(...)`, `return f(...)`, which waits as well, and choices between such. */
  private cutReturn(expression: ts.Expression, node: ts.ReturnStatement): readonly Step[] {
    const { checker } = this.context;
    const value = unwrapped(expression);
    if (ts.isConditionalExpression(value) && (containsAwait(value) || givesPromise(value, checker))) {
      return this.expressions.test(
        value.condition,
        () => this.cutReturn(value.whenTrue, node),
        () => this.cutReturn(value.whenFalse, node),
        node,
      );
    }
    const operand = unwrapped(ts.isAwaitExpression(value) ? value.expression : value);
    const written =
      ts.isAwaitExpression(value) || isPromise(value, checker)
        ? this.expressions.writtenInPlace(operand, true, () => [
            { kind: "return", value: gatheredValue(operand, checker), node },
          ])
        : null;
    if (written !== null) {
      return written;
    }
    return ts.isAwaitExpression(value) || isPromise(value, checker)
      ? this.expressions.wait(operand, { kind: "return", node }, node, () => [])
      : this.expressions.value(value, () => [{ kind: "return", value, node }]);
  }
}

const LOGICAL_ASSIGNMENTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

/** A `break` or `continue` that belongs to a loop outside the statement. */
function leavesLoop(node: ts.Node, inSwitch = false): boolean {
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
    return !inSwitch || ts.isContinueStatement(node);
  }
  if (ts.isFunctionLike(node) || isLoop(node)) {
    return false;
  }
  const inner = inSwitch || ts.isSwitchStatement(node);
  return ts.forEachChild(node, (child) => leavesLoop(child, inner)) ?? false;
}
