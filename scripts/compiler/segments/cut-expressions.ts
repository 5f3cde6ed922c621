/**
 * Cuts an expression at its `await`s: each is computed before the statement it stands in, into a variable of
 * the plan's own that stands for it there. What JavaScript computes earlier in the statement is then computed
 * later, which nobody can tell apart as long as it only looks at variables that no part of the statement changes.
 */
import ts from "typescript";
import { type Callable, isAsync, resolveFunction } from "../analysis/functions.ts";
import { type Gathering, gatheringOf } from "../analysis/gathering.ts";
import { unwrapped } from "../analysis/paths.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { awaitedAdvice } from "./awaited-advice.ts";
import { containsAwait, firstAwait, isLogical, isSend, isTakenApart, touchesPlatform } from "./awaits.ts";
import { isDisturbed } from "./disturbance.ts";
import type { Continuation, PlanBuilder } from "./plan-builder.ts";
import type { Binding, PlanLocal, Step, Test } from "./plan.ts";

/** Writes async functions in place. */
export interface InPlace {
  calleeOf(call: ts.CallExpression): Callable | undefined;
  call(callee: Callable, call: ts.CallExpression, local: PlanLocal, after: Continuation): readonly Step[];
  gather(
    gathering: Gathering,
    call: ts.CallExpression,
    isWanted: boolean,
    after: Continuation,
  ): readonly Step[];
}

/** Cuts the expressions of one function. */
export class ExpressionCutter {
  constructor(
    private readonly builder: PlanBuilder,
    private readonly context: FunctionContext,
    private readonly inPlace: () => InPlace,
  ) {}

  /** Computes every `await` in the node; `after` may then compute the node as a whole. */
  value(node: ts.Node, after: Continuation): readonly Step[] {
    if (!containsAwait(node)) {
      return after();
    }
    if (ts.isAwaitExpression(node)) {
      const written = this.writtenInPlace(node.expression, true, after);
      if (written !== null) {
        return written;
      }
      const local = this.builder.hold(node, "awaited");
      return this.wait(node.expression, { kind: "hold", local }, node, after);
    }
    if (isTakenApart(node)) {
      const local = this.builder.hold(node, "chosen");
      return ts.isConditionalExpression(node)
        ? this.choice(node, local, after)
        : this.logical(node, local, after);
    }
    return ts.isExpression(node) && ts.isOptionalChain(node)
      ? this.chain(node, after)
      : this.ordered(childrenOf(node), after);
  }

  /** What is awaited without a skill or a request of its own; null for what has one. */
  writtenInPlace(promise: ts.Expression, isWanted: boolean, after: Continuation): readonly Step[] | null {
    const node = unwrapped(promise);
    if (!ts.isCallExpression(node)) {
      return null;
    }
    const gathering = gatheringOf(node, this.context.checker);
    if (gathering !== null) {
      return this.inPlace().gather(gathering, node, isWanted, after);
    }
    const callee = this.inPlace().calleeOf(node);
    return callee === undefined
      ? null
      : this.inPlace().call(callee, node, this.builder.hold(node, "awaited"), after);
  }

  /** Goes on in one of two ways. */
  test(node: ts.Expression, then: Continuation, otherwise: Continuation, origin: ts.Node): readonly Step[] {
    const test = unwrapped(node);
    if (!containsAwait(test)) {
      return [branch({ kind: "expression", node: test }, then, otherwise, origin)];
    }
    if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
      return this.test(test.operand, otherwise, then, origin);
    }
    if (ts.isBinaryExpression(test) && isLogical(test) && !isCoalescing(test)) {
      const isAnd = test.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
      const decided = this.builder.joined(isAnd ? otherwise : then, origin);
      const further: Continuation = () =>
        this.test(test.right, isAnd ? then : decided, isAnd ? decided : otherwise, origin);
      return this.test(test.left, isAnd ? further : decided, isAnd ? decided : further, origin);
    }
    return this.value(test, () => [branch({ kind: "expression", node: test }, then, otherwise, origin)]);
  }

  /** Sends a request or calls an async function, and goes on with what comes of it. */
  wait(operand: ts.Expression, binding: Binding, node: ts.Node, after: Continuation): readonly Step[] {
    const { checker } = this.context;
    const call = unwrapped(operand);
    if (ts.isCallExpression(call) && isSend(call, checker)) {
      const [request] = call.arguments;
      return request === undefined
        ? []
        : this.value(request, () => [
            { kind: "suspend", request, resume: this.resume(binding, after), node },
          ]);
    }
    const callee = ts.isCallExpression(call) ? resolveFunction(checker, call.expression) : undefined;
    if (!ts.isCallExpression(call) || callee === undefined || !isAsync(callee)) {
      // What follows is still looked at, for its own problems.
      after();
      this.context.refuse(operand, "awaitTarget", awaitedAdvice(call, checker));
      return [];
    }
    return this.ordered(call.arguments, () => [
      { kind: "call", callee, call, resume: this.resume(binding, after), node },
    ]);
  }

  /** Computes every `await` in nodes that are computed one after the other. */
  parts(nodes: readonly ts.Node[], after: Continuation): readonly Step[] {
    return this.ordered(nodes, after);
  }

  /** Refuses the `await`s of a node that cannot stand there. */
  refuse(node: ts.Node): readonly Step[] {
    this.context.refuse(firstAwait(node) ?? node, "awaitPlace");
    return [];
  }

  private resume(binding: Binding, after: Continuation): Extract<Step, { kind: "suspend" }>["resume"] {
    const resume = this.builder.segment(binding);
    resume.steps = after();
    return resume;
  }

  /** `test ? await a : b`. */
  private choice(node: ts.ConditionalExpression, local: PlanLocal, after: Continuation): readonly Step[] {
    const join = this.builder.joined(after, node);
    return this.test(
      node.condition,
      () => this.keep(local, node.whenTrue, join),
      () => this.keep(local, node.whenFalse, join),
      node,
    );
  }

  /** `a && await b`, `a || await b`, `a ?? await b`. */
  private logical(node: ts.BinaryExpression, local: PlanLocal, after: Continuation): readonly Step[] {
    const join = this.builder.joined(after, node);
    const further: Continuation = () => this.keep(local, node.right, join);
    const isOr = node.operatorToken.kind === ts.SyntaxKind.BarBarToken;
    const test: Test = isCoalescing(node)
      ? { kind: "absent", value: local }
      : { kind: "truth", value: local, node: node.left };
    return this.keep(local, node.left, () => [
      branch(test, isOr ? join : further, isOr ? further : join, node),
    ]);
  }

  private keep(local: PlanLocal, node: ts.Expression, after: Continuation): readonly Step[] {
    return this.value(node, () => [{ kind: "keep", local, node }, ...after()]);
  }

  /** `(await a)?.b`: only what the chain starts with may wait; the rest is computed only sometimes. */
  private chain(node: ts.Expression, after: Continuation): readonly Step[] {
    let root: ts.Expression = node;
    const links: ts.Node[] = [];
    while (ts.isOptionalChain(root)) {
      const { expression } = root;
      links.push(...childrenOf(root).filter((child) => child !== expression));
      root = expression;
    }
    const late = links.find(containsAwait);
    return late === undefined ? this.value(root, after) : this.refuse(late);
  }

  /** Parts that are computed one after the other. */
  private ordered(nodes: readonly ts.Node[], after: Continuation): readonly Step[] {
    const [first, ...rest] = nodes;
    if (first === undefined) {
      return after();
    }
    const { checker } = this.context;
    const late = rest.find(containsAwait);
    const waiting = rest.slice(0, rest.findLastIndex(containsAwait) + 1);
    return late !== undefined &&
      (touchesPlatform(first, checker) || waiting.some((part) => isDisturbed(first, part, checker)))
      ? this.refuse(late)
      : this.value(first, () => this.ordered(rest, after));
  }
}

/** A branch of a plan. */
export function branch(test: Test, then: Continuation, otherwise: Continuation, node: ts.Node): Step {
  return { kind: "branch", test, then: then(), otherwise: otherwise(), node };
}

function isCoalescing(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** In the order of the source, which is the order they are computed in. */
function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}
