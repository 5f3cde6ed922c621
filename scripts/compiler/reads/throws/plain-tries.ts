/**
 * `try` read as a block that is left early: what throws puts its error into a variable, what follows in the block is done
 * only while there is none, and the handler when there is one. All calls in the block have been asked before.
 */
import ts from "typescript";
import { CAUGHT } from "../../analysis/errors.ts";
import { isLoop } from "../../analysis/iterables.ts";
import { inOneLine } from "../../analysis/one-line.ts";
import { assignmentTargets } from "../../analysis/changes.ts";
import { mayBeNull, mayBeUndefined } from "../../analysis/types.ts";
import { contains, holds, isInList, throws, walk } from "../../analysis/walk.ts";
import { at, type Insertion } from "../edited-sources.ts";
import { knownBehind, NOT_ASSIGNED } from "../kept-narrowing.ts";
import { asDeclared } from "../same-scope.ts";
import { writtenType } from "../written-types.ts";
import { asThrown } from "./outcomes.ts";
import { leaves, ownerOf } from "./places.ts";

/** What has to be put into a file for one `try` to be a block; `name` gives names nobody has, `errors` what TypeScript says. */
export function plainTry(
  node: ts.TryStatement,
  checker: ts.TypeChecker,
  isUntold: boolean,
  name: (kind: string) => string,
  errors: () => readonly ts.Diagnostic[],
): readonly Insertion[] {
  const file = node.getSourceFile();
  const { catchClause, finallyBlock } = node;
  if (catchClause !== undefined && finallyBlock !== undefined) {
    return [at(file, node.getStart(), "try { "), at(file, catchClause.end, " }")];
  }
  const writer = new TryWriter(node, name("thrown"), checker, errors);
  return merged(
    catchClause === undefined ? writer.withFinally(name) : writer.withCatch(catchClause, isUntold),
  );
}

/** Insertions at one place become one, in their order. */
function merged(insertions: readonly Insertion[]): readonly Insertion[] {
  const found = new Map<number, Insertion>();
  for (const insertion of insertions) {
    const earlier = found.get(insertion.at);
    found.set(insertion.at, { ...insertion, text: `${earlier?.text ?? ""}${insertion.text}` });
  }
  return [...found.values()];
}

class TryWriter {
  private readonly found: Insertion[] = [];
  /** The reads of which TypeScript would know less than before. */
  private readonly marked = new Set<ts.Node>();
  private readonly file: ts.SourceFile;
  private readonly block: ts.Block;
  private readonly isLeft: boolean;
  private readonly mayThrow: boolean;

  constructor(
    private readonly node: ts.TryStatement,
    private readonly thrown: string,
    private readonly checker: ts.TypeChecker,
    private readonly errors: () => readonly ts.Diagnostic[],
  ) {
    this.file = node.getSourceFile();
    this.block = node.tryBlock;
    this.isLeft = leaves(this.block);
    this.mayThrow = throws(this.block);
  }

  withCatch({ variableDeclaration, block }: ts.CatchClause, isUntold: boolean): readonly Insertion[] {
    // Where nothing throws, TypeScript would take the handler for what nothing comes to, behind a block that is left.
    const isNever = this.isLeft && !this.mayThrow;
    this.open(isNever ? ` if (${this.thrown} === null)` : "");
    const test = isNever ? "else " : this.isLeft ? "" : `if (${this.thrown} !== null) `;
    this.put(this.block.end, "/*");
    this.put(block.getStart(), `*/ ${test}`);
    if (variableDeclaration !== undefined) {
      const type = isUntold ? CAUGHT.untold : CAUGHT.told;
      this.put(
        block.getStart() + 1,
        ` const ${variableDeclaration.name.getText()}: ${type} = ${this.thrown};`,
      );
    }
    this.guard(this.block.statements, this.block, false);
    if (isInList(this.node)) {
      this.put(this.node.end, this.presentBehind());
    }
    this.close();
    return this.found;
  }

  /** TypeScript does not see that a variable has a value behind the block and its handler: it is told where it saw it in what was written. */
  private presentBehind(): string {
    const isOwn = (declaration: ts.Declaration): boolean => ownerOf(declaration) === ownerOf(this.node);
    const left = new Set([...this.assignedIn(this.block)].filter(isOwn));
    const found: string[] = [];
    walk(ownerOf(this.node) ?? this.file, (node) => {
      const declaration =
        ts.isIdentifier(node) && node.pos >= this.node.end
          ? this.checker.getSymbolAtLocation(node)?.valueDeclaration
          : undefined;
      // Behind its first use other things may have told it.
      if (declaration !== undefined && left.delete(declaration)) {
        const isTold = !isThere(this.checker.getTypeAtLocation(declaration));
        found.push(...(isTold && isThere(this.checker.getTypeAtLocation(node)) ? [node.getText()] : []));
      }
    });
    return found.map((name) => ` ${name} = ${name}!;`).join("");
  }

  withFinally(name: (kind: string) => string): readonly Insertion[] {
    const last = this.node.finallyBlock;
    if (last === undefined) {
      return [];
    }
    this.open();
    const { before, replaced } = asDeclared(last, this.checker);
    const text = before + inOneLine(last, this.file, replaced);
    this.exits(this.block, text, name, true, true);
    this.put(this.block.end, "/*");
    this.put(last.getStart(), "*/ ");
    this.guard(this.block.statements, this.block, false);
    if (this.mayThrow) {
      const rethrow = `throw ${this.thrown} as ThrownError;`;
      this.put(last.end, this.isLeft ? ` ${rethrow}` : ` if (${this.thrown} !== null) { ${rethrow} }`);
    }
    this.close();
    return this.found;
  }

  private open(before = ""): void {
    const start = this.node.getStart();
    const isListed = isInList(this.node);
    this.put(start, `${isListed ? "" : "{ "}let ${this.thrown} = null as ThrownError | null; /*`);
    this.put(start + "try".length, `*/${before}`);
    this.assure();
  }

  private close(): void {
    if (!isInList(this.node)) {
      this.put(this.node.end, " }");
    }
  }

  /** TypeScript does not see that a variable is given its value in the block or in the handler. */
  private assure(): void {
    for (const declaration of this.assignedIn(this.node)) {
      if (
        ts.isVariableDeclaration(declaration) &&
        declaration.initializer === undefined &&
        declaration.type !== undefined &&
        declaration.exclamationToken === undefined &&
        ts.isVariableStatement(declaration.parent.parent) &&
        declaration.getSourceFile() === this.file &&
        (!contains(this.node, declaration) || this.isAlwaysSet(declaration))
      ) {
        this.put(declaration.name.end, "!");
      }
    }
  }

  /** Does TypeScript see now that the variable has its value wherever it is asked for? */
  private isAlwaysSet(declaration: ts.VariableDeclaration): boolean {
    const symbol = this.checker.getSymbolAtLocation(declaration.name);
    const unset = new Set(this.errors().flatMap(({ code, start }) => (code === NOT_ASSIGNED ? [start] : [])));
    return !holds(
      this.node,
      (node) =>
        ts.isIdentifier(node) &&
        unset.has(node.getStart()) &&
        this.checker.getSymbolAtLocation(node) === symbol,
    );
  }

  /** What declares the variables that are given a value there. */
  private assignedIn(part: ts.Node): ReadonlySet<ts.Declaration> {
    const found = new Set<ts.Declaration>();
    walk(part, (node) => {
      for (const target of assignmentTargets(node)) {
        const declaration = this.checker.getSymbolAtLocation(target)?.valueDeclaration;
        if (declaration !== undefined) {
          found.add(declaration);
        }
      }
    });
    return found;
  }

  /** Guards what follows in a list by whether something has been thrown. */
  private guard(list: readonly ts.Statement[], block: ts.Node, isBreakable: boolean): void {
    list.forEach((statement, index) => {
      if (!throws(statement)) {
        return;
      }
      this.inside(statement, isBreakable);
      const isLast = index === list.length - 1;
      if (ts.isThrowStatement(statement) || (leaves(statement) && isLast)) {
        return;
      }
      const isBroken = isLoop(statement) || ts.isSwitchStatement(statement);
      if (isBreakable) {
        if (isBroken) {
          this.put(statement.end, ` if (${this.thrown} !== null) { break; }`);
        }
      } else if (!isLast) {
        const isElse =
          ts.isIfStatement(statement) &&
          statement.elseStatement === undefined &&
          endsInThrow(statement.thenStatement);
        this.put(statement.end, isElse ? " else {" : ` if (${this.thrown} === null) {`);
        this.put(block.end - 1, "} ");
        if (!isElse) {
          this.keepKnown(statement);
        }
      }
    });
  }

  private keepKnown(statement: ts.Statement): void {
    for (const [read, mark] of knownBehind(statement, this.checker, this.errors)) {
      if (!this.marked.has(read)) {
        this.marked.add(read);
        this.put(read.end, mark);
      }
    }
  }

  private inside(node: ts.Statement, isBreakable: boolean): void {
    if (ts.isThrowStatement(node)) {
      const { expression } = node;
      const isListed = isInList(node);
      this.put(node.getStart(), `${isListed ? "" : "{ "}${this.thrown} = /*`);
      const [begins, ends] = asThrown(expression, this.checker);
      this.put(expression.getStart(), `*/${begins}`);
      this.put(expression.end, ends);
      const close = node.getText().endsWith(";") ? "" : ";";
      this.put(node.end, `${close}${isBreakable ? " break;" : ""}${isListed ? "" : " }"}`);
    } else if (ts.isBlock(node)) {
      this.guard(node.statements, node, isBreakable);
    } else if (ts.isIfStatement(node)) {
      this.inside(node.thenStatement, isBreakable);
      if (node.elseStatement !== undefined) {
        this.inside(node.elseStatement, isBreakable);
      }
    } else if (ts.isSwitchStatement(node)) {
      node.caseBlock.clauses.forEach((clause) => {
        this.guard(clause.statements, clause, true);
      });
    } else if (ts.isIterationStatement(node, false)) {
      this.inside(node.statement, true);
    }
  }

  /** Has the ways out of the block do what stands behind `finally` first. */
  private exits(
    node: ts.Node,
    last: string,
    name: (kind: string) => string,
    breaks: boolean,
    continues: boolean,
  ): void {
    ts.forEachChild(node, (child) => {
      if (ts.isFunctionLike(child)) {
        return;
      }
      const isExit =
        ts.isReturnStatement(child) ||
        (breaks && ts.isBreakStatement(child)) ||
        (continues && ts.isContinueStatement(child));
      if (isExit) {
        this.exit(child, last, name);
        return;
      }
      const inLoop = isLoop(child);
      this.exits(child, last, name, breaks && !inLoop && !ts.isSwitchStatement(child), continues && !inLoop);
    });
  }

  private exit(node: ts.Statement, last: string, name: (kind: string) => string): void {
    const value = ts.isReturnStatement(node) ? node.expression : undefined;
    if (value === undefined || ts.isLiteralExpression(value)) {
      this.put(node.getStart(), `{ ${last} `);
      this.put(node.end, " }");
      return;
    }
    const left = name("left");
    const type = this.returnType(value);
    this.put(node.getStart(), `{ const ${left}${type} = /*`);
    this.put(value.getStart(), "*/");
    this.put(value.end, `; ${last} return ${left}`);
    this.put(node.end, " }");
  }

  /** The type the function is said to give, as it is written, or as its callers want it. */
  private returnType(value: ts.Expression): string {
    const type = ownerOf(this.node)?.type;
    const given =
      type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText() === "Promise"
        ? type.typeArguments?.[0]
        : type;
    const wanted = given === undefined ? this.checker.getContextualType(value) : undefined;
    const text = given?.getText() ?? (wanted && writtenType(wanted, value, this.checker));
    return text === undefined || text === null ? "" : `: ${text}`;
  }

  private put(position: number, text: string): void {
    if (text !== "") {
      this.found.push(at(this.file, position, text));
    }
  }
}

function endsInThrow(node: ts.Statement): boolean {
  const last = ts.isBlock(node) ? node.statements.at(-1) : node;
  return last !== undefined && ts.isThrowStatement(last);
}

/** Is a value of the type never absent? */
function isThere(type: ts.Type): boolean {
  return (
    !mayBeNull(type) &&
    !mayBeUndefined(type) &&
    (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0
  );
}
