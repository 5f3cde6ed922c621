/** Which locals each segment needs from before: only those are kept while a skill is suspended. */
import ts from "typescript";
import { arrowOf, type Callable, isAsync, symbolOf, waitingArrowOf } from "../analysis/functions.ts";
import { walkNamedArrows } from "../analysis/named-arrows.ts";
import { isContextType } from "../analysis/platform-context.ts";
import { regexOfConstant } from "../analysis/regex-constants.ts";
import { eachStep } from "./inline-gotos.ts";
import {
  type Local,
  localName,
  nameLocals,
  type Plan,
  type PlanLocal,
  type Segment,
  type Step,
} from "./plan.ts";

/** What a name or an expression of the function may stand for. */
interface Known {
  readonly own: ReadonlySet<ts.Symbol>;
  readonly held: ReadonlyMap<ts.Node, PlanLocal>;
  readonly given: Plan["given"];
  readonly checker: ts.TypeChecker;
}

interface Usage {
  readonly reads: Set<Local>;
  readonly declares: Set<Local>;
  /** The named arrow functions that were looked at. */
  readonly arrows: Set<ts.ArrowFunction>;
}

/** Fills in `needs` of every segment. */
export function findNeeds(plan: Plan, checker: ts.TypeChecker): void {
  const { declaration, segments, held, inPlace, given } = plan;
  const own = new Set([declaration, ...inPlace].flatMap((written) => [...localsOf(written, given, checker)]));
  nameLocals(own);
  const known = { own, held, given, checker };
  const entries = new Map(
    segments.map((segment) => [segment, { usage: usageOf(segment, known), needed: new Set<Local>() }]),
  );
  for (const { usage } of [...entries.values()].slice(0, 1)) {
    addDefaults(declaration, known, usage);
  }
  let changed = true;
  while (changed) {
    changed = false;
    for (const [segment, { usage, needed }] of entries) {
      const wanted = new Set(usage.reads);
      for (const next of successors(segment)) {
        entries.get(next)?.needed.forEach((local) => wanted.add(local));
      }
      for (const local of wanted) {
        if (!usage.declares.has(local) && !needed.has(local)) {
          needed.add(local);
          changed = true;
        }
      }
    }
  }
  for (const [segment, { needed }] of entries) {
    // No two have one name.
    segment.needs = [...needed].sort((a, b) => (localName(a) < localName(b) ? -1 : 1));
  }
}

/** The defaults of parameters are computed at the start, from the parameters before them. */
function addDefaults(declaration: ts.FunctionDeclaration, known: Known, usage: Usage): void {
  for (const { name, initializer } of declaration.parameters) {
    const symbol = known.checker.getSymbolAtLocation(name);
    if (initializer !== undefined && symbol !== undefined && known.own.has(symbol)) {
      usage.reads.add(symbol);
      scan(initializer, known, usage);
    }
  }
}

/** The segments that may run next with this one's locals. */
function successors(segment: Segment): readonly Segment[] {
  const found: Segment[] = [];
  eachStep(segment.steps, (step) => {
    if (step.kind === "goto") {
      found.push(step.target);
    } else if (step.kind === "suspend" || step.kind === "call") {
      found.push(step.resume);
    }
  });
  return found;
}

/** Parameters and variables of the function; the context is none of them, nor what is written in place. */
function localsOf(
  declaration: Callable,
  given: Plan["given"],
  checker: ts.TypeChecker,
): ReadonlySet<ts.Symbol> {
  const symbols = new Set<ts.Symbol>();
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) {
      const symbol = checker.getSymbolAtLocation(name);
      if (symbol !== undefined && !given.has(symbol) && !isContextType(checker.getTypeAtLocation(name))) {
        symbols.add(symbol);
      }
      return;
    }
    name.elements.forEach((element) => {
      if (!ts.isOmittedExpression(element)) {
        add(element.name);
      }
    });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) && !isWrittenInPlace(node)) || ts.isParameter(node)) {
      add(node.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return symbols;
}

/** A regular expression or an arrow function with a name is written where it is used: it is no value to be kept. */
function isWrittenInPlace(node: ts.VariableDeclaration): boolean {
  return (
    regexOfConstant(node) !== undefined || arrowOf(node) !== undefined || waitingArrowOf(node) !== undefined
  );
}

function usageOf(segment: Segment, known: Known): Usage {
  const usage: Usage = { reads: new Set(), declares: new Set(), arrows: new Set() };
  const read = (node: ts.Node | null): void => {
    if (node !== null) {
      scan(node, known, usage);
    }
  };
  const { binding } = segment;
  if (binding.kind === "declare") {
    read(binding.name);
  } else if (binding.kind === "assign") {
    read(binding.target);
  } else if (binding.kind === "hold") {
    usage.declares.add(binding.local);
  }
  eachStep(segment.steps, (step) => {
    scanStep(step, read, usage);
  });
  return usage;
}

function scanStep(step: Step, read: (node: ts.Node | null) => void, usage: Usage): void {
  switch (step.kind) {
    case "statement":
    case "declaration":
    case "expression":
      read(step.node);
      return;
    case "keep":
      read(step.node);
      usage.declares.add(step.local);
      return;
    case "start":
      usage.declares.add(step.local);
      return;
    case "take":
      usage.reads.add(step.list).add(step.index);
      read(step.name ?? null);
      read(step.position ?? null);
      return;
    case "append":
      usage.reads.add(step.list);
      return;
    case "bind":
      // What a function reads that is given, it reads where it is called.
      step.call.arguments.filter((argument) => !ts.isArrowFunction(argument)).forEach(read);
      step.callee.parameters.forEach(read);
      return;
    case "branch":
      // What other tests ask about is kept right before them, or read in what follows.
      if (step.test.kind === "expression") {
        read(step.test.node);
      } else if (step.test.kind === "label") {
        step.test.labels.forEach(read);
      }
      return;
    case "suspend":
      read(step.request);
      return;
    case "call":
      step.call.arguments.forEach(read);
      return;
    case "return":
      read(step.value);
      return;
    case "goto":
      return;
  }
}

/** Reads and declarations in a piece of TypeScript; what an arrow function reads is read where its name is used. */
function scan(node: ts.Node, known: Known, usage: Usage): void {
  const { own, held, checker } = known;
  const visit = (part: ts.Node): boolean => {
    const local = held.get(part);
    if (local !== undefined) {
      usage.reads.add(local);
      return false;
    }
    const symbol = ts.isIdentifier(part) ? symbolOf(part, checker) : undefined;
    if (symbol !== undefined && own.has(symbol)) {
      (isDeclared(part) ? usage.declares : usage.reads).add(symbol);
    }
    const functions = symbol === undefined || isDeclared(part) ? undefined : known.given.get(symbol);
    for (const given of functions ?? []) {
      if (ts.isArrowFunction(given) && !isAsync(given) && !usage.arrows.has(given)) {
        usage.arrows.add(given);
        walkNamedArrows(given, checker, visit, usage.arrows);
      }
    }
    return !(ts.isVariableDeclaration(part) && isWrittenInPlace(part));
  };
  walkNamedArrows(node, checker, visit, usage.arrows);
}

/** Is it the name of the variable or parameter that is declared there? */
function isDeclared(name: ts.Node): boolean {
  const { parent } = name;
  return (
    (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
    parent.name === name
  );
}
