/**
 * Functions as they are written by habit, read as those that can be cut or called again: `const load = async (id) => ...`
 * at module level is a function with that name, and so is an arrow function that has a block, calls itself, is given functions or
 * claims what its type parameter says; a parameter of an async function that is taken apart is so in the first statement.
 */
import ts from "typescript";
import { isAsync, openingOf } from "../analysis/functions.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

/** What has to be put into a file for its async functions to be plain ones. What is not wanted becomes a comment. */
export function plainFunctions(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  return file.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && statement.body !== undefined && isAsync(statement)) {
      const taken = takenApart(statement, file);
      return taken.insertions.length === 0
        ? []
        : [...taken.insertions, at(file, statement.body.getStart(file) + 1, ` ${taken.statements}`)];
    }
    return ts.isVariableStatement(statement) ? namedFunction(statement.declarationList, file, checker) : [];
  });
}

/** `const load = async (id) => value` becomes `async function load(id) { return value; }`; some others, too. */
function namedFunction(
  list: ts.VariableDeclarationList,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] {
  const [declaration, more] = list.declarations;
  const arrow = declaration?.initializer;
  const isConstant = (list.flags & ts.NodeFlags.Const) !== 0;
  if (
    declaration === undefined ||
    more !== undefined ||
    !isConstant ||
    !ts.isIdentifier(declaration.name) ||
    declaration.type !== undefined ||
    arrow === undefined ||
    !ts.isArrowFunction(arrow) ||
    !(
      isAsync(arrow) ||
      ts.isBlock(arrow.body) ||
      isMain(list) ||
      isClaiming(arrow) ||
      takesFunction(arrow, checker) ||
      calls(arrow.body, declaration.name.text)
    )
  ) {
    return [];
  }
  const kind = isAsync(arrow) ? "async function" : "function";
  const { body, equalsGreaterThanToken: sign } = arrow;
  const [head, neck] = [list.getStart(file), openingOf(arrow)?.getStart(file)];
  const [from, to] = [sign.getStart(file), body.getStart(file)];
  if (neck === undefined || holdsComment(file, head, neck) || holdsComment(file, from, to)) {
    return [];
  }
  const taken = isAsync(arrow) ? takenApart(arrow, file) : { insertions: [], statements: "" };
  const begin = ts.isBlock(body) ? "*/" : `*/{ ${taken.statements}return `;
  const end = ts.isBlock(body) ? [] : [at(file, body.getEnd(), "; }")];
  const isOpened = ts.isBlock(body) && taken.statements !== "";
  return [
    at(file, head, `${kind} ${declaration.name.text}/*`),
    at(file, neck, "*/"),
    ...taken.insertions,
    at(file, from, "/*"),
    at(file, to, begin),
    ...(isOpened ? [at(file, to + 1, ` ${taken.statements}`)] : []),
    ...end,
  ];
}

/** `const read = <T>(text: string): T => JSON.parse(text) as T`, whose type is for the caller to tell. */
function isClaiming({ typeParameters, body }: ts.ArrowFunction): boolean {
  return typeParameters !== undefined && body.getText().includes("JSON.parse");
}

/** `const sumBy = (items, pick: (item: Item) => number) => ...`, of which each call has a function of its own. */
function takesFunction({ parameters }: ts.ArrowFunction, checker: ts.TypeChecker): boolean {
  return parameters.some(
    (parameter) =>
      checker.getNonNullableType(checker.getTypeAtLocation(parameter)).getCallSignatures().length > 0,
  );
}

function calls(node: ts.Node, name: string): boolean {
  return (
    (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name) ||
    (ts.forEachChild(node, (child) => calls(child, name)) ?? false)
  );
}

/** `export const main = (input) => ...`, which is what a program is called by. */
function isMain({ declarations, parent }: ts.VariableDeclarationList): boolean {
  return (
    ts.isVariableStatement(parent) &&
    declarations[0]?.name.getText() === "main" &&
    parent.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

interface TakenApart {
  readonly insertions: readonly Insertion[];
  /** What takes the parameters apart. */
  readonly statements: string;
}

/** Gives the parameters that are taken apart names of their own. */
function takenApart(declaration: ts.FunctionLikeDeclaration, file: ts.SourceFile): TakenApart {
  const insertions: Insertion[] = [];
  let statements = "";
  for (const { name: pattern } of declaration.parameters) {
    const [from, to] = [pattern.getStart(file), pattern.getEnd()];
    if (ts.isIdentifier(pattern) || holdsComment(file, from, to)) {
      continue;
    }
    const given = unusedName(file, insertions.length);
    insertions.push(at(file, from, `${given}/*`), at(file, to, "*/"));
    statements += `const ${inOneLine(pattern, file)} = ${given}; `;
  }
  return { insertions, statements };
}

/** A name that stands nowhere in the file. */
function unusedName({ text }: ts.SourceFile, taken: number): string {
  const names = Array.from({ length: text.length }, (_, index) =>
    index === 0 ? "options" : `options_${String(index + 1)}`,
  );
  return names.filter((candidate) => !text.includes(candidate))[taken] ?? "options";
}
