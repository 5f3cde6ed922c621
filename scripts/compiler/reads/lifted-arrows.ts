/**
 * Arrow functions inside of a function that call themselves, `const walk = (node: Node): void => { ... node.children.forEach(walk); };`,
 * read as functions of the module: what they take from around them they are given.
 */
import ts from "typescript";
import { isAssignedIn } from "../analysis/changes.ts";
import { arrowOf, symbolOf } from "../analysis/functions.ts";
import { isCallOf } from "../analysis/method-calls.ts";
import { inOneLine } from "../analysis/one-line.ts";
import { isContextType } from "../analysis/platform-context.ts";
import { contains, holds, walk } from "../analysis/walk.ts";
import type { Insertion } from "./edited-sources.ts";
import { Pieces } from "./pieces.ts";
import { meansTheSame } from "./same-scope.ts";
import { unusedName } from "./unused-name.ts";
import { typeText, writtenType } from "./written-types.ts";

/** An arrow function that calls itself, with what is around it. */
interface Recursive {
  readonly declaration: ts.VariableDeclaration;
  readonly arrow: ts.ArrowFunction;
  readonly statement: ts.VariableStatement;
  /** The statement of the file it stands in. */
  readonly outermost: ts.Node;
  /** Where its name stands besides. */
  readonly uses: readonly ts.Identifier[];
}

/** What has to be put into a file for one such function to be one of the module. */
export function liftedArrows(file: ts.SourceFile, checker: ts.TypeChecker): readonly Insertion[] {
  let found: readonly Insertion[] | null = null;
  walk(file, (node) => {
    const recursive = found === null && ts.isVariableDeclaration(node) ? recursiveOf(node, checker) : null;
    found ??= recursive === null ? null : lifted(recursive, file, checker);
  });
  return found ?? [];
}

function recursiveOf(declaration: ts.VariableDeclaration, checker: ts.TypeChecker): Recursive | null {
  const arrow = arrowOf(declaration);
  const { parent: list } = declaration;
  const around = ts.findAncestor(list, ts.isFunctionLike);
  const statement = ts.isVariableDeclarationList(list) ? list.parent : undefined;
  const outermost = ts.findAncestor(declaration, ({ parent }) => ts.isSourceFile(parent));
  if (
    arrow === undefined ||
    around === undefined ||
    outermost === undefined ||
    statement === undefined ||
    !ts.isVariableStatement(statement) ||
    statement.declarationList.declarations.length !== 1
  ) {
    return null;
  }
  const own = declaration.name.getText();
  const isNamed = (node: ts.Node): node is ts.Identifier =>
    ts.isIdentifier(node) && node.text === own && node !== declaration.name;
  if (!holds(arrow, isNamed)) {
    return null;
  }
  const symbol = checker.getSymbolAtLocation(declaration.name);
  const uses: ts.Identifier[] = [];
  walk(around, (node) => {
    if (isNamed(node) && symbolOf(node, checker) === symbol) {
      uses.push(node);
    }
  });
  return uses.some((use) => contains(arrow, use)) ? { declaration, arrow, statement, outermost, uses } : null;
}

/** Null where it takes something along that cannot be handed over. */
function lifted(
  recursive: Recursive,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly Insertion[] | null {
  const { declaration, arrow, statement, outermost, uses } = recursive;
  const taken = takenAlong(recursive, checker);
  const head = taken === null ? null : headOf(arrow, taken, file, checker);
  if (taken === null || head === null || !uses.every((use) => isPlainUse(use, arrow, checker))) {
    return null;
  }
  const own = declaration.name.getText();
  // What else has the name would hide it.
  const isOther = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && node.text === own && node !== declaration.name && !uses.includes(node);
  const name = holds(file, isOther) ? unusedName(file, `${own}_inside`) : own;
  const given = [...taken.keys()];
  const inside = uses.filter((use) => contains(arrow, use));
  const body = bodyOf(arrow, inside, name, given);
  const pieces = new Pieces();
  pieces.before(outermost.getStart(file), `function ${name}${head} ${body} `);
  pieces.instead(statement.getStart(file), statement.end, "");
  for (const use of uses.filter((one) => !contains(arrow, one))) {
    const call = callOf(use);
    pieces.instead(use.getStart(file), use.end, call === null ? asCallback(name, given, arrow) : name);
    if (call !== null && given.length > 0) {
      const [first] = call.arguments;
      pieces.before(
        first?.getStart(file) ?? call.end - 1,
        `${given.join(", ")}${first === undefined ? "" : ", "}`,
      );
    }
  }
  return pieces.insertions(file);
}

/** The variables around it that it asks for, with their types; null where one is more than a value that stays what it is. */
function takenAlong(
  { declaration, arrow, outermost }: Recursive,
  checker: ts.TypeChecker,
): ReadonlyMap<string, string> | null {
  const own = checker.getSymbolAtLocation(declaration.name);
  const taken = new Map<string, string>();
  let isWhole = true;
  walk(arrow, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolOf(node, checker) : undefined;
    const declared = symbol?.declarations?.[0];
    if (
      symbol === undefined ||
      declared === undefined ||
      symbol === own ||
      taken.has(symbol.name) ||
      isMember(declared) ||
      contains(arrow, declared) ||
      !contains(outermost, declared) ||
      declared === outermost
    ) {
      return;
    }
    const isVariable =
      ts.isVariableDeclaration(declared) || ts.isParameter(declared) || ts.isBindingElement(declared);
    const type = checker.getTypeAtLocation(node);
    const text = isVariable ? writtenType(type, node.getSourceFile(), checker) : null;
    isWhole &&=
      text !== null &&
      text === typeText(checker.getTypeAtLocation(declared), node, checker) &&
      (type.getCallSignatures().length === 0 || isContextType(type)) &&
      !isAssignedIn(symbol, arrow, checker);
    taken.set(symbol.name, text ?? "");
  });
  return isWhole ? taken : null;
}

function isMember(declared: ts.Declaration): boolean {
  return ts.isTypeElement(declared) || ts.isObjectLiteralElementLike(declared) || ts.isClassElement(declared);
}

/** Its parameters and what it gives, with types; null where one is not known in the file. */
function headOf(
  arrow: ts.ArrowFunction,
  taken: ReadonlyMap<string, string>,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): string | null {
  const signature = checker.getSignatureFromDeclaration(arrow);
  const result =
    arrow.type === undefined && signature !== undefined
      ? writtenType(checker.getReturnTypeOfSignature(signature), file, checker)
      : arrow.type && inOneLine(arrow.type);
  const own = arrow.parameters.map((parameter) => {
    const type = writtenType(checker.getTypeAtLocation(parameter), file, checker);
    const isTold = parameter.type !== undefined || parameter.initializer !== undefined;
    return isTold ? inOneLine(parameter) : type === null ? null : `${inOneLine(parameter)}: ${type}`;
  });
  return result === undefined || result === null || own.includes(null) || arrow.typeParameters !== undefined
    ? null
    : `(${[...[...taken].map(([name, type]) => `${name}: ${type}`), ...own].join(", ")}): ${result}`;
}

/** What it does, in one line, with what it takes along given to its own calls. */
function bodyOf(
  arrow: ts.ArrowFunction,
  uses: readonly ts.Identifier[],
  name: string,
  given: readonly string[],
): string {
  const file = arrow.getSourceFile();
  const replaced = new Map<ts.Node, string>();
  const calls = uses.map((use) => [use, callOf(use)] as const);
  // What stands inside of another call comes first.
  for (const [use, call] of calls.toSorted(([a, b], [c, d]) => (b ?? a).getWidth() - (d ?? c).getWidth())) {
    if (call === null) {
      replaced.set(use, asCallback(name, given, arrow));
    } else {
      const args = call.arguments.map((argument) => inOneLine(argument, file, replaced));
      replaced.set(call, `${name}(${[...given, ...args].join(", ")})`);
    }
  }
  const text = inOneLine(arrow.body, file, replaced);
  return ts.isBlock(arrow.body) ? text : `{ return ${text}; }`;
}

/** The call of the function; null where its name stands for itself. */
function callOf(use: ts.Identifier): ts.CallExpression | null {
  return ts.isCallExpression(use.parent) && use.parent.expression === use ? use.parent : null;
}

const CALLING: readonly string[] = ["every", "filter", "find", "flatMap", "forEach", "map", "some"];

/** Is it called there, or by a method of a list, where all it takes along has the same names? */
function isPlainUse(use: ts.Identifier, arrow: ts.ArrowFunction, checker: ts.TypeChecker): boolean {
  const { parent } = use;
  const isCalled = callOf(use)?.questionDotToken === undefined && callOf(use) !== null;
  const isCallback =
    isCallOf(parent, CALLING) && parent.arguments[0] === use && arrow.parameters.length === 1;
  return (isCalled || isCallback) && meansTheSame(arrow, use, checker);
}

function asCallback(name: string, given: readonly string[], arrow: ts.ArrowFunction): string {
  const item = holds(arrow, (node) => ts.isIdentifier(node) && node.text === "item")
    ? "item_of_list"
    : "item";
  return given.length === 0 ? name : `(${item}) => ${name}(${[...given, item].join(", ")})`;
}
