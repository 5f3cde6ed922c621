/** Where a value made in a function goes: into other variables and values, and into calls of other skills. */
import ts from "typescript";
import { changedPlaces, isAssignment, isPush, rootOf } from "./changes.ts";
import { type Callable, resolveArrow, resolveFunction, resultType, symbolOf } from "./functions.ts";
import { errorClass } from "./errors.ts";
import { isCallOf, NEW_LISTS } from "./method-calls.ts";
import { isContextExpression } from "./platform-context.ts";
import type { ProgramView } from "./program-view.ts";
import { singleExpression } from "./single-expression.ts";
import { mayBeObject } from "./types.ts";
import { holds, walk } from "./walk.ts";

/** Methods that put what they are given into the list, the map or the set they are of; `push` besides. */
const PUTTING: readonly string[] = ["add", "set", "splice", "unshift"];

/** Methods that give the list, the map or the set they are of. */
const GIVING_THEMSELVES: readonly string[] = ["add", "copyWithin", "fill", "reverse", "set", "sort"];

/** The places a value goes to. */
export interface Sinks {
  /** Where it, or what holds it, is handed to a skill that may give it back. */
  readonly calls: ts.Node[];
  /** Where it gets another name: a variable, a list, an object. */
  readonly stores: ts.Node[];
  /** The variables it is in: its own, and those that may hold it. */
  readonly holders: ReadonlySet<ts.Symbol>;
}

/** What is followed: the value itself, or something that may hold it. */
interface Followed {
  readonly symbol: ts.Symbol;
  /** Parts of it count too: it holds the value somewhere. */
  readonly holds: boolean;
}

/** Follows the value of a variable (of one field of it) through the function it was made in. */
export function findSinks(symbol: ts.Symbol, field: string | null, owner: ts.Node, view: ProgramView): Sinks {
  return follow({ symbol, holds: false }, field, owner, view);
}

/** Follows whatever a record may hold through the function the record was made in. */
export function findEntrySinks(symbol: ts.Symbol, owner: ts.Node, view: ProgramView): Sinks {
  return follow({ symbol, holds: true }, null, owner, view);
}

function follow(first: Followed, field: string | null, owner: ts.Node, view: ProgramView): Sinks {
  const { checker } = view;
  const known = new Set([first.symbol]);
  const sinks: Sinks = { calls: [], stores: [], holders: known };
  const queue: Followed[] = [first];
  const add = (names: readonly ts.Node[]): void => {
    for (const name of names) {
      const found = checker.getSymbolAtLocation(name);
      if (found !== undefined && !known.has(found)) {
        known.add(found);
        queue.push({ symbol: found, holds: true });
      }
    }
  };
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { symbol: wanted, holds } = next;
    walk(owner, (node) => {
      if (ts.isIdentifier(node) && symbolOf(node, checker) === wanted) {
        new Climber(holds ? null : { field }, sinks, add, owner, view).climb(node);
      }
    });
  }
  return sinks;
}

/** Goes up from one use of a value as long as the value goes up with it. */
class Climber {
  constructor(
    /** The value itself, of which at most one field matters; null for something that holds it. */
    private readonly itself: { readonly field: string | null } | null,
    private readonly sinks: Sinks,
    private readonly add: (names: readonly ts.Node[]) => void,
    /** The function the value was made in. */
    private readonly owner: ts.Node,
    private readonly view: ProgramView,
    private readonly entered: Set<ts.Node> = new Set(),
  ) {}

  climb(node: ts.Node): void {
    const { parent } = node;
    if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
      this.store(node, namesOf(parent.name));
    } else if (ts.isBinaryExpression(parent)) {
      this.climbBinary(node, parent);
    } else if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
      this.climbAccess(node, parent);
    } else if (ts.isCallExpression(parent)) {
      this.climbCall(node, parent);
    } else if (ts.isForOfStatement(parent)) {
      if (parent.expression === node && this.itself === null) {
        this.store(node, namesOfLoop(parent));
      }
    } else if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) {
      // A copy; but what is in the value, and so the field, is in the copy too.
      if (this.itself?.field !== null && this.isOfObjects(parent)) {
        this.holder().climb(parent);
      }
    } else if (isPartOf(node, parent)) {
      this.holder().climb(parent);
    } else if (isTransparent(node, parent)) {
      this.climb(parent);
    } else if (ts.isArrowFunction(parent) || ts.isReturnStatement(parent)) {
      this.climbReturn(parent);
    }
  }

  /** May an entry of what is spread be an object? Texts and numbers cannot be changed, so nobody shares them. */
  private isOfObjects({ expression }: ts.SpreadElement | ts.SpreadAssignment): boolean {
    const { checker } = this.view;
    const type = checker.getTypeAtLocation(expression);
    const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return entry === undefined || mayBeObject(entry);
  }

  /** Goes on from something that holds the value. */
  private holder(): Climber {
    return this.itself === null
      ? this
      : new Climber(null, this.sinks, this.add, this.owner, this.view, this.entered);
  }

  private store(node: ts.Node, names: readonly ts.Node[]): void {
    this.sinks.stores.push(node);
    this.add(names);
  }

  private climbBinary(node: ts.Node, parent: ts.BinaryExpression): void {
    const operator = parent.operatorToken.kind;
    if (isAssignment(operator)) {
      if (parent.right === node) {
        this.store(node, changedPlaces(parent).map(rootOf));
      }
    } else if (
      operator === ts.SyntaxKind.QuestionQuestionToken ||
      operator === ts.SyntaxKind.BarBarToken ||
      (operator === ts.SyntaxKind.AmpersandAmpersandToken && parent.right === node)
    ) {
      this.climb(parent);
    }
  }

  private climbAccess(node: ts.Node, parent: ts.PropertyAccessExpression | ts.ElementAccessExpression): void {
    if (parent.expression !== node) {
      return;
    }
    const call =
      ts.isCallExpression(parent.parent) && parent.parent.expression === parent ? parent.parent : null;
    if (this.itself !== null) {
      if (call !== null && isCallOf(call, GIVING_THEMSELVES)) {
        this.climb(call);
      } else if (call === null && this.itself.field !== null && memberName(parent) === this.itself.field) {
        this.holder().climb(parent);
      }
    } else if (call !== null) {
      this.climbMethod(call);
    } else {
      this.climbObject(parent);
    }
  }

  private climbCall(node: ts.Node, call: ts.CallExpression): void {
    if (call.expression === node) {
      return;
    }
    const { checker } = this.view;
    const callee = call.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      if (isPush(call) || isCallOf(call, PUTTING)) {
        this.store(node, [rootOf(callee.expression)]);
      } else if (!isContextExpression(checker, callee.expression)) {
        this.climbMethod(call);
      }
      return;
    }
    const called = resolveFunction(checker, callee) ?? resolveArrow(checker, callee);
    if (this.view.graph.values.calledBy(call).length > 0) {
      this.sinks.calls.push(node);
    }
    if (called === undefined || !mayGiveBack(called, this.view)) {
      return;
    }
    if (crosses(called, this.view)) {
      this.sinks.calls.push(node);
    } else {
      this.holder().climb(call);
    }
    if (ts.isArrowFunction(called)) {
      this.add(this.objectParameters(called));
    }
  }

  /** A callback's value becomes part of what the method gives, that of a named function part of what its calls give. */
  private climbReturn(parent: ts.Node): void {
    const arrow = ts.findAncestor(parent, ts.isArrowFunction);
    const around = arrow?.parent;
    if (around !== undefined && ts.isCallExpression(around)) {
      this.climbMethod(around);
    } else if (around !== undefined && ts.isVariableDeclaration(around) && this.enter(around)) {
      const symbol = this.view.checker.getSymbolAtLocation(around.name);
      walk(this.owner, (node) => {
        if (ts.isIdentifier(node) && node !== around.name && symbolOf(node, this.view.checker) === symbol) {
          this.climbUse(node);
        }
      });
    }
  }

  /** The value comes out of a call of a named function, or of the method it is the callback of. */
  private climbUse(name: ts.Identifier): void {
    const { parent } = name;
    if (!ts.isCallExpression(parent)) {
      return;
    }
    if (parent.expression === name) {
      this.holder().climbObject(parent);
    } else {
      this.climbMethod(parent);
    }
  }

  /** Goes through the calls of a named function once: one that calls itself is refused elsewhere. */
  private enter(declaration: ts.VariableDeclaration): boolean {
    const isNew = !this.entered.has(declaration);
    this.entered.add(declaration);
    return isNew;
  }

  private objectParameters(arrow: ts.ArrowFunction): readonly ts.Node[] {
    return arrow.parameters
      .flatMap((parameter) => namesOf(parameter.name))
      .filter((parameter) => mayBeObject(this.view.checker.getTypeAtLocation(parameter)));
  }

  /** What a method works on, or is given, may come to its callback and be in what it gives. */
  private climbMethod(call: ts.CallExpression): void {
    const { checker } = this.view;
    for (const argument of call.arguments) {
      const declared = resolveFunction(checker, argument);
      const arrow = ts.isArrowFunction(argument) ? argument : resolveArrow(checker, argument);
      this.add(arrow === undefined ? [] : this.objectParameters(arrow));
      const named = declared ?? (arrow === argument ? undefined : arrow);
      if (named !== undefined && crosses(named, this.view)) {
        this.sinks.calls.push(call);
      }
    }
    if (!isListOfValues(call, checker)) {
      this.holder().climbObject(call);
    }
  }

  private climbObject(node: ts.Node): void {
    if (mayBeObject(this.view.checker.getTypeAtLocation(node))) {
      this.climb(node);
    }
  }
}

/** May what the function gives hold an object it was given? A number beside an error that holds none does not. */
function mayGiveBack(called: Callable, view: ProgramView): boolean {
  const type = resultType(view.checker, called);
  const [value] = type.aliasSymbol?.name === "Outcome" ? (type.aliasTypeArguments ?? []) : [];
  return mayBeObject(type) && (value === undefined || mayBeObject(value) || makesErrors(called, view));
}

/** Does the function, or one it calls, make errors that are given objects? */
function makesErrors(called: Callable, view: ProgramView, seen = new Set<Callable>()): boolean {
  const { checker } = view;
  if (seen.has(called)) {
    return false;
  }
  seen.add(called);
  const isOfObjects = (node: ts.Node): boolean =>
    ts.isNewExpression(node) &&
    errorClass(node.expression, checker) !== undefined &&
    node.arguments?.some((given) => mayBeObject(checker.getTypeAtLocation(given))) === true;
  return (
    holds(called, isOfObjects) ||
    [...view.graph.callees(called)].some((callee) => makesErrors(callee, view, seen))
  );
}

/** Does a method give a new list of texts and numbers, which hold nothing? */
function isListOfValues(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(call);
  const entry = checker.isArrayType(type) ? type.getNumberIndexType() : undefined;
  return entry !== undefined && !mayBeObject(entry) && isCallOf(call, NEW_LISTS);
}

/** Is a call of the function, or one it makes when it is written in place, a call of another skill? */
export function crosses(called: Callable, view: ProgramView): boolean {
  if (ts.isFunctionDeclaration(called) && view.sdk.intrinsicOf(called) !== undefined) {
    return false;
  }
  const isSkill = ts.isFunctionDeclaration(called) && singleExpression(called) === undefined;
  if (isSkill || view.graph.recursion(called) !== undefined) {
    return true;
  }
  return [...view.graph.callees(called)].some((callee) => crosses(callee, view));
}

/** Is the value put into a list or an object? */
function isPartOf(node: ts.Node, parent: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
    ts.isShorthandPropertyAssignment(parent)
  );
}

/** The property that is read, when it is known; null for a computed one. */
function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text;
  }
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : null;
}

function isTransparent(node: ts.Node, parent: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node)
  );
}

function namesOf(pattern: ts.BindingName): readonly ts.Node[] {
  return ts.isIdentifier(pattern)
    ? [pattern]
    : pattern.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesOf(element.name)));
}

function namesOfLoop(loop: ts.ForOfStatement): readonly ts.Node[] {
  return ts.isVariableDeclarationList(loop.initializer)
    ? loop.initializer.declarations.flatMap((declaration) => namesOf(declaration.name))
    : [];
}
