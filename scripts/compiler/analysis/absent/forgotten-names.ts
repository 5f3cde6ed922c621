/** Names that a value has and its type no longer tells: of what is handed on as less than it is. */
import ts from "typescript";
import { isAny, membersOf, mayBeUndefined, presentMembers } from "../types.ts";
import { ANY_NAME, type HeldNames, heldNames, isOpenForm, noNames, note, partsOf } from "./held-names.ts";

/** What is handed on as less than it is. */
export interface ForgottenNames {
  /** Of what is handed on as `unknown` and its like. */
  readonly opened: HeldNames;
  /** Of what is handed on as an object with fewer names. */
  readonly narrowed: HeldNames;
  /** Values whose property may be undefined where the record they become says that all it holds is there. */
  readonly misfits: ReadonlySet<ts.Node>;
}

/** Looks for what some files forget of their values; `kept` are the names under which there is undefined. */
export function forgottenNames(
  files: readonly ts.SourceFile[],
  kept: ReadonlySet<string>,
  checker: ts.TypeChecker,
): ForgottenNames {
  const look = new Look(new Set(files), kept, checker);
  files.forEach((file) => {
    look.at(file);
  });
  return look.result();
}

class Look {
  private readonly opened = noNames();
  private readonly narrowed = noNames();
  private readonly misfits = new Set<ts.Node>();
  private readonly seen = new Map<ts.Type, Set<ts.Type>>();
  private isNarrowedByTest = false;

  constructor(
    private readonly files: ReadonlySet<ts.SourceFile>,
    private readonly kept: ReadonlySet<string>,
    private readonly checker: ts.TypeChecker,
  ) {}

  result(): ForgottenNames {
    const { opened, narrowed, misfits } = this;
    if (this.isNarrowedByTest) {
      opened.undefineds.forEach((name) => narrowed.undefineds.add(name));
      opened.nulls.forEach((name) => narrowed.nulls.add(name));
    }
    return { opened, narrowed, misfits };
  }

  at(node: ts.Node): void {
    if (ts.isTypePredicateNode(node)) {
      this.isNarrowedByTest = true;
    } else if (ts.isParameter(node)) {
      this.outside(node);
    }
    if (ts.isExpression(node)) {
      const target = this.targetOf(node);
      if (target !== undefined && this.loses(this.checker.getTypeAtLocation(node), target)) {
        this.misfits.add(node);
      }
    }
    ts.forEachChild(node, (child) => {
      this.at(child);
    });
  }

  /** What a program is given from outside may have any name. */
  private outside(node: ts.ParameterDeclaration): void {
    const isMain = ts.isFunctionDeclaration(node.parent) && node.parent.name?.text === "main";
    if (isMain && heldNames(this.checker.getTypeAtLocation(node), this.checker).isOpen) {
      this.opened.nulls.add(ANY_NAME);
    }
  }

  /** The type that what takes the value declares; a type parameter stands for any. */
  private targetOf(node: ts.Expression): ts.Type | undefined {
    const { parent } = node;
    if (ts.isAsExpression(parent)) {
      return this.checker.getTypeAtLocation(parent.type);
    }
    const parameter = ts.isCallExpression(parent) ? parameterOf(node, parent, this.checker) : undefined;
    if (parameter === undefined) {
      return this.checker.getContextualType(node);
    }
    const declared = this.checker.getTypeAtLocation(parameter);
    if (!this.files.has(parameter.getSourceFile())) {
      // What a library takes as anything it only looks at.
      const isLookedAt = isOpenForm(declared, this.checker) && !declared.isTypeParameter();
      return isLookedAt ? undefined : this.checker.getContextualType(node);
    }
    return parameter.dotDotDotToken === undefined
      ? declared
      : this.checker.getIndexTypeOfType(declared, ts.IndexKind.Number);
  }

  /** Notes what is lost from one type to the other; true when a property that may be undefined becomes one that is there. */
  private loses(source: ts.Type, target: ts.Type): boolean {
    const before = this.seen.get(source) ?? new Set();
    this.seen.set(source, before);
    if (source === target || before.has(target)) {
      return false;
    }
    before.add(target);
    const targets = presentMembers(target);
    if (targets.some((member) => isOpenForm(member, this.checker))) {
      this.forget(source, this.opened);
      return false;
    }
    return presentMembers(source)
      .map((member) => this.losesOf(member, targets))
      .includes(true);
  }

  private losesOf(source: ts.Type, targets: readonly ts.Type[]): boolean {
    const { checker } = this;
    const isRow = checker.isArrayLikeType(source);
    const alike = targets.filter(
      (member) => isObject(member) && !isPromise(member) && checker.isArrayLikeType(member) === isRow,
    );
    const fitting = alike.filter((member) => checker.isTypeAssignableTo(source, member));
    const takers = fitting.length > 0 ? fitting : alike;
    if (!isObject(source) || takers.length === 0) {
      return false;
    }
    return partsOf(source, checker)
      .map(({ name, type }) => takers.map((taker) => this.losesPart(name, type, taker)).includes(true))
      .includes(true);
  }

  private losesPart(name: string | null, type: ts.Type, taker: ts.Type): boolean {
    const { checker } = this;
    const named = name === null ? undefined : checker.getPropertyOfType(taker, name);
    const kind = name === null ? ts.IndexKind.Number : ts.IndexKind.String;
    const index = checker.getIndexTypeOfType(taker, kind);
    const part = named === undefined ? index : checker.getTypeOfSymbol(named);
    if (part === undefined) {
      if (name !== null) {
        note(name, type, this.narrowed);
      }
      this.forget(type, this.narrowed);
      return false;
    }
    const isMisfit =
      name !== null &&
      named === undefined &&
      mayBeUndefined(type) &&
      !membersOf(part).some((member) => mayBeUndefined(member) || isOpenForm(member, checker)) &&
      (this.kept.has(name) || this.kept.has(ANY_NAME));
    if (name !== null && named === undefined && membersOf(part).some((one) => isOpenForm(one, checker))) {
      note(name, type, this.opened);
    }
    return this.loses(type, part) || isMisfit;
  }

  private forget(type: ts.Type, into: HeldNames): void {
    heldNames(type, this.checker, into);
    if (presentMembers(type).some(isAny)) {
      into.nulls.add(ANY_NAME);
    }
  }
}

/** What an async function returns may be a promise as well. */
function isPromise(type: ts.Type): boolean {
  return ["Promise", "PromiseLike"].includes(type.symbol?.name ?? "");
}

/** The parameter that takes an argument of a call. */
function parameterOf(
  node: ts.Expression,
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): ts.ParameterDeclaration | undefined {
  const at = call.arguments.indexOf(node);
  const declared = at < 0 ? undefined : checker.getResolvedSignature(call)?.getDeclaration();
  const parameters = declared?.parameters ?? [];
  const parameter = parameters[Math.min(at, parameters.length - 1)];
  return parameter !== undefined && ts.isParameter(parameter) ? parameter : undefined;
}

function isObject(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
}
