/** What the names and expressions of a function may stand for: the lists and objects it makes, and what it was given. */
import ts from "typescript";
import { assignmentTargets, isAssignment } from "../changes.ts";
import { collectionOf } from "../collections.ts";
import { contains, resultsOf, walk } from "../walk.ts";
import { type Callable, resolveArrow, resolveFunction, symbolOf } from "../functions.ts";
import { isParsed } from "../fresh.ts";
import type { ProgramView } from "../program-view.ts";
import { mayBeObject, presentMembers } from "../types.ts";
import { isTree } from "./apart.ts";
import { bindName } from "./bindings.ts";
import { ANY, Heap, NOTHING, reachable, type Site, type Sites, union } from "./heap.ts";
import { isFollowedArrow, methodSites } from "./methods.ts";

const K = ts.SyntaxKind;

const known = new WeakMap<ts.TypeChecker, Map<Callable, FunctionObjects>>();

/** What a function makes and puts where; it is looked for once. */
export function objectsOf(owner: Callable, view: ProgramView): FunctionObjects {
  const all = known.get(view.checker) ?? new Map<Callable, FunctionObjects>();
  known.set(view.checker, all);
  const found = all.get(owner);
  if (found !== undefined) {
    return found;
  }
  const objects = new FunctionObjects(owner, view);
  // Whoever asks for it meanwhile calls itself, and knows nothing of what comes of that.
  all.set(owner, objects);
  objects.follow();
  return objects;
}

/** Follows the values of one function, with the arrow functions in it. */
export class FunctionObjects {
  readonly heap = new Heap();
  private isFollowed = false;
  private ownResults: boolean | undefined;

  constructor(
    readonly owner: Callable,
    readonly view: ProgramView,
  ) {}

  /** Looks at everything in the function until there is nothing new. */
  follow(): void {
    this.owner.parameters.forEach(({ name }) => {
      this.bind(name, this.foreign, name);
    });
    for (let before = -1; before < this.heap.learned;) {
      before = this.heap.learned;
      walk(this.owner, (node) => {
        this.look(node);
      });
    }
    this.isFollowed = true;
  }

  /** Has the function made everything it gives, for that call alone, and is every part in one place of it? */
  get givesItsOwn(): boolean {
    if (!this.isFollowed) {
      return false;
    }
    if (this.ownResults === undefined) {
      // Who calls itself is asked again meanwhile.
      this.ownResults = false;
      const { body } = this.owner;
      const results =
        body === undefined ? NOTHING : union(...resultsOf(body).map((result) => this.sitesOf(result)));
      this.ownResults = !reachable(results).has(this.heap.foreign) && isTree(results);
    }
    return this.ownResults;
  }

  /** What the function has not made. */
  get foreign(): Sites {
    return new Set([this.heap.foreign]);
  }

  /** What an expression may give. */
  sitesOf(node: ts.Expression): Sites {
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isAwaitExpression(node)
    ) {
      return this.sitesOf(node.expression);
    }
    if (ts.isFunctionLike(node) || !mayBeObject(this.view.checker.getTypeAtLocation(node))) {
      return NOTHING;
    }
    if (ts.isIdentifier(node)) {
      return this.named(node);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      return this.heap.load(this.sitesOf(node.expression), fieldOf(node));
    }
    if (ts.isConditionalExpression(node)) {
      return union(this.sitesOf(node.whenTrue), this.sitesOf(node.whenFalse));
    }
    if (ts.isBinaryExpression(node)) {
      return this.ofBinary(node);
    }
    if (ts.isArrayLiteralExpression(node)) {
      return this.ofList(node);
    }
    if (ts.isObjectLiteralExpression(node)) {
      return this.ofObject(node);
    }
    if (ts.isNewExpression(node)) {
      return this.ofNew(node);
    }
    return ts.isCallExpression(node) ? this.ofCall(node) : this.foreign;
  }

  /** Gives a name, or the names of a pattern, more values. */
  bind(name: ts.BindingName, values: Sites, origin: ts.Node): void {
    bindName(name, values, origin, this);
  }

  /** What one place makes. */
  made(node: ts.Node): Site {
    return this.heap.siteOf(node);
  }

  /** What a function of the program gives when it is called there: where it is not all its own, what it was given may be in it. */
  resultOf(called: Callable | undefined, call: ts.Node, given: Sites): Sites {
    const whole = new Set([this.heap.wholeOf(call)]);
    if (called !== undefined && objectsOf(called, this.view).givesItsOwn) {
      return whole;
    }
    this.heap.store(whole, ANY, given, call);
    return union(this.foreign, whole, given);
  }

  private look(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      this.bind(node.name, this.sitesOf(node.initializer), node.initializer);
    } else if (ts.isForOfStatement(node)) {
      this.lookAtLoop(node);
    } else if (ts.isBinaryExpression(node) && isGiving(node.operatorToken.kind)) {
      this.assign(node.left, this.sitesOf(node.right), node.right);
    } else if (ts.isCallExpression(node)) {
      this.ofCall(node);
    } else if (ts.isArrowFunction(node) && node !== this.owner && !isFollowedArrow(node, this)) {
      node.parameters.forEach(({ name }) => {
        this.bind(name, this.foreign, name);
      });
    } else if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) {
      this.sitesOf(node);
    }
  }

  private lookAtLoop({ initializer, expression }: ts.ForOfStatement): void {
    const over = this.sitesOf(expression);
    const isMap = collectionOf(expression, this.view.checker) === "Map";
    const turn = this.heap.load(isMap ? this.heap.pairsOf(over, expression) : over, ANY);
    if (ts.isVariableDeclarationList(initializer)) {
      initializer.declarations.forEach(({ name }) => {
        this.bind(name, turn, expression);
      });
    } else {
      this.assign(initializer, turn, expression);
    }
  }

  private assign(left: ts.Expression, values: Sites, origin: ts.Node): void {
    if (ts.isIdentifier(left)) {
      const symbol = symbolOf(left, this.view.checker);
      if (symbol !== undefined) {
        this.heap.give(symbol, values);
      }
    } else if (ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left)) {
      this.heap.store(this.sitesOf(left.expression), fieldOf(left), values, origin);
    } else if (ts.isArrayLiteralExpression(left)) {
      left.elements.forEach((element) => {
        this.assign(element, this.heap.load(values, ANY), origin);
      });
    } else if (ts.isParenthesizedExpression(left) || ts.isNonNullExpression(left)) {
      this.assign(left.expression, values, origin);
    }
  }

  private named(node: ts.Identifier): Sites {
    const symbol = symbolOf(node, this.view.checker);
    const declared = symbol?.valueDeclaration;
    const isInside = declared !== undefined && contains(this.owner, declared);
    if (symbol === undefined || !isInside) {
      return this.foreign;
    }
    const given = givenBefore(node, symbol, this.view.checker);
    return given === undefined ? this.heap.valuesOf(symbol) : this.sitesOf(given);
  }

  private ofBinary({ left, operatorToken: { kind }, right }: ts.BinaryExpression): Sites {
    const isRight = kind === K.EqualsToken || kind === K.AmpersandAmpersandToken || kind === K.CommaToken;
    return isRight ? this.sitesOf(right) : union(this.sitesOf(left), this.sitesOf(right));
  }

  private ofList(node: ts.ArrayLiteralExpression): Sites {
    const list = new Set([this.made(node)]);
    for (const element of node.elements) {
      const values = ts.isSpreadElement(element) ? this.spread(element.expression) : this.sitesOf(element);
      this.heap.store(list, ANY, values, element);
    }
    return list;
  }

  /** What `...` puts into a list. */
  private spread(node: ts.Expression): Sites {
    const values = this.sitesOf(node);
    const isMap = collectionOf(node, this.view.checker) === "Map";
    return this.heap.load(isMap ? this.heap.pairsOf(values, node) : values, ANY);
  }

  private ofObject(node: ts.ObjectLiteralExpression): Sites {
    const object = this.made(node);
    node.properties.forEach((property, index) => {
      if (ts.isSpreadAssignment(property)) {
        const later = new Set(node.properties.slice(index + 1).map((other) => other.name?.getText()));
        this.spreadInto(object, property.expression, (field) => !later.has(field));
        return;
      }
      const value = ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
      const field = ts.isComputedPropertyName(property.name) ? ANY : textOf(property.name);
      const values = value === undefined ? this.foreign : this.sitesOf(value);
      this.heap.store(new Set([object]), field, values, property);
    });
    return new Set([object]);
  }

  /** Puts into an object what another has, of which as much is known as its type says. */
  private spreadInto(object: Site, node: ts.Expression, isWanted: (field: string) => boolean): void {
    const { checker } = this.view;
    const values = this.sitesOf(node);
    this.heap.copyFields(object, values, node, isWanted);
    if (!values.has(this.heap.foreign)) {
      return;
    }
    for (const type of presentMembers(checker.getTypeAtLocation(node))) {
      const fields = checker.getPropertiesOfType(type);
      const held = fields.filter((field) => mayBeObject(checker.getTypeOfSymbol(field)));
      const entry = checker.getIndexTypeOfType(type, ts.IndexKind.String);
      const isOpen = fields.length === 0 || (entry !== undefined && mayBeObject(entry));
      const names = [...held.map(({ name }) => name).filter(isWanted), ...(isOpen ? [ANY] : [])];
      names.forEach((name) => {
        this.heap.store(new Set([object]), name, this.foreign, node);
      });
    }
  }

  private ofNew(node: ts.NewExpression): Sites {
    const kind = collectionOf(node, this.view.checker);
    const [given] = node.arguments ?? [];
    if (kind === undefined && node.expression.getText() !== "Array") {
      return this.foreign;
    }
    const collection = new Set([this.made(node)]);
    if (given !== undefined) {
      const entries = this.heap.load(this.sitesOf(given), ANY);
      const values = kind === "Map" ? this.heap.load(entries, ANY) : entries;
      this.heap.store(collection, ANY, values, given);
    }
    return collection;
  }

  private ofCall(node: ts.CallExpression): Sites {
    const { sdk, checker } = this.view;
    const isOfJson: boolean = isParsed(node);
    if (isOfJson) {
      return new Set([this.heap.wholeOf(node)]);
    }
    if (ts.isPropertyAccessExpression(node.expression)) {
      return methodSites(node, node.expression, this);
    }
    const called = resolveFunction(checker, node.expression) ?? resolveArrow(checker, node.expression);
    const intrinsic = called === undefined ? undefined : sdk.intrinsicOf(called);
    const [given] = node.arguments;
    if (intrinsic === "emptyRecord") {
      return new Set([this.made(node)]);
    }
    if (intrinsic?.startsWith("unchecked") === true && given !== undefined) {
      return this.sitesOf(given);
    }
    const isArrow = called !== undefined && ts.isArrowFunction(called) && this.isInside(called);
    if (!isArrow || !isFollowedArrow(called, this)) {
      return this.resultOf(called, node, this.givenTo(node));
    }
    called.parameters.forEach(({ name }, index) => {
      const argument = node.arguments[index];
      this.bind(name, argument === undefined ? NOTHING : this.sitesOf(argument), argument ?? name);
    });
    return this.resultsOf(called);
  }

  /** What a call hands over. */
  givenTo(node: ts.CallExpression): Sites {
    return union(
      ...node.arguments.map((argument) =>
        ts.isSpreadElement(argument) ? this.spread(argument.expression) : this.sitesOf(argument),
      ),
    );
  }

  /** Is the arrow function one of this function's own? */
  isInside(arrow: ts.Node): boolean {
    return arrow !== this.owner && contains(this.owner, arrow);
  }

  /** What an arrow function in the function gives. */
  resultsOf(arrow: ts.ArrowFunction): Sites {
    return union(...resultsOf(arrow.body).map((result) => this.sitesOf(result)));
  }
}

/** `=`, `??=`, `||=` or `&&=`. */
function isGiving(operator: ts.SyntaxKind): boolean {
  return isAssignment(operator) && (operator === K.EqualsToken || operator >= K.BarBarEqualsToken);
}

/** The field that is read or given a value, or any of those. */
function fieldOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text;
  }
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : ANY;
}

function textOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : ANY;
}

/** What a variable was given by a statement before, when nothing between gives it anything else: `last = { n: 0 };`. */
function givenBefore(
  use: ts.Identifier,
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  const statement = ts.findAncestor(use, ts.isStatement);
  const around = statement?.parent;
  const isLater = ts.findAncestor(use, (node) => node === statement || ts.isFunctionLike(node)) !== statement;
  if (statement === undefined || isLater || around === undefined || !ts.isBlock(around)) {
    return undefined;
  }
  const gives = (node: ts.Node): boolean =>
    assignmentTargets(node).some((name) => symbolOf(name, checker) === symbol) ||
    (ts.forEachChild(node, gives) ?? false);
  const before = around.statements.slice(0, around.statements.indexOf(statement));
  const last = gives(statement) ? undefined : before.findLast(gives);
  const change = last !== undefined && ts.isExpressionStatement(last) ? last.expression : undefined;
  return change !== undefined &&
    ts.isBinaryExpression(change) &&
    change.operatorToken.kind === K.EqualsToken &&
    ts.isIdentifier(change.left)
    ? change.right
    : undefined;
}
