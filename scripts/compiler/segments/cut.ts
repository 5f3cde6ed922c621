/** Cuts an async function at its `await`s. */
import ts from "typescript";
import { loopFault } from "../diagnostics/loop-fault.ts";
import type { Reporter } from "../diagnostics/report.ts";
import { isAsync, isContextExpression, resolveFunction } from "../transform/functions.ts";
import { refuseStatement } from "../transform/statements/index.ts";
import { switchCases } from "../transform/statements/switches.ts";
import type { FunctionContext } from "../transform/function-context.ts";
import { inlineGotos } from "./inline-gotos.ts";
import { findNeeds } from "./needs.ts";
import type { Binding, Plan, PlanLocal, Segment, Step } from "./plan.ts";

/** What comes after a list of statements. */
type Continuation = () => readonly Step[];

/** Where `break` and `continue` go. */
interface LoopExits {
  readonly onBreak: Continuation;
  readonly onContinue: Continuation;
}

/** Makes the plan of a function. Anything that cannot be cut is reported. */
export function cutFunction(declaration: ts.FunctionDeclaration, context: FunctionContext): Plan {
  return new Cutter(declaration, context).plan();
}

/** Does the node contain an `await` of this function? */
export function containsAwait(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) {
    return true;
  }
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, containsAwait) ?? false);
}

class Cutter {
  private readonly segments: Segment[] = [];
  /** The loops around what is being cut, the innermost last. */
  private loops: readonly LoopExits[] = [];
  private locals = 0;

  constructor(
    private readonly declaration: ts.FunctionDeclaration,
    private readonly context: FunctionContext,
  ) {}

  plan(): Plan {
    const start = this.segment({ kind: "none" });
    const statements = this.declaration.body?.statements ?? [];
    start.steps = this.list([...statements], () => [
      { kind: "return", value: null, node: this.declaration.name ?? this.declaration },
    ]);
    const reachable = inlineGotos(this.segments);
    findNeeds(reachable, this.declaration, this.context.checker);
    return { declaration: this.declaration, segments: reachable };
  }

  private get reporter(): Reporter {
    return this.context.flow.reporter;
  }

  private segment(binding: Binding): Segment {
    const segment: Segment = { index: this.segments.length, binding, steps: [], needs: [] };
    this.segments.push(segment);
    return segment;
  }

  private local(wish: string): PlanLocal {
    this.locals += 1;
    // With the point no variable of the author's has this name.
    return { planLocal: `${wish}.${String(this.locals)}` };
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
    return !containsAwait(node) && !(this.loops.length > 0 && leavesLoop(node));
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
      return this.cutIf(node, this.joined(after, node, hasRest || this.loops.length > 0));
    }
    if (ts.isForOfStatement(node)) {
      return this.cutForOf(node, after);
    }
    if (ts.isForStatement(node)) {
      return this.cutFor(node, after);
    }
    if (ts.isSwitchStatement(node)) {
      return this.cutSwitch(node, this.joined(after, node, hasRest || this.loops.length > 0));
    }
    if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
      const exits = this.loops.at(-1);
      return exits === undefined ? [] : ts.isBreakStatement(node) ? exits.onBreak() : exits.onContinue();
    }
    return this.cutSimple(node, after);
  }

  /** Several paths go on after a branch: what follows becomes a segment of its own, made once. */
  private joined(after: Continuation, node: ts.Node, worthwhile: boolean): Continuation {
    if (!worthwhile) {
      return after;
    }
    let target: Segment | undefined;
    return () => {
      if (target === undefined) {
        target = this.segment({ kind: "none" });
        target.steps = after();
      }
      return [{ kind: "goto", target, node }];
    };
  }

  private cutIf(node: ts.IfStatement, after: Continuation): readonly Step[] {
    if (containsAwait(node.expression)) {
      this.reporter.at(firstAwait(node.expression) ?? node.expression, "awaitPlace");
      return [];
    }
    const then = this.list([node.thenStatement], after);
    const otherwise = node.elseStatement === undefined ? after() : this.list([node.elseStatement], after);
    return [{ kind: "branch", test: { kind: "expression", node: node.expression }, then, otherwise, node }];
  }

  private cutForOf(node: ts.ForOfStatement, after: Continuation): readonly Step[] {
    const declaration = ts.isVariableDeclarationList(node.initializer)
      ? node.initializer.declarations[0]
      : undefined;
    if (node.awaitModifier !== undefined) {
      this.reporter.at(node, "unsupportedSyntax", "`for await`");
      return [];
    }
    if (declaration === undefined || containsAwait(node.expression)) {
      this.reporter.at(firstAwait(node.expression) ?? node.expression, "awaitPlace");
      return [];
    }
    const list = this.local("items");
    const index = this.local("position");
    const head = this.segment({ kind: "none" });
    const leave = this.joined(after, node, true);
    const again: Continuation = () => [{ kind: "goto", target: head, node }];
    const body = this.inLoop({ onBreak: leave, onContinue: again }, () => this.list([node.statement], again));
    head.steps = [
      {
        kind: "branch",
        test: { kind: "inside", list, index },
        then: [{ kind: "take", list, index, name: declaration.name }, ...body],
        otherwise: leave(),
        node,
      },
    ];
    return [
      { kind: "keep", local: list, node: node.expression },
      { kind: "start", local: index },
      { kind: "goto", target: head, node },
    ];
  }

  private cutFor(node: ts.ForStatement, after: Continuation): readonly Step[] {
    const { initializer, condition, incrementor } = node;
    if (
      initializer === undefined ||
      !ts.isVariableDeclarationList(initializer) ||
      condition === undefined ||
      incrementor === undefined ||
      [initializer, condition, incrementor].some(containsAwait)
    ) {
      this.reporter.at(node, "loopShape", ...loopFault(node));
      return [];
    }
    const head = this.segment({ kind: "none" });
    const leave = this.joined(after, node, true);
    const again: Continuation = () => [
      { kind: "expression", node: incrementor },
      { kind: "goto", target: head, node },
    ];
    const body = this.inLoop({ onBreak: leave, onContinue: again }, () => this.list([node.statement], again));
    head.steps = [
      { kind: "branch", test: { kind: "expression", node: condition }, then: body, otherwise: leave(), node },
    ];
    return [
      { kind: "declareCounter", node: initializer },
      { kind: "goto", target: head, node },
    ];
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
    if (containsAwait(node.expression)) {
      this.reporter.at(firstAwait(node.expression) ?? node.expression, "awaitPlace");
      return [];
    }
    const cases = switchCases(node, this.context) ?? [];
    const value = this.local("choice");
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

  /** A statement that is one `await`: `const x = await ...`, `x = await ...`, `return await ...`, `await ...`. */
  private cutSimple(node: ts.Statement, after: Continuation): readonly Step[] {
    if (isForeign(node)) {
      refuseStatement(node, this.context);
      return [];
    }
    if (ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.BlockScoped) === 0) {
      this.reporter.at(node, "varDeclaration");
    }
    const found = awaited(node);
    if (found === null || containsAwait(found.operand)) {
      this.reporter.at(firstAwait(node) ?? node, "awaitPlace");
      return [];
    }
    const resume = this.segment(found.binding);
    resume.steps = found.binding.kind === "return" ? [] : after();
    const call = ts.isParenthesizedExpression(found.operand) ? found.operand.expression : found.operand;
    if (!ts.isCallExpression(call)) {
      this.reporter.at(found.operand, "awaitTarget");
      return [];
    }
    if (
      ts.isPropertyAccessExpression(call.expression) &&
      call.expression.name.text === "send" &&
      isContextExpression(this.context.checker, call.expression.expression)
    ) {
      const [request] = call.arguments;
      return request === undefined ? [] : [{ kind: "suspend", request, resume, node }];
    }
    const callee = resolveFunction(this.context.checker, call.expression);
    if (callee === undefined || !isAsync(callee)) {
      this.reporter.at(found.operand, "awaitTarget");
      return [];
    }
    return [{ kind: "call", callee, call, resume, node }];
  }
}

/** A statement no function may have, with or without an `await` in it. */
function isForeign(node: ts.Statement): boolean {
  return !ts.isExpressionStatement(node) && !ts.isVariableStatement(node) && !ts.isReturnStatement(node);
}

function firstAwait(node: ts.Node): ts.AwaitExpression | undefined {
  return ts.isAwaitExpression(node) ? node : ts.forEachChild(node, firstAwait);
}

function awaited(node: ts.Statement): { operand: ts.Expression; binding: Binding } | null {
  if (ts.isExpressionStatement(node)) {
    const { expression } = node;
    if (ts.isAwaitExpression(expression)) {
      return { operand: expression.expression, binding: { kind: "none" } };
    }
    if (
      ts.isBinaryExpression(expression) &&
      expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(expression.left) &&
      ts.isAwaitExpression(expression.right)
    ) {
      return { operand: expression.right.expression, binding: { kind: "assign", target: expression.left } };
    }
    return null;
  }
  if (ts.isVariableStatement(node)) {
    const [declaration, ...more] = node.declarationList.declarations;
    const value = declaration?.initializer;
    return declaration !== undefined &&
      more.length === 0 &&
      value !== undefined &&
      ts.isAwaitExpression(value)
      ? { operand: value.expression, binding: { kind: "declare", name: declaration.name } }
      : null;
  }
  if (ts.isReturnStatement(node) && node.expression !== undefined && ts.isAwaitExpression(node.expression)) {
    return { operand: node.expression.expression, binding: { kind: "return", node } };
  }
  return null;
}

/** A `break` or `continue` that belongs to a loop outside the statement. */
function leavesLoop(node: ts.Node, inSwitch = false): boolean {
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
    return !inSwitch || ts.isContinueStatement(node);
  }
  if (ts.isFunctionLike(node) || ts.isForOfStatement(node) || ts.isForStatement(node)) {
    return false;
  }
  const inner = inSwitch || ts.isSwitchStatement(node);
  return ts.forEachChild(node, (child) => leavesLoop(child, inner)) ?? false;
}
