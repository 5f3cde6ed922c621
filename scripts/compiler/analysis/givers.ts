/** Functions that change a parameter in place and can give it back, since every call can be assigned what comes. */
import ts from "typescript";
import { changedParameters, type ChangedParameters } from "./changed-parameters.ts";
import { changedValues, variableOfPart } from "./changed-parts.ts";
import { changedPlaces, isAssignedIn, isChange, rootOf } from "./changes.ts";
import { isAsync, promised, resolveFunction, symbolOf } from "./functions.ts";
import { bare } from "./function-values.ts";
import {
  alone,
  type Handing,
  type HandingCall,
  handingCall,
  type Hindrance,
  isOnlyBody,
  lentBy,
} from "./handing-calls.ts";
import type { ChangedPart } from "./places-before.ts";
import { usesOf } from "./uses.ts";
import { contains, returnsOf, walk } from "./walk.ts";

/** How a function gives its parameters back. */
export interface Giver {
  readonly declaration: ts.FunctionDeclaration;
  readonly positions: ReadonlySet<number>;
  /** `alone`: the only parameter, and no value; `itself`: its value is the parameter; `beside`: both, in an object. */
  readonly form: "alone" | "itself" | "beside";
  readonly calls: readonly HandingCall[];
}

/** The functions among some files that give back what they change; each is decided together with all its calls. */
export function giversOf(files: readonly ts.SourceFile[], checker: ts.TypeChecker): readonly Giver[] {
  return [...decided(files, checker).values()].flatMap((giver) => ("advice" in giver ? [] : [giver]));
}

/** Why a function that changes its parameter is not read as one that gives it back. */
export function hindranceOf(
  declaration: ts.FunctionDeclaration,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): Hindrance | undefined {
  const giver = decided(files, checker).get(declaration);
  return giver !== undefined && "advice" in giver ? giver : undefined;
}

function decided(
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): ReadonlyMap<ts.FunctionDeclaration, Giver | Hindrance> {
  const changed = changedParameters(files, checker);
  const all = new Map(
    [...changed].map(([declaration, positions]) => [
      declaration,
      giverOf(declaration, positions, changed, files, checker),
    ]),
  );
  // What is handed on by a function that cannot give it back does not come back to its caller either.
  const hindered = ({ calls }: Giver): Hindrance | undefined => {
    for (const { place } of calls.flatMap(({ targets }) => targets)) {
      const caller = handedTo(place, checker);
      const found = caller === undefined ? undefined : all.get(caller);
      if (found !== undefined && "advice" in found) {
        return found;
      }
    }
    return undefined;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [declaration, giver] of all) {
      const found = "advice" in giver ? undefined : hindered(giver);
      if (found !== undefined) {
        isSettled = false;
        all.set(declaration, found);
      }
    }
  }
  return all;
}

/** The function of which the variable is a parameter that it has been handed. */
function handedTo(place: ts.Expression, checker: ts.TypeChecker): ts.FunctionDeclaration | undefined {
  const declaration = checker.getSymbolAtLocation(rootOf(place))?.valueDeclaration;
  return declaration !== undefined &&
    ts.isParameter(declaration) &&
    ts.isFunctionDeclaration(declaration.parent)
    ? declaration.parent
    : undefined;
}

function giverOf(
  declaration: ts.FunctionDeclaration,
  positions: ReadonlySet<number>,
  changed: ChangedParameters,
  files: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): Giver | Hindrance {
  const form = formOf(declaration, positions, checker);
  if (typeof form !== "string") {
    return form;
  }
  const calls: HandingCall[] = [];
  const handing = handingOf(changed, checker);
  for (const node of usesOf(declaration, files, checker)) {
    const call = node.parent;
    if (ts.isFunctionDeclaration(call) || ts.isImportSpecifier(call) || ts.isExportSpecifier(call)) {
      continue;
    }
    if (!ts.isCallExpression(call) || call.expression !== node) {
      return { node, advice: "Call it by its name. " };
    }
    const found = handingCall(call, declaration, positions, checker, handing);
    if ("advice" in found) {
      return found;
    }
    if (holdsHanding(call, handing) || (found.before !== null && !hasValue(declaration, form))) {
      return alone(found.whole);
    }
    calls.push(found);
  }
  // Nobody in the program has lent it anything: who calls it from outside would see the change.
  const isExported = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
  return calls.length === 0 && isExported
    ? { node: declaration, advice: "" }
    : { declaration, positions, form, calls };
}

/** What is known of all calls that hand a value on. */
function handingOf(changed: ChangedParameters, checker: ts.TypeChecker): Handing {
  const calledBy = (node: ts.Node): ts.FunctionDeclaration | undefined => {
    const called = ts.isCallExpression(node) ? resolveFunction(checker, node.expression) : undefined;
    return called !== undefined && changed.has(called) ? called : undefined;
  };
  const itself = (node: ts.Expression): ts.Expression | undefined => {
    const called = calledBy(node);
    const positions = called === undefined ? undefined : changed.get(called);
    const [index = -1] = positions ?? [];
    const given = ts.isCallExpression(node) ? node.arguments[index] : undefined;
    return called === undefined ||
      given === undefined ||
      formOf(called, positions ?? new Set(), checker) !== "itself"
      ? undefined
      : (itself(bare(given)) ?? given);
  };
  const isMoved = (node: ts.Node): boolean => {
    const call = ts.isAwaitExpression(node) ? node.expression : node;
    const called = calledBy(call);
    const given = [...((called && changed.get(called)) ?? [])].flatMap((index) =>
      ts.isCallExpression(call) ? (call.arguments[index] ?? []) : [],
    );
    return given.some((argument) => lentBy(argument, checker, { itself }) !== undefined);
  };
  return {
    isMoved,
    // What it is given and changes is handed to it, and so moved.
    changesNothing: ({ expression, arguments: given }) =>
      resolveFunction(checker, expression) !== undefined && !given.some(ts.isArrowFunction),
    itself,
    changedBy: (declaration, parameter) => partsChangedBy(declaration, parameter, checker),
  };
}

/** The properties of a parameter that a function, and those it hands it to, change; "" where it is not to be seen which. */
function partsChangedBy(
  declaration: ts.FunctionDeclaration,
  parameter: string,
  checker: ts.TypeChecker,
  callers: readonly ts.Node[] = [],
): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  const own = declaration.parameters.find(({ name }) => name.getText() === parameter)?.name;
  const symbol = own === undefined ? undefined : checker.getSymbolAtLocation(own);
  const isOwn = (node: ts.Expression): boolean => ts.isIdentifier(node) && symbolOf(node, checker) === symbol;
  const partOf = (node: ts.Expression): string | undefined => {
    const plain = bare(node);
    if (!ts.isPropertyAccessExpression(plain) && !ts.isElementAccessExpression(plain)) {
      return isOwn(plain) ? "" : undefined;
    }
    const outer = partOf(plain.expression);
    return outer === "" && ts.isPropertyAccessExpression(plain) ? `.${plain.name.text}` : outer;
  };
  const isField = (node: ts.Expression): boolean =>
    ts.isPropertyAccessExpression(node) && isOwn(bare(node.expression));
  walk(declaration, (node) => {
    for (const object of changedValues(node, checker)) {
      const isOfObject = changedPlaces(node).some((place) => object !== place && contains(place, object));
      if (!isOfObject && variableOfPart(object, checker) === symbol) {
        parts.push({ path: partOf(object) ?? "", isReplaced: isChange(node) && isField(bare(object)) });
      }
    }
    const called = ts.isCallExpression(node) ? resolveFunction(checker, node.expression) : undefined;
    if (called !== undefined && ts.isCallExpression(node)) {
      node.arguments.forEach((argument, index) => {
        const path = partOf(argument);
        const name = called.parameters[index]?.name.getText();
        if (variableOfPart(argument, checker) !== symbol || name === undefined) {
          return;
        }
        if (callers.includes(called) || path === undefined) {
          parts.push({ path: "", isReplaced: false });
        } else {
          const inside = partsChangedBy(called, name, checker, [...callers, declaration]);
          parts.push(...inside.map((inner) => ({ ...inner, path: path + inner.path })));
        }
      });
    }
  });
  return parts;
}

/** Is it all that a callback does, and an argument hands something on as well, which would have to be done before? */
function holdsHanding(call: ts.CallExpression, { isMoved }: Handing): boolean {
  let holds = false;
  call.arguments.forEach((argument) => {
    walk(argument, (node) => {
      holds ||= isMoved(node);
    });
  });
  return holds && isOnlyBody(call);
}

function formOf(
  declaration: ts.FunctionDeclaration,
  positions: ReadonlySet<number>,
  checker: ts.TypeChecker,
): Giver["form"] | Hindrance {
  const parameters = [...positions].flatMap((index) => declaration.parameters[index] ?? []);
  const returns = returnsOf(declaration.body);
  const values = returns.flatMap(({ expression }) => expression ?? []);
  const wrong = parameters.find(
    ({ name, type, dotDotDotToken, questionToken }) =>
      !ts.isIdentifier(name) ||
      type === undefined ||
      dotDotDotToken !== undefined ||
      questionToken !== undefined,
  );
  if (wrong !== undefined || declaration.name === undefined || declaration.name.text === "main") {
    return { node: wrong ?? declaration, advice: "" };
  }
  const replaced = parameters.find(({ name }) =>
    isAssignedIn(checker.getSymbolAtLocation(name), declaration, checker),
  );
  if (replaced !== undefined) {
    const name = replaced.name.getText();
    return { node: replaced, advice: `Give what replaces \`${name}\` a name of its own. ` };
  }
  const hidden = parameters.find(({ name }) => isDeclaredIn(declaration.body, name.getText()));
  if (hidden !== undefined) {
    return { node: hidden, advice: `Give the other \`${hidden.name.getText()}\` in it another name. ` };
  }
  const [parameter] = parameters;
  const own = parameter === undefined ? undefined : checker.getSymbolAtLocation(parameter.name);
  const isItself = (value: ts.Expression): boolean =>
    ts.isIdentifier(value) && checker.getSymbolAtLocation(value) === own;
  if (values.length === 0) {
    return parameters.length === 1 ? "alone" : "beside";
  }
  if (parameters.length === 1 && values.every(isItself)) {
    return values.length === returns.length ? "itself" : { node: declaration, advice: "" };
  }
  const isAbsent = values.length < returns.length;
  const isTyped = declaration.type !== undefined && typeOfResult(declaration) !== null;
  return isAbsent || !isTyped
    ? {
        node: declaration,
        advice: isAbsent
          ? "Let it return null where it finds nothing. "
          : "Write the type of what it returns. ",
      }
    : "beside";
}

/** Does the name stand for something else anywhere in the function itself, where the parameter could not be given back? */
function isDeclaredIn(node: ts.Node | undefined, name: string): boolean {
  if (node === undefined || ts.isFunctionLike(node)) {
    return node !== undefined && ts.isFunctionDeclaration(node) && node.name?.text === name;
  }
  return (
    ((ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && node.name.getText() === name) ||
    (ts.forEachChild(node, (child) => isDeclaredIn(child, name)) ?? false)
  );
}

/** The type of the value as it is written, without its promise; null where that is not to be seen. */
export function typeOfResult(declaration: ts.FunctionDeclaration): ts.TypeNode | null {
  const { type } = declaration;
  if (type === undefined || !isAsync(declaration)) {
    return type ?? null;
  }
  return promised(type) ?? null;
}

/** Does it give a value of its own? */
export function hasValue(declaration: ts.FunctionDeclaration, form: Giver["form"]): boolean {
  return form !== "alone" && returnsOf(declaration.body).some(({ expression }) => expression !== undefined);
}
