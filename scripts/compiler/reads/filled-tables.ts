/**
 * Tables of a module that are filled by statements behind them: `const handlers = new Map<string, Handler>();` and
 * `handlers.set("book", book);` are read as a map that is written with its entries.
 */
import ts from "typescript";
import { inOneLine } from "../analysis/one-line.ts";
import { at, holdsComment, type Insertion } from "./edited-sources.ts";

/** How a table begins that is empty, and what one statement puts into it. */
interface Form {
  /** What stands before the end of the empty table, and behind it all. */
  readonly opens: string;
  readonly closes: string;
  /** The parts of a statement that stay, with what is put before and behind each; undefined where it fills nothing. */
  entryOf(statement: ts.Expression, table: string): readonly Kept[] | undefined;
}

interface Kept {
  readonly node: ts.Node;
  readonly before: string;
  readonly behind: string;
}

/** What has to be put into a file for its tables to be written with their entries. */
export function filledTables(file: ts.SourceFile): readonly Insertion[] {
  return file.statements.flatMap((statement, index) => {
    const [declaration, more] = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : [];
    const isConstant =
      ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    const { name, initializer } = declaration ?? {};
    const form = initializer === undefined ? undefined : formOf(initializer);
    if (!isConstant || more !== undefined || declaration === undefined || form === undefined) {
      return [];
    }
    return name !== undefined && initializer !== undefined && ts.isIdentifier(name)
      ? filled(statement, declaration, initializer, form, file.statements.slice(index + 1), file)
      : [];
  });
}

function formOf(initializer: ts.Expression): Form | undefined {
  if (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) {
    return { opens: "", closes: "]", entryOf: argumentsOf("push", (given) => given.map(plain)) };
  }
  if (ts.isObjectLiteralExpression(initializer) && initializer.properties.length === 0) {
    return { opens: "", closes: "}", entryOf: assigned };
  }
  const made =
    ts.isNewExpression(initializer) && (initializer.arguments ?? [initializer]).length === 0
      ? initializer.expression.getText()
      : "";
  if (made === "Set") {
    return { opens: "[", closes: "])", entryOf: argumentsOf("add", (given) => given.map(plain)) };
  }
  return made === "Map"
    ? {
        opens: "[",
        closes: "])",
        entryOf: argumentsOf("set", ([key, value]) =>
          key === undefined || value === undefined
            ? []
            : [
                { node: key, before: "[", behind: ", " },
                { node: value, before: "", behind: "]" },
              ],
        ),
      }
    : undefined;
}

const plain = (node: ts.Node, index: number): Kept => ({
  node,
  before: index === 0 ? "" : ", ",
  behind: "",
});

/** `table.set(key, value)`. */
function argumentsOf(
  method: string,
  kept: (given: readonly ts.Expression[]) => readonly Kept[],
): Form["entryOf"] {
  return (node, table) =>
    ts.isCallExpression(node) &&
    node.expression.getText() === `${table}.${method}` &&
    node.arguments.length > 0
      ? kept(node.arguments)
      : undefined;
}

/** `table.book = value`, `table["book"] = value`. */
function assigned(node: ts.Expression, table: string): readonly Kept[] | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) {
    return undefined;
  }
  const place = node.left;
  const key = ts.isPropertyAccessExpression(place)
    ? place.name
    : ts.isElementAccessExpression(place) && ts.isStringLiteralLike(place.argumentExpression)
      ? place.argumentExpression
      : undefined;
  const owner =
    ts.isPropertyAccessExpression(place) || ts.isElementAccessExpression(place) ? place.expression : place;
  return key === undefined || owner.getText() !== table
    ? undefined
    : [
        { node: key, before: "", behind: ": " },
        { node: node.right, before: "", behind: "" },
      ];
}

/** The insertions for a table and the statements right behind it that fill it. */
function filled(
  head: ts.Statement,
  declaration: ts.VariableDeclaration,
  empty: ts.Expression,
  form: Form,
  behind: readonly ts.Statement[],
  file: ts.SourceFile,
): readonly Insertion[] {
  const table = declaration.name.getText();
  const entries: (readonly [ts.Statement, readonly Kept[]])[] = [];
  for (const statement of behind) {
    const kept = ts.isExpressionStatement(statement) ? form.entryOf(statement.expression, table) : undefined;
    const name = ts.isObjectLiteralExpression(empty) ? nameOf(kept?.[0]) : null;
    if (
      kept === undefined ||
      kept.length === 0 ||
      kept.some(({ node }) => reads(node, table)) ||
      (name !== null && entries.some(([, [key]]) => nameOf(key) === name))
    ) {
      break;
    }
    entries.push([statement, kept]);
  }
  const last = entries.at(-1)?.[0];
  if (last === undefined || holdsComment(file, empty.end - 1, head.end)) {
    return [];
  }
  const written = entries.map(([statement, kept]) =>
    entryOf(statement, kept, statement === last ? `${form.closes};` : "", file),
  );
  if (written.includes(null)) {
    return [];
  }
  const types = ts.isNewExpression(empty) ? empty.typeArguments : undefined;
  const type =
    declaration.type === undefined && types !== undefined && ts.isNewExpression(empty)
      ? [
          at(
            file,
            declaration.name.end,
            `: ${empty.expression.getText()}<${types.map((one) => inOneLine(one)).join(", ")}>`,
          ),
        ]
      : [];
  return [
    ...type,
    at(file, empty.end - 1, `${form.opens}/*`),
    at(file, head.end, "*/"),
    ...written.flatMap((insertions) => insertions ?? []),
  ];
}

/** What an entry of an object is called. */
function nameOf(key: Kept | undefined): string | null {
  const node = key?.node;
  return node !== undefined && (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) ? node.text : null;
}

/** What is left of a statement is an entry; null where a comment stands in what is not. */
function entryOf(
  statement: ts.Statement,
  kept: readonly Kept[],
  end: string,
  file: ts.SourceFile,
): readonly Insertion[] | null {
  let from = statement.getStart(file);
  const found = [at(file, from, "/*")];
  for (const { node, before, behind } of kept) {
    const start = node.getStart(file);
    if (holdsComment(file, from, start)) {
      return null;
    }
    found.push(at(file, start, `*/${before}`), at(file, node.end, `${behind}/*`));
    from = node.end;
  }
  return holdsComment(file, from, statement.end) ? null : [...found, at(file, statement.end, `*/,${end}`)];
}

/** Is the table read while the entry is computed? */
function reads(node: ts.Node, table: string): boolean {
  return ts.isFunctionLike(node)
    ? false
    : (ts.isIdentifier(node) && node.text === table) ||
        (ts.forEachChild(node, (child) => reads(child, table)) ?? false);
}
