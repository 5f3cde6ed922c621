/**
 * Generators, read as functions that give all in a list: `yield day;` becomes `yielded.push(day);`. Only where nobody could
 * tell when each is made.
 */
import ts from "typescript";
import { keyOf } from "../analysis/functions.ts";
import type { GeneratorHindrance } from "../analysis/generators/bodies.ts";
import { givenBy, givenNode } from "../analysis/generators/given.ts";
import { generatorHindrance, hinderedGenerators } from "../analysis/generators/index.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { returnsOf } from "../analysis/walk.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";
import { rewritten } from "./rewritten.ts";
import { unusedName } from "./unused-name.ts";
import { writtenType } from "./written-types.ts";

/** The generators of files that import each other: it is decided once which are read so, before they are written anew. */
export class PlainGenerators {
  /** Why each of the others is not, by file and name. */
  private reasons: ReadonlyMap<string, GeneratorHindrance["reason"]> | undefined;

  /** What has to be put into each file. */
  insertions(
    files: readonly ts.SourceFile[],
    checker: ts.TypeChecker,
  ): ReadonlyMap<ts.SourceFile, readonly Insertion[]> {
    const generators = files.flatMap(generatorsOf);
    const isFirst = this.reasons === undefined;
    const reasons = (this.reasons ??= new Map(
      generators.flatMap((declaration) => {
        const hindrance = generatorHindrance(declaration, files, checker);
        return hindrance === undefined ? [] : [[keyOf(declaration), hindrance.reason] as const];
      }),
    ));
    const found = new Map<ts.SourceFile, Insertion[]>();
    for (const declaration of generators) {
      const reason = reasons.get(keyOf(declaration));
      if (reason !== undefined) {
        hinderedGenerators.set(declaration, reason);
      } else if (isFirst) {
        const file = declaration.getSourceFile();
        const insertions = written(declaration, file, checker) ?? [];
        found.set(file, [...(found.get(file) ?? []), ...insertions]);
      }
    }
    return new Map([...found].filter(([, insertions]) => insertions.length > 0));
  }
}

function generatorsOf({ statements }: ts.SourceFile): readonly ts.FunctionDeclaration[] {
  return statements
    .filter(ts.isFunctionDeclaration)
    .filter(({ asteriskToken }) => asteriskToken !== undefined);
}

/** One generator as a function; null where its type cannot be written, or a comment stands in what becomes one. */
function written(
  declaration: ts.FunctionDeclaration,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const { asteriskToken, body, type } = declaration;
  const given = givenType(declaration, checker);
  if (asteriskToken === undefined || body === undefined || given === null) {
    return null;
  }
  const bracket = declaration.getChildren(file).find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
  const list = `Array<${given}>`;
  const name = unusedName(file, "yielded");
  const last = body.statements.at(-1);
  const isReturned = last !== undefined && ts.isReturnStatement(last);
  const parts = [
    rewritten(asteriskToken, [""], file),
    type === undefined ? [at(file, bracket?.end ?? body.pos, `: ${list}`)] : typeAs(type, list, file),
    [at(file, body.getStart(file) + 1, ` const ${name}: ${list} = [];`)],
    ...yieldsIn(body).map((node) => pushed(node, name, file)),
    returnsOf(body).map((node) => at(file, node.getStart(file) + "return".length, ` ${name}`)),
    isReturned ? [] : [at(file, body.end - 1, ` return ${name}; `)],
  ];
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

/** `yield day` as `yielded.push(day)`. */
function pushed(node: ts.YieldExpression, name: string, file: ts.SourceFile): readonly Insertion[] | null {
  const { asteriskToken, expression } = node;
  const spread = asteriskToken === undefined ? "" : "...";
  return expression === undefined ? null : rewritten(node, [`${name}.push(${spread}`, expression, ")"], file);
}

function typeAs(type: ts.TypeNode, text: string, file: ts.SourceFile): readonly Insertion[] | null {
  return holdsComment(file, type.getStart(file), type.end) ? null : rewritten(type, [text], file);
}

/** What a generator gives, as it is written or as it is seen from what it yields. */
function givenType(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): string | null {
  const told = givenNode(declaration.type);
  if (told !== undefined) {
    return inOneLine(told);
  }
  const signature = checker.getSignatureFromDeclaration(declaration);
  const returned = signature === undefined ? undefined : checker.getReturnTypeOfSignature(signature);
  const seen = returned === undefined ? undefined : givenBy(returned, checker);
  return seen === undefined ? null : writtenType(seen, declaration, checker);
}

function yieldsIn(body: ts.Node): readonly ts.YieldExpression[] {
  const found: ts.YieldExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isYieldExpression(node)) {
      found.push(node);
    } else if (!ts.isFunctionLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(body);
  return found;
}
