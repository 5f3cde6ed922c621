/**
 * What is gathered begins all at once in JavaScript, and one after the other in NSL. Nobody can tell as long as nothing
 * is done, and nothing read that the others change, before the first request of each is sent.
 */
import ts from "typescript";
import { changedValues } from "../analysis/changed-parts.ts";
import { rootOf } from "../analysis/changes.ts";
import { type Callable, calledBy, callableGiven, isAsync, resolveFunction } from "../analysis/functions.ts";
import type { Gathering } from "../analysis/gathering.ts";
import { isContextExpression } from "../analysis/platform-context.ts";
import { contains, walk } from "../analysis/walk.ts";
import { isPromise, isSend, isTakenApart } from "./awaits.ts";
import { changedOutside, mayBeSame } from "./changed-outside.ts";

/** Gives the async function a call is written in place of. */
type CalleeOf = (call: ts.CallExpression) => Callable | undefined;

/** What would be done too early, or read too early; undefined where nobody can tell. */
export function earlyAct(
  gathering: Gathering,
  checker: ts.TypeChecker,
  calleeOf: CalleeOf,
): ts.Node | undefined {
  const elements = gathering.kind === "listed" ? gathering.list.elements : [gathering.callback];
  if (gathering.kind === "listed" && elements.length < 2) {
    return undefined;
  }
  const finder = new Finder(checker, calleeOf);
  elements.forEach((element) => {
    if (ts.isArrowFunction(element)) {
      finder.begin(element);
    } else {
      finder.look(element);
    }
  });
  return finder.found(elements);
}

class Finder {
  private act: ts.Node | undefined;
  /** What is done before the first request of each. */
  private readonly early: ts.Node[] = [];
  private readonly begun = new Set<Callable>();
  private readonly whole = new Set<ts.Node>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly calleeOf: CalleeOf,
  ) {}

  /** The first that acts early; else what reads early what one of the elements changes later. */
  found(elements: readonly ts.Node[]): ts.Node | undefined {
    return this.act ?? this.disturbed(elements);
  }

  /** Looks at a function up to the request it surely sends. */
  begin(callable: Callable): void {
    const { body } = callable;
    if (body === undefined || this.begun.has(callable)) {
      return;
    }
    this.begun.add(callable);
    if (!ts.isBlock(body)) {
      this.look(body);
      return;
    }
    for (const statement of body.statements) {
      const sent = ts.isIfStatement(statement) ? statement.expression : statement;
      if (this.surelySends(sent)) {
        this.look(sent);
        return;
      }
      this.look(statement);
    }
  }

  /** Looks at what is done before a request, as a whole. */
  look(node: ts.Node): void {
    this.early.push(node);
    walk(node, (part) => {
      this.act ??= ts.isThrowStatement(part) || this.changesOutside(part, node) ? part : undefined;
      if (ts.isCallExpression(part)) {
        this.lookAtCall(part);
      }
    });
  }

  private lookAtCall(call: ts.CallExpression): void {
    const { checker } = this;
    // What is given what comes of a request is called after it.
    const isLate = [call.expression, ...call.arguments].some((part) => this.surelySends(part));
    if (isSend(call, checker) || isLate) {
      return;
    }
    const callee = this.calleeOf(call) ?? resolveFunction(checker, call.expression);
    if (callee !== undefined && (isAsync(callee) || this.calleeOf(call) !== undefined)) {
      this.begin(callee);
      call.arguments.forEach((argument) => {
        const given = ts.isArrowFunction(argument) ? undefined : callableGiven(argument, checker);
        if (given !== undefined) {
          this.lookInto(given);
        }
      });
      return;
    }
    const { expression } = call;
    const owner = ts.isPropertyAccessExpression(expression) ? [expression.expression] : [];
    if ([...owner, ...call.arguments].some((given) => isContextExpression(checker, given))) {
      this.act ??= call;
    }
    calledBy(checker, call).forEach((called) => {
      this.lookInto(called);
    });
  }

  /** A plain function that is called early is early as a whole. */
  private lookInto(callable: Callable): void {
    if (!this.whole.has(callable)) {
      this.whole.add(callable);
      walk(callable, (part) => {
        if (ts.isThrowStatement(part)) {
          this.act ??= part;
        } else if (ts.isCallExpression(part)) {
          this.lookAtCall(part);
        }
      });
      this.early.push(callable);
    }
  }

  private changesOutside(part: ts.Node, around: ts.Node): boolean {
    return changedValues(part, this.checker).some((place) => {
      const declared = this.checker.getSymbolAtLocation(rootOf(place))?.declarations ?? [];
      const owner = ts.findAncestor(around, ts.isFunctionLike) ?? around;
      return !declared.every((one) => contains(owner, one) && !ts.isParameter(one));
    });
  }

  /** Is a request sent in the statement whichever way it goes? */
  private surelySends(node: ts.Node): boolean {
    if (ts.isFunctionLike(node) || ts.isOptionalChain(node) || !isStraight(node)) {
      return false;
    }
    if (isTakenApart(node) || ts.isConditionalExpression(node)) {
      return this.surelySends(ts.isConditionalExpression(node) ? node.condition : node.left);
    }
    const promise = ts.isAwaitExpression(node)
      ? node.expression
      : ts.isReturnStatement(node) &&
          node.expression !== undefined &&
          isPromise(node.expression, this.checker)
        ? node.expression
        : undefined;
    if (promise !== undefined && ts.isCallExpression(promise)) {
      const callee = this.calleeOf(promise) ?? resolveFunction(this.checker, promise.expression);
      return isSend(promise, this.checker) || (callee !== undefined && this.surelyBegins(callee));
    }
    return ts.forEachChild(node, (child) => this.surelySends(child)) ?? false;
  }

  private surelyBegins({ body }: Callable): boolean {
    if (body === undefined) {
      return false;
    }
    return ts.isBlock(body)
      ? body.statements.some((statement) => this.surelySends(statement)) &&
          !body.statements
            .slice(
              0,
              body.statements.findIndex((statement) => this.surelySends(statement)),
            )
            .some(leaves)
      : this.surelySends(body) || (ts.isCallExpression(body) && isSend(body, this.checker));
  }

  /** What reads early a variable that an element changes, or an object that may be the one it changes. */
  private disturbed(elements: readonly ts.Node[]): ts.Node | undefined {
    const { checker } = this;
    const changed = [...elements, ...this.begun].flatMap((element) => changedOutside(element, checker));
    const isSame = (name: ts.Identifier): boolean => {
      const symbol = checker.getSymbolAtLocation(name);
      const type = checker.getTypeAtLocation(name);
      return changed.some(
        (other) => other.symbol === symbol || (!other.isAlone && mayBeSame(type, other.type, checker)),
      );
    };
    let found: ts.Node | undefined;
    this.early.forEach((node) => {
      walk(node, (part) => {
        found ??= ts.isIdentifier(part) && isSame(part) ? part : undefined;
      });
    });
    return found;
  }
}

/** Statements that do all they have. */
function isStraight(node: ts.Node): boolean {
  return (
    !ts.isStatement(node) ||
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isReturnStatement(node)
  );
}

/** May the function be left in the statement? */
function leaves(node: ts.Node): boolean {
  return ts.isReturnStatement(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, leaves) ?? false));
}
